"""Every day since Japan took up the Gregorian calendar survives writing and reading back."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from common.eras import ERAS, GREGORIAN_SINCE, eras_between
from common.stated_dates import Certainty, DateError, StatedDate, read, seireki, show, wareki

# An era year has at most two digits: 令和99年 is the last one.
LAST_ERA_YEAR = date(2117, 12, 31)
FULL_WIDTH = str.maketrans("0123456789./-R", "０１２３４５６７８９．／－Ｒ")
KANJI = "〇一二三四五六七八九"


def stated(day):
    return StatedDate("", day, day, Certainty.CONFIRMED)


def kanji(number):
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{KANJI[tens]}十") + KANJI[ones].strip(
        "〇"
    )


def era_year(day):
    (era,) = eras_between(day, day)
    return era, day.year - era.first.year + 1


def lettered(mark):
    def write(day):
        era, year = era_year(day)
        return f"{era.letter}{year}{mark}{day.month}{mark}{day.day}"

    return write


def in_kanji(day):
    era, year = era_year(day)
    number = "元" if year == 1 else kanji(year)
    return f"{era.name}{number}年{kanji(day.month)}月{kanji(day.day)}日"


def positional(day):
    year = "".join(KANJI[int(digit)] for digit in f"{day.year:04}")
    return f"{year}年{kanji(day.month)}月{kanji(day.day)}日"


WESTERN = {
    "seireki": lambda day: seireki(stated(day)),
    "iso": date.isoformat,
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "points": lambda day: f"{day.year}.{day.month}.{day.day}",
    "full width": lambda day: f"{day.year}.{day.month}.{day.day}".translate(FULL_WIDTH),
    "kanji": positional,
}
JAPANESE = {
    "wareki": lambda day: wareki(stated(day)),
    "both": lambda day: show(stated(day)),
    "points": lettered("."),
    "slashes": lettered("/"),
    "hyphens": lettered("-"),
    "full width": lambda day: lettered(".")(day).translate(FULL_WIDTH),
    "kanji": in_kanji,
}


def assert_survives(text, day):
    reading = read(text)
    assert (reading.value.first, reading.value.last) == (day, day), text
    assert reading.warnings == (), text


@pytest.mark.parametrize("write", WESTERN.values(), ids=WESTERN)
@given(day=st.dates(min_value=GREGORIAN_SINCE))
@example(day=GREGORIAN_SINCE)
@example(day=date.max)
def test_a_day_in_the_western_calendar(write, day):
    assert_survives(write(day), day)


@pytest.mark.parametrize("write", JAPANESE.values(), ids=JAPANESE)
@given(day=st.dates(min_value=GREGORIAN_SINCE, max_value=LAST_ERA_YEAR))
@example(day=GREGORIAN_SINCE)
def test_a_day_in_its_era(write, day):
    assert_survives(write(day), day)


@pytest.mark.parametrize("write", JAPANESE.values(), ids=JAPANESE)
@pytest.mark.parametrize("era", ERAS[1:], ids=lambda era: era.letter)
def test_the_days_around_a_change_of_era(era, write):
    for distance in range(-3, 4):
        day = era.first + timedelta(days=distance)
        assert_survives(write(day), day)


@given(
    text=st.text(max_size=30)
    | st.text(alphabet="令和平成RH元年度月日末から～~.-/()（）木0123456789一二十〇 　", max_size=20)
)
def test_any_other_words_are_read_or_refused_and_nothing_else(text):
    with suppress(DateError):
        value = read(text, reference=date(2021, 4, 20)).value
        assert value.text == text.strip()
        assert (value.first is None) == (value.last is None)
        assert value.first is None or value.first <= value.last
