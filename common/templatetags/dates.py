"""Filters that show dates in the active language: `{% load dates %}`."""

import re
from datetime import date, datetime

from django import template
from django.utils import timezone

from common import stated_dates
from common.dates.display import show_day, show_fiscal_year
from common.dates.value import month_end
from common.stated_dates import Certainty, StatedDate

register = template.Library()


@register.filter
def show(value: StatedDate | None) -> str:
    """西暦 with 和暦: 2021年（令和3年）4月22日（木）; nothing for None."""
    return stated_dates.show(value) if value else ""


@register.filter
def seireki(value: StatedDate | None) -> str:
    """西暦 alone: 2021年4月22日（木）; nothing for None."""
    return stated_dates.seireki(value) if value else ""


@register.filter
def wareki(value: StatedDate | None) -> str:
    """和暦 alone: 令和3年4月22日; nothing for None."""
    return stated_dates.wareki(value) if value else ""


@register.filter
def jdate(value: date | None) -> str:
    """A plain day or instant (in the site's time zone), as `show`; nothing for None."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return show_day(value) if value else ""


@register.filter
def month_name(value: date | None) -> str:
    """The month that a day lies in: 2021年（令和3年）4月; nothing for None."""
    return show(_month_of(value))


@register.filter
def short_month_name(value: date | None) -> str:
    """The same in 西暦 alone, under a heading that gives both: 2021年4月; nothing for None."""
    return seireki(_month_of(value))


def _month_of(value: date | None) -> StatedDate | None:
    if value is None:
        return None
    first, last = value.replace(day=1), month_end(value.year, value.month)
    return StatedDate("", first, last, Certainty.CONFIRMED)


@register.filter
def fiscal_year_name(year: int | None) -> str:
    """A fiscal year by its number: 2021年度（令和3年度）; nothing for None."""
    return show_fiscal_year(year) if year is not None else ""


@register.filter
def is_relative(value: StatedDate | None) -> bool:
    """Whether the words count from the day of the document: 昨年6月, 来年."""
    return bool(value and value.first and re.match("[昨来翌本今同前一]", value.text))
