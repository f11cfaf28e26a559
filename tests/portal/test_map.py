"""The maps: what lies in the coast, what a map shows, and that no name stands on another."""

import csv
import re
from collections import defaultdict
from itertools import combinations

import pytest
from django.utils.translation import override

from municipalities.models import Municipality
from partnerships.rules import Status
from portal.maps.agreements import Place
from portal.maps.areas import JAPAN, OGASAWARA, RYUKYU, WIDTH, panels
from portal.maps.geometry import coast, coast_path
from portal.maps.labels import DOT, EM, around, covers
from portal.maps.marks import SHAPES, marks_in
from tests.house.source import ROOT

REFERENCE = ROOT / "fixtures" / "reference"


def rows(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def municipalities():
    """Every municipality of today by prefecture, without a database."""
    found = defaultdict(list)
    for row in rows("municipalities"):
        if not row["valid_until"]:
            place = Municipality(
                name=row["name"],
                name_en=row["name_en"],
                longitude=float(row["longitude"]),
                latitude=float(row["latitude"]),
            )
            found[row["prefecture"]].append(Place(place, []))
    return found


BY_PREFECTURE = municipalities()
ALL = [place for places in BY_PREFECTURE.values() for place in places]


def areas():
    """The places of each area that has a map: Japan, nine bureaus, 47 prefectures."""
    by_bureau = defaultdict(list)
    for row in rows("jurisdictions"):
        by_bureau[row["bureau"]] += BY_PREFECTURE[row["prefecture"]]
    return {JAPAN: ALL, **by_bureau, **BY_PREFECTURE}


AREAS = areas()


def lies_within(point, ring):
    """Whether a ray from the point to the east crosses the ring an odd number of times."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def is_land(*point):
    return any(lies_within(point, ring) for ring in coast())


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [
        (145.85, 44.05),
        (147.9, 45.0),
        (146.75, 43.8),
        (146.14, 43.5),
        (145.91, 43.43),
        (146.32, 43.63),
    ],
    ids=[
        "国後島",
        "択捉島",
        "色丹島",
        "志発島（歯舞群島）",
        "水晶島（歯舞群島）",
        "多楽島（歯舞群島）",
    ],
)
def test_the_northern_territories_are_drawn(longitude, latitude):
    assert is_land(longitude, latitude)
    points = [place.point for place in BY_PREFECTURE["01"]]
    for area in (JAPAN, "hokkaido", "01"):
        assert panels(area, points)[0].box.holds((longitude, latitude))


def test_the_northern_territories_are_part_of_the_same_path():
    """One path, so one fill for all; and no other line in a map's panel."""
    drawn = coast_path(panels(JAPAN, [])[0])
    assert drawn.count("M") > 60
    template = (ROOT / "templates/components/map.html").read_text(encoding="utf-8")
    assert template.count('class="land"') == 1


@pytest.mark.parametrize(
    "point",
    [(142.5, 47.2), (142.8, 46.6), (150.0, 45.9), (129.1, 35.3), (126.5, 33.4), (121.0, 24.0)],
)
def test_nothing_else_is_drawn(point):
    assert not is_land(*point)


@pytest.mark.parametrize(
    "point",
    [(139.6, 35.7), (141.35, 43.0), (133.5, 33.6), (130.7, 32.8), (127.75, 26.3), (124.2, 24.4)],
)
def test_the_rest_of_japan_is_drawn(point):
    assert is_land(*point)


def test_far_islands_stand_in_panels_of_their_own():
    main, *insets = panels(JAPAN, [])
    assert [panel.name for panel in insets] == [RYUKYU.name, OGASAWARA.name]
    naha, chichijima = (127.68, 26.21), (142.19, 27.09)
    assert not main.box.holds(naha)
    assert not main.box.holds(chichijima)
    assert insets[0].box.holds(naha)
    assert insets[1].box.holds(chichijima)
    assert all(coast_path(panel) for panel in insets)


@pytest.mark.parametrize("area", AREAS)
def test_every_office_of_an_area_is_on_its_map(area):
    points = [place.point for place in AREAS[area]]
    drawn = panels(area, points)
    assert [p for p in points if not any(panel.box.holds(p) for panel in drawn)] == []
    assert all(panel.x + panel.width <= WIDTH for panel in drawn)


def collisions(marks):
    """Names on names, names on dots of others, lines through names or dots."""
    named = [mark for mark in marks if mark.label]
    for one, other in combinations(named, 2):
        mine, theirs = list(covers(one.label)), list(covers(other.label))
        if any(a.overlaps(b) for a in mine for b in theirs):
            yield one.name, other.name
    for mark in named:
        for dot in marks:
            if any(rect.overlaps(around(dot.x, dot.y, DOT)) for rect in covers(mark.label)):
                yield mark.name, f"● {dot.name}"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("area", AREAS)
def test_no_name_covers_another_or_a_dot(area, language):
    """With an agreement in every third municipality: far more than are known."""
    places = AREAS[area][::3][:90]
    main, *others = panels(area, [place.point for place in AREAS[area]])
    inside = [place for place in places if not any(p.box.holds(place.point) for p in others)]
    with override(language):
        marks = marks_in(main, inside, [], [])
    assert list(collisions(marks)) == []
    assert any(mark.label for mark in marks)
    for mark in (mark for mark in marks if mark.label):
        assert mark.label.rect.left >= 0
        assert mark.label.rect.right <= WIDTH


def test_a_few_dots_are_all_named():
    names = ["旭川市", "室蘭市", "帯広市", "釧路市", "北見市", "合志市"]
    places = [place for place in ALL if place.municipality.name in names]
    marks = marks_in(panels(JAPAN, [])[0], places, [], [])
    assert [mark.name for mark in marks if mark.label] == [one.municipality.name for one in places]


def test_letters_are_at_least_twelve_pixels_on_a_phone():
    sheet = (ROOT / "static/css/map.css").read_text(encoding="utf-8")
    sizes = [int(size) for size in re.findall(r"text \{[^}]*?font-size: (\d+)px", sheet, re.S)]
    narrowest = [288, *(16 * int(rem) for rem in re.findall(r"min-width: (\d+)rem", sheet))]
    assert sizes[0] == EM
    assert [
        width for width, size in zip(narrowest, sizes, strict=True) if size * width < 12 * WIDTH
    ] == []


def test_every_status_has_a_shape():
    assert set(SHAPES) == set(Status)
