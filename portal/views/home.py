"""The home page."""

from collections import Counter
from itertools import groupby
from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from bureaus.models import Bureau
from partnerships.models import Agreement, AgreementTheme, Party, Statement, StatementKind, Theme
from partnerships.rules import Status
from portal.events import Calendar
from portal.maps import home_map
from sources.models import SourceDocument
from sources.shown import Sources

LATEST = 3
COMING = 5
# Engines differ on where the undated stand.
LATEST_FIRST = (F("issued_on_first").desc(nulls_last=True), "pk")
# A place, a field of work and a word, as readers search.
EXAMPLES = {
    "ja": ("釧路市", "航空宇宙", "ワーケーション"),
    "en": ("Kushiro", "Asahikawa", "MAS-NET"),
}


def home(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    on = timezone.localdate(now)
    public = Agreement.objects.public(now)
    statuses = list(public.with_status(on, now).order_by().values_list("status", flat=True))
    parties = Party.objects.filter(agreement__in=public.order_by(), bureau__isnull=False)
    per_bureau = Counter(parties.values_list("bureau", flat=True))
    links = AgreementTheme.objects.public(now).order_by()
    per_theme = Counter(links.values_list("theme", flat=True))
    conditions = list(
        Statement.objects.filter(bureau__isnull=False, kind=StatementKind.CONDITION)
        .select_related("bureau")
        .order_by("bureau__order", "order", "pk")
    )
    sources = Sources(conditions, now)
    context = {
        "on": on,
        "total": len(statuses),
        "counts": status_counts(Counter(statuses)),
        "bureaus": [(b, per_bureau[b.pk]) for b in Bureau.objects.all()],
        "covered": len(per_bureau),
        "examples": EXAMPLES[str(get_language())],
        "map": home_map(now),
        "coming": Calendar(now).coming()[:COMING],
        "latest": public.to_list(on, now)[:LATEST],
        "documents": SourceDocument.objects.public(now).order_by(*LATEST_FIRST)[:LATEST],
        "themes": [(t, per_theme[t.pk]) for t in Theme.objects.public(now)],
        "wishing": by_bureau(conditions, sources),
        "sources": sources,
    }
    return render(request, "portal/home.html", context)


def by_bureau(
    conditions: list[Statement], sources: Sources
) -> list[tuple[Bureau, list[Statement]]]:
    """What each bureau asks of a municipality, where a public document says so."""
    told = [row for row in conditions if row.text and sources.citations(row, "text")]
    return [(bureau, list(rows)) for bureau, rows in groupby(told, lambda row: row.bureau)]


def status_counts(counted: Counter[str]) -> list[dict[str, Any]]:
    """The statuses that occur, those of most agreements first, then as an agreement goes on."""
    latest_stage_last = list(reversed(Status))
    return [
        {"value": status.value, "label": status.label, "count": counted[status]}
        for status in sorted(latest_stage_last, key=lambda status: -counted[status])
        if counted[status]
    ]
