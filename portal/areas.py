"""Municipalities as readers look for them: by the branch office (振興局) or the prefecture."""

from collections import Counter
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import F
from django.utils import timezone

from municipalities.models import Municipality, Prefecture, Subprefecture
from partnerships.models import Agreement, Party

Group = tuple[Subprefecture | None, list[tuple[Municipality, int]], int]


def by_subprefecture(prefecture: Prefecture, now: datetime) -> list[Group]:
    """A prefecture's municipalities, each with the number of its public agreements.

    Beside each group: how many of its municipalities have any.
    """
    in_order = (F("subprefecture__code").asc(nulls_first=True), "code")
    standing = prefecture.municipalities.current(timezone.localdate(now))
    places = standing.select_related("subprefecture").order_by(*in_order)
    public = Agreement.objects.public(now).order_by()
    parties = Party.objects.filter(agreement__in=public, municipality__prefecture=prefecture)
    counted = Counter(parties.order_by().values_list("municipality__code", flat=True))
    groups: list[Group] = []
    for within, rows in groupby(places, lambda place: place.subprefecture):
        shown = [(place, counted[place.code]) for place in rows]
        groups.append((within, shown, sum(1 for _place, count in shown if count)))
    return groups


def by_bureau() -> list[tuple[Any, list[Prefecture]]]:
    """All prefectures under the bureau that is responsible for them, north to south."""
    prefectures = Prefecture.objects.select_related("jurisdiction__bureau").order_by(
        "jurisdiction__bureau__order", "code"
    )
    responsible = groupby(prefectures, lambda prefecture: prefecture.jurisdiction.bureau)
    return [(bureau, list(rows)) for bureau, rows in responsible]
