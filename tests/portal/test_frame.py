"""The frame of every page: its place in the site, its title, and what it tells machines."""

import json
from urllib.parse import urlsplit

import pytest
from django.test import RequestFactory

from portal.context_processors import site
from tests.portal.addresses import FORMATS, PAGES, language_of
from tests.portal.markup import parse

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
