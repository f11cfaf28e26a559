"""The large dots of a map: shape, name, and how far a finger may miss them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

from django.utils.translation import get_language

from municipalities.models import Municipality
from partnerships.rules import Status
from portal.maps.agreements import Place
from portal.maps.geometry import Panel
from portal.maps.labels import Label, Rect, Spot, place_labels

# Status is told by shape as well as by colour; the paths lie around (0, 0).
CIRCLE = "M-60 0a60 60 0 1 0 120 0a60 60 0 1 0-120 0z"
DIAMOND = "M0-78 78 0 0 78-78 0z"
SQUARE = "M-54-54H54V54H-54z"
TRIANGLE = "M0-70 70 54H-70z"
SHAPES = {
    Status.SIGNED: CIRCLE,
    Status.WITHIN_PERIOD: CIRCLE,
    Status.PLANNED: DIAMOND,
    Status.PLAN_PASSED: DIAMOND,
    Status.ANNOUNCED: DIAMOND,
    Status.PERIOD_PASSED: SQUARE,
    Status.ENDED: TRIANGLE,
    Status.SUCCEEDED: TRIANGLE,
    Status.NOT_CONCLUDED: TRIANGLE,
}
# Half of the 44 px that a finger needs, where no other dot is nearer; never less than the dot.
REACH, LEAST_REACH = 220, 80
# More names than these nobody reads on one map; it bounds the time to place them.
MOST_NAMES = 150


def shape_of(status: Status) -> str:
    return SHAPES[status]


@dataclass(frozen=True)
class Mark:
    place: Place
    x: int
    y: int
    reach: int
    name: str
    label: Label | None

    @property
    def status(self) -> Status:
        """Of the latest agreement; the table tells them all."""
        return Status(self.place.agreements[0].status)

    @property
    def shape(self) -> str:
        return shape_of(self.status)


def marks_in(
    panel: Panel,
    places: Sequence[Place],
    obstacles: Iterable[Rect],
    small: Iterable[tuple[int, int]],
) -> list[Mark]:
    """The marks of a panel, as many of them named as there is room for."""
    bounds = Rect(panel.x, panel.y, panel.x + panel.width, panel.y + panel.height)
    placed = [(one, one.point) for one in places if one.point]
    spots = [
        Spot(*panel.place(point), short_name(one.municipality), bounds) for one, point in placed
    ]
    labels = place_labels(spots, obstacles, small, most=MOST_NAMES)
    return [
        Mark(place, spot.x, spot.y, _reach(spot, spots), spot.text, label)
        for (place, _point), spot, label in zip(placed, spots, labels, strict=True)
    ]


def short_name(municipality: Municipality) -> str:
    """Its name on a map: in English without 'City', 'Town' or 'Village'."""
    name = str(municipality)
    return name.rpartition(" ")[0] or name if get_language() == "en" else name


def _reach(spot: Spot, spots: Sequence[Spot]) -> int:
    """Half the way to the nearest other dot, within the limits."""
    ways = (hypot(spot.x - one.x, spot.y - one.y) for one in spots if one is not spot)
    return max(LEAST_REACH, min(REACH, round(min(ways, default=2 * REACH) / 2)))
