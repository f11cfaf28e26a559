"""The frame of every page: its place in the site, its title, and what it tells machines."""

import json
from urllib.parse import urlsplit

import pytest
from django.test import RequestFactory

from municipalities.models import Municipality
from portal.context_processors import site
from tests.portal.addresses import FORMATS, PAGES, language_of
from tests.portal.markup import parse
from tests.world import municipality

SITE = "http://testserver"


@pytest.fixture(scope="module")
def pages(site):
    """Every public page without a query, as a tree, by address."""
    return {
        address: parse(answer.content.decode())
        for kind in PAGES.keys() - FORMATS
        for address, answer in site[kind].items()
        if "?" not in address
    }


def attributes(page, path, name):
    return [element.get(name) for element in page.iterfind(path)]


def structured(page):
    return [
        json.loads(script.text)
        for script in page.iter("script")
        if script.get("type") == "application/ld+json"
    ]


def test_no_two_pages_have_one_title(pages):
    titles = {}
    for address, page in pages.items():
        title = page.find("head/title").text
        assert "  " not in title
        assert "\n" not in title
        titles.setdefault((language_of(address), title), []).append(address)
    assert not [group for group in titles.values() if len(group) > 1]


def test_a_page_names_its_address_in_both_languages(pages):
    for address, page in pages.items():
        other = address.removeprefix("/en") if language_of(address) == "en" else f"/en{address}"
        japanese = min(address, other, key=lambda one: language_of(one) == "en")
        english = next(one for one in (address, other) if one != japanese)
        assert attributes(page, "head/link[@rel='canonical']", "href") == [SITE + address]
        alternates = {
            link.get("hreflang"): link.get("href")
            for link in page.iterfind("head/link[@hreflang]")
            if link.get("rel") == "alternate"
        }
        assert alternates == {
            "ja": SITE + japanese,
            "en": SITE + english,
            "x-default": SITE + japanese,
        }
        assert attributes(page, "head/meta[@property='og:url']", "content") == [SITE + address]


def test_a_page_describes_itself(pages):
    for address, page in pages.items():
        (description,) = attributes(page, "head/meta[@name='description']", "content")
        assert 10 <= len(description) <= 400, (address, description)
        assert "<" not in description
        assert attributes(page, "head/meta[@property='og:description']", "content") == [description]
        (title,) = attributes(page, "head/meta[@property='og:title']", "content")
        assert page.find("head/title").text.startswith(title), address
        assert not list(page.iterfind("head/meta[@name='robots']")), address


def test_no_two_pages_describe_themselves_alike(pages):
    told = {}
    for address, page in pages.items():
        (description,) = attributes(page, "head/meta[@name='description']", "content")
        told.setdefault((language_of(address), description), []).append(address)
    assert not [group for group in told.values() if len(group) > 1]


@pytest.fixture
def many_places(clock, db):
    prefecture = municipality().prefecture
    Municipality.objects.bulk_create(
        Municipality(prefecture=prefecture, code=f"01{n:04}", name=f"{n}町", kana="ちょう")
        for n in range(21)
    )


def address_told(client, asked):
    page = parse(client.get(asked).content.decode())
    [canonical] = attributes(page, "head/link[@rel='canonical']", "href")
    [english] = attributes(page, "head/link[@hreflang='en']", "href")
    assert english == canonical.replace(SITE, f"{SITE}/en")
    robots = attributes(page, "head/meta[@name='robots']", "content")
    title = page.find("head/title").text.split("｜")[0]
    return canonical.removeprefix(SITE), robots == ["noindex,follow"], title


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("/municipalities/?page=2", ("/municipalities/?page=2", False, "市区町村（2ページ目）")),
        ("/municipalities/?page=99", ("/municipalities/?page=2", False, "市区町村（2ページ目）")),
        ("/municipalities/?page=1&q=", ("/municipalities/", False, "市区町村")),
        (
            "/municipalities/?q=町&page=2",
            ("/municipalities/", True, "「町」の検索結果（市区町村）（2ページ目）"),
        ),
        (
            "/calendar/?month=2021-04",
            ("/calendar/?month=2021-04", False, "2021年（令和3年）4月のカレンダー"),
        ),
        (
            "/calendar/?fiscal_year=2021",
            ("/calendar/?fiscal_year=2021", False, "2021年度（令和3年度）のカレンダー（一覧）"),
        ),
        ("/calendar/?month=nonsense", ("/calendar/", True, "カレンダー")),
        ("/corrections/?page=/about/", ("/corrections/", True, "訂正の連絡")),
        ("/compare/?a=nonsense", ("/compare/", True, "協定等を比べる")),
        ("/search/?q=釧路", ("/search/", True, "「釧路」の検索結果")),
        ("/agreements/?fiscal_year=&sort=old", ("/agreements/", True, "協定等の一覧")),
        (
            "/plans/?targets=yes",
            ("/plans/", True, "計画の一覧（数値目標（KPI）：目標値あり）"),
        ),
    ],
)
def test_a_page_of_a_list_has_an_address_of_its_own_and_a_view_has_none(
    many_places, client, asked, expected
):
    assert address_told(client, asked) == expected


