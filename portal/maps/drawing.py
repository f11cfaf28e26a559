"""A map as its template draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from statistics import median
from typing import Any

from django.db.models import Prefetch, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bureaus.models import Bureau
from municipalities.models import HOKKAIDO, Prefecture
from portal.maps.agreements import Place, offices, places
from portal.maps.areas import JAPAN, WIDTH, panels
from portal.maps.geometry import Panel, Point, coast_path, dots_path
from portal.maps.labels import DOT, TARGET, Rect, Taken, around, covers, room_for, width
from portal.maps.marks import SHAPES, Mark, marks_in, shape_of

# What a bureau's area is called on the map of Japan, and where: in the sea off it.
REGIONS: dict[str, tuple[Any, Point | None]] = {
    "hokkaido": (gettext_lazy("北海道"), (144.9, 41.5)),
    "tohoku": (gettext_lazy("東北"), (143.7, 38.9)),
    "kanto": (gettext_lazy("関東"), (142.6, 35.7)),
    "chubu": (gettext_lazy("中部"), (138.1, 33.6)),
    "kinki": (gettext_lazy("近畿"), (135.9, 32.7)),
    "chugoku": (gettext_lazy("中国"), (132.2, 36.2)),
    "shikoku": (gettext_lazy("四国"), (133.9, 31.9)),
    "kyushu": (gettext_lazy("九州"), (133.0, 30.7)),
    "okinawa": (gettext_lazy("沖縄"), (129.9, 25.2)),
}


@dataclass(frozen=True)
class Name:
    """Words on the map that are no dot's: a panel's, or the link to an area."""

    text: str
    x: int
    y: int
    anchor: str = "middle"
    area: Bureau | Prefecture | None = None

    @property
    def rect(self) -> Rect:
        """What it takes, and where a finger hits it."""
        wide = max(width(self.text), TARGET)
        left = self.x - (wide / 2 if self.anchor == "middle" else 0)
        return Rect(left, self.y - TARGET / 2, left + wide, self.y + TARGET / 2)


@dataclass(frozen=True)
class Drawing:
    """`points`: all offices of the area, `others`: of other areas; `places`: with agreements."""

    title: str
    panels: tuple[Panel, ...]
    points: list[Point]
    places: list[Place]
    others: Sequence[Point] = ()
    bureaus: Sequence[Bureau] = ()
    neighbours: Sequence[tuple[Prefecture, Point]] = ()
    shows_north: bool = False
    width: int = field(default=WIDTH, init=False)

    @property
    def height(self) -> int:
        return max(panel.y + panel.height for panel in self.panels)

    @cached_property
    def layers(self) -> list[tuple[Panel, str, str, str]]:
        """Each panel with its coast, its small dots and, fainter, those of other areas."""
        return [
            (
                panel,
                coast_path(panel),
                dots_path(self._small(panel)),
                dots_path(panel.place(point) for point in self.others if panel.box.holds(point)),
            )
            for panel in self.panels
        ]

    @cached_property
    def panel_names(self) -> list[Name]:
        return [Name(str(p.name), p.x + 40, p.y + 110, "start") for p in self.panels if p.name]

    @property
    def area_names(self) -> list[Name]:
        """Links to the areas on the map: bureaus on that of Japan, else prefectures."""
        return self._bureau_names() if self.bureaus else self._prefecture_names()

    def _prefecture_names(self) -> list[Name]:
        """The prefectures in sight, where their offices are and the dots leave room."""
        main = self.panels[0]
        taken = Taken(around(mark.x, mark.y, DOT) for mark in self.marks)
        for rect in (r for mark in self.marks if mark.label for r in covers(mark.label)):
            taken.add(rect)
        names = []
        for prefecture, point in self.neighbours:
            text = short_prefecture(prefecture)
            room = room_for(text, *main.place(point), taken, _rect(main))
            if room:
                names.append(Name(text, *room.middle, area=prefecture))
        return names

    def _bureau_names(self) -> list[Name]:
        found = []
        for bureau in self.bureaus:
            text, point = REGIONS.get(bureau.slug, ("", None))
            if point and (panel := self._panel(point)):
                found.append(Name(str(text), *panel.place(point), area=bureau))
        return found

    @cached_property
    def marks(self) -> list[Mark]:
        """The large dots: panel by panel, in the order of the codes."""
        main, *others = self.panels
        words = [*self.panel_names, *(self._bureau_names() if self.bureaus else [])]
        names = [name.rect for name in words]
        made = marks_in(main, self._in(main), [*names, *map(_rect, others)], self._small(main))
        for panel in others:
            made += marks_in(panel, self._in(panel), names, self._small(panel))
        return made

    @property
    def legend(self) -> list[tuple[str, str, str]]:
        """The statuses on the map with their shapes."""
        seen = {mark.status for mark in self.marks}
        return [(one.value, shape_of(one), str(one.label)) for one in SHAPES if one in seen]

    @property
    def leaves_names_out(self) -> bool:
        return any(mark.label is None for mark in self.marks)

    def _panel(self, point: Point) -> Panel | None:
        """The panel that draws a point: of two the later, smaller one."""
        return next((one for one in reversed(self.panels) if one.box.holds(point)), None)

    def _small(self, panel: Panel) -> list[tuple[int, int]]:
        return [panel.place(point) for point in self.points if self._panel(point) is panel]

    def _in(self, panel: Panel) -> list[Place]:
        return [one for one in self.places if one.point and self._panel(one.point) is panel]


def short_prefecture(prefecture: Prefecture) -> str:
    """Without 都, 府 or 県, as maps have it; 北海道 keeps its 道."""
    name = str(prefecture)
    return name[:-1] if name.endswith(("都", "府", "県")) else name


def _middle(points: list[Point]) -> Point:
    """The middle one each way: far islands do not move it."""
    return median(x for x, _ in points), median(y for _, y in points)


def _rect(panel: Panel) -> Rect:
    return Rect(panel.x, panel.y, panel.x + panel.width, panel.y + panel.height)


def home_map(now: datetime) -> Drawing:
    """All Japan, with the bureaus and their prefectures."""
    prefectures = Prefetch("prefectures", Prefecture.objects.order_by("code"))
    bureaus = list(Bureau.objects.prefetch_related(prefectures))
    points = list(chain.from_iterable(offices(now).values()))
    title = _("協定等のある市区町村の地図：全国")
    return Drawing(
        title,
        panels(JAPAN, points),
        points,
        places(Q(), now),
        bureaus=bureaus,
        shows_north=True,
    )


def area_map(
    area: str, name: str, prefectures: Sequence[Prefecture], now: datetime
) -> Drawing | None:
    """The area of a bureau (its slug) or one prefecture (its code); None without an office."""
    by_prefecture = offices(now)
    middles = {key: _middle(points) for key, points in by_prefecture.items()}
    points = [point for one in prefectures for point in by_prefecture.pop(one.pk, [])]
    drawn = panels(area, points)
    if not drawn:
        return None
    title = _("協定等のある市区町村の地図：%(name)s") % {"name": name}
    north = any(prefecture.code == HOKKAIDO for prefecture in prefectures)
    shown = [one for one in Prefecture.objects.order_by("code") if one.pk in middles]
    neighbours = [(one, middles[one.pk]) for one in shown if one.code != area]
    return Drawing(
        title,
        drawn,
        points,
        places(Q(prefecture__in=prefectures), now),
        others=list(chain.from_iterable(by_prefecture.values())),
        neighbours=sorted(neighbours, key=lambda pair: pair[0] not in prefectures),
        shows_north=north,
    )
