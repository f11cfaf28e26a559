"""The calendar: what is coming and what has passed, and everything dated by month and year."""

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
from portal.events import Calendar, FiscalYear, month_of
from portal.passed import passed

YEARS = range(1868, 2200)
LISTED = 20


def calendar(request: HttpRequest) -> HttpResponse:
    """`?month=2021-04`, or `?fiscal_year=2021` as a list; else what is coming and has passed."""
    now = timezone.now()
    dates = Calendar(now)
    years = dates.fiscal_years()
    known: dict[str, Any] = {"on": dates.on, "years": years}
    if year := fiscal_year_asked(request.GET.get("fiscal_year", "")):
        found = year_context(year, dates, years)
        known["turned"] = {"fiscal_year": year}
        return render(request, "portal/calendar_list.html", {**known, **found})
    if month := month_asked(request.GET.get("month", "")):
        found = month_context(month, dates, years)
        known["turned"] = {"month": f"{month:%Y-%m}"}
        return render(request, "portal/calendar_month.html", {**known, **found})
    return render(request, "portal/calendar.html", {**known, **opening_context(dates, now)})


def month_asked(words: str) -> date | None:
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", words)
    return date(int(found[1]), int(found[2]), 1) if found and int(found[1]) in YEARS else None


def fiscal_year_asked(words: str) -> int | None:
    known = re.fullmatch(r"[0-9]{4}", words) and int(words) in YEARS
    return int(words) if known else None


def opening_context(dates: Calendar, now: datetime) -> dict[str, Any]:
    """The nearest and the latest of each, with how many there are."""
    coming, over = dates.coming(), passed(now)
    return {
        "coming": coming[:LISTED],
        "coming_count": len(coming),
        "passed": over[:LISTED],
        "passed_count": len(over),
        "listed": LISTED,
    }


def month_context(month: date, dates: Calendar, years: list[FiscalYear]) -> dict[str, Any]:
    events = [
        event
        for event in dates.between(month, month_end(month.year, month.month))
        if month_of_event(event)
    ]
    days = days_of(month, events)
    known = [one for year in years for one in year.months]
    return {
        "month": month,
        "fiscal_year": fiscal_year_of(month),
        "first_column": month.isoweekday() % 7 + 1,
        "days": days,
        "has_days": any(found for _day, found in days),
        "others": [event for event in events if not event.is_day],
        "total": len(events),
        "before": max((one for one in known if one < month), default=None),
        "after": min((one for one in known if one > month), default=None),
    }


def days_of(month: date, events: list[Event]) -> list[tuple[date, list[Event]]]:
    """Each day of the month with the events of which a document names the day."""
    last = month_end(month.year, month.month).day
    days = [month + timedelta(days=number) for number in range(last)]
    return [(day, [e for e in events if e.is_day and e.date.first == day]) for day in days]


def year_context(year: int, dates: Calendar, years: list[FiscalYear]) -> dict[str, Any]:
    """By month; what names no month of the year stands apart: it may be any of them."""
    events = dates.between(*fiscal_year_span(year))
    within = [event for event in events if month_of_event(event)]
    known = [one.year for one in years]
    return {
        "year": year,
        "total": len(events),
        "months": [(month, list(found)) for month, found in groupby(within, month_of_event)],
        "wide": [event for event in events if not month_of_event(event)],
        "before": max((one for one in known if one < year), default=None),
        "after": min((one for one in known if one > year), default=None),
    }


def month_of_event(event: Event) -> date | None:
    return month_of(*event.order[:2])
