"""What a map shows: where its panels lie, and which far islands have a panel of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan, degrees, exp, pi, radians

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from municipalities.models import HOKKAIDO
from portal.maps.geometry import Box, Panel, Point, northing

# Ten units are a pixel on the narrowest screen (320 px, less its margins).
WIDTH = 2880
GAP = 60
TALLEST_STRIP = 1000
NARROWEST = 1.1  # degrees: even the smallest area shows some coast
# Around the outermost dots, as a part of the width: a prefecture shows where it lies.
AIR, AIR_OF_PREFECTURE = 0.08, 0.22
FLATTEST, STEEPEST = 0.62, 1.15

JAPAN = "japan"
JAPAN_BOX = Box(128.3, 30.0, 149.1, 45.75)


@dataclass(frozen=True)
class Inset:
    name: str | Promise
    box: Box


RYUKYU = Inset(_("沖縄・奄美"), Box(122.7, 23.9, 131.6, 29.0))
AMAMI = Inset(_("奄美"), Box(128.0, 26.9, 130.2, 28.6))
SAKISHIMA = Inset(_("宮古・八重山"), Box(122.7, 23.9, 125.6, 26.9))
DAITO = Inset(_("大東"), Box(130.6, 25.5, 131.9, 26.2))
IZU = Inset(_("伊豆諸島"), Box(137.2, 32.2, 140.2, 34.85))
OGASAWARA = Inset(_("小笠原"), Box(139.2, 24.0, 143.8, 27.9))

# By the code of the prefecture, or all codes of a bureau's area joined.
INSETS = {
    "13": (IZU, OGASAWARA),
    "46": (AMAMI,),
    "47": (SAKISHIMA, DAITO),
    "kanto": (IZU, OGASAWARA),
    "kyushu": (AMAMI,),
    "okinawa": (SAKISHIMA, DAITO),
}
# No office stands there, yet they belong to the map: the ends of the northern islands.
NORTHERN_ISLANDS: tuple[Point, ...] = ((148.85, 45.5), (145.9, 43.4))
ALSO = {HOKKAIDO: NORTHERN_ISLANDS, "hokkaido": NORTHERN_ISLANDS}


def panels(area: str, offices: Iterable[Point]) -> tuple[Panel, ...]:
    """The panels of an area (JAPAN, a bureau's slug or a prefecture's code), the main one first.

    Empty where no office is known: there is nothing to draw then.
    """
    if area == JAPAN:
        return _japan()
    insets = INSETS.get(area, ())
    near = [p for p in offices if not any(inset.box.holds(p) for inset in insets)]
    if not near:
        return ()
    air = AIR_OF_PREFECTURE if area.isdigit() and area != HOKKAIDO else AIR
    main = Panel(_around([*near, *ALSO.get(area, ())], air), 0, 0, WIDTH)
    return (main, *_strip(insets, main.height + GAP))


def _japan() -> tuple[Panel, ...]:
    """All Japan: the far islands in the corners where there is only sea."""
    main = Panel(JAPAN_BOX, 0, 0, WIDTH)
    ogasawara = Panel(OGASAWARA.box, 2120, main.height - 760, 700, OGASAWARA.name)
    return (main, Panel(RYUKYU.box, 60, 60, 1180, RYUKYU.name), ogasawara)


def _strip(insets: tuple[Inset, ...], top: int) -> list[Panel]:
    """Panels of one height beside each other, below the main one."""
    if not insets:
        return []
    shapes = [inset.box.width / inset.box.height for inset in insets]
    height = min(TALLEST_STRIP, (WIDTH - GAP * (len(insets) - 1)) / sum(shapes))
    made: list[Panel] = []
    for inset, shape in zip(insets, shapes, strict=True):
        left = made[-1].x + made[-1].width + GAP if made else 0
        made.append(Panel(inset.box, left, top, round(height * shape), inset.name))
    return made


def _around(points: list[Point], air: float) -> Box:
    """A box around the points with some air, neither too flat nor too steep."""
    longitudes, latitudes = zip(*points, strict=True)
    west, east = min(longitudes), max(longitudes)
    south, north = northing(min(latitudes)), northing(max(latitudes))
    width = max(east - west, NARROWEST, (north - south) / STEEPEST) * (1 + 2 * air)
    height = max((north - south) * (1 + 2 * air), width * FLATTEST)
    middle, centre = (west + east) / 2, (south + north) / 2
    return Box(
        middle - width / 2,
        _latitude(centre - height / 2),
        middle + width / 2,
        _latitude(centre + height / 2),
    )


def _latitude(value: float) -> float:
    """The inverse of `northing`."""
    return degrees(2 * atan(exp(radians(value))) - pi / 2)
