"""Finding records of every noun by words, whatever the form in which they are typed."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone
from django.utils.translation import override

from search.find import search
from search.registry import nouns
from tests.content.searching import first, found, in_brackets, towns, visit
from tests.portal.markup import words
from tests.world import COMING, DRAFT, NOW, agreement, commitment, municipality


def marks(page):
    return ["".join(mark.itertext()) for mark in page.iter("mark")]


KUSHIRO = ["釧路市", "釧路町"]


@pytest.mark.parametrize(
    "asked",
    [
        "釧",
        "釧路",
        "　釧路　",
        "くしろ",
        "クシロ",
        "ｸｼﾛ",
        "Kushiro",
        "ＫＵＳＨＩＲＯ",
        "kushiro",
        "北海道 釧路",
    ],
)
def test_a_place_is_found_however_it_is_typed(lasting_content, db, asked):
    assert towns(asked) == KUSHIRO


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("留辺蘂", ["北見市"]),
        ("留邊蕊町", ["北見市"]),
        ("るべしべ", ["北見市"]),
        ("ところちょう", ["北見市"]),
        ("012084", ["北見市"]),
        ("12084", ["北見市"]),
        ("01208", ["北見市"]),
        ("1208", ["北見市"]),
        ("０１２０８４", ["北見市"]),
        ("015512", ["北見市"]),
        ("北海道北見市", ["北見市"]),
        ("濱松", ["浜松市"]),
        ("龍ヶ崎", ["龍ケ崎市"]),
        ("葛󠄀城", ["葛城市"]),
        ("宮﨑市", ["宮崎市"]),
        ("北海道 伊達", ["伊達市"]),
        ("福島県伊達市", ["伊達市"]),
    ],
)
def test_former_towns_codes_and_old_forms_lead_to_the_present_place(
    lasting_content, db, asked, expected
):
    assert towns(asked) == expected


def test_a_part_of_a_code_is_nobodys_code(lasting_content, db):
    assert towns("2084") == towns("01208412") == []


def test_a_prefecture_is_not_each_of_its_towns(lasting_content, db):
    assert found("東京都") == {"prefectures": ["東京都"], "bureaus": ["関東経済産業局"]}


def test_names_come_before_other_texts_and_just_that_name_first(lasting_content, db):
    names = towns("津")
    assert names[:2] == ["津市", "津久見市"]
    assert names.index("津別町") < names.index("大津市")


@pytest.mark.parametrize("asked", ["MAS-NET", "ｍａｓ－ＮＥＴ"])
def test_a_name_is_found_in_every_noun_that_tells_of_it(lasting_content, db, asked):
    assert found(asked) == {
        "agreements": ["室蘭市と北海道経済産業局の覚書"],
        "projects": ["先端ものづくり産業への参入支援（MAS-NET）"],
        "organizations": ["室蘭航空宇宙産業ネットワーク"],
        "documents": ["釧路市と地域経済の成長促進に関する覚書を締結"],
    }


def test_all_words_must_be_found_in_any_order(lasting_content, db):
    both = found("航空 宇宙")
    assert both == found("宇宙　航空") == found("航空宇宙")
    assert both["themes"] == ["ものづくり・航空宇宙"]
    assert both["terms"] == ["JIS Q 9100"]
    assert found("航空 留辺蘂") == {}


def test_words_of_one_record_may_stand_in_several_of_its_texts(lasting_content, db):
    hit = first("北見市 テレワーク", "agreements")
    assert in_brackets(hit.title) == "[北見市]と北海道経済産業局の覚書"
    assert ["[テレワーク]" in in_brackets(passage) for passage in hit.passages] == [True]


def test_words_far_apart_in_a_long_text_are_both_shown(lasting_content, db):
    passages = first("北見市 企業誘致", "plans").passages
    found_in = [[text for text, is_found in p.pieces if is_found] for p in passages]
    assert found_in == [["北見市"], ["企業誘致"]]


def test_the_original_is_shown_and_marked_where_it_was_found(lasting_content, db):
    assert in_brackets(first("ＫＵＳＨＩＲＯ", "municipalities").passages[0]) == "[Kushiro] City"
    former = first("留邉蕊", "municipalities")
    assert [(p.label, in_brackets(p)) for p in former.passages] == [
        ("旧市町村", "[留辺蘂]町（るべしべちょう）")
    ]
    assert former.entry.address == "/municipalities/012084/"
    alias = first("ｍａｓ", "organizations").passages[0]
    assert (alias.label, in_brackets(alias)) == ("略称", "[MAS]-NET")


def test_only_the_nouns_asked_for(lasting_content, db):
    assert list(found("釧路", only="agreements")) == ["agreements"]
    assert found("釧路", only="themes") == {}


def test_the_language_of_the_page_changes_names_not_what_is_found(lasting_content, db):
    for asked in ("Kushiro", "くしろ"):
        counts = {group.noun.key: len(group.hits) for group in search(asked, NOW)}
        with override("en"):
            english = {group.noun.key: len(group.hits) for group in search(asked, NOW)}
        assert english.items() >= counts.items(), asked


def test_groups_stand_in_one_order_places_and_agreements_first(lasting_content, db):
    order = [noun.key for noun in nouns()]
    assert order[:2] == ["municipalities", "agreements"]
    groups = list(found("の"))
    assert len(groups) > 5
    assert groups == [key for key in order if key in groups]


def test_the_page_counts_groups_and_marks(lasting_content, db, client):
    page = visit(client, "北海道")
    counted = {group.noun.key: len(group.hits) for group in search("北海道", timezone.now())}
    status = words(page.find(".//*[@role='status']"))
    assert status == f"「北海道」：{sum(counted.values())}件"
    assert set(marks(page)) == {"北海道"}
    for key, count in counted.items():
        section = page.find(f".//section[@aria-labelledby='found-{key}']")
        assert f"{count}件" in words(section.find("h2"))
        assert len(section.findall("ul/li")) == min(count, 5)
        more = [link.get("href") for link in section.findall("p/a")]
        assert [parse_qs(urlsplit(link).query)["noun"] for link in more] == [[key]] * (count > 5)
        assert page.find(f".//nav//a[@href='#found-{key}']") is not None


def test_one_noun_page_by_page(lasting_content, db, client):
    everything = towns("市")
    pages = [visit(client, "市", noun="municipalities", page=n) for n in (1, 2)]
    titles = [words(a) for page in pages for a in page.iterfind(".//ul[@class='found']/li/a")]
    assert titles == everything[:40]
    assert f"市区町村 {len(everything)}件" in words(pages[0].find(".//*[@role='status']"))


def test_without_words_there_are_examples_that_find_something(lasting_content, db, client):
    page = visit(client, "　")
    examples = [a for a in page.iterfind(".//main//a") if "q=" in a.get("href")]
    assert len(examples) == 3
    for example in examples:
        [asked] = parse_qs(urlsplit(example.get("href")).query)["q"]
        assert found(asked, only="municipalities") or found(asked, only="agreements"), asked
    assert page.find(".//*[@role='status']") is None


def test_where_nothing_is_found_the_page_says_what_to_try(lasting_content, db, client):
    page = visit(client, "釧路 存在しない語", noun="agreements")
    assert "0件" in words(page.find(".//*[@role='status']"))
    assert "見つからないことは、協定等や取組がないことを示すものではありません" in words(page)
    asked = [parse_qs(urlsplit(a.get("href")).query).get("q") for a in page.iterfind(".//li/a")]
    assert ["釧路"] in asked
    assert ["存在しない語"] in asked
    assert ["釧路 存在しない語"] in asked  # of all nouns


def test_the_english_page_finds_the_same(lasting_content, db, client):
    page = visit(client, "ｸｼﾛ", "/en")
    titles = [words(a) for a in page.iterfind(".//section[1]//li/a")]
    assert titles == ["Kushiro City", "Kushiro Town"]
    assert page.find(".//section[1]//li/p/span[@lang='ja']/mark").text == "くしろ"


@pytest.mark.parametrize("asked", ["色丹村", "016951", "蘂取村", "017001"])
def test_the_villages_of_the_northern_territories_are_named(db, client, asked):
    page = words(visit(client, asked))
    named = (
        "色丹村（団体コード 016951）"
        if asked in ("色丹村", "016951")
        else "蘂取村（団体コード 017001）"
    )
    assert f"北方領土の{named}は、収録している1,741市区町村に含まれていません。" in page


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_what_is_hidden_is_not_found(db, clock, client, state):
    agreement("open", parties=(municipality(),), display_title="公開の覚書")
    hidden = agreement("hidden", parties=(municipality(),), display_title="極秘の覚書", **state)
    commitment(hidden, "極秘の事項", "極秘の小項目")
    assert found("極秘") == {}
    assert found("公開の覚書") == {"agreements": ["公開の覚書"]}
    assert marks(visit(client, "極秘")) == []


def test_it_is_found_from_its_hour_on(db, clock):
    agreement("coming", display_title="極秘の覚書", **COMING)
    hour = COMING["publish_at"]
    assert search("極秘", hour - timedelta(microseconds=1)) == []
    assert len(search("極秘", hour)) == 1


@pytest.mark.parametrize(
    "asked",
    [
        " ".join(f"語{n}" for n in range(1_200)),
        "釧\0路",
        "\x1b[31m",
        ".*",
        "(((",
        "[",
        "\\",
        "%",
        "_",
        "'; --",
        "゛",
        "\u202e路釧",
        "<script>alert(1)</script>",
        '"><b>釧路',
        "🗾",
    ],
)
def test_hostile_words_are_words(lasting_content, db, client, asked):
    page = visit(client, asked, noun="agreements")
    assert {script.get("type") for script in page.iterfind(".//main//script")} <= {
        "application/ld+json"
    }
    assert page.find(".//main//b") is None
    assert "\0" not in words(page)
    field = page.find(".//input[@id='search']")
    assert len(field.get("value")) <= 100 == int(field.get("maxlength"))


def test_at_most_eight_terms_count(lasting_content, db):
    eight = "釧 路 市 北 海 道 く し"
    assert towns(eight) == towns(f"{eight} 存在しない") == ["釧路市"]
    assert towns("釧 路 存在しない") == []


def test_every_hit_leads_to_a_page(lasting_content, db, client):
    addresses = {hit.entry.address for group in search("の", NOW) for hit in group.hits[:1]}
    assert len(addresses) >= 6
    assert {client.get(address).status_code for address in addresses} == {200}
