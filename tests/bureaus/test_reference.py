"""The reference data: what they must add up to, and how they are loaded."""

import csv
import datetime
import shutil
from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F

from bureaus.actions import load_reference
from bureaus.models import Bureau, Jurisdiction
from common.codes import is_valid_municipality_code
from municipalities.models import Municipality, Prefecture, Subprefecture
from municipalities.reference import ReferenceDataError

pytestmark = pytest.mark.slow

FOLDER = settings.BASE_DIR / "fixtures" / "reference"
ROWS = 47 + 14 + 1741 + 4 + 9 + 47
DAY = datetime.date(2026, 4, 1)


@pytest.fixture(scope="module")
def first_run(django_db_setup, django_db_blocker):
    """What the first run counted. Its rows stay for all tests of this module, then go."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_reference(folder=FOLDER)
        transaction.set_rollback(True)


@pytest.fixture
def loaded(first_run, db):
    return first_run


@pytest.fixture
def current(loaded):
    return Municipality.objects.current(DAY)


@pytest.fixture
def copy(tmp_path):
    """A copy of the files with a function that changes one text in one of them."""
    folder = shutil.copytree(FOLDER, tmp_path / "reference")

    def edit(file, old, new):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return edit


def columns(*names):
    with (FOLDER / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row[name] for name in names) for row in csv.DictReader(file)]


def test_all_municipalities_are_there(current):
    kinds = Counter(current.values_list("kind", flat=True))
    assert kinds == {
        "city": 772,
        "designated_city": 20,
        "town": 743,
        "village": 183,
        "special_ward": 23,
    }
    assert Prefecture.objects.count() == 47


def test_hokkaido_has_179_in_fourteen_subprefectures(current):
    assert Subprefecture.objects.count() == 14
    assert current.filter(prefecture__code="01").count() == 179
    assert Counter(
        current.filter(subprefecture__isnull=False).values_list("subprefecture__slug", flat=True)
    ) == {
        "sorachi": 24,
        "kamikawa": 23,
        "shiribeshi": 20,
        "tokachi": 19,
        "okhotsk": 18,
        "oshima": 11,
        "iburi": 11,
        "soya": 10,
        "ishikari": 8,
        "kushiro": 8,
        "rumoi": 8,
        "hiyama": 7,
        "hidaka": 7,
        "nemuro": 5,
    }
    assert not current.filter(prefecture__code="01", subprefecture=None).exists()


def test_every_check_digit_holds_and_the_code_lies_in_its_prefecture():
    rows = columns("code", "prefecture")
    assert all(is_valid_municipality_code(code) and code[:2] == pref for code, pref in rows)


def test_every_municipality_has_a_reading_and_an_office(current):
    for place in current:
        assert set(place.kana) <= set(map(chr, range(ord("ぁ"), ord("ん") + 1))), place
        assert place.romaji.replace("-", "").isascii(), place
        assert place.name_en.rpartition(" ")[2] in {"City", "Town", "Village"}, place
        assert 24 < place.latitude < 46, place
        assert 122 < place.longitude < 146, place


@pytest.mark.parametrize(
    ("code", "name", "kana", "name_en"),
    [
        ("432164", "合志市", "こうしし", "Koshi City"),
        ("014524", "鷹栖町", "たかすちょう", "Takasu Town"),
        ("016314", "音更町", "おとふけちょう", "Otofuke Town"),
        ("016373", "芽室町", "めむろちょう", "Memuro Town"),
        ("013374", "七飯町", "ななえちょう", "Nanae Town"),
        ("016381", "中札内村", "なかさつないむら", "Nakasatsunai Village"),
        ("012157", "美唄市", "びばいし", "Bibai City"),
        ("012173", "江別市", "えべつし", "Ebetsu City"),
        ("012181", "赤平市", "あかびらし", "Akabira City"),
        ("012262", "砂川市", "すながわし", "Sunagawa City"),
        ("012319", "恵庭市", "えにわし", "Eniwa City"),
        ("014249", "奈井江町", "ないえちょう", "Naie Town"),
        ("013030", "当別町", "とうべつちょう", "Tobetsu Town"),
        ("016683", "白糠町", "しらぬかちょう", "Shiranuka Town"),
        ("013455", "森町", "もりまち", "Mori Town"),
        ("131016", "千代田区", "ちよだく", "Chiyoda City"),
        ("192082", "南アルプス市", "みなみあるぷすし", "Minami-Alps City"),
        ("473251", "嘉手納町", "かでなちょう", "Kadena Town"),
        ("473146", "金武町", "きんちょう", "Kin Town"),
    ],
)
def test_readings_that_are_easily_got_wrong(code, name, kana, name_en):
    assert (code, name, kana, name_en) in columns("code", "name", "kana", "name_en")


def test_twenty_five_names_are_shared(current):
    names = Counter(current.values_list("name", flat=True))
    shared = {name for name, count in names.items() if count > 1}
    assert len(shared) == 25
    assert {"伊達市", "府中市", "池田町", "森町"} <= shared


def test_offices_that_moved_or_that_a_source_has_wrong(current):
    futaba = current.get(code="075469")
    assert (futaba.latitude, futaba.longitude) == (Decimal("37.4497"), Decimal("141.0125"))
    hamamatsu = current.get(code="221309")
    assert round(hamamatsu.latitude, 2) == Decimal("34.71")
    assert round(hamamatsu.longitude, 2) == Decimal("137.73")


def test_wards_of_designated_cities_are_no_municipalities(current):
    assert not [m for m in current if "区" in m.name and m.kind != "special_ward"]


def test_four_municipalities_became_kitami(current):
    kitami = current.get(code="012084")
    assert kitami.valid_from == datetime.date(2006, 3, 5)
    former = {(m.code, m.name, m.valid_until) for m in kitami.predecessors.all()}
    assert former == {
        ("012084", "北見市", kitami.valid_from),
        ("015482", "端野町", kitami.valid_from),
        ("015512", "留辺蘂町", kitami.valid_from),
        ("015539", "常呂町", kitami.valid_from),
    }


def test_periods_under_one_code_do_not_overlap(loaded):
    places = Municipality.objects.order_by("code", F("valid_from").asc(nulls_first=True))
    pairs = [(old, new) for old, new in pairwise(places) if old.code == new.code]
    assert pairs
    assert all(old.valid_until and old.valid_until <= new.valid_from for old, new in pairs)


def test_nine_bureaus_from_north_to_south_share_out_the_prefectures(loaded):
    assert Jurisdiction.objects.count() == 47
    areas = {
        bureau.slug: "".join(p.code for p in bureau.prefectures.order_by("code"))
        for bureau in Bureau.objects.all()
    }
    assert list(areas.items()) == list(
        {
            "hokkaido": "01",
            "tohoku": "020304050607",
            "kanto": "0809101112131415192022",
            "chubu": "1617212324",
            "kinki": "18252627282930",
            "chugoku": "3132333435",
            "shikoku": "36373839",
            "kyushu": "40414243444546",
            "okinawa": "47",
        }.items()
    )


def test_the_first_run_creates_every_row(loaded):
    assert loaded == {"created": ROWS}


def test_a_second_run_changes_nothing_and_says_so(loaded, capsys):
    before = list(Municipality.objects.values())
    call_command("load_reference")
    assert f"0 件作成・0 件変更・{ROWS} 件変更なし" in capsys.readouterr().out
    assert list(Municipality.objects.values()) == before


def test_a_corrected_line_changes_one_row(loaded, copy):
    folder = copy("municipalities.csv", "釧路市,くしろし", "釧路市,くしろ")
    assert load_reference(folder=folder) == {"changed": 1, "unchanged": ROWS - 1}
    assert Municipality.objects.get(code="012068").kana == "くしろ"


def test_a_merger_under_the_same_code_ends_the_old_row_and_adds_a_new_one(loaded, copy):
    line = "012068,釧路市,くしろし,Kushiro City,kushiro,city,01,kushiro,42.98492,144.38171,"
    merged = f"{line},2030-04-01,012068\n{line}2030-04-01,,\n"
    folder = copy("municipalities.csv", f"{line},,\n", merged)
    assert load_reference(folder=folder) == {"created": 1, "changed": 1, "unchanged": ROWS - 1}
    new = Municipality.objects.current(datetime.date(2030, 4, 1)).get(code="012068")
    assert [old.valid_until for old in new.predecessors.all()] == [new.valid_from]


def test_a_prefecture_moves_to_another_bureau(loaded, copy):
    load_reference(folder=copy("jurisdictions.csv", "22,kanto", "22,chubu"))
    assert Jurisdiction.objects.get(prefecture__code="22").bureau.slug == "chubu"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("municipalities.csv", "012068,", "012069,", r"municipalities\.csv 7行目: .*検査数字"),
        (
            "municipalities.csv",
            "city,01,kushiro",
            "city,99,kushiro",
            "7行目: 列「prefecture」の「99」",
        ),
        ("municipalities.csv", "42.98492", "北緯", "7行目: 列「latitude」"),
        ("municipalities.csv", "42.98492", "4.98492", "7行目: 他の行と重なるか、値の範囲を外れて"),
        ("municipalities.csv", "romaji", "roma", "2行目: 列「roma」は使えません"),
        ("municipalities.csv", "012076,", "012068,", "8行目: 同じ行が二度あります"),
        (
            "municipalities.csv",
            "tanno,town,01,okhotsk,,,,2006-03-05",
            "tanno,town,01,okhotsk,,,,",
            r"129行目: .*廃止日（valid_until）が必要です",
        ),
        ("municipalities.csv", "2006-03-05,012084", "2006-03-05,012068 019999", "「019999」は登録"),
        ("prefectures.csv", "code,", "番号,", r"prefectures\.csv の見出しにcodeがありません"),
        ("prefectures.csv", "東京都,", ",", "14行目: 列「name」: "),
        ("prefectures.csv", "Tokyo", "Tokyo,余り", "14行目: 列「（見出しのない列）」"),
        ("bureaus.csv", "hokkaido,1", "hokkaido,北", r"bureaus\.csv 2行目: 列「order」"),
        ("jurisdictions.csv", "01,hokkaido", "01,ezo", "2行目: 列「bureau」の「ezo」"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_loaded(loaded, copy, file, old, new, message):
    copy("prefectures.csv", "ほっかいどう", "えぞ")
    with pytest.raises(ReferenceDataError, match=message):
        load_reference(folder=copy(file, old, new))
    assert Prefecture.objects.get(code="01").kana == "ほっかいどう"


def test_a_file_in_another_encoding_is_named(loaded, copy):
    folder = copy("bureaus.csv", "hokkaido", "hokkaido")
    file = folder / "bureaus.csv"
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp932"))
    with pytest.raises(ReferenceDataError, match=r"bureaus\.csv を UTF-8 で"):
        load_reference(folder=folder)


def test_a_missing_file_is_named(loaded, copy):
    folder = copy("prefectures.csv", "ほっかいどう", "えぞ")
    (folder / "bureaus.csv").unlink()
    with pytest.raises(CommandError, match=r"bureaus\.csv がありません.*何も変更していません"):
        call_command("load_reference", folder=folder)
    assert Prefecture.objects.get(code="01").kana == "ほっかいどう"
