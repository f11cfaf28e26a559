"""What a careless reading of the five documents would lose, and where they differ."""

import re
from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from monitoring.models import Indicator, ReviewRule
from municipalities.models import Municipality
from organizations.models import Organization
from partnerships.models import Agreement, Ceremony
from projects.models import Activity, Plan, PlanLink, PlanSection, ProgrammeUse, Project
from sources.models import Citation, SourceDocument
from tests.content.reading import body_of, read, shown
from tests.content.reading import words as words_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("lasting_content", "db", "today")]

TODAY = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
NETWORK_PLAN = "/plans/kita-no-monozukuri/"
KITAMI_PLAN = "/plans/kitami-regional-revitalization-2016/"
KOSHI = "/agreements/kyushu-koshi-2019/"


@pytest.fixture
def today(clock):
    clock(TODAY)


DIFFERENCES = {
    "旭川市の締結日": ("2020年1月20日", "2020.2.1"),
    "事務局": ("事務局は二つ", "事務局は道総研産業技術研究本部"),
    "IT": ("IT（情報技術）関連", "IT（情報通信）関連"),
    "ものづくりの計画数": ("採用した記載16", "15別紙で、分野の名に「ものづくり」"),
    "基本計画の時点": ("平成29年12月末時点", "平成29年12月22日現在"),
    "協議会の構成": ("当市の主要企業、地元金融機関、学識経験者", "地元大学、公設試験研究機関"),
    "十勝の計画": ("アウトドア観光推進マスタープラン", "登録資料からは確定できません"),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_both_statements_of_a_difference_are_shown(name):
    sections = body_of("/documents/differences/").iter("section")
    boxes = [words_of(one) for one in sections if one.get("class") == "differing"]
    assert [box for box in boxes if all(said in box for said in DIFFERENCES[name])]


def test_one_release_announces_three_agreements():
    release = SourceDocument.objects.get(slug="hokkaido-2019-12-17-three-cities")
    announced = Citation.objects.filter(document=release, field="planned_signing_on")
    assert {row.record.slug for row in announced} == {
        "hokkaido-asahikawa-2020",
        "hokkaido-muroran-2020",
        "hokkaido-obihiro-2020",
    }


def test_the_planned_dates_of_the_release_are_confirmed_by_the_later_one():
    for slug, day in (
        ("asahikawa", date(2020, 1, 20)),
        ("muroran", date(2020, 1, 31)),
        ("obihiro", date(2020, 2, 7)),
    ):
        agreement = Agreement.objects.get(slug=f"hokkaido-{slug}-2020")
        planned, signed = agreement.planned_signing_on, agreement.signed_on
        assert (planned.first, planned.certainty) == (day, "planned")
        assert (signed.first, signed.certainty) == (day, "confirmed")


def test_kushiro_is_only_announced():
    agreement = Agreement.objects.get(slug="hokkaido-kushiro-2021")
    assert agreement.signed_on is None
    assert Ceremony.objects.get(agreement=agreement).held_on.certainty == "planned"


def test_planned_projects_of_the_release_come_back_as_results():
    for slug in ("muroran-mas-net", "obihiro-outdoor"):
        project = Project.objects.get(slug=slug)
        states = set(project.activities.values_list("state", flat=True))
        assert "planned" in states
        assert states & {"started", "achieved"}
        documents = {c.document.slug for c in Citation.objects.about(project.activities.all())}
        assert {"hokkaido-2019-12-17-three-cities", "hokkaido-2021-04-20-kushiro"} <= documents


def test_the_thread_of_telework_leads_to_the_memorandum():
    step, slugs = Project.objects.get(slug="kitami-satellite-office"), []
    while step:
        slugs.append(step.slug)
        step = step.preceded_by
    assert slugs == [
        "kitami-satellite-office",
        "kitami-ict-promotion",
        "kitami-ict-acceleration",
        "kitami-furusato-telework-trial",
    ]


def test_the_annex_has_24_plans_of_29_municipalities_with_asahikawa_in_two():
    plans = Plan.objects.filter(linked_from__plan__slug="kita-no-monozukuri")
    makers = Counter(Municipality.objects.filter(planmaker__plan__in=plans).values_list("name"))
    assert (plans.count(), len(makers)) == (24, 29)
    assert {name for name, count in makers.items() if count > 1} == {("旭川市",)}
    page = shown(NETWORK_PLAN)
    assert "登録されている関係する計画は24、作成した市町村は29です（計算による）" in page
    assert "28の基本計画（32市町村）が作成・同意されている" in page


def test_sectors_are_counted_beside_what_is_stated():
    page = shown(NETWORK_PLAN)
    table = page[page.index("計画の数（資料の記載）") :]
    stated, counted = "計画の数（資料の記載）：", "登録から数えた計画の数："
    assert f"食料品製造関連{stated}19{counted}19" in table
    assert re.search(f"ものづくり関連{stated}16.*?{counted}15IT関連", table)
    assert f"IT関連{stated}9{counted}9その他" in table


def test_a_field_is_not_forced_into_one_of_three_sectors():
    links = PlanLink.objects.filter(plan__slug="kita-no-monozukuri")
    fields = {field.text: field.sector for link in links for field in link.other.fields.all()}
    furniture = "豊富な森林資源を背景とした木材関連産業の集積を活用した家具等製造分野"
    assert fields[furniture] == "other"
    assert set(fields.values()) == {"food", "manufacturing", "it", "other"}


def test_120_is_the_total_of_years_of_which_50_are_new():
    whole = Indicator.objects.get(plan__slug="kita-no-monozukuri", part_of=None)
    yearly = [v.amount for v in whole.values.filter(is_whole_period=False, absence="")]
    total = whole.values.get(is_whole_period=True)
    assert (yearly, total.amount, sum(yearly)) == ([10, 20, 30, 30, 30], 120, 120)
    by_year = whole.values.get(absence="not_stated")
    assert by_year.at.text == "2017年度"
    new, continuing = whole.parts.order_by("order")
    assert sum(v.amount or 0 for v in new.values.filter(is_whole_period=False)) == 50
    assert sum(v.amount or 0 for v in continuing.values.filter(is_whole_period=False)) == 70
    bases = {c.basis for c in Citation.objects.about([total])}
    assert "computed" in bases
    assert "合計" in shown(NETWORK_PLAN)


def test_a_dash_is_an_absence_and_not_zero():
    page = shown(KITAMI_PLAN)
    for name in ("新規参加企業数", "進出企業数"):
        assert f"{name}2017年（平成29年）3月末目標値記載なし（原文：-）" in page
    values = Indicator.objects.get(name="進出企業数").values.all()
    assert [(v.amount, v.absence) for v in values] == [(None, "not_stated"), (1, ""), (1, "")]
    assert "累計かどうか記載なし" in page


def test_a_table_that_is_printed_twice_is_cited_twice():
    for indicator in Indicator.objects.filter(plan__slug="kitami-regional-revitalization-2016"):
        for value in indicator.values.all():
            places = {c.place for c in Citation.objects.about([value]) if c.quotation}
            assert len(places) == 2, value


def test_relative_words_count_from_the_day_of_their_document():
    activities = Activity.objects.filter(project__slug="muroran-mas-net")
    told = {row.happened_on.text: row.happened_on.interval for row in activities if row.happened_on}
    assert told["昨年6月"] == (date(2020, 6, 1), date(2020, 6, 30))
    assert told["来年"] == (date(2022, 1, 1), date(2022, 12, 31))


def test_the_network_has_15_members_hokkaido_among_them_and_two_secretariats():
    network = Organization.objects.get(slug="kita-no-monozukuri-network")
    kinds = Counter(network.links.values_list("kind", flat=True))
    assert kinds == {"member": 15, "secretariat": 2}
    assert network.links.filter(kind="member", organization__name="北海道").exists()
    assert "構成機関：15" in shown("/organizations/kita-no-monozukuri-network/")


def test_roles_are_kept_in_each_of_their_three_tellings():
    plan = Plan.objects.get(slug="kita-no-monozukuri")
    numbered = plan.participants.exclude(number="").order_by("order")
    roles = [row.roles.count() for row in numbered]
    assert (len(roles), min(roles)) == (5, 3)
    assert [row.is_lead for row in numbered] == [True, *[False] * 4]


def test_whom_the_plan_works_with_is_led_to_it_without_a_number():
    plan = Plan.objects.get(slug="kita-no-monozukuri")
    unnumbered = plan.participants.filter(number="").order_by("order")
    assert [(row.kind, row.is_contact, str(row)) for row in unnumbered] == [
        ("carrier", True, "道総研産業技術研究本部"),
        ("carrier", True, "道総研産業技術研究本部ものづくり支援センター"),
        ("partner", False, "北のものづくりネットワーク"),
        ("partner", False, "北海道大学"),
        ("partner", False, "道内各大学や高等専門学校"),
        ("partner", False, "国立研究開発法人産業技術総合研究所"),
        ("partner", False, "国立研究開発法人科学技術振興機構"),
    ]
    assert all(row.roles.exists() for row in unnumbered)
    assert "「北のものづくり」連携支援計画" in shown("/organizations/jst/")


def test_the_next_review_of_the_regeneration_plan_is_every_may():
    rule = ReviewRule.objects.get(plan__slug="kitami-regional-revitalization-2016")
    seen = {on: rule.outlook_on(on) for on in (date(2017, 6, 1), date(2019, 5, 31), TODAY.date())}
    assert seen[date(2017, 6, 1)].next.interval == (date(2018, 5, 1), date(2018, 5, 31))
    assert seen[date(2019, 5, 31)].next.interval == (date(2019, 5, 1), date(2019, 5, 31))
    assert seen[TODAY.date()].next is None
    assert seen[TODAY.date()].last.interval == (date(2019, 5, 1), date(2019, 5, 31))
    assert "毎年5月。期間内の最終回の目安は2019年（令和元年）5月頃です" in shown(KITAMI_PLAN)


def test_the_regeneration_plan_keeps_costs_pioneering_and_its_year():
    page = shown(KITAMI_PLAN)
    assert "32,000千円（32,000,000円）" in page
    assert "A3007" in page
    pioneering = PlanSection.objects.filter(
        plan__slug="kitami-regional-revitalization-2016",
        kind="pioneering",
        heading__startswith="【",
    )
    assert pioneering.count() == 5
    document = SourceDocument.objects.get(slug="kitami-regional-revitalization-plan")
    assert (document.issued_on.certainty, document.reference_on.certainty) == (
        "not_stated",
        "estimated",
    )
    assert document.reference_on.interval == (date(2016, 4, 1), date(2017, 3, 31))
    assert "だいせつざん" in read(KITAMI_PLAN)


def test_koshi_is_a_model_with_candidates_and_a_period_that_passed_without_a_document():
    page = shown(KOSHI)
    assert "連携モデル" in page
    facts = page.partition("要約をコピー")[0]
    assert facts.count("（候補）") == 6  # five as listed, one of them standing for two topics
    assert "資料は末尾に「等」を付けています" in page
    assert (
        "当初の協力期間（2021年（令和3年）6月末まで・予定）を過ぎています。延長・終了を示す資料は登録されていません"
        in page
    )
    assert "その後の進め方は双方で協議" in page
    assert "期間内の最終回の目安は2020年（令和2年）11月頃です" in page
    assert "期限" not in page


def test_use_before_the_agreement_is_no_result_of_it():
    uses = ProgrammeUse.objects.filter(agreement__slug="kyushu-koshi-2019")
    assert set(uses.values_list("timing", flat=True)) == {"before"}
    companies = {use.organization.name for use in uses.filter(relation="selected")}
    assert len(companies) == 9
    assert "(株)ビタミン・カラー" in companies
    assert uses.filter(and_others=True).count() == 4
    page = shown(KOSHI)
    results = page[page.index("取組・成果") : page.index("施策・制度の活用状況")]
    assert "ヨーグルト" not in results


def test_the_bureau_says_what_municipalities_it_looks_for_and_what_it_did_before():
    page = shown("/bureaus/kyushu/")
    position = 0
    for words in ("①組織として対応する意思", "②経済産業分野", "③自治体以外の地元関係機関"):
        position = page.index(words, position)
    for number in range(1, 6):
        assert f"（{number}）" in page


def test_slips_of_the_text_keep_their_words_and_get_a_reading():
    text = read("/documents/hokkaido-kita-no-monozukuri-plan/")
    for slip, reading in (
        ("人才ホーク地域振興機構", "オホーツク地域振興機構"),
        ("音更大豆振大豆", "音更大袖振大豆"),
        ("とちか財団", "とかち財団"),
    ):
        assert slip in text
        assert reading in text


def test_lost_figures_are_told():
    page = shown("/documents/hokkaido-2021-04-20-kushiro/")
    assert "右図Ⅰ～Ⅲ" in page
    assert "テキスト化で失われた部分" in page
    assert "登録していない部分" in page
    assert "道（国）内総生産の経済活動別構成比" in shown(
        "/documents/hokkaido-kita-no-monozukuri-plan/"
    )


def test_a_fiscal_year_that_never_was_is_converted():
    plan = Plan.objects.get(slug="asahikawa-comprehensive-plan-8")
    assert plan.ends_on.text == "平成39年度"
    assert plan.ends_on.interval == (date(2027, 4, 1), date(2028, 3, 31))
    assert "平成39年度（2027年度）" in shown("/plans/asahikawa-comprehensive-plan-8/")


def test_claims_are_quoted_and_ranked_among_what_is_registered():
    for slug, words, rank in (
        ("hokkaido-kushiro-2021", "「道内5例目の取組」", 5),
        ("kyushu-koshi-2019", "「第一弾」", 1),
        ("hokkaido-asahikawa-2020", "初めてになります", 1),
    ):
        page = shown(f"/agreements/{slug}/")
        assert words in page
        assert f"このサイトの登録範囲では、同じ局の協定等のうち日付の早い順で{rank}件目です" in page
