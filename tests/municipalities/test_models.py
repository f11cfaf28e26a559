"""Which rows the database refuses, and which municipalities exist on a day."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from municipalities.models import Municipality, Prefecture, Subprefecture
from municipalities.northern import NORTHERN_VILLAGES, northern_village

pytestmark = pytest.mark.django_db

MERGER = datetime.date(2006, 3, 5)


@pytest.fixture
def hokkaido():
    return Prefecture.objects.create(
        code="01", name="北海道", kana="ほっかいどう", name_en="Hokkaido"
    )


@pytest.fixture
def make(hokkaido):
    def build(code="012084", **changes):
        place = {"name": "北見市", "kana": "きたみし", "name_en": "Kitami City", "romaji": "kitami"}
        values = {**place, "kind": "city", "prefecture": hokkaido, **changes}
        return Municipality(code=code, **values)

    return build


@pytest.mark.parametrize("code", ["01208", "0120844", "01208a", "０１２０８４", "", "a12084"])
def test_a_code_has_six_digits(make, code):
    # SQLite ignores the length of a column, PostgreSQL refuses by it; both refuse.
    with pytest.raises(Exception, match=r"code_six_digits|character varying\(6\)"):
        make(code=code).save()


def test_a_prefecture_code_has_two_digits():
    with pytest.raises(IntegrityError, match="prefecture_code_two_digits"):
        Prefecture.objects.create(code="1", name="北海道", kana="ほっかいどう", name_en="Hokkaido")


def test_a_subprefecture_code_has_five_digits(hokkaido):
    with pytest.raises(IntegrityError, match="subprefecture_code_five_digits"):
        Subprefecture.objects.create(code="0166", slug="kushiro", prefecture=hokkaido)


def test_a_wrong_check_digit_is_named(make):
    with pytest.raises(ValidationError, match=r"012085.*検査数字が合いません"):
        make(code="012085").clean_fields()


def test_only_one_municipality_stands_under_a_code(make):
    make(valid_from=MERGER).save()
    with pytest.raises(IntegrityError):
        make().save()


def test_only_one_municipality_without_a_beginning_under_a_code(make):
    make(valid_until=MERGER).save()
    with pytest.raises(IntegrityError):
        make().save()


def test_only_one_municipality_of_a_code_begins_on_a_day(make):
    make(valid_from=MERGER, valid_until=datetime.date(2030, 4, 1)).save()
    with pytest.raises(IntegrityError):
        make(valid_from=MERGER).save()


@pytest.mark.parametrize("day", [MERGER, datetime.date(2006, 3, 4)])
def test_a_municipality_ends_after_it_began(make, day):
    with pytest.raises(IntegrityError, match="period_in_order"):
        make(valid_from=MERGER, valid_until=day).save()


@pytest.mark.parametrize(
    "office",
    [{"latitude": "43.8"}, {"longitude": "143.9"}, {"latitude": "143.9", "longitude": "43.8"}],
)
def test_an_office_has_both_coordinates_in_japan(make, office):
    with pytest.raises(IntegrityError, match="office_in_japan"):
        make(**office).save()


def test_refusals_are_told_in_japanese(make):
    make(valid_from=MERGER).save()
    with pytest.raises(ValidationError) as refusal:
        make(valid_until=MERGER, latitude="43.8").validate_constraints()
    assert refusal.value.messages == ["緯度と経度は両方を、日本国内の値で入力してください。"]
    with pytest.raises(ValidationError, match="現存する市区町村は既に登録されています"):
        make().validate_constraints()


def test_a_subprefecture_is_asked_for_in_hokkaido_and_nowhere_else(make, hokkaido):
    bureau = Subprefecture.objects.create(code="01540", slug="okhotsk", prefecture=hokkaido)
    make(subprefecture=bureau).clean()
    with pytest.raises(ValidationError, match="振興局は北海道の市町村だけ"):
        make().clean()
    with pytest.raises(ValidationError, match="振興局は北海道の市町村だけ"):
        make(prefecture=Prefecture(pk=2, code="02"), subprefecture=bureau).clean()


def test_the_day_of_a_merger_belongs_to_the_new_municipality(make):
    old, new = make(valid_until=MERGER), make(valid_from=MERGER)
    old.save()
    new.save()
    before = MERGER - datetime.timedelta(days=1)
    assert list(Municipality.objects.current(before)) == [old]
    assert list(Municipality.objects.current(MERGER)) == [new]


def test_the_standing_municipality_comes_first_under_its_code(make):
    old, new = make(valid_until=MERGER), make(valid_from=MERGER)
    old.save()
    new.save()
    assert list(Municipality.objects.all()) == [new, old]


def test_places_are_listed_by_kana(make):
    make(code="012068", name="釧路市", kana="くしろし").save()
    make(code="012041", name="旭川市", kana="あさひかわし").save()
    make(code="012050", name="室蘭市", kana="むろらんし").save()
    names = [place.name for place in Municipality.objects.by_kana()]
    assert names == ["旭川市", "釧路市", "室蘭市"]


def test_every_place_is_public(make):
    make().save()
    instant = datetime.datetime(2021, 4, 22, tzinfo=datetime.UTC)
    assert Municipality.objects.public(instant).count() == 1
    assert Prefecture.objects.public(instant).count() == 1


def test_the_villages_of_the_northern_territories_are_recognised():
    assert northern_village("016951") == "色丹村"
    assert northern_village("017001") == "蘂取村"
    assert northern_village("012068") is None
    for code in NORTHERN_VILLAGES:
        Municipality(code=code).clean_fields(
            exclude=[f.name for f in Municipality._meta.fields if f.name != "code"]
        )
