"""The pages beside the agreement's, as the five documents fill them; and the gallery of parts."""

from collections import Counter
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.test import Client

from portal.views.gallery import component_names, gallery
from tests.content.reading import body_of, words

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("lasting_content", "db")]

NETWORK_PLAN = "/plans/kita-no-monozukuri/"


def part_of(element: Element, path: str) -> Element:
    """The first element at the path."""
    found = element.find(path)
    assert found is not None, path
    return found


def section(address: str, anchor: str) -> str:
    """What stands under the heading of an id, up to the next heading of its level."""
    found, texts = False, []
    for element in part_of(body_of(address), ".//main/div"):
        if element.tag == "h2":
            found = element.get("id") == anchor
        if found:
            texts.append(words(element))
    return "".join(texts)


def rows_of(page: Element, name: str) -> list[str]:
    table = part_of(page, f".//table[@class='{name}']")
    return ["".join(link.itertext()) for link in table.iterfind("tbody/tr/th/a")]


@pytest.mark.parametrize(("query", "count"), [("", 24), ("?sector=it", 9), ("?sector=no", 24)])
def test_the_annex_is_a_table_that_a_sector_narrows(query, count):
    page = body_of(NETWORK_PLAN + query)
    names = rows_of(page, "annex stacked")
    assert len(set(names)) == len(names) == count
    summary = page.find(".//table[@class='annex stacked']/../summary")
    assert words(summary) == f"関係する計画の一覧{count}件"


def test_a_long_page_has_a_table_of_contents_that_leads_to_its_sections():
    page = body_of(NETWORK_PLAN)
    anchors = [link.get("href") for link in page.iterfind(".//nav[@class='contents']//a")]
    assert anchors == [
        "#fields",
        "#participants",
        "#targets",
        "#reviews",
        "#outline",
        "#links",
        "#uses",
        "#agreements",
        "#documents",
    ]
    ids = {element.get("id") for element in page.iter()}
    assert {anchor[1:] for anchor in anchors} <= ids


def test_roles_fold_under_who_has_them():
    first = body_of(NETWORK_PLAN).find(".//ol[@class='rows compact participants']/li")
    fold = first.find("details[@class='fold']")
    assert words(fold.find("summary")) == "役割の記載：地方独立行政法人北海道立総合研究機構3箇所"
    assert len(fold.findall("div")) == 3


def test_a_quotation_leads_to_its_place_in_the_document():
    page = body_of("/projects/muroran-mas-net/")
    quotes = page.iterfind(".//div[@class='quote']")
    quote = next(quote for quote in quotes if "キメラ" in words(quote))
    target = quote.find("p/a").get("href")
    address, _, anchor = target.partition("#")
    place = body_of(address).find(f".//details[@id='{anchor}']")
    for company in ("キメラ", "今野鉄工所", "永澤機械", "ミヤタ技研工業"):
        assert company in words(place)


def test_each_place_of_a_document_tells_how_much_it_holds():
    folds = body_of("/documents/hokkaido-kita-no-monozukuri-plan/").findall(
        ".//main//details[@class='fold']"
    )
    places = [fold for fold in folds if fold.get("id", "").startswith("place-")]
    for place in places:
        quoted = len(place.findall("ul/li"))
        assert words(place.find("summary")).endswith(f"引用{quoted}件")
    assert len(places) > 40


def test_the_list_of_documents_tells_issuer_and_what_rests_on_each():
    rows = words(body_of("/documents/"))
    assert "2021年（令和3年）4月20日（火）北海道経済産業局この資料を出典とする記載：274件" in rows
    assert "274件" in section_of_facts("/documents/hokkaido-2021-04-20-kushiro/")


def section_of_facts(address: str) -> str:
    return words(part_of(body_of(address), ".//main//dl[@class='facts']"))


def test_a_candidate_topic_stands_apart_from_a_decided_one():
    address = "/themes/healthcare/"
    assert "合志市" not in section(address, "agreements")
    candidates = section(address, "candidates")
    assert "合志市" in candidates
    assert "テーマとして決まったことを示すものではありません" in candidates
    assert "協定等2件・候補テーマ1件" in words(body_of("/themes/"))


def test_use_before_an_agreement_stands_apart_on_the_programme():
    page = body_of("/programmes/furusato-meibutsu-declaration/")
    headings = [words(heading) for heading in page.iter("h2")]
    assert [text for text in headings if text.startswith("活用状況")] == ["活用状況：協定等の前1件"]
    assert "協定等による成果を示すものではありません" in words(page)


def test_the_bureau_says_whom_it_looks_for_and_whom_to_ask():
    wanted = section("/bureaus/kyushu/", "for-municipalities")
    assert [number in wanted for number in "①②③"] == [True] * 3
    assert "①組織として" not in section("/bureaus/kyushu/", "policies")
    assert "この局の問い合わせ先を記した資料は未登録です" in wanted
    unknown = section("/bureaus/okinawa/", "for-municipalities")
    assert "連携する自治体の条件を記した資料は未登録です" in unknown


