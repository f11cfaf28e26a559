"""What documents announced for a time that has passed, where none on file tells what came of it.

No accusation: that nothing is on file does not show that nothing was done.
"""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from common.stated_dates import Certainty
from partnerships.events import (
    PLAN_DATES,
    Event,
    EventKind,
    Sureness,
    activity_events,
    ceremony_events,
    dated,
)
from partnerships.items import tell_outcomes
from partnerships.models import Agreement, Ceremony
from partnerships.rules import Status
from projects.models import Activity, ActivityState, Plan
from sources.shown import Sources


def passed(now: datetime) -> list[Event]:
    """The events, the latest first."""
    on = timezone.localdate(now)
    found = (*_of_agreements(on, now), *_of_activities(on, now), *_of_plans(on, now))
    return sorted(found, key=lambda event: (*event.order, str(event.record)), reverse=True)


def _of_agreements(on: date, now: datetime) -> Iterator[Event]:
    """By the status, so that this page and theirs say the same."""
    statuses = (Status.PERIOD_PASSED, Status.PLAN_PASSED)
    rows = Agreement.objects.public(now).with_status(on, now).filter(status__in=statuses)
    for row in rows:
        ends = row.facts.period_ends
        if ends and row.status == Status.PERIOD_PASSED:
            yield Event(ends, EventKind.ENDS, ends.certainty, row, row, "ends_on")
    unsigned = {row.pk: row for row in rows if row.status == Status.PLAN_PASSED}
    for row in unsigned.values():
        if planned := row.facts.expected:
            kind, field = EventKind.PLANNED_SIGNING, "planned_signing_on"
            yield Event(planned, kind, Sureness.PLANNED, row, row, field)
    for ceremony in Ceremony.objects.filter(agreement__in=unsigned, held_on_last__lt=on):
        yield from ceremony_events(ceremony, unsigned[ceremony.agreement_id])


def _of_activities(on: date, now: datetime) -> Iterator[Event]:
    """Those of which no later document on their project tells."""
    public = Activity.objects.public(now)
    planned = public.filter(state=ActivityState.PLANNED, happened_on_last__lt=on)
    rows = list(public.filter(project__in=planned.values("project")).select_related("project"))
    tell_outcomes(rows, Sources(rows, now), on)
    for row in rows:
        if row.time_passed:
            yield from activity_events(row)


def _of_plans(on: date, now: datetime) -> Iterator[Event]:
    """Those that were to begin, of which no document tells that they were adopted."""
    rows = Plan.objects.public(now).filter(
        starts_on_certainty=Certainty.PLANNED, starts_on_last__lt=on, adopted_on_first=None
    )
    for row in rows:
        yield from dated(row, {"starts_on": PLAN_DATES["starts_on"]}, row)
