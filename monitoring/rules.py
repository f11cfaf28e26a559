"""When a review is expected. Plain rules: no database, no clock.

「年1回程度」 gives a time around which one may be expected, never a date that passes.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.fiscal import fiscal_year_of
from common.stated_dates import Certainty, StatedDate


class Cycle(models.TextChoices):
    QUARTER = "quarter", _("四半期ごと")
    YEAR_END = "year_end", _("毎年度末")
    MONTH = "month", _("毎年決まった月")
    ABOUT_YEARLY = "about_yearly", _("年1回程度")
    OTHER = "other", _("その他")


Interval = tuple[date, date]
YEARS_AHEAD = 3


@dataclass(frozen=True)
class Rule:
    """`month`: of Cycle.MONTH. `begun`: the first day of what is reviewed. `until`: its last day,
    None while no end is known. `held`: the last review."""

    cycle: str
    month: int | None = None
    begun: date | None = None
    until: date | None = None
    held: date | None = None

    def expected(self, on: date) -> Interval | None:
        """The next occasion that has not passed on the day `on`: its first and last day.

        A review in a month looks back at the fiscal year before: the first one follows the year of
        the begin, the last one the end of the period. None: none is expected any more, or the
        words give no time.
        """
        limit = self._limit()
        for first, last in self._occasions(on):
            if limit and first > limit:
                return None
            if last >= on and not self._is_too_early(first, last):
                return first, last
        return None

    def last_expected(self) -> Interval | None:
        """The last occasion of a period whose end is known."""
        if self.until is None:
            return None
        found = None
        occasion = self.expected(self.until - timedelta(days=400))
        while occasion:
            found = occasion
            occasion = self.expected(found[1] + timedelta(days=1))
        return found

    def _is_too_early(self, first: date, last: date) -> bool:
        """Held already, or before there is anything to look back at."""
        if self.held and first <= self.held:
            return True
        if self.begun and self.cycle == Cycle.MONTH:
            return fiscal_year_of(first) <= fiscal_year_of(self.begun)
        return bool(self.begun and last < self.begun)

    def _limit(self) -> date | None:
        if self.until is None or self.cycle != Cycle.MONTH:
            return self.until
        return date(min(fiscal_year_of(self.until) + 2, date.max.year), 3, 31)

    def _occasions(self, on: date) -> Iterator[Interval]:
        """The occasions of some fiscal years from the one of `on`, in order."""
        start = self.held or self.begun
        if self.cycle == Cycle.ABOUT_YEARLY and start:
            years = max(1, on.year - start.year)
            yield from (_months_after(start, 12 * n) for n in range(years, years + YEARS_AHEAD))
        begins = fiscal_year_of(on)
        for year in range(begins, min(begins + YEARS_AHEAD, date.max.year)):
            if self.cycle == Cycle.QUARTER:
                yield from (_month(year, month) for month in (6, 9, 12, 3))
            elif self.cycle == Cycle.YEAR_END:
                yield _month(year, 3)
            elif self.cycle == Cycle.MONTH and self.month:
                yield _month(year, self.month)


@dataclass(frozen=True)
class Outlook:
    """What readers are told: the next occasion, else the last one of a period that is over."""

    next: StatedDate | None
    last: StatedDate | None


def outlook(rule: Rule, on: date) -> Outlook:
    coming = rule.expected(on)
    return Outlook(_stated(coming), None if coming else _stated(rule.last_expected()))


def _stated(interval: Interval | None) -> StatedDate | None:
    return StatedDate("", *interval, Certainty.ESTIMATED) if interval else None


def _month(fiscal: int, month: int) -> Interval:
    """A month of a fiscal year."""
    return _whole_month(fiscal if month >= 4 else fiscal + 1, month)


def _months_after(day: date, months: int) -> Interval:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return _whole_month(year, month + 1)


def _whole_month(year: int, month: int) -> Interval:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