def test_the_municipalities_of_hokkaido_stand_under_their_branch_offices():
    page = body_of("/prefectures/01/")
    groups = {
        "".join(group.find("summary/h3").itertext()): group
        for group in page.iterfind(".//main//details[@class='fold']")
    }
    counts = {name: len(group.findall("ul/li")) for name, group in groups.items()}
    assert (len(counts), sum(counts.values())) == (14, 179)
    assert counts["空知総合振興局"] == 24
    kushiro = groups["釧路総合振興局"]
    assert words(kushiro.find("summary")).endswith("8市町村協定等のある市町村1")
    assert words(kushiro.find("ul/li")) == "釧路市くしろし協定等1件"


def test_the_list_of_organisations_goes_by_kind():
    headings = [words(heading) for heading in body_of("/organizations/").iter("h2")]
    assert headings[:2] == ["企業", "金融機関"]
    assert max(Counter(headings).values()) == 1


def test_the_list_of_plans_tells_period_and_stage():
    text = words(body_of("/plans/"))
    assert "記載なし）計画期間：地域再生計画認定の日から2019年（平成31年）3月31日（日）" in text


def test_the_project_leads_to_cost_and_targets_of_its_plan():
    links = [link.get("href") for link in body_of("/projects/kitami-ict-promotion/").iter("a")]
    for anchor in ("costs", "targets"):
        assert f"/plans/kitami-regional-revitalization-2016/#{anchor}" in links


def test_every_component_is_shown_on_some_page_of_the_gallery(rf):
    answer = gallery(rf.get("/gallery/")).content.decode()
    page = html5lib.parse(answer, namespaceHTMLElements=False)
    shown: dict[str, list[str]] = {}
    for element in page.find(".//main/div"):
        if element.get("class") == "component":
            name = words(element)
            shown[name] = []
        elif shown:
            shown[name].append(words(element))
    assert list(shown) == component_names()
    none = "この部品を示すページはありません。"
    assert [name for name, texts in shown.items() if none in texts] == []


def test_the_gallery_is_routed_in_development_alone():
    from config.urls import development  # imported late: it decides by DEBUG

    assert [pattern.name for pattern in development(True)] == ["gallery"]
    assert development(False) == []
    assert Client().get("/gallery/").status_code == 404


def test_targets_without_actual_values_say_so_and_mark_what_an_editor_judged():
    told = section(NETWORK_PLAN, "targets")
    assert "実績値を記した資料は未登録です。以下は全て目標値です。" in told
    assert "10件（新規10）※編集上の補足" in told
    assert "2017年度（平成29年度）目標値" in told
    table = part_of(body_of(NETWORK_PLAN), ".//table[@class='targets']")
    heads = {words(row)[:4]: row.findall("details") for row in table.iterfind("tbody/tr/th")}
    assert {head: len(sources) for head, sources in heads.items()} == {
        "支援件数": 0,
        "うち新規": 1,
        "うち継続": 1,
    }
    assert "2017年（平成29年）3月末" in section(
        "/plans/kitami-regional-revitalization-2016/", "targets"
    )


def test_a_plan_without_targets_says_that_no_document_is_on_file():
    told = section("/plans/asahikawa-comprehensive-plan-8/", "targets")
    assert told.endswith("目標値（KPI）を記した資料は未登録です。")


def test_a_claim_stands_once_with_the_records_that_carry_it():
    page = "/documents/hokkaido-2019-12-17-three-cities/"
    claims = section(page, "claims")
    assert claims.count("初めてになります") == 1
    for city in ("旭川市", "室蘭市", "帯広市"):
        assert f"{city}と北海道経済産業局の覚書" in claims
    assert "原本の所在（URL）は未登録です。" in words(body_of(page))


def test_differences_are_counted_by_noun_and_record():
    table = part_of(body_of("/documents/differences/"), ".//table[@class='differing-list']")
    counted = [[words(cell) for cell in row] for row in table.iterfind("tbody/tr")]
    assert [row for row in counted if len(row) == 2] == [
        ["計画", "5"],
        ["協定等", "3"],
        ["機関・企業", "2"],
        ["資料", "1"],
    ]
    assert ["旭川市と北海道経済産業局の覚書", "種別締結日", "2"] in counted


def test_what_a_municipality_agreed_on_tells_how_much_is_left_out():
    lines = part_of(body_of("/municipalities/012041/"), ".//ul[@class='agreed-lines']")
    assert len(lines) == 6
    assert words(lines[5]) == "ほか1件：旭川市と北海道経済産業局の覚書"
    link = part_of(lines[5], "a")
    assert link.get("href") == "/agreements/hokkaido-asahikawa-2020/#items"


def test_the_key_facts_say_who_signed_and_who_was_to_attend_the_ceremony():
    page = body_of("/agreements/hokkaido-muroran-2020/")
    told = next(row for row in page.iterfind(".//dl/div") if words(row).startswith("署名者"))
    assert words(told).startswith("署名者登録資料に記載なし締結式の出席予定者（役職は発表時）")
    assert [words(part_of(one, "span")) for one in told.iterfind(".//li")] == [
        "室蘭市長青山剛",
        "北海道経済産業局長安藤保彦",
    ]
    assert part_of(told, ".//a[@href='#ceremony']") is not None
    assert page.find(".//*[@id='ceremony']") is not None
