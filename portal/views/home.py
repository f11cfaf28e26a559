"""The home page."""

from collections import Counter
from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from bureaus.models import Bureau
from partnerships.models import Agreement, Party, Theme
from partnerships.rules import Status
from sources.models import SourceDocument

LATEST = 3
# Engines differ on where the undated stand.
LATEST_FIRST = (F("issued_on_first").desc(nulls_last=True), "pk")


def home(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    on = timezone.localdate(now)
    public = Agreement.objects.public(now)
    statuses = list(public.with_status(on, now).order_by().values_list("status", flat=True))
    parties = Party.objects.filter(agreement__in=public.order_by(), bureau__isnull=False)
    per_bureau = Counter(parties.values_list("bureau", flat=True))
    context = {
        "on": on,
        "total": len(statuses),
        "counts": status_counts(Counter(statuses)),
        "bureaus": [(b, per_bureau[b.pk]) for b in Bureau.objects.all()],
        "covered": len(per_bureau),
        "latest": public.to_list(on, now)[:LATEST],
        "documents": SourceDocument.objects.public(now).order_by(*LATEST_FIRST)[:LATEST],
        "themes": Theme.objects.public(now),
    }
    return render(request, "portal/home.html", context)


def status_counts(counted: Counter[str]) -> list[dict[str, Any]]:
    """The statuses that occur, those of most agreements first, then as an agreement goes on."""
    latest_stage_last = list(reversed(Status))
    return [
        {"value": status.value, "label": status.label, "count": counted[status]}
        for status in sorted(latest_stage_last, key=lambda status: -counted[status])
        if counted[status]
    ]
