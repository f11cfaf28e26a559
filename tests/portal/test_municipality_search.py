"""Finding a municipality by a part of its name."""

from datetime import date

import pytest

from municipalities.models import Municipality
from tests.portal.markup import parse, words
from tests.world import MUNICIPALITIES, municipality

NOTHING = "その名称の市区町村は見つかりませんでした。"


@pytest.fixture
def places(db, clock):
    for name in MUNICIPALITIES:
        municipality(name)


def search(client, wanted, prefix=""):
    response = client.get(f"{prefix}/municipalities/", {"q": wanted})
    assert response.status_code == 200
    return parse(response.content.decode())


def found(page):
    return [row.find("td[last()]").text for row in page.iterfind(".//tbody/tr")]


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ("釧路市", ["012068"]),
        ("釧路", ["012068"]),
        ("くしろ", ["012068"]),
        ("kushiro", ["012068"]),
        ("KUSHIRO", ["012068"]),
        ("　釧路 ", ["012068"]),
        ("ひ", ["012041", "012076"]),
        ("札幌", []),
        ("%", []),
        ("_", []),
        ("釧路市旭川市", []),
    ],
)
def test_a_part_of_a_name_finds_it(places, client, wanted, codes):
    page = search(client, wanted)
    assert found(page) == codes
    assert (NOTHING in words(page)) == (codes == [])
    assert f"{len(codes)}市区町村" in words(page)


def test_no_words_list_all_in_the_order_of_their_codes(places, client):
    codes = sorted(code for code, *_ in MUNICIPALITIES.values())
    assert found(search(client, "")) == found(search(client, "　")) == codes


def test_the_words_stay_in_the_field(places, client):
    field = search(client, '"><b>釧路').find(".//input[@id='place']")
    assert field.get("value") == '"><b>釧路'


def test_words_are_cut_to_what_the_field_takes(places, client):
    field = search(client, "釧" * 41).find(".//input[@id='place']")
    assert (len(field.get("value")), field.get("maxlength")) == (40, "40")


def test_english_pages_find_by_the_same_words(places, client):
    assert found(search(client, "釧路", "/en")) == found(search(client, "kushiro", "/en"))


def test_a_municipality_that_no_longer_exists_is_not_listed(places, client):
    Municipality.objects.filter(name="釧路市").update(valid_until=date(2021, 6, 1))
    assert found(search(client, "釧路")) == []
    Municipality.objects.filter(name="釧路市").update(valid_until=date(2021, 6, 2))
    assert found(search(client, "釧路")) == ["012068"]
