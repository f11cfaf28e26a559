"""The public pages of municipalities, prefectures and bureaus."""

from datetime import datetime

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from bureaus.models import Bureau
from common.paging import page_of
from editorial.trees import tree
from municipalities.models import Municipality, Prefecture
from organizations.models import Organization
from partnerships.models import Statement
from portal.body_page import BodyPage, Mentions
from portal.pages import Involvements
from projects.models import Plan
from sources.shown import Sources


def municipality_list(request: HttpRequest) -> HttpResponse:
    """All municipalities in the order of their codes, or those that `?q=` names."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:40]  # PostgreSQL knows no NUL
    standing = Municipality.objects.current(timezone.localdate()).select_related("prefecture")
    named = Q(name__contains=words) | Q(kana__contains=words) | Q(name_en__icontains=words)
    context = {"page": page_of(standing.filter(named), request), "words": words}
    return render(request, "portal/municipalities.html", context)


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
        "organizations": Organization.objects.public(now).filter(municipality__in=rows),
        "involved_organizations": involved.organizations(page["projects"]),
    }
    return render(request, "portal/municipality.html", context)


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
        "municipalities": prefecture.municipalities.current(timezone.localdate(now)),
    }
    return render(request, "portal/prefecture.html", context)


def bureau_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    bureau = get_object_or_404(Bureau, slug=slug)
    involved = Involvements(Q(bureau=bureau), now)
    shown = told_publicly(list(bureau.statements.all()), now)
    itself = Mentions(involved, *shown).context()
    context = {
        **itself,
        "bureau": bureau,
        "prefectures": bureau.prefectures.order_by("code"),
        "page": page_of(involved.agreements(), request),
        "statements": tree(shown),
    }
    return render(request, "portal/bureau.html", context)


def told_publicly(statements: list[Statement], now: datetime) -> list[Statement]:
    """A bureau is always public: what it states shows with the document that says so."""
    sources = Sources(statements, now)
    return [row for row in statements if sources.citations(row, "text" if row.text else "heading")]
