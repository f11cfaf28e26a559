"""Which municipalities have public agreements, and with which status."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from municipalities.models import Municipality
from partnerships.models import Agreement, Party
from portal.maps.geometry import Point


@dataclass(frozen=True)
class Place:
    """A municipality and its agreements, the latest first."""

    municipality: Municipality
    agreements: list[Any]

    @property
    def point(self) -> Point | None:
        return _point(self.municipality.longitude, self.municipality.latitude)


def places(within: Q, now: datetime) -> list[Place]:
    """The municipalities that are a partner in a public agreement, in the order of their codes.

    `within`: a condition on municipalities.
    """
    public = Agreement.objects.public(now)
    parties = Party.objects.filter(agreement__in=public.order_by(), municipality__isnull=False)
    chosen = Municipality.objects.filter(within, pk__in=parties.order_by().values("municipality"))
    agreements: dict[int, list[Any]] = defaultdict(list)
    for agreement in _with_place(public.filter(parties__municipality__in=chosen.order_by()), now):
        agreements[agreement.place].append(agreement)
    return [Place(one, agreements[one.pk]) for one in chosen if one.pk in agreements]


def _with_place(agreements: Any, now: datetime) -> Any:
    """A row for each agreement and municipality; the latest first, undated ones last."""
    latest_first = F("span_first").desc(nulls_last=True)
    return (
        agreements.annotate(place=F("parties__municipality"))
        .with_status(timezone.localdate(now), now)
        .with_span()
        .order_by(latest_first, "pk")
    )


def offices(now: datetime) -> dict[int, list[Point]]:
    """Where the offices of the municipalities that stand today are, by prefecture."""
    standing = Municipality.objects.current(timezone.localdate(now)).order_by("code")
    points: dict[int, list[Point]] = defaultdict(list)
    for prefecture, *place in standing.values_list("prefecture", "longitude", "latitude"):
        if point := _point(*place):
            points[prefecture].append(point)
    return points


def _point(longitude: Any, latitude: Any) -> Point | None:
    return None if longitude is None else (float(longitude), float(latitude))
