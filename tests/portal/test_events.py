"""Events: everything dated and public, whatever room it stands in."""

from datetime import date

import pytest

from partnerships.models import Ceremony
from portal.events import Calendar, FiscalYear
from tests.world import COMING, DRAFT, NOW, activity, agreement, day, document, plan, project

pytestmark = pytest.mark.django_db


def between(first, last):
    found = Calendar(NOW).between(date(*first), date(*last))
    return [(event.date.text, event.kind, event.certainty) for event in found]


def test_dates_of_every_kind_of_record_are_found():
    agreement("one", announced_on=day("2021年4月1日"), ends_on=day("2021年4月5日", "planned"))
    activity(project(), happened_on=day("2021年4月2日"))
    plan("two", adopted_on=day("2021年4月"))
    document("three", issued_on=day("2021年4月3日"))
    assert between((2021, 4, 1), (2021, 4, 30)) == [
        ("2021年4月1日", "announced", "confirmed"),
        ("2021年4月", "plan_adopted", "confirmed"),
        ("2021年4月2日", "activity", "confirmed"),
        ("2021年4月3日", "document", "confirmed"),
        ("2021年4月5日", "ends", "planned"),
    ]


def test_a_signing_on_the_day_that_was_planned_is_one_event_and_the_ceremony_another():
    planned = day("2021年4月2日", "planned")
    kept = agreement("kept", planned_signing_on=planned, signed_on=day("2021年4月2日"))
    Ceremony.objects.create(agreement=kept, held_on=planned)
    agreement("open", planned_signing_on=planned)
    agreement("later", planned_signing_on=planned, signed_on=day("2021年4月3日"))
    assert sorted(between((2021, 4, 2), (2021, 4, 3))) == [
        ("2021年4月2日", "ceremony", "planned"),
        ("2021年4月2日", "planned_signing", "planned"),
        ("2021年4月2日", "planned_signing", "planned"),
        ("2021年4月2日", "signed", "confirmed"),
        ("2021年4月3日", "signed", "confirmed"),
    ]


def test_what_was_only_planned_stays_planned():
    activity(project(), happened_on=day("2021年4月2日"), state="planned")
    assert between((2021, 4, 2), (2021, 4, 2)) == [("2021年4月2日", "activity", "planned")]


def test_days_that_people_decided_are_events():
    agreement("ended", ended_on=date(2021, 4, 2), ended_reason="統合のため")
    agreement("dropped", dropped_on=date(2021, 4, 3))
    kinds = [kind for _words, kind, _sure in between((2021, 4, 2), (2021, 4, 3))]
    assert kinds == ["ended", "dropped"]


def test_a_time_over_several_months_lies_in_each_and_is_filed_by_its_fiscal_year():
    activity(project(), happened_on=day("2020年度"))
    assert [len(between((2020, m, 1), (2020, m, 28))) for m in (3, 4, 12)] == [0, 1, 1]
    assert Calendar(NOW).fiscal_years() == [FiscalYear(2020, [], is_wide=True)]


def test_a_time_over_two_fiscal_years_is_filed_under_both():
    plan("one", starts_on=day("2020年"), adopted_on=day("2020年2月末"))
    assert Calendar(NOW).fiscal_years() == [
        FiscalYear(2020, [], is_wide=True),
        FiscalYear(2019, [date(2020, 2, 1)], is_wide=True),
    ]


def test_what_is_coming_is_planned_and_not_over_or_begins_later():
    """The day is 2021-06-01."""
    done = project("done")
    activity(done, "underway", happened_on=day("2021年度"))
    activity(done, "planned", happened_on=day("令和3年度"), state="planned")
    plan("later", ends_on=day("平成39年度"))
    plan("over", ends_on=day("2021年5月31日", "planned"))
    coming = [(event.date.text, event.kind) for event in Calendar(NOW).coming()]
    assert coming == [("令和3年度", "activity"), ("平成39年度", "plan_ends")]


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_hidden_records_have_no_events(state):
    agreement("one", announced_on=day("2021年4月1日"), **state)
    activity(project(**state))
    plan(adopted_on=day("2021年4月1日"), **state)
    document("two", issued_on=day("2021年4月1日"), **state)
    assert Calendar(NOW).fiscal_years() == []
