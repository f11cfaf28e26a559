"""What a reader finds in the portal of the five documents, once their content is loaded."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from common.text import plain
from search.find import search
from tests.content.reading import read, shown, walk
from tests.world import DRAFT, NOW, agreement, day, document

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("lasting_content", "db", "today")]

FACTS = Path(__file__).parent.parent / "data" / "facts.tsv"
MURORAN = "室蘭市と北海道経済産業局の覚書"
KOSHI = "九州経済産業局と合志市の商工振興施策に関する協力強化（連携モデル構築）"
NETWORK_PLAN = "北海道「北のものづくり」連携支援計画"
SIGNED_2020 = {"帯広市と北海道経済産業局の覚書", MURORAN, "旭川市と北海道経済産業局の覚書"}
SAYING_SO = {"釧路市と地域経済の成長促進に関する覚書を締結", "道内基礎自治体との連携の推進"}
BETWEEN_CELLS = str.maketrans("", "", "|␉")  # how the list of facts prints a row of a table


@pytest.fixture
def today(clock):
    clock(datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Asia/Tokyo")))


@pytest.fixture(scope="module")
def everything(lasting_content, django_db_blocker):
    with django_db_blocker.unblock():
        return walk()


def test_every_fact_of_the_documents_can_be_read(everything):
    with FACTS.open(encoding="utf-8", newline="") as lines:
        facts = list(csv.DictReader(lines, delimiter="\t"))
    assert len(facts) == 221
    text = "\n".join(everything.values())
    assert [row for row in facts if plain(row["value"].translate(BETWEEN_CELLS)) not in text] == []


def test_no_contact_person_is_named(everything):
    assert not [address for address, text in everything.items() if "担当者：" in text]


def test_home_counts_six_agreements():
    home = shown("/")
    assert "登録6件＝締結済み4・締結予定日経過1・当初期間経過1" in home
    assert "収録：2局・6件" in home


def test_each_count_of_the_home_page_is_a_list_of_as_many():
    counts = {"": 6, "?status=signed": 4, "?status=plan_passed": 1, "?status=period_passed": 1}
    for query, count in counts.items():
        assert f"{count}件の協定等" in shown(f"/agreements/{query}")


def test_kushiro_shows_its_items_k_biz_and_their_sources():
    page = read("/municipalities/012068/")
    for item in (
        "(1)地元企業の地盤づくり強化やビジネスマッチング推進に関すること",
        "(1)k-Bizと連携した事業支援体制の構築",
        "(2)首都圏企業等と地元企業とのビジネスマッチング推進",
        "(2)地域経済を支える人材確保と地元雇用の促進に関すること",
        "(1)RESAS※を活用した高校や大学に対するふるさと教育の推進",
        "(3)地元企業のインターンシップ支援",
        "(3)地域資源を活用した観光関連ビジネスの創出支援に関すること",
        "(2)食関連ビジネス等との連携による観光産業の付加価値向上",
    ):
        assert f"{item}出典" in page, item


def test_mas_net_shows_its_four_companies_with_their_fields():
    page = read("/projects/muroran-mas-net/")
    companies = page[page.index("参加企業4") :]
    for company in (
        "キメラ【精密金型】",
        "今野鉄工所【機械加工】",
        "永澤機械【機械・難削材加工】",
        "ミヤタ技研工業【製缶・機械加工】",
    ):
        assert company in companies


def test_asahikawa_shows_both_plans_of_the_annex():
    page = shown("/municipalities/012041/")
    for words in (
        "旭川市・東神楽町・東川町の同意基本計画",
        "豊富な森林資源を背景とした木材関連産業の集積を活用した家具等製造分野",
        "旭川市の同意基本計画",
        "機械金属産業の集積を活用したものづくり関連分野",
    ):
        assert words in page


def test_kitami_shows_the_thread_from_the_trial_to_the_memorandum():
    page = shown("/municipalities/012084/")
    thread = page[page.index("取組のつながり") :]
    steps = [
        "ふるさとテレワーク推進のための地域実証事業",
        "（加速化交付金事業）",
        "地元人材の育成による地域活性化事業",
        "サテライトオフィス北見を活用した地域活性化支援",
        "協定等：北見市と北海道経済産業局の覚書",
    ]
    position = 0
    for step in steps:
        position = thread.index(step, position) + len(step)


def test_koshi_shows_that_no_signing_is_stated_and_use_before_the_agreement():
    page = shown("/municipalities/432164/")
    assert "締結日記載なし" in page
    assert "当初の協力期間（2021年（令和3年）6月末まで・予定）を過ぎています" in page
    for company in ("オオヤブデリーファーム", "ビタミン・カラー", "マイステリア"):
        assert company in page
    assert page.count("：選定（協定等の前とみられる）") == 9
    assert page.count("「これまでの施策の活用状況」として勘案した内容であるため") == 1
    assert "協定等の下で" not in page


def test_the_plan_of_the_network_shows_its_procedure_as_printed():
    page = shown("/plans/kita-no-monozukuri/")
    procedure = page[page.index("事業者、自治体等からの相談体制の整備") :]
    position = 0
    for step in (
        "ア事業者からの相談に対しては",
        "イセンターに対して",
        "aセンターで解決に向けて",
        "bセンターで対応が難しい場合は",
        "ウ各地域経済牽引支援機関に対して",
        "a当該機関で解決に向けて",
        "b当該機関で解決に向けて対応が難しい場合は",
        "エイ及びウで対応が難しい場合は",
        "オ地域経済牽引事業計画の承認を所管する",
    ):
        position = procedure.index(step, position)


def found(asked):
    return {group.noun.key: {hit.entry.title for hit in group.hits} for group in search(asked, NOW)}


@pytest.mark.parametrize(
    "asked",
    [
        "令和2年1月31日",
        "令和２年 １月３１日",
        "2020年1月31日",
        "2020.1.31",
        "2020/1/31",
        "2020-01-31",
        "R2.1.31",
        "R2年1月31日",
    ],
)
def test_a_day_is_found_in_either_calendar(asked):
    assert found(asked) == {"agreements": {MURORAN}, "documents": SAYING_SO}


@pytest.mark.parametrize("asked", ["2019年度", "令和元年度", "平成31年度"])
def test_a_fiscal_year_finds_what_is_dated_in_it(asked):
    assert found(asked)["agreements"] == {*SIGNED_2020, KOSHI}
    assert found(asked)["documents"] > {"道内基礎自治体との連携の推進"}


def test_a_year_or_a_month_finds_its_days():
    assert found("令和2年")["agreements"] == SIGNED_2020
    assert found("2019年11月")["agreements"] == {KOSHI}
    assert found("令和3年6月末")["agreements"] == {KOSHI}
    assert found("平成39年度")["plans"] == {"第8次旭川市総合計画"}


def test_a_day_that_nothing_tells_of_finds_nothing():
    assert found("2020年1月30日") == found("令和2年2月31日") == {}


def test_the_date_is_told_with_its_name():
    [hit] = [
        hit
        for hit in search("2019年度", NOW, only="agreements")[0].hits
        if hit.entry.title == MURORAN
    ]
    [passage] = hit.passages
    assert str(passage.label) == "締結日"
    assert passage.text == "2020年（令和2年）1月31日（金）"
    assert passage.pieces == [(passage.text, True)]


def test_a_date_is_found_on_english_pages_too():
    with override("en"):
        assert len(found("令和2年1月31日")["agreements"]) == 1
        assert len(found("1月31日")["agreements"]) == 1


@pytest.mark.parametrize("asked", ["青山 剛", "青山剛", "室蘭市長", "令和2年 青山"])
def test_who_signed_is_found_in_the_agreement(asked):
    assert MURORAN in found(asked)["agreements"]


@pytest.mark.parametrize("asked", ["見直し", "フォローアップ", "ふぉろーあっぷ 合志"])
def test_reviews_are_found_in_what_they_belong_to(asked):
    assert found(asked)["agreements"] == {KOSHI}


def test_targets_are_found_in_their_plan():
    both = {
        NETWORK_PLAN,
        "ICT拠点を活用した人と仕事の誘致と地元人材の育成による情報関連産業・雇用再生計画",
    }
    assert found("目標値")["plans"] == both
    assert found("目標値 実績")["plans"] == both - {NETWORK_PLAN}
    assert found("支援件数 平成31年度")["plans"] == {NETWORK_PLAN}


@pytest.mark.parametrize("asked", ["キメラ", "今野鉄工所", "永澤機械", "ミヤタ技研工業"])
def test_companies_of_a_network_lead_to_the_agreement(asked):
    assert found(asked)["agreements"] == {MURORAN}
    assert found(asked)["organizations"] == {asked}


def test_a_term_leads_to_its_place_in_the_document(client):
    [group] = search("KPI", NOW, only="terms")
    page, _, anchor = group.hits[0].entry.address.partition("#")
    assert page == "/documents/kitami-regional-revitalization-plan/"
    assert f'<div id="{anchor}"><dt lang="ja">KPI</dt>' in client.get(page).content.decode()


def test_the_dates_of_what_is_hidden_are_not_found():
    agreement("hidden", display_title="極秘の覚書", signed_on=day("1999年1月31日"), **DRAFT)
    document("hidden-document", issued_on=day("1999年1月31日"), **DRAFT)
    agreement("open", display_title="公開の覚書", signed_on=day("1999年1月31日"))
    assert found("平成11年1月31日") == {"agreements": {"公開の覚書"}}
