"""Everything dated and public, over all rooms: for the calendar.

What an event is, and `events_of(agreement, …)` for the timeline of one agreement, stand in
`partnerships/events.py`: the page of an agreement may not import from here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from editorial.models import public_at
from monitoring.models import ReviewRule
from partnerships.events import (
    AGREEMENT_DATES,
    AMENDMENT_DATES,
    DOCUMENT_DATES,
    PLAN_DATES,
    Event,
    activity_events,
    ceremony_events,
    dated,
    review_events,
)
from partnerships.models import Agreement, Amendment, Ceremony
from projects.models import Activity, Plan
from sources.models import SourceDocument

PLAIN_DAYS = ("ended_on", "dropped_on")


@dataclass(frozen=True)
class Dated:
    """Public rows with dates in `fields`, and the events of one of them."""

    rows: Any
    fields: Iterable[str]
    events: Callable[[Any], Iterator[Event]]

    def between(self, first: date, last: date) -> Iterator[Event]:
        """The events of the rows that have a date in the time, one query."""
        found = Q()
        for begins, ends in map(_columns, self.fields):
            found |= Q(**{f"{begins}__lte": last, f"{ends}__gte": first})
        for row in self.rows.filter(found):
            yield from self.events(row)

    def spans(self) -> Iterator[Any]:
        """For each field, the first and last days that occur: to be joined into one query."""
        for begins, ends in map(_columns, self.fields):
            known = self.rows.order_by().exclude(**{f"{begins}__isnull": True})
            yield known.values_list(F(begins), F(ends))


def _columns(field: str) -> tuple[str, str]:
    return (field, field) if field in PLAIN_DAYS else (f"{field}_first", f"{field}_last")


def _all_dated(now: datetime) -> list[Dated]:
    of_agreement = public_at(now, "agreement__")
    ceremonies = Ceremony.objects.filter(of_agreement).select_related("agreement")
    amendments = Amendment.objects.filter(of_agreement).select_related("agreement")
    activities = Activity.objects.public(now).select_related("project")
    return [
        _itself(Agreement.objects.public(now), AGREEMENT_DATES),
        Dated(ceremonies, ["held_on"], lambda row: ceremony_events(row, row.agreement)),
        Dated(amendments, AMENDMENT_DATES, lambda row: dated(row, AMENDMENT_DATES, row.agreement)),
        Dated(activities, ["happened_on"], activity_events),
        _itself(Plan.objects.public(now), PLAN_DATES),
        _itself(SourceDocument.objects.public(now), DOCUMENT_DATES),
    ]


def _itself(rows: Any, dates: dict[str, Any]) -> Dated:
    """Records that are shown on pages of their own."""
    return Dated(rows, dates, lambda row: dated(row, dates, row))


def _reviews(now: datetime) -> Iterator[Event]:
    """When the next one is expected is computed, so that no query can ask for it."""
    rules = ReviewRule.objects.public(now).with_outlook(timezone.localdate(now), now)
    return (event for rule in rules for event in review_events(rule))


def events_between(first: date, last: date, now: datetime) -> list[Event]:
    """The events whose date lies in the time, or overlaps it, in order."""
    stored = (event for rows in _all_dated(now) for event in rows.between(first, last))
    found = [event for event in (*stored, *_reviews(now)) if _overlaps(event, first, last)]
    return sorted(found, key=lambda event: (*event.order, str(event.record)))


def _overlaps(event: Event, first: date, last: date) -> bool:
    interval = event.date.interval
    return bool(interval and interval[0] <= last and interval[1] >= first)


def months(now: datetime) -> list[date]:
    """The first days of the months in which an event lies or begins, in order."""
    stored = [spans for rows in _all_dated(now) for spans in rows.spans()]
    begins = {first for first, _last in stored[0].union(*stored[1:])}
    begins |= {event.date.first for event in _reviews(now) if event.date.first}
    return sorted({day.replace(day=1) for day in begins})