@pytest.mark.parametrize(
    ("address", "section", "value"),
    [
        ("/agreements/", "/agreements/", "page"),
        ("/agreements/hokkaido-kushiro-2021/", "/agreements/", "true"),
        ("/en/prefectures/01/", "/en/municipalities/", "true"),
        ("/documents/differences/", "/documents/", "true"),
        ("/", None, None),
    ],
)
def test_the_menu_shows_the_section_that_one_is_in(pages, address, section, value):
    (menu,) = pages[address].iterfind(".//header//nav")
    found = {a.get("href"): a.get("aria-current") for a in menu.iter("a") if a.get("aria-current")}
    assert found == ({section: value} if section else {})


def test_every_page_leads_to_the_pages_of_the_site_and_to_corrections(pages):
    for address, page in pages.items():
        prefix = "/en" if language_of(address) == "en" else ""
        targets = attributes(page.find(".//footer"), ".//a", "href")
        names = ("about", "accessibility", "terms", "privacy", "sitemap", "documents/differences")
        assert {f"{prefix}/{name}/" for name in names} <= set(targets), address
        assert f"{prefix}/corrections/?page={address.replace('/', '%2F')}" in targets


def test_the_way_to_a_page_is_told_as_its_crumbs_show_it(pages):
    for address, page in pages.items():
        crumbs = page.find(".//ol[@class='crumbs']")
        lists = [data for data in structured(page) if data.get("@type") == "BreadcrumbList"]
        if crumbs is None:
            assert urlsplit(address).path in {"/", "/en/"}
            assert not lists
            continue
        (told,) = lists
        shown = ["".join(li.itertext()).strip() for li in crumbs.iter("li")]
        assert [item["name"] for item in told["itemListElement"]] == shown, address
        places = [item["position"] for item in told["itemListElement"]]
        assert places == list(range(1, len(shown) + 1))
        assert told["itemListElement"][-1]["item"] == SITE + address


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("/agreements/hokkaido-kushiro-2021/", {"CreativeWork", "Event"}),
        ("/bureaus/hokkaido/", {"GovernmentOrganization"}),
        ("/municipalities/012068/", {"AdministrativeArea"}),
        ("/prefectures/01/", {"AdministrativeArea"}),
    ],
)
def test_a_record_is_told_to_machines(pages, address, kinds):
    found = set()
    for data in structured(pages[address]):
        assert data["@context"] == "https://schema.org"
        found |= {part["@type"] for part in data.get("@graph", [data])}
    assert found == kinds | {"BreadcrumbList"}


def test_the_home_page_tells_where_the_site_is_searched(pages):
    for address, page in ((one, pages[one]) for one in ("/", "/en/")):
        [told] = structured(page)
        assert (told["@type"], told["url"]) == ("WebSite", SITE + address)
        action = told["potentialAction"]
        assert action["target"]["urlTemplate"] == f"{SITE}{address}search/?q={{words}}"
        assert action["query-input"] == "required name=words"


def test_a_ceremony_that_nothing_confirms_says_so_to_machines(pages):
    [told] = [
        data for data in structured(pages["/agreements/hokkaido-kushiro-2021/"]) if "@graph" in data
    ]
    [event] = told["@graph"]
    assert "締結を確認する資料は登録されていません。" in event["description"]


def test_no_person_is_told_to_machines(pages):
    for address, page in pages.items():
        assert '"Person"' not in json.dumps(structured(page)), address


def test_markup_in_a_name_ends_no_script(world, client):
    theme = world.theme
    type(theme).objects.filter(pk=theme.pk).update(name="</script><b>&", name_en="</script><b>&")
    text = client.get(theme.get_absolute_url()).content.decode()
    (told,) = [d for d in structured(parse(text)) if d["@type"] == "BreadcrumbList"]
    assert told["itemListElement"][-1]["name"] == "</script><b>&"
    assert "</script><b>" not in text


def test_the_address_of_the_site_may_be_set(settings):
    settings.SITE_URL = "https://portal.example.jp"
    assert site(RequestFactory().get("/"))["origin"] == "https://portal.example.jp"


def test_the_other_language_keeps_page_and_query(db, clock, client):
    page = parse(client.get("/en/agreements/?status=signed&page=1").content.decode())
    switch = page.find(".//p[@class='language']/a")
    assert (switch.get("href"), switch.get("lang")) == ("/agreements/?status=signed&page=1", "ja")
