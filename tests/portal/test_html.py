"""Every public page, in both languages, as a machine reads it: markup and headers."""

from itertools import pairwise

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from tests.portal.addresses import FORMATS, PAGES, language_of
from tests.portal.markup import parse

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}
LOADED_AT_ONCE = {"stylesheet", "icon"}
LEVELS = {f"h{level}": level for level in range(1, 7)}
KINDS = [*(name for name in PAGES if name not in FORMATS), "not found", "gone"]


@pytest.fixture
def pages(site, db, request):
    """The answers of the kind of page that the test is called with."""
    return site[request.getfixturevalue("kind")]


@pytest.mark.parametrize("kind", KINDS)
def test_the_markup_is_sound(pages, kind):
    for address, response in pages.items():
        page = parse(response.content.decode())
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), address
        assert page.get("lang") == language_of(address)
        mark = {"ja": "｜", "en": " | "}[language_of(address)]
        title, _, site_name = page.find("head/title").text.rpartition(mark)
        assert title.strip(), address
        assert site_name.strip(), address
        assert page.find("head/meta[@name='viewport']") is not None


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_its_landmarks_and_one_heading_on_top(pages, kind):
    for address, response in pages.items():
        page = parse(response.content.decode())
        assert [len(page.findall(f".//{name}")) for name in ("main", "header", "footer")] == [1] * 3
        names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.iter("nav")]
        assert all(names), address
        assert len(names) == len(set(names)), address
        levels = [LEVELS[element.tag] for element in page.iter() if element.tag in LEVELS]
        assert (levels[0], levels.count(1)) == (1, 1), address
        assert all(below <= above + 1 for above, below in pairwise(levels)), (address, levels)
        skip = page.find("body/a")
        assert page.find(f".//main[@id='{skip.get('href')[1:]}']") is not None


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_label_and_every_list_item_says_something(pages, kind):
    for address, response in pages.items():
        page = parse(response.content.decode())
        labels = {label.get("for") for label in page.iter("label")}
        fields = [field for name in ("input", "select") for field in page.iter(name)]
        assert [field.get("name") for field in fields if field.get("id") not in labels] == []
        for name in (
            "h1",
            "h2",
            "h3",
            "h4",
            "a",
            "li",
            "dt",
            "dd",
            "summary",
            "th",
            "td",
            "button",
        ):
            empty = [e.attrib for e in page.iter(name) if not "".join(e.itertext()).strip()]
            assert not empty, (address, name, empty)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_inline_and_the_strict_policy(pages, kind):
    for address, response in pages.items():
        assert set(response.headers["Content-Security-Policy"].split("; ")) == POLICY
        page = parse(response.content.decode())
        assert page.find(".//style") is None, address
        for element in page.iter():
            inline = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert not inline, (address, element.tag, inline)
            assert not element.get("href", "").startswith("javascript:"), address
        for script in page.iter("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", address


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_page_loads_is_there(pages, kind):
    for response in pages.values():
        page = parse(response.content.decode())
        loaded = [
            link.get("href") for link in page.iter("link") if link.get("rel") in LOADED_AT_ONCE
        ]
        loaded += [
            e.get("src") for name in ("script", "img") for e in page.iter(name) if e.get("src")
        ]
        static = f"/{settings.STATIC_URL.strip('/')}/"
        assert loaded
        for address in loaded:
            assert finders.find(address.removeprefix(static)), address


@pytest.mark.parametrize("kind", KINDS)
def test_the_language_follows_from_the_address_alone(pages, kind):
    for address, response in pages.items():
        assert response.headers["Content-Language"] == language_of(address)
        assert "Accept-Language" not in response.headers.get("Vary", "")
        assert not response.cookies
