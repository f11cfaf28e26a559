"""Where the years and the events of an agreement stand in its timeline. No database."""

from itertools import pairwise
from types import SimpleNamespace

import pytest

from partnerships.events import Event, EventKind, Sureness
from partnerships.timeline import YEAR_APART, by_day, picture_of
from tests.world import day

RECORD = SimpleNamespace()


def event(words, kind=EventKind.SIGNED, certainty=Sureness.CONFIRMED):
    return Event(day(words), kind, certainty, RECORD, RECORD, "field")


def years(*days):
    return [year for year, _y in picture_of(event(words) for words in days).years]


@pytest.mark.parametrize(
    ("days", "marked"),
    [
        (("2019年12月17日", "2020年1月20日", "2022年3月31日"), [2020, 2021, 2022]),
        (("2020年1月1日", "2021年6月1日"), [2020, 2021]),
        (("2016年4月1日", "2028年3月31日"), [2018, 2020, 2022, 2024, 2026, 2028]),
        (("1990年4月1日", "2020年3月31日"), [1995, 2000, 2005, 2010, 2015, 2020]),
        (("2021年4月20日", "2021年4月22日"), [2021]),
    ],
)
def test_the_years_are_marked_in_even_steps(days, marked):
    assert years(*days) == marked


def test_marks_of_years_stand_apart_as_their_labels_need():
    places = [y for _year, y in picture_of([event("1950年5月"), event("2021年6月末")]).years]
    assert all(after - before >= YEAR_APART for before, after in pairwise(places))


def test_what_shares_a_day_stands_in_one_row_in_the_order_in_which_things_go():
    events = [
        event("2020年1月20日", EventKind.DOCUMENT),
        event("2020年1月20日", EventKind.PLANNED_SIGNING, Sureness.PLANNED),
        event("2020年1月", EventKind.STARTS),
        event("2020年1月20日", EventKind.CEREMONY, Sureness.PLANNED),
        event("2020年1月20日"),
    ]
    rows = by_day(sorted(events, key=lambda one: one.order))
    assert [(date.text, [one.kind for one in found]) for date, found in rows] == [
        ("2020年1月", ["starts"]),
        ("2020年1月20日", ["planned_signing", "signed", "ceremony", "document"]),
    ]
    assert [one.sureness_apart for one in rows[1][1]] == ["", "", "予定", ""]


def test_labels_never_cover_each_other():
    close = [event(f"2021年4月{number}日") for number in range(1, 9)]
    points = picture_of([*close, event("2027年度")]).points
    assert all(one.label + one.height <= after.label for one, after in pairwise(points))
