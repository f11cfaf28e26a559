"""The maps on the pages: who is on them, what leads where, and what the table says."""

import gzip
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from bureaus.models import Bureau
from editorial.models import State
from municipalities.models import Municipality, Prefecture
from partnerships.models import Agreement
from portal.maps import area_map, home_map
from tests.portal.markup import parse
from tests.world import NOW, agreement, day

SVG = "{http://www.w3.org/2000/svg}"
ASAHIKAWA, KUSHIRO, KITAMI, KOSHI = "012041", "012068", "012084", "432164"


def party(code):
    return Municipality.objects.get(code=code, valid_until=None)


@pytest.fixture(scope="module")
def lasting_places(django_db_setup, django_db_blocker):
    """All municipalities, three of them with agreements, each of another status."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_reference", verbosity=0)
        agreement("asahikawa", parties=(party(ASAHIKAWA),), signed_on=day("2020年1月20日"))
        planned = day("2021年4月22日", "planned")
        agreement("kushiro", parties=(party(KUSHIRO),), planned_signing_on=planned)
        ends = day("2021年5月末", "planned")
        kyushu = Bureau.objects.get(slug="kyushu")
        agreement("koshi", parties=(party(KOSHI),), bureau=kyushu, ends_on=ends)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def places(lasting_places, db, clock):
    """The same, seen at `NOW`."""


def prefecture_map(code):
    prefecture = Prefecture.objects.get(code=code)
    return area_map(code, str(prefecture), [prefecture], NOW)


def html_of(drawing):
    return render_to_string("components/map.html", {"map": drawing})


def test_home_shows_where_agreements_are_and_their_status(places):
    marks = {mark.name: mark.status.value for mark in home_map(NOW).marks}
    assert marks == {"旭川市": "signed", "釧路市": "plan_passed", "合志市": "period_passed"}


def test_status_is_told_by_shape_too(places):
    assert len({mark.shape for mark in home_map(NOW).marks}) == 3


def test_several_agreements_of_one_place_are_one_dot_and_all_in_the_table(places):
    agreement("asahikawa-2", parties=(party(ASAHIKAWA),), signed_on=day("2021年3月1日"))
    home = home_map(NOW)
    assert [mark.name for mark in home.marks].count("旭川市") == 1
    assert "覚書（asahikawa）" in html_of(home)
    assert "覚書（asahikawa-2）" in html_of(home)


def test_home_leads_to_every_bureau_and_prefecture(places):
    html = html_of(home_map(NOW))
    for bureau in Bureau.objects.all():
        assert html.count(f'href="{bureau.get_absolute_url()}"') == 2
    for prefecture in Prefecture.objects.all():
        assert f'href="{prefecture.get_absolute_url()}"' in html


def test_a_map_leads_to_prefectures_in_sight(places):
    drawn = prefecture_map("13")
    names = [name.text for name in drawn.area_names]
    assert {"埼玉", "千葉", "神奈川"} <= set(names)
    assert "東京" not in names


def test_home_stays_light(places):
    assert len(gzip.compress(html_of(home_map(NOW)).encode())) < 16_000


@pytest.mark.parametrize(
    ("code", "codes"), [("01", [ASAHIKAWA, KUSHIRO]), ("43", [KOSHI]), ("13", [])]
)
def test_a_map_and_its_table_lead_to_the_same_places(places, code, codes):
    page = parse(f"<!doctype html><title>x</title>{html_of(prefecture_map(code))}")
    dots = [a.get("href") for a in page.iter(f"{SVG}a") if "mark" in a.get("class")]
    table = [a.get("href") for cell in page.iter("th") for a in cell.iter("a")]
    assert dots == table == [reverse("municipality", args=[code]) for code in codes]


@pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED], ids=["a draft", "not yet"])
def test_an_agreement_that_is_not_public_is_on_no_map(places, state):
    later = None if state == State.DRAFT else NOW + timedelta(seconds=1)
    Agreement.objects.filter(slug="kushiro").update(state=state, publish_at=later)
    assert [mark.name for mark in prefecture_map("01").marks] == ["旭川市"]
    assert "釧路" not in html_of(home_map(NOW))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("name", "key"), [("bureau", "hokkaido"), ("prefecture", "01")])
def test_the_pages_show_their_maps(places, client, language, name, key):
    with override(language):
        page = parse(client.get(reverse(name, args=[key])).content.decode())
        links = {a.get("href") for a in page.iter(f"{SVG}a")}
        assert reverse("municipality", args=[ASAHIKAWA]) in links
        assert reverse("municipality", args=[KOSHI]) not in links


def test_a_map_says_what_it_is(places):
    north, south = html_of(prefecture_map("01")), html_of(prefecture_map("43"))
    villages = "北方領土の6村は、収録している1,741市区町村に含まれていません。"
    for html in (north, south):
        assert "模式図であり、全ての島を示すものではありません。" in html
    assert villages in north
    assert villages not in south


def test_without_any_office_there_is_no_map(db):
    assert area_map("01", "北海道", [], NOW) is None


def test_queries_do_not_grow_with_agreements(places, django_assert_num_queries):
    agreement("kitami", parties=(party(KITAMI),), signed_on=day("2021年3月1日"))
    with django_assert_num_queries(5):
        html_of(home_map(NOW))
    hokkaido = Prefecture.objects.get(code="01")
    with django_assert_num_queries(4):
        html_of(area_map("01", "北海道", [hokkaido], NOW))
