"""Everything dated and public, over all rooms: for the calendar.

What an event is, and `events_of(agreement, …)` for the timeline of one agreement, stand in
`partnerships/events.py`: the page of an agreement may not import from here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from common.fiscal import fiscal_year_of
from editorial.models import public_at
from monitoring.models import ReviewRule
from partnerships.events import (
    AGREEMENT_DATES,
    AMENDMENT_DATES,
    DOCUMENT_DATES,
    PLAN_DATES,
    Event,
    EventKind,
    Sureness,
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


@dataclass(frozen=True)
class FiscalYear:
    """The months in which something lies; `is_wide`: something names no month of the year."""

    year: int
    months: list[date]
    is_wide: bool


class Calendar:
    """What is dated and public at `now`."""

    def __init__(self, now: datetime) -> None:
        self.on = timezone.localdate(now)
        self.now = now

    @cached_property
    def _reviews(self) -> list[Event]:
        """When the next one is expected is computed, so that no query can ask for it."""
        rules = ReviewRule.objects.public(self.now).with_outlook(self.on, self.now)
        return [event for rule in rules for event in review_events(rule)]

    def between(self, first: date, last: date) -> list[Event]:
        """The events whose date lies in the time, or overlaps it, in order."""
        stored = (event for rows in _all_dated(self.now) for event in rows.between(first, last))
        found = [event for event in (*stored, *self._reviews) if _overlaps(event, first, last)]
        return sorted(_folded(found), key=lambda event: (*event.order, str(event.record)))

    def coming(self) -> list[Event]:
        """What begins after the day, or is planned for a time that is not over."""
        return [event for event in self.between(self.on, date.max) if self._is_coming(event)]

    def _is_coming(self, event: Event) -> bool:
        planned = event.certainty in (Sureness.PLANNED, Sureness.EXPECTED)
        return planned or event.order[0] > self.on

    def fiscal_years(self) -> list[FiscalYear]:
        """Those in which something lies, the latest first; what names no month lies in a year."""
        stored = [spans for rows in _all_dated(self.now) for spans in rows.spans()]
        spans = {*stored[0].union(*stored[1:]), *(event.order[:2] for event in self._reviews)}
        months = {first.replace(day=1) for first, last in spans if month_of(first, last)}
        wide = {year for one in spans if not month_of(*one) for year in _fiscal_years(*one)}
        return [
            FiscalYear(year, sorted(m for m in months if fiscal_year_of(m) == year), year in wide)
            for year in sorted({*wide, *map(fiscal_year_of, months)}, reverse=True)
        ]


def _folded(events: list[Event]) -> list[Event]:
    """What was signed on the day that was planned is told once, as signed."""
    signed = {_of_day(event) for event in events if event.kind == EventKind.SIGNED}
    return [
        event
        for event in events
        if event.kind != EventKind.PLANNED_SIGNING or _of_day(event) not in signed
    ]


def _of_day(event: Event) -> tuple[Any, date, date]:
    return (event.record, *event.order[:2])


def month_of(first: date, last: date) -> date | None:
    """The first day of the month that holds the whole time."""
    begins = first.replace(day=1)
    return begins if begins == last.replace(day=1) else None


def _fiscal_years(first: date, last: date) -> Iterable[int]:
    return range(fiscal_year_of(first), fiscal_year_of(last) + 1)


def _overlaps(event: Event, first: date, last: date) -> bool:
    interval = event.date.interval
    return bool(interval and interval[0] <= last and interval[1] >= first)
