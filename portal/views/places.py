"""The public pages of municipalities, prefectures and bureaus."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import urlencode

from bureaus.models import Bureau
from common.paging import page_of
from editorial.trees import tree
from municipalities.models import Municipality, Prefecture
from organizations.models import Organization
from partnerships.models import Statement, StatementKind
from portal.areas import by_bureau, by_subprefecture
from portal.body_page import BodyPage, Mentions
from portal.maps import area_map
from portal.pages import Involvements
from portal.searched.places import find_municipalities
from projects.models import Plan
from search.text import tidy
from sources.models import SourceDocument
from sources.shown import Sources


def municipality_list(request: HttpRequest) -> HttpResponse:
    """All municipalities in the order of their codes, or those that `?q=` names."""
    now = timezone.now()
    words = asked_place(request.GET)
    context = {
        "page": page_of(listed_municipalities(words, now), request),
        "words": words,
        "place_query": f"?{urlencode({'q': words})}" if words else "",
        "areas": [] if words else by_bureau(),
    }
    return render(request, "portal/municipalities.html", context)


def asked_place(data: QueryDict) -> str:
    return tidy(data.get("q", ""))[:40]


def listed_municipalities(words: str, now: datetime) -> Any:
    standing = Municipality.objects.current(timezone.localdate(now)).select_related("prefecture")
    return find_municipalities(words, now) if words else standing


def municipality_detail(request: HttpRequest, code: str) -> HttpResponse:
    """The municipality of a code; what stood under the same code before is on its page too."""
    rows = list(
        Municipality.objects.filter(code=code)
        .select_related("prefecture__jurisdiction__bureau", "subprefecture")
        .prefetch_related("predecessors", "successors")
    )
    if not rows:
        raise Http404
    now = timezone.now()
    within = rows[0].subprefecture
    around = Q(subprefecture=within) if within else None
    involved = Involvements(Q(municipality__in=rows), now, around=around)
    page = BodyPage(involved).context()
    context = {
        **page,
        "municipality": rows[0],
        "former": former_places(rows),
        "contact": None
        if page["agreed"]
        else latest_contact(rows[0].prefecture.jurisdiction.bureau, now),
        "organizations": Organization.objects.public(now).filter(municipality__in=rows),
        "involved_organizations": involved.organizations(page["projects"]),
    }
    return render(request, "portal/municipality.html", context)


def former_places(rows: list[Municipality]) -> list[Municipality]:
    """What the municipality was made of, in the order of codes: itself before, and others."""
    found = {place.pk: place for row in rows for place in row.predecessors.all()}
    return sorted(found.values(), key=lambda place: place.code)


def prefecture_detail(request: HttpRequest, code: str) -> HttpResponse:
    now = timezone.now()
    prefectures = Prefecture.objects.select_related("jurisdiction__bureau")
    prefecture = get_object_or_404(prefectures, code=code)
    within = Q(municipality__prefecture=prefecture) | Q(subprefecture__prefecture=prefecture)
    everywhere = Involvements(Q(prefecture=prefecture) | within, now)
    itself = BodyPage(Involvements(Q(prefecture=prefecture), now))
    context = {
        "prefecture": prefecture,
        **itself.context(),
        "page": page_of(everywhere.agreements(), request),
        "own_plans": Plan.objects.public(now).filter(prefecture=prefecture),
        "areas": by_subprefecture(prefecture, now),
        "map": area_map(prefecture.code, str(prefecture), [prefecture], now),
    }
    return render(request, "portal/prefecture.html", context)


def bureau_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    bureau = get_object_or_404(Bureau, slug=slug)
    involved = Involvements(Q(bureau=bureau), now)
    shown = told_publicly(list(bureau.statements.all()), now)
    itself = Mentions(involved, *shown).context()
    prefectures = list(bureau.prefectures.order_by("code"))
    context = {
        **itself,
        "bureau": bureau,
        "prefectures": prefectures,
        "map": area_map(bureau.slug, str(bureau), prefectures, now),
        "page": page_of(involved.agreements(), request),
        "conditions": tree(row for row in shown if row.kind == StatementKind.CONDITION),
        "statements": tree(row for row in shown if row.kind != StatementKind.CONDITION),
        "issued": issued_by(bureau, now)[:1],
        "contact": latest_contact(bureau, now),
    }
    return render(request, "portal/bureau.html", context)


def issued_by(bureau: Bureau, now: datetime) -> Any:
    """A bureau's own documents, the latest first."""
    return SourceDocument.objects.public(now).filter(issuers__bureau=bureau)


def latest_contact(bureau: Bureau, now: datetime) -> SourceDocument | None:
    """The latest document of a bureau that says whom to ask."""
    return issued_by(bureau, now).exclude(contact_office="").first()


def told_publicly(statements: list[Statement], now: datetime) -> list[Statement]:
    """A bureau is always public: what it states shows with the document that says so."""
    sources = Sources(statements, now)
    return [row for row in statements if sources.citations(row, "text" if row.text else "heading")]
