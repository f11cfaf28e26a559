"""Where the events of one agreement stand in a picture of them: an axis to the scale of time."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from common.dates.display import in_picture, show
from common.punctuation import aside, listed, quoted
from common.stated_dates import StatedDate
from partnerships.events import Event, EventKind, Sureness, dated

# Units of the picture, near CSS pixels on a phone: its labels stay above 12 px at 320 px.
TOP, LINE, GAP = 20, 20, 14
LOWEST = 200
COLUMNS, LINES = 15.5, 2  # of a label, in full-width characters
YEAR_APART = 24
STEPS = (1, 2, 5, 10, 20, 50, 100)  # of the years along the axis

TITLED = (EventKind.DOCUMENT, EventKind.DOCUMENT_MADE)  # the title alone says what happened
PERIODS = (EventKind.PLAN_ADOPTED, EventKind.PLAN_STARTS, EventKind.PLAN_ENDS)
SUCCESSION_DATES = {"signed_on": EventKind.SIGNED}


def succession_events(agreements: Iterable[Any]) -> Iterator[Event]:
    """When those that came before or after an agreement were signed."""
    for other in agreements:
        for event in dated(other, SUCCESSION_DATES, other):
            yield replace(event, words=str(other))


def by_day(events: Iterable[Event]) -> list[tuple[StatedDate, list[Event]]]:
    """The events, given in order, under the date that they share."""
    days = groupby(events, key=lambda event: (event.date.interval, show(event.date)))
    found = [list(group) for _date, group in days]
    return [(group[0].date, group) for group in found]


def words_of(event: Event) -> str:
    """What happened, in a label."""
    if event.kind in TITLED:
        return quoted(event.record).strip()
    if event.kind == EventKind.ACTIVITY:
        return event.words
    if event.kind in PERIODS:
        return f"{event.label}{quoted(event.record)}"
    return (
        event.label if event.kind == EventKind.CEREMONY else f"{event.label} {event.words}".strip()
    )


def is_hollow(event: Event) -> bool:
    return event.certainty in (Sureness.PLANNED, Sureness.EXPECTED)


@dataclass
class Point:
    """One mark: all that happened in the same interval, with its label beside the axis."""

    events: list[Event]
    interval: tuple[date, date]
    mark: int = 0
    end: int = 0
    label: int = 0

    @property
    def is_planned(self) -> bool:
        return all(is_hollow(event) for event in self.events)

    @property
    def when(self) -> str:
        shown = self.shown[0]
        told = "" if shown.certainty == Sureness.CONFIRMED else aside(shown.certainty_label)
        return in_picture(shown.date) + told

    @property
    def shown(self) -> list[Event]:
        """What was planned for a day on which something happened is left to the list."""
        return [event for event in self.events if not is_hollow(event)] or self.events

    @property
    def lines(self) -> list[str]:
        return wrapped(listed(dict.fromkeys(words_of(event) for event in self.shown)))

    @property
    def baselines(self) -> list[tuple[int, str]]:
        return [(self.label + LINE * at, line) for at, line in enumerate(self.lines, 1)]

    @property
    def height(self) -> int:
        return LINE * (1 + len(self.lines)) + GAP


@dataclass
class Picture:
    """A vertical axis, and labels beside it that never cover each other.

    `period`: the first and the last day of a band along the axis.
    """

    points: list[Point]
    period: tuple[date, date] | None = None
    height: int = field(init=False)

    def __post_init__(self) -> None:
        self.height = max(LOWEST, sum(point.height for point in self.points)) + TOP
        for point in self.points:
            point.mark, point.end = map(self._y, point.interval)
        self._place_labels()

    @property
    def band(self) -> tuple[int, int] | None:
        """Where the band begins, and how long it is."""
        if self.period is None:
            return None
        first, last = map(self._y, self.period)
        return first, max(last - first, 2)

    @property
    def years(self) -> list[tuple[int, int]]:
        """Where the years begin, in even steps as near as labels allow; else the only year."""
        first, last = self._span
        begun = range(first.year + (first > date(first.year, 1, 1)), last.year + 1)
        for step in STEPS:
            found = [(year, self._y(date(year, 1, 1))) for year in begun if year % step == 0]
            if all(after[1] - before[1] >= YEAR_APART for before, after in pairwise(found)):
                break
        return found or [(first.year, self._y(first))]

    @property
    def _span(self) -> tuple[date, date]:
        ends = [day for point in self.points for day in point.interval] + [*(self.period or ())]
        return min(ends), max(ends)

    def _y(self, day: date) -> int:
        first, last = self._span
        length = self.height - TOP - self.points[-1].height
        return TOP + round(length * (day - first).days / max((last - first).days, 1))

    def _place_labels(self) -> None:
        """Down from the top, each at its mark or below the one before; then up from the end."""
        lowest = 0
        for point in self.points:
            point.label = max(point.mark, lowest)
            lowest = point.label + point.height
        highest = self.height + GAP
        for point in reversed(self.points):
            point.label = min(point.label, highest - point.height)
            highest = point.label


def picture_of(events: Iterable[Event], period: Sequence[date | None] = ()) -> Picture | None:
    """The picture of the events of known days, given in order; none without any."""
    known = [event for event in events if event.date.interval]
    points = [
        Point(list(group), interval)
        for interval, group in groupby(known, key=lambda event: event.date.interval)
        if interval
    ]
    first, last = period or (None, None)
    return Picture(points, (first, last) if first and last else None) if points else None


def wrapped(words: str) -> list[str]:
    """The words in at most `LINES` lines of a label; what is left out ends in dots."""
    lines = [""]
    for piece in re.findall(r"[!-~]+ ?|.", words):
        if lines[-1] and _width(lines[-1] + piece) > COLUMNS:
            if len(lines) == LINES:
                lines[-1] = lines[-1].rstrip() + "…"
                break
            lines.append("")
        lines[-1] += piece
    return lines


def _width(words: str) -> float:
    """In full-width characters."""
    return sum(1 if unicodedata.east_asian_width(c) in "FWA" else 0.58 for c in words)
