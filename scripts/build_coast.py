"""Builds fixtures/reference/coast.json from the npm package world-atlas (Natural Earth 1:10m).

    python -m scripts.build_coast

Run it by hand when the package has newer data (raise the version below), look at the maps, then
commit the file. It needs Node's `npm`, installs into a temporary folder and nothing into this
project. The same version gives the same bytes. docs/adr/0013-map.md says what is chosen, and why.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

PACKAGE = "world-atlas@2.0.2"
TARGET = Path(__file__).resolve().parent.parent / "fixtures" / "reference" / "coast.json"
JAPAN = "392"  # ISO 3166-1

# Where Natural Earth's polygon of Japan leaves islands out: west, south, east, north.
NORTHERN_TERRITORIES = (145.38, 43.3, 148.95, 45.6)
TAKESHIMA = (131.8, 37.2, 131.9, 37.3)

UNITS = 1000  # a thousandth of a degree, about 100 m
TOLERANCE = 0.004  # degrees; the source itself holds a point every 2 km

Point = tuple[float, float]
Ring = list[Point]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, PACKAGE], check=True)
        package = Path(folder, "node_modules", "world-atlas")
        countries = Topology(package / "countries-10m.json")
        land = Topology(package / "land-10m.json")
    japan = list(countries.rings("countries", JAPAN))
    north = [ring for ring in land.rings("land") if lies_in(ring, NORTHERN_TERRITORIES)]
    takeshima = [ring for ring in countries.rings("countries") if lies_in(ring, TAKESHIMA)][:1]
    chosen = [simplified(ring) for ring in japan + north + takeshima]
    chosen.sort(key=lambda ring: (-len(ring), ring))
    lines = ",\n".join(json.dumps(differences(ring), separators=(",", ":")) for ring in chosen)
    TARGET.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(chosen)} rings, {sum(map(len, chosen))} points, {TARGET.stat().st_size} bytes")


class Topology:
    """A TopoJSON file: shapes that share their arcs, whose points are steps on a grid."""

    def __init__(self, path: Path) -> None:
        data = json.loads(path.read_text(encoding="utf-8"))
        self.objects = data["objects"]
        scale, origin = data["transform"]["scale"], data["transform"]["translate"]
        self.arcs = [list(self._points(arc, scale, origin)) for arc in data["arcs"]]

    @staticmethod
    def _points(arc: Any, scale: Any, origin: Any) -> Iterator[Point]:
        x = y = 0
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            yield x * scale[0] + origin[0], y * scale[1] + origin[1]

    def rings(self, name: str, identity: str | None = None) -> Iterator[Ring]:
        """The outer rings of an object's shapes, or of the one with this identity."""
        for shape in self.objects[name]["geometries"]:
            if identity is None or shape.get("id") == identity:
                parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
                for outer, *_ in parts:
                    yield self._ring(outer)

    def _ring(self, numbers: list[int]) -> Ring:
        """The arcs joined, the ones with a negative number backwards; the end is the start."""
        ring: Ring = []
        for number in numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            ring += arc[1:] if ring else arc
        return ring


def lies_in(ring: Ring, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return all(west < x < east and south < y < north for x, y in ring)


def simplified(ring: Ring) -> Ring:
    """The ring by Douglas and Peucker; one too small to lose a point keeps all."""
    far = max(range(len(ring)), key=lambda i: distance(ring[i], ring[0], ring[0]))
    short = line(ring[: far + 1])[:-1] + line(ring[far:])
    return short if len(short) > 3 else ring


def line(points: Ring) -> Ring:
    """The points of a line that stand farther than the tolerance off the rest."""
    first, last = points[0], points[-1]
    inner = range(1, len(points) - 1)
    far = max(inner, key=lambda i: distance(points[i], first, last), default=0)
    if not far or distance(points[far], first, last) <= TOLERANCE:
        return [first, last]
    return line(points[: far + 1])[:-1] + line(points[far:])


def distance(point: Point, first: Point, last: Point) -> float:
    """From a point to the straight line between two others, in degrees of latitude."""
    narrow = cos(radians(first[1]))
    dx, dy = (last[0] - first[0]) * narrow, last[1] - first[1]
    px, py = (point[0] - first[0]) * narrow, point[1] - first[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return hypot(px - along * dx, py - along * dy)


def differences(ring: Ring) -> list[int]:
    """Longitude, latitude, then the steps to each next point, all in thousandths of a degree."""
    numbers: list[int] = []
    before = (0, 0)
    for point in ring[:-1]:
        here = (round(point[0] * UNITS), round(point[1] * UNITS))
        if numbers[:2] and here == before:
            continue
        numbers += [here[0] - before[0], here[1] - before[1]]
        before = here
    return numbers


if __name__ == "__main__":
    main()
