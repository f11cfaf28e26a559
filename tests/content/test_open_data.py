"""What machines are given: the CSV and the JSON of a list, and of one agreement."""

import csv
import io
import json
from urllib.parse import quote

import pytest

from partnerships.models import Agreement
from portal.open_data.records import RECORDS
from projects.models import AgreementPlan, Plan
from tests.world import NOW, agreement, municipality

SLUG = "hokkaido-asahikawa-2020"
KOSHI = "kyushu-koshi-2019"
SITE = "http://testserver"

pytestmark = pytest.mark.usefixtures("lasting_content", "db", "clock")


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response


def table(client, query=""):
    text = read(client, f"/agreements/list.csv{query}").content.decode()
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def data(client, address):
    return json.loads(read(client, address).content)


def test_the_csv_is_plain_and_opens_in_a_spreadsheet(client):
    agreement("formula", (municipality(),), display_title='=1+1, "引用"')
    response = read(client, "/agreements/list.csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="agreements_20210601.csv"; '
        f"filename*=UTF-8''{quote('協定等一覧_20210601.csv')}"
    )
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response.content.count(b"\r\n") == response.content.count(b"\n") == 8
    assert b'"=1+1, ""\xe5\xbc\x95\xe7\x94\xa8"""' in response.content


def test_a_row_of_the_csv_tells_what_the_list_tells(client):
    [row] = [row for row in table(client) if row["識別名"] == KOSHI]
    assert row["種別"] == "連携モデル"
    assert row["経済産業局"] == "九州経済産業局"
    assert row["連携する自治体・機関"] == "合志市"
    assert row["団体コード"] == "432164"
    assert (row["状況コード"], row["状況"]) == ("announced", "取組開始を発表")
    assert row["状況の基準日"] == "2021-06-01"
    assert row["分野"] == ""
    assert row["候補テーマ"].split(";")[0] == "創業・ビジネスマッチング"
    assert row["発表日（原文）"] == "2019年11月5日"
    ends = [row[f"協力期間の終わり（{part}）"] for part in ("最初の日", "最後の日", "確度")]
    assert ends == ["2021-06-30", "2021-06-30", "予定"]
    assert row["URL"] == f"{SITE}/agreements/{KOSHI}/"
    assert (row["都道府県"], row["年度"]) == ("熊本県", "2019")
    assert row["状況の理由"].startswith("開始が発表されています。")


def test_the_csv_never_leaves_open_how_sure_a_date_is(client):
    rows = {row["識別名"]: row for row in table(client)}
    sure = {value for row in rows.values() for name, value in row.items() if "（確度）" in name}
    assert sure == {"確定", "予定", "記載なし"}
    assert rows[SLUG]["団体コード"] == "012041"
    assert rows["hokkaido-kushiro-2021"]["締結日（確度）"] == "記載なし"


def test_the_csv_tells_the_items_in_short(client):
    [row] = [row for row in table(client) if row["識別名"] == "hokkaido-muroran-2020"]
    items = row["連携・協力事項"].split(";")
    assert items[0] == "(1) 経済産業省予算を活用した、プロジェクト参加企業への支援"
    assert "○ 生産性革命への取組支援" in items
    page = read(client, "/agreements/").content.decode()
    assert "CSVの団体コードは6桁の文字列です。" in page


def test_an_agreement_tells_its_reviews_and_uses_of_programmes(client):
    told = data(client, f"/agreements/{KOSHI}.json")
    assert told["reviews"][0]["values"]["words"] == "年に1回程度フォローアップ"
    assert told["reviews"][0]["citations"]["words"][0]["document"]["slug"]
    assert len(told["programme_uses"]) == 15
    assert told["programme_uses"][0]["values"]["timing"]["code"] == "before"
    assert told["targets"] == []


def test_an_agreement_tells_its_ceremony_with_those_who_attend(client):
    [told] = data(client, "/agreements/hokkaido-kushiro-2021.json")["ceremonies"]
    assert told["held_on"]["first"] == "2021-04-22"
    assert told["held_on"]["certainty"] == "planned"
    assert told["place"] == "釧路市役所本庁舎2階 第3委員会室"
    assert told["citations"]["place"][0]["document"]["slug"]
    page = read(client, "/agreements/hokkaido-kushiro-2021/").content.decode()
    assert len(told["attendees"]) == 2
    for one in told["attendees"]:
        assert f"{one['office']} {one['name']}" in page
        assert one["citations"]["name"]
    assert data(client, f"/agreements/{KOSHI}.json")["ceremonies"] == []


def test_an_agreement_tells_the_targets_of_its_plans(client):
    plan = Plan.objects.get(slug="kitami-regional-revitalization-2016")
    AgreementPlan.objects.create(
        agreement=Agreement.objects.get(slug="hokkaido-kitami-2021"), plan=plan, relation="based_on"
    )
    told = data(client, "/agreements/hokkaido-kitami-2021.json")
    indicators = [one for one in told["targets"] if one["type"] == "indicator"]
    assert len(indicators) == 3
    assert {one["belongs_to"]["slug"] for one in indicators} == {plan.slug}
    assert indicators[0]["citations"]["name"]
    assert told["reviews"][0]["belongs_to"]["slug"] == plan.slug


