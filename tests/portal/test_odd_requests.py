"""What nobody types, but machines send: every answer is a page, never an error of the server."""

import re
from urllib.parse import urlencode

import pytest

from tests.portal.addresses import FORMATS, LIST_FILES, PAGES, addresses, text_of
from tests.world import agreement

pytestmark = pytest.mark.slow

ODD = {
    "a NUL": "\0",
    "ten thousand characters": "釧" * 10_000,
    "words": "abc",
    "a negative number": "-1",
    "nothing": "",
    "a number beyond every column": "9" * 40,
    "five thousand digits": "9" * 5_000,
    "a fraction": "1.5",
    "full-width digits": "２",
    "half of a character": "\udc80",
    "a pattern of SQL": "%_\\'\"; --",
    "markup": "<script>alert(1)</script>",
    "text that runs backwards": "\u202e市路釧",
}
# What `make test` sends; `make prove` sends all of them.
WORST = {"a NUL", "half of a character", "five thousand digits", "markup"}
NAMES = ("page", "q", "bureau", "status", "fiscal_year", "municipality", "theme", "nonsense")


# The patterns whose answers depend on the query of the address.
ASKED = {
    "agreements",
    "calendar",
    "compare",
    "corrections",
    "documents",
    "municipalities",
    "organizations",
    "plan",
    "plans",
    "programmes",
    "projects",
    "search",
    "statistics-items",
    *LIST_FILES - {"projects-list", "themes-list"},
}


@pytest.mark.parametrize(
    "odd",
    [pytest.param(odd, marks=() if odd in WORST else pytest.mark.prove) for odd in ODD],
)
def test_an_odd_query_gets_a_page(lasting_world, db, clock, client, odd):
    query = urlencode(dict.fromkeys(NAMES, ODD[odd]), errors="surrogatepass")
    for name in ASKED:
        address = addresses(lasting_world)[name][0]
        response = client.get(f"{address}?{query}")
        # A file for machines is refused rather than empty where a condition cannot be read.
        assert response.status_code in ((200, 400) if name in FORMATS else (200,)), address
        page = text_of(response)
        assert "\0" not in page
        assert "<script>" not in page


@pytest.mark.parametrize("name", sorted(set(PAGES) - ASKED))
def test_the_other_pages_do_not_heed_a_query(lasting_world, db, clock, client, name):
    address = addresses(lasting_world)[name][0]
    query = urlencode(dict.fromkeys(NAMES, "1"))
    asked, plain = client.get(f"{address}?{query}"), client.get(address)
    # The frame names the address itself: the other language, the notice of a mistake.
    assert content(asked) == content(plain)


def content(page):
    body = text_of(page)
    return re.search("<main.*</main>", body, re.DOTALL)[0] if "<html" in body else body


@pytest.mark.parametrize("noun", ["municipalities", "prefectures", "bureaus", "agreements"])
@pytest.mark.parametrize("code", ["%00", "%FF", "%ED%B2%80", "9" * 300, "..%2f", "%E3%81%82", "'"])
def test_an_odd_address_is_not_found(lasting_world, db, clock, client, noun, code):
    assert client.get(f"/{noun}/{code}/").status_code == 404


def test_the_same_parameter_twice_gets_a_page(lasting_world, db, clock, client):
    response = client.get("/agreements/?page=1&page=x&bureau=hokkaido&bureau=nonsense&q=a&q=b")
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("abc", "1"), ("1.5", "1"), ("", "1"), ("9" * 5_000, "1"), ("3", "2"), ("9" * 40, "2")],
)
def test_a_page_that_does_not_exist_is_the_first_or_the_last(db, clock, client, asked, shown):
    for n in range(21):
        agreement(f"a-{n:02}")
    pages = [client.get("/agreements/", {"page": page}) for page in (asked, shown)]
    assert pages[0].context["page"].number == int(shown)
    assert pages[0].context["page"][0] == pages[1].context["page"][0]
