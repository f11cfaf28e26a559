"""The status of an agreement on the days on which it changes (domain.md, section 2)."""

from datetime import date, timedelta

import pytest

from common.stated_dates import StatedDate
from partnerships.rules import Facts, Status, status_on
from tests.world import day

STATED_NOWHERE = StatedDate("", None, None, "not_stated")
AT_AN_EVENT = StatedDate("認定の日から", None, None, "confirmed")


def facts(**values):
    """Facts from words: facts(signed="2021年4月22日", ends="2022年3月")."""
    dates = ("ends", "extended", "planned", "signed", "succeeded")
    return Facts(**{k: day(v) if k in dates else date.fromisoformat(v) for k, v in values.items()})


@pytest.mark.parametrize(
    ("values", "on", "before", "then", "after"),
    [
        ({"dropped_on": "2021-04-22"}, "2021-04-22", "announced", "not_concluded", "not_concluded"),
        ({"succeeded": "2021年4月22日"}, "2021-04-22", "announced", "succeeded", "succeeded"),
        ({"succeeded": "2021年4月"}, "2021-04-30", "announced", "succeeded", "succeeded"),
        ({"ended_on": "2021-04-22"}, "2021-04-22", "announced", "ended", "ended"),
        ({"ends": "2021年6月末"}, "2021-06-30", "announced", "announced", "period_passed"),
        ({"planned": "2021年4月22日"}, "2021-04-22", "planned", "planned", "plan_passed"),
        ({"planned": "2021年4月"}, "2021-04-30", "planned", "planned", "plan_passed"),
        ({"signed": "2021年4月22日"}, "2021-04-22", "planned", "signed", "signed"),
        ({"signed": "2021年4月"}, "2021-04-30", "planned", "signed", "signed"),
        (
            {"signed": "2021年4月22日", "planned": "2021年3月"},
            "2021-04-22",
            "plan_passed",
            "signed",
            "signed",
        ),
        (
            {"signed": "2021年4月22日", "ends": "2021年6月末"},
            "2021-06-30",
            "within_period",
            "within_period",
            "period_passed",
        ),
        (
            {"signed": "2020年4月1日", "ends": "2021年3月末", "extended": "2021年6月末"},
            "2021-06-30",
            "within_period",
            "within_period",
            "period_passed",
        ),
        (
            {"signed": "2020年4月1日", "ends": "2021年6月末", "extended": "2021年3月末"},
            "2021-03-31",
            "within_period",
            "within_period",
            "period_passed",
        ),
        (
            {"signed": "2020年4月1日", "extended": "2021年6月末"},
            "2021-06-30",
            "within_period",
            "within_period",
            "period_passed",
        ),
        (
            {"extended": "2021年6月末", "ends": "2021年3月末"},
            "2021-06-30",
            "announced",
            "announced",
            "period_passed",
        ),
        (
            {"ended_on": "2021-04-22", "signed": "2020年4月1日", "extended": "2021年6月末"},
            "2021-04-22",
            "within_period",
            "ended",
            "ended",
        ),
        (
            {"ended_on": "2021-04-22", "ends": "2021年3月", "signed": "2020年4月1日"},
            "2021-04-22",
            "period_passed",
            "ended",
            "ended",
        ),
        (
            {"succeeded": "2021年4月22日", "ended_on": "2021-04-01"},
            "2021-04-22",
            "ended",
            "succeeded",
            "succeeded",
        ),
        (
            {"dropped_on": "2021-04-22", "succeeded": "2021年4月1日"},
            "2021-04-22",
            "succeeded",
            "not_concluded",
            "not_concluded",
        ),
    ],
)
def test_a_status_begins_on_its_day(values, on, before, then, after):
    on = date.fromisoformat(on)
    days = (on - timedelta(days=1), on, on + timedelta(days=1))
    assert [status_on(facts(**values), on=one) for one in days] == [before, then, after]


@pytest.mark.parametrize("nothing", [None, STATED_NOWHERE, AT_AN_EVENT])
def test_what_has_no_day_changes_no_status(nothing):
    known = Facts(planned=nothing, signed=day("2021年4月22日"), ends=nothing, succeeded=nothing)
    assert status_on(known, date(2021, 4, 21)) == Status.PLANNED
    assert status_on(known, date(2021, 4, 22)) == Status.SIGNED
    assert status_on(Facts(planned=nothing, signed=nothing), date(2021, 4, 22)) == Status.ANNOUNCED


@pytest.mark.parametrize("until", [STATED_NOWHERE, AT_AN_EVENT])
def test_a_renewal_without_a_day_leaves_the_period_open(until):
    known = Facts(signed=day("2020年4月1日"), ends=day("2021年3月末"), extended=until)
    assert status_on(known, date(2021, 3, 31)) == Status.SIGNED
    assert status_on(known, date(2030, 1, 1)) == Status.SIGNED