def test_the_files_keep_conditions_and_order_of_the_list(client):
    query = "?bureau=hokkaido&sort=kana&page=2"
    slugs = [row["識別名"] for row in table(client, query)]
    assert [slug.split("-")[1] for slug in slugs] == [
        "asahikawa",
        "obihiro",
        "kitami",
        "kushiro",
        "muroran",
    ]
    listed = data(client, f"/agreements/list.json{query}")
    assert listed["count"] == 5
    assert [one["slug"] for one in listed["agreements"]] == slugs


@pytest.mark.parametrize("name", ["list.csv", "list.json"])
def test_a_file_is_refused_where_a_condition_cannot_be_read(client, name):
    response = client.get(f"/agreements/{name}?bureau=nonsense&kind=memorandum")
    assert response.status_code == 400
    told = response.content.decode()
    assert "bureau" in told
    assert "候補にない値です。" in told
    assert "釧路" not in told


def test_an_agreement_tells_its_dates_as_stated_and_its_status_with_the_day(client):
    told = data(client, f"/agreements/{KOSHI}.json")
    assert told["url"] == f"{SITE}/agreements/{KOSHI}/"
    assert told["kind"] == {"code": "cooperation_model", "label": "連携モデル"}
    assert told["dates"]["ends_on"] == {
        "text": "2021年6月末",
        "first": "2021-06-30",
        "last": "2021-06-30",
        "certainty": "planned",
    }
    assert told["status"]["as_of"] == NOW.date().isoformat()
    assert set(told["status"]) == {"code", "label", "sentence", "as_of"}
    assert told["themes_open_ended"] is True
    assert {one["state"]["code"] for one in told["themes"]} == {"candidate"}
    assert [one["type"] for one in told["parties"]] == ["bureau", "municipality"]
    assert told["parties"][1]["code"] == "432164"


def test_every_value_of_an_agreement_has_its_citation(client):
    told = data(client, f"/agreements/{KOSHI}.json")
    [source] = told["citations"]["renewal_terms"]
    assert source["basis"] == {"code": "stated", "label": "資料の記載"}
    assert "双方で協議" in source["quotation"]
    assert source["place"]
    assert source["document"]["url"].startswith(f"{SITE}/documents/")


def test_items_are_a_tree_and_differences_are_told(client):
    told = data(client, f"/agreements/{SLUG}.json")
    difference = told["differences"]["signed_on"]
    assert difference["chosen"]["document"]["slug"]
    assert difference["reason"]
    assert {one["value_stated"] for one in told["citations"]["signed_on"] if "value_stated" in one}
    assert told["items"]
    top = told["items"][0]
    assert top["level"]["code"] in ("memorandum", "initiative")
    assert "citations" in top
    assert [document["type"] for document in told["documents"]][:1] == ["document"]


def test_labels_are_english_under_the_english_address(client):
    told = data(client, f"/en/agreements/{KOSHI}.json")
    assert told["kind"]["code"] == "cooperation_model"
    assert told["url"] == f"{SITE}/en/agreements/{KOSHI}/"
    assert told["bureau"]["name"].startswith("Kyushu")


def test_an_absent_agreement_is_not_found(client):
    assert client.get("/agreements/absent.json").status_code == 404


def test_pages_name_their_files(client):
    page = read(client, f"/agreements/{KOSHI}/").content.decode()
    assert page.count(f'href="/agreements/{KOSHI}.json"') == 2
    listed = read(client, "/agreements/?kind=memorandum").content.decode()
    assert listed.count('href="/agreements/list.csv?kind=memorandum"') == 2
    assert listed.count('href="/agreements/list.json?kind=memorandum"') == 2


def parts(told, kind):
    return [part for part in told["parts"] if part["type"] == kind]


def test_a_plan_tells_its_targets_with_their_passages(client):
    told = data(client, "/plans/kitami-regional-revitalization-2016.json")
    assert told["type"] == "plan"
    assert told["url"] == f"{SITE}/plans/kitami-regional-revitalization-2016/"
    [cost] = parts(told, "plancost")
    assert cost["values"]["code"] == "A3007"
    assert cost["citations"]["code"][0]["quotation"]
    assert cost["belongs_to"]["slug"] == "kitami-regional-revitalization-2016"
    assert {one["type"] for one in told["documents"]} == {"document"}


def test_a_theme_names_the_agreements_that_have_it(client):
    told = data(client, "/themes/sports.json")
    assert "hokkaido-kitami-2021" in [part["belongs_to"]["slug"] for part in told["parts"]]


def test_a_document_tells_what_rests_on_each_passage(client):
    told = data(client, "/documents/kyushu-2019-11-05-koshi.json")
    supported = [
        (use["record"]["slug"], use["value"])
        for place in told["places"]
        for passage in place["quotations"]
        for use in passage["supports"]
    ]
    assert (KOSHI, "期間後の扱い（原文）") in supported


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("municipalities/432164", "合志市"),
        ("prefectures/01", "北海道"),
        ("bureaus/kyushu", "九州経済産業局"),
        ("programmes/various-budgets", None),
        ("projects/kushiro-k-biz", "k-Bizと連携した事業支援体制の構築"),
    ],
)
def test_every_kind_of_page_has_its_data_beside_it(client, address, name):
    assert f'href="/{address}.json"' in read(client, f"/{address}/").content.decode()
    told = data(client, f"/{address}.json")
    assert told["url"] == f"{SITE}/{address}/"
    assert name in (None, told["name"])
    assert told["documents"]
    assert all(part["values"] for part in told["parts"])


@pytest.mark.parametrize("noun", [*RECORDS, "documents"])
def test_what_is_absent_has_no_data(client, noun):
    assert client.get(f"/{noun}/absent.json").status_code == 404
