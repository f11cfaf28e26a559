"""The coast and the projection: degrees in, tenths of a pixel on a narrow phone out."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import degrees, log, pi, radians, tan

from django.conf import settings
from django.utils.functional import Promise

COAST = settings.BASE_DIR / "fixtures" / "reference" / "coast.json"
PER_DEGREE = 1000  # the file counts in thousandths

Point = tuple[float, float]
Ring = list[Point]


def northing(latitude: float) -> float:
    """Mercator, in degrees: every small area keeps its shape, on every map the same."""
    return degrees(log(tan(pi / 4 + radians(latitude) / 2)))


@dataclass(frozen=True)
class Box:
    """Degrees east and north."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    @property
    def width(self) -> float:
        return self.east - self.west

    @property
    def height(self) -> float:
        return northing(self.north) - northing(self.south)


@dataclass(frozen=True)
class Panel:
    """A box drawn from the point (x, y) on, so wide."""

    box: Box
    x: int
    y: int
    width: int
    name: str | Promise = ""

    @property
    def scale(self) -> float:
        return self.width / self.box.width

    @property
    def height(self) -> int:
        return round(self.box.height * self.scale)

    def place(self, point: Point) -> tuple[int, int]:
        """Where a point (longitude, latitude) lies on the drawing."""
        east = (point[0] - self.box.west) * self.scale
        south = (northing(self.box.north) - northing(point[1])) * self.scale
        return self.x + round(east), self.y + round(south)


@cache
def coast() -> list[Ring]:
    """The rings of `scripts/build_coast.py`, in degrees."""
    return [list(_ring(numbers)) for numbers in json.loads(COAST.read_text(encoding="utf-8"))]


def _ring(numbers: list[int]) -> Iterator[Point]:
    x = y = 0
    for east, north in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + east, y + north
        yield x / PER_DEGREE, y / PER_DEGREE


# A point nearer than this to the one before is not drawn; lines are cut this far outside.
NEAR, MARGIN = 4, 40


@lru_cache(maxsize=256)
def coast_path(panel: Panel) -> str:
    """The coast within the panel, as the data of one SVG path."""
    parts = []
    for ring in coast():
        points = _cut([panel.place(point) for point in ring], panel)
        if points:
            parts.append(_closed(_thinned(points)))
    return "".join(parts)


def _cut(ring: list[tuple[int, int]], panel: Panel) -> list[tuple[int, int]]:
    """The ring cut along the panel's four sides (Sutherland and Hodgman), a margin outside them."""
    for axis, edge, sign in (
        (0, panel.x - MARGIN, 1),
        (0, panel.x + panel.width + MARGIN, -1),
        (1, panel.y - MARGIN, 1),
        (1, panel.y + panel.height + MARGIN, -1),
    ):
        ring = list(_cut_side(ring, axis, edge, sign))
    return ring


def _cut_side(
    ring: list[tuple[int, int]], axis: int, edge: int, sign: int
) -> Iterator[tuple[int, int]]:
    inside: Callable[[tuple[int, int]], bool] = lambda point: (point[axis] - edge) * sign >= 0  # noqa: E731
    for before, here in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if inside(before) != inside(here):
            part = (edge - before[axis]) / (here[axis] - before[axis])
            other = round(before[1 - axis] + part * (here[1 - axis] - before[1 - axis]))
            yield (edge, other) if axis == 0 else (other, edge)
        if inside(here):
            yield here


def _thinned(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept = points[:1]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= NEAR:
            kept.append((x, y))
    return kept


def _closed(points: list[tuple[int, int]]) -> str:
    """A closed line; an islet of one point is a dot, by its round stroke."""
    steps = _steps(points, points[0])
    return f"M{numbers(points[:1])}" + (f"l{numbers(steps[1:])}z" if len(points) > 1 else "h0")


def dots_path(points: Iterable[tuple[int, int]]) -> str:
    """Many equal dots as one path: lines of no length with round ends."""
    steps = _steps(sorted(points), (0, 0))
    return "".join(f"m{numbers([step])}h0" for step in steps)


def _steps(points: list[tuple[int, int]], start: tuple[int, int]) -> list[tuple[int, int]]:
    return [(x - x0, y - y0) for (x0, y0), (x, y) in pairwise([start, *points])]


def numbers(points: Iterable[tuple[int, int]]) -> str:
    """Coordinates as SVG reads them, a minus parting as well as a blank."""
    return " ".join(str(value) for point in points for value in point).replace(" -", "-")
