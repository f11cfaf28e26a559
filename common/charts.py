"""Bars as numbers: where each label and each bar of a chart stands. Plain: no HTML, no database.

Heights are pixels and widths are shares of the chart, so that text never shrinks with the screen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import east_asian_width

Number = int | Decimal

COLUMNS = 38  # half-width letters of 14 px that stand beside each other on a phone of 320 px
LINE = 22
BAR = 16
GAP = 12


@dataclass(frozen=True)
class Part:
    """A stretch of a bar; `look` names the class that colours it."""

    amount: Number
    look: str


@dataclass(frozen=True)
class Entry:
    """What is to be drawn: its label, its value in words, and its parts; none where none is known.

    An absence is an entry without parts: its words say so, and no bar stands for it.
    """

    label: str
    words: str
    parts: Sequence[Part] = ()

    @property
    def amount(self) -> Number:
        return sum((part.amount for part in self.parts), start=0)


@dataclass(frozen=True)
class Line:
    y: int
    text: str


@dataclass(frozen=True)
class Stretch:
    """From `x`, of `width`: shares of the chart in percent, as SVG writes them."""

    x: str
    width: str
    look: str


@dataclass(frozen=True)
class Drawn:
    labels: list[Line]
    value: Line
    y: int  # the upper edge of the bar
    stretches: list[Stretch]


@dataclass(frozen=True)
class Chart:
    height: int
    rows: list[Drawn]


def bars(entries: Iterable[Entry]) -> Chart:
    """Horizontal bars under their labels, the longest as wide as the chart."""
    entries = list(entries)
    longest = max((entry.amount for entry in entries), default=0)
    rows, top = [], 0
    for entry in entries:
        drawn = _drawn(entry, longest, top)
        rows.append(drawn)
        top = drawn.y + (BAR if entry.parts else 0) + GAP
    return Chart(max(top - GAP, 0), rows)


def _drawn(entry: Entry, longest: Number, top: int) -> Drawn:
    """The value stands at the end of the label's last line, or below where both are too long."""
    lines = wrap(entry.label, COLUMNS)
    if width(lines[-1]) + 2 + width(entry.words) > COLUMNS:
        lines.append("")
    labels = [Line(top + LINE * number - 7, text) for number, text in enumerate(lines, start=1)]
    value = Line(labels[-1].y, entry.words)
    named = [label for label in labels if label.text]
    return Drawn(named, value, top + LINE * len(lines), _stretches(entry, longest))


def _stretches(entry: Entry, longest: Number) -> list[Stretch]:
    found, x = [], Decimal(0)
    for part in entry.parts:
        share = 100 * Decimal(part.amount) / Decimal(longest) if longest else Decimal(0)
        if share:
            found.append(Stretch(_percent(x), _percent(share), part.look))
        x += share
    return found


def _percent(share: Decimal) -> str:
    return f"{share:.2f}%"


def width(text: str) -> int:
    """In half-width letters: a Japanese one counts two."""
    return sum(2 if east_asian_width(letter) in "FWA" else 1 for letter in text)


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many half-width letters, words of letters kept whole."""
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and width(lines[-1]) + width(piece) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return lines


def _pieces(text: str) -> list[str]:
    """Where a line may break: after a blank, and at every full-width letter."""
    pieces = [""]
    for letter in text:
        last = pieces[-1][-1:]
        if width(letter) == 2 or last == " " or (last and width(last) == 2):
            pieces.append("")
        pieces[-1] += letter
    return [piece for piece in pieces if piece]
