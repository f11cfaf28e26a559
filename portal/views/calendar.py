"""The calendar: everything dated, by month and as a list by fiscal year."""

import re
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.dates.value import month_end
from common.fiscal import fiscal_year_of, fiscal_year_span
from partnerships.events import Event
from portal.events import events_between, months

YEARS = range(1868, 2200)


def calendar(request: HttpRequest) -> HttpResponse:
    """`?month=2021-04`, or `?fiscal_year=2021` as a list; else the latest month that has any."""
    now = timezone.now()
    known = months(now)
    if year := fiscal_year_asked(request.GET.get("fiscal_year", "")):
        return render(request, "portal/calendar_list.html", year_context(year, known, now))
    month = month_asked(request.GET.get("month", "")) or latest(known, timezone.localdate(now))
    return render(request, "portal/calendar.html", month_context(month, known, now))


def month_asked(words: str) -> date | None:
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", words)
    return date(int(found[1]), int(found[2]), 1) if found and int(found[1]) in YEARS else None


def fiscal_year_asked(words: str) -> int | None:
    known = re.fullmatch(r"[0-9]{4}", words) and int(words) in YEARS
    return int(words) if known else None


def latest(known: list[date], on: date) -> date:
    """This month if something lies in it, else the last one before; the first one if none does."""
    begun = [month for month in known if month <= on]
    return begun[-1] if begun else next(iter(known), on.replace(day=1))


def month_context(month: date, known: list[date], now: datetime) -> dict[str, Any]:
    events = events_between(month, month_end(month.year, month.month), now)
    days = days_of(month, events)
    return {
        "month": month,
        "fiscal_year": fiscal_year_of(month),
        "on": timezone.localdate(now),
        "first_column": month.isoweekday() % 7 + 1,
        "days": days,
        "has_days": any(found for _day, found in days),
        "others": [event for event in events if not event.is_day],
        "total": len(events),
        "before": max((one for one in known if one < month), default=None),
        "after": min((one for one in known if one > month), default=None),
        "years": by_fiscal_year(known),
    }


def days_of(month: date, events: list[Event]) -> list[tuple[date, list[Event]]]:
    """Each day of the month with the events of which a document names the day."""
    last = month_end(month.year, month.month).day
    days = [month + timedelta(days=number) for number in range(last)]
    return [(day, [e for e in events if e.is_day and e.date.first == day]) for day in days]


def year_context(year: int, known: list[date], now: datetime) -> dict[str, Any]:
    years = {fiscal_year_of(month) for month in known}
    return {
        "year": year,
        "on": timezone.localdate(now),
        "events": events_between(*fiscal_year_span(year), now),
        "before": max((one for one in years if one < year), default=None),
        "after": min((one for one in years if one > year), default=None),
        "years": by_fiscal_year(known),
    }


def by_fiscal_year(known: list[date]) -> list[tuple[int, list[date]]]:
    """The months under their fiscal years, the latest first."""
    latest_first = sorted(known, reverse=True)
    return [(year, sorted(found)) for year, found in groupby(latest_first, fiscal_year_of)]
