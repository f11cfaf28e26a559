"""Where names go on a map: none covers another, a dot, or what else stands in its way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from unicodedata import east_asian_width

EM = 125  # the largest that the style sheet makes a letter; on wide screens it is smaller
HEIGHT = 160
DOT = 80  # from the middle of a large dot to its edge, with its outline
GAP = 25
TARGET = 240  # no link smaller than 24 px
NEARBY = (0, 120, 240)  # where the name of an area may stand, off its middle
CELL = 400

# How far out a name may stand, with a line to its dot, and in how many directions.
FAR = range(220, 1000, 90)
DIRECTIONS = 16
# What is worse: a name farther out, one more small dot below it.
COST_OF_LINE, COST_OF_DOT = 3.0, 0.4


@dataclass(frozen=True)
class Rect:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Rect") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[int, int]:
        return round((self.left + self.right) / 2), round((self.top + self.bottom) / 2)

    def inside(self, other: "Rect") -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


def around(x: float, y: float, reach: float) -> Rect:
    return Rect(x - reach, y - reach, x + reach, y + reach)


@dataclass(frozen=True)
class Spot:
    """A large dot that wants its name beside it, within the bounds of its panel."""

    x: int
    y: int
    text: str
    bounds: Rect


@dataclass(frozen=True)
class Label:
    """A name at its anchor (x, y), half-way up; `line`: from the edge of its dot to the name."""

    x: int
    y: int
    anchor: str
    rect: Rect
    line: tuple[int, int, int, int] | None = None


def width(text: str) -> float:
    return sum(1.0 if east_asian_width(letter) in "WFA" else 0.64 for letter in text) * EM


class Taken:
    """Rectangles, found by the squares of a grid that they touch."""

    def __init__(self, rects: Iterable[Rect] = ()) -> None:
        self.cells: dict[tuple[int, int], list[Rect]] = defaultdict(list)
        for rect in rects:
            self.add(rect)

    def add(self, rect: Rect) -> None:
        for cell in self._cells(rect):
            self.cells[cell].append(rect)

    def hits(self, rect: Rect) -> set[Rect]:
        return {
            other
            for cell in self._cells(rect)
            if cell in self.cells
            for other in self.cells[cell]
            if rect.overlaps(other)
        }

    @staticmethod
    def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
        for column in range(int(rect.left // CELL), int(rect.right // CELL) + 1):
            for row in range(int(rect.top // CELL), int(rect.bottom // CELL) + 1):
                yield column, row


def place_labels(
    spots: Sequence[Spot],
    obstacles: Iterable[Rect] = (),
    small: Iterable[tuple[int, int]] = (),
    most: int | None = None,
) -> list[Label | None]:
    """A label for each spot, None where there is no room; the first spots choose first.

    `small`: little dots that a name may cover, but rather does not. `most`: so many at the most.
    """
    taken = Taken([*obstacles, *(around(spot.x, spot.y, DOT) for spot in spots)])
    below = Taken(around(x, y, 10) for x, y in small)
    labels: list[Label | None] = []
    for spot in spots[:most]:
        costs = {
            label: cost + COST_OF_DOT * len(below.hits(label.rect))
            for label, cost in _candidates(spot)
            if label.rect.inside(spot.bounds)
            and not any(taken.hits(rect) for rect in covers(label))
        }
        label = min(costs, key=lambda one: costs[one]) if costs else None
        labels.append(label)
        for rect in covers(label) if label else ():
            taken.add(rect)
    return labels + [None] * (len(spots) - len(labels))


def room_for(text: str, x: int, y: int, taken: Taken, bounds: Rect) -> Rect | None:
    """Where words find room near a point; they take it."""
    wide = max(width(text), TARGET)
    for far in NEARBY:
        for step in range(0, DIRECTIONS, 2 if far else DIRECTIONS):
            angle = 2 * pi * step / DIRECTIONS
            middle, centre = x + far * cos(angle), y + far * sin(angle)
            rect = Rect(
                middle - wide / 2, centre - TARGET / 2, middle + wide / 2, centre + TARGET / 2
            )
            if rect.inside(bounds) and not taken.hits(rect):
                taken.add(rect)
                return rect
    return None


def covers(label: Label) -> Iterator[Rect]:
    """What a label takes: its name, and the line to it bit by bit."""
    yield label.rect
    if label.line:
        x0, y0, x1, y1 = label.line
        bits = max(1, int(hypot(x1 - x0, y1 - y0) / 30))
        for bit in range(bits):  # the last one touches the name itself
            part = bit / bits
            yield around(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part, 12)


def _candidates(spot: Spot) -> Iterator[tuple[Label, float]]:
    """Beside the dot, above and below it, then ever farther out; with what each costs."""
    beside, over = DOT + GAP, DOT + HEIGHT / 2
    yield _label(spot, beside, 0, "start"), 0
    yield _label(spot, -beside, 0, "end"), 0.2
    yield _label(spot, 0, -over, "middle"), 0.6
    yield _label(spot, 0, over, "middle"), 0.4
    for down in (-0.8, 0.8):
        yield _label(spot, beside * 0.8, down * over, "start"), 0.5
        yield _label(spot, -beside * 0.8, down * over, "end"), 0.7
    for far in FAR:
        for step in range(DIRECTIONS):
            angle = 2 * pi * step / DIRECTIONS
            right, down = cos(angle), sin(angle)
            anchor = "start" if right > 0.2 else "end" if right < -0.2 else "middle"
            drop = HEIGHT / 2 * (down > 0.9) - HEIGHT / 2 * (down < -0.9)
            line = _line(spot, right, down, far)
            label = _label(spot, right * far, down * far + drop, anchor, line)
            yield label, COST_OF_LINE * far / FAR[0]


def _line(spot: Spot, right: float, down: float, far: int) -> tuple[int, int, int, int]:
    """From the dot's edge to just before the name."""
    start, end = DOT + 15, far - 15
    return (
        round(spot.x + right * start),
        round(spot.y + down * start),
        round(spot.x + right * end),
        round(spot.y + down * end),
    )


def _label(
    spot: Spot,
    right: float,
    down: float,
    anchor: str,
    line: tuple[int, int, int, int] | None = None,
) -> Label:
    x, y = round(spot.x + right), round(spot.y + down)
    wide = width(spot.text)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    rect = Rect(left, y - HEIGHT / 2, left + wide, y + HEIGHT / 2)
    return Label(x, y, anchor, rect, line)
