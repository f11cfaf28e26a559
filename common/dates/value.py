"""The value: what a document says about a day, and which interval it means."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.fiscal import fiscal_year_of, fiscal_year_span

MAX_LENGTH = 200
WEEKDAYS = "月火水木金土日"  # as date.weekday() counts


class Certainty(models.TextChoices):
    """How sure a stated date is, or which kind of absence stands in its place."""

    PLANNED = "planned", _("予定")
    CONFIRMED = "confirmed", _("確定")
    ESTIMATED = "estimated", _("推定")
    NOT_STATED = "not_stated", _("記載なし")
    NOT_APPLICABLE = "not_applicable", _("該当なし")
    NONE = "none", _("なし")
    UNDECIDED = "undecided", _("未定")


PRESENT = (Certainty.PLANNED, Certainty.CONFIRMED, Certainty.ESTIMATED)
ABSENT = (
    Certainty.NOT_STATED,
    Certainty.NOT_APPLICABLE,
    Certainty.NONE,
    Certainty.UNDECIDED,
)


class DateError(ValueError):
    """Words that cannot be read as a date. The message is Japanese and says what to do."""


@dataclass(frozen=True)
class StatedDate:
    """A date as stated: the words, the interval (both ends included) and the certainty.

    `first` and `last` are None together: for a kind of absence, and for words tied to an event
    of unknown day (「認定の日から」), which sort last.
    """

    text: str
    first: date | None
    last: date | None
    certainty: str

    @property
    def interval(self) -> tuple[date, date] | None:
        """Both ends, or None."""
        return (self.first, self.last) if self.first and self.last else None

    @property
    def is_absent(self) -> bool:
        """Whether the certainty is a kind of absence."""
        return self.certainty in ABSENT

    @property
    def precision(self) -> str | None:
        """'day', 'month', 'year', 'fiscal_year' or 'span'; None without an interval."""
        return precision_of(*self.interval) if self.interval else None

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year that holds the whole interval; None over two, or without one."""
        if not self.interval:
            return None
        first, last = map(fiscal_year_of, self.interval)
        return first if first == last else None

    def __str__(self) -> str:
        from common.dates.display import show  # display formats this class

        return show(self, language="ja")


def precision_of(first: date, last: date) -> str:
    """The unit of the calendar that an interval fills exactly, else 'span'."""
    if first == last:
        return "day"
    if first.day == 1 and last == month_end(first.year, first.month):
        return "month"
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return "year"
    if first.year < date.max.year and (first, last) == fiscal_year_span(first.year):
        return "fiscal_year"
    return "span"


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)
