"""When a review is expected, on the days on which the answer changes."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

import pytest

from common.stated_dates import Certainty
from monitoring.rules import Cycle, Outlook, Rule, outlook

MONTHS = {Cycle.QUARTER: (3, 6, 9, 12), Cycle.YEAR_END: (3,), Cycle.OTHER: ()}
BEGUN = date(2018, 8, 20)
RULES = [
    *(Rule(cycle) for cycle in MONTHS),
    *(Rule(Cycle.MONTH, number) for number in range(1, 13)),
    Rule(Cycle.ABOUT_YEARLY, begun=BEGUN),
]
DAYS = [date(2019, 1, 1) + timedelta(days=n) for n in range(0, 4 * 366, 3)]
PERIODS = [None, *(date(2020, m, d) for m in (2, 3, 4, 5, 6) for d in (1, 29))]


def day(text):
    return date.fromisoformat(text) if text else None


def month(text):
    """The first and the last day of "2021-05"; None of ""."""
    if not text:
        return None
    year, number = map(int, text.split("-"))
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


@pytest.mark.parametrize(
    ("cycle", "in_month", "on", "occasion"),
    [
        ("month", 5, "2021-03-31", "2021-05"),
        ("month", 5, "2021-04-01", "2021-05"),
        ("month", 5, "2021-05-01", "2021-05"),
        ("month", 5, "2021-05-31", "2021-05"),
        ("month", 5, "2021-06-01", "2022-05"),
        ("month", 3, "2021-03-31", "2021-03"),
        ("month", 3, "2021-04-01", "2022-03"),
        ("month", 4, "2021-04-30", "2021-04"),
        ("month", 4, "2021-05-01", "2022-04"),
        ("month", 2, "2024-02-29", "2024-02"),
        ("month", 2, "2024-03-01", "2025-02"),
        ("month", 12, "2021-12-31", "2021-12"),
        ("month", 12, "2022-01-01", "2022-12"),
        ("quarter", None, "2021-04-01", "2021-06"),
        ("quarter", None, "2021-06-30", "2021-06"),
        ("quarter", None, "2021-07-01", "2021-09"),
        ("quarter", None, "2021-10-01", "2021-12"),
        ("quarter", None, "2021-12-31", "2021-12"),
        ("quarter", None, "2022-01-01", "2022-03"),
        ("quarter", None, "2022-03-31", "2022-03"),
        ("quarter", None, "2022-04-01", "2022-06"),
        ("year_end", None, "2021-03-31", "2021-03"),
        ("year_end", None, "2021-04-01", "2022-03"),
        ("about_yearly", None, "2021-04-01", ""),
        ("other", None, "2021-04-01", ""),
    ],
)
def test_the_next_occasion_is_the_first_that_has_not_passed(cycle, in_month, on, occasion):
    assert Rule(cycle, in_month).expected(day(on)) == month(occasion)


@pytest.mark.parametrize(
    ("cycle", "in_month", "until", "on", "occasion"),
    [
        # What stands at the end of a quarter or a year is expected while the period runs.
        ("year_end", None, "2021-03-31", "2021-03-31", "2021-03"),
        ("year_end", None, "2021-03-31", "2021-04-01", ""),
        ("year_end", None, "2021-03-01", "2020-04-01", "2021-03"),
        ("year_end", None, "2021-02-28", "2020-04-01", ""),
        ("quarter", None, "2021-06-30", "2021-06-30", "2021-06"),
        ("quarter", None, "2021-06-30", "2021-07-01", ""),
        ("quarter", None, "2021-05-31", "2021-04-01", ""),
        # A month of every year looks back: one occasion follows the end of the period.
        ("month", 5, "2021-03-31", "2021-05-31", "2021-05"),
        ("month", 5, "2021-03-31", "2021-06-01", ""),
        ("month", 5, "2021-04-01", "2021-06-01", "2022-05"),
        ("month", 5, "2021-04-01", "2022-05-31", "2022-05"),
        ("month", 5, "2021-04-01", "2022-06-01", ""),
        ("month", 3, "2021-03-31", "2022-03-31", "2022-03"),
        ("month", 3, "2021-03-31", "2022-04-01", ""),
        ("month", 4, "2021-03-31", "2021-04-30", "2021-04"),
        ("month", 4, "2021-03-31", "2021-05-01", ""),
        # Long before the end, the end changes nothing.
        ("month", 5, "2030-03-31", "2021-06-01", "2022-05"),
        ("quarter", None, "2030-03-31", "2021-07-01", "2021-09"),
    ],
)
def test_no_occasion_is_expected_once_the_period_is_over(cycle, in_month, until, on, occasion):
    assert Rule(cycle, in_month, until=day(until)).expected(day(on)) == month(occasion)


@pytest.mark.parametrize(
    ("cycle", "in_month", "until", "occasion"),
    [
        ("month", 5, "2020-03-31", "2020-05"),
        ("month", 5, "2020-04-01", "2021-05"),
        ("month", 3, "2020-03-31", "2021-03"),
        ("month", 4, "2020-03-31", "2020-04"),
        ("quarter", None, "2020-03-31", "2020-03"),
        ("quarter", None, "2020-05-31", "2020-03"),
        ("quarter", None, "2020-06-01", "2020-06"),
        ("year_end", None, "2020-03-31", "2020-03"),
        ("year_end", None, "2020-02-29", "2019-03"),
        ("about_yearly", None, "2020-03-31", ""),
        ("other", None, "2020-03-31", ""),
    ],
)
def test_the_last_occasion_of_a_period(cycle, in_month, until, occasion):
    assert Rule(cycle, in_month, until=day(until)).last_expected() == month(occasion)


def occasions(rule):
    """All of some years, found by walking the calendar instead of fiscal years."""
    months = {Cycle.MONTH: (rule.month,), Cycle.ABOUT_YEARLY: (BEGUN.month,)} | MONTHS
    limit = rule.until or date.max
    if rule.until and rule.cycle == Cycle.MONTH:
        limit = date(rule.until.year + (2 if rule.until.month > 3 else 1), 3, 31)
    for year in range(BEGUN.year, 2026):
        for number in months[rule.cycle]:
            first, last = month(f"{year}-{number}")
            if first <= limit and (rule.begun is None or first > rule.begun):
                yield first, last


@pytest.mark.parametrize("rule", RULES, ids=str)
@pytest.mark.parametrize("until", PERIODS)
def test_every_day_of_four_years_agrees_with_the_calendar(rule, until):
    rule = replace(rule, until=until)
    known = list(occasions(rule))
    for on in DAYS:
        assert rule.expected(on) == next((one for one in known if one[1] >= on), None), on
    if until:
        assert rule.last_expected() == (known[-1] if known else None)


@pytest.mark.parametrize(
    ("begun", "on", "occasion"),
    [
        ("2020-02-29", "2020-03-01", "2021-02"),
        ("2020-04-20", "2020-04-20", "2021-04"),
        ("2020-04-20", "2021-04-30", "2021-04"),
        ("2020-04-20", "2021-05-01", "2022-04"),
        ("2020-04-20", "2029-05-01", "2030-04"),
        ("2020-12-31", "2021-01-01", "2021-12"),
        ("2020-12-31", "2022-01-01", "2022-12"),
        ("2021-01-01", "2020-12-31", "2022-01"),
        ("2023-02-28", "2023-02-28", "2024-02"),
    ],
)
def test_about_once_a_year_is_the_same_month_of_another_year_and_never_overdue(begun, on, occasion):
    rule = Rule(Cycle.ABOUT_YEARLY, begun=day(begun))
    assert rule.expected(day(on)) == month(occasion)
    assert rule.last_expected() is None


@pytest.mark.parametrize("rule", [Rule(Cycle.ABOUT_YEARLY), Rule(Cycle.OTHER), Rule(Cycle.MONTH)])
@pytest.mark.parametrize("until", PERIODS)
def test_words_that_give_no_time_give_no_day_that_could_pass(rule, until):
    rule = replace(rule, until=until)
    assert {outlook(rule, on) for on in DAYS} == {Outlook(None, None)}


@pytest.mark.parametrize(
    ("until", "on", "coming", "last"),
    [
        (None, "2021-06-01", "2022-05", ""),
        ("2021-03-31", "2021-05-31", "2021-05", ""),
        ("2021-03-31", "2021-06-01", "", "2021-05"),
    ],
)
def test_readers_are_told_the_next_occasion_or_else_the_last(until, on, coming, last):
    told = outlook(Rule(Cycle.MONTH, 5, until=day(until)), day(on))
    assert [one and one.interval for one in (told.next, told.last)] == [month(coming), month(last)]
    assert {one.certainty for one in (told.next, told.last) if one} == {Certainty.ESTIMATED}


MAY = Rule(Cycle.MONTH, 5)


@pytest.mark.parametrize(
    ("rule", "on", "expected"),
    [
        (replace(MAY, held=day("2026-05-10")), "2026-05-20", "2027-05"),
        (replace(MAY, held=day("2026-04-30")), "2026-05-20", "2026-05"),
        (replace(MAY, begun=day("2016-04-01")), "2016-04-01", "2017-05"),
        (replace(MAY, begun=day("2016-03-31")), "2016-04-01", "2016-05"),
        (replace(MAY, until=day("9999-12-31")), "2026-05-01", "2026-05"),
        (Rule(Cycle.QUARTER, begun=day("2027-04-01")), "2026-05-01", "2027-06"),
        (Rule(Cycle.ABOUT_YEARLY, begun=BEGUN, held=day("2020-02-01")), "2020-03-01", "2021-02"),
    ],
)
def test_nothing_is_expected_before_the_begin_nor_again_after_a_review(rule, on, expected):
    assert rule.expected(day(on)) == month(expected)
