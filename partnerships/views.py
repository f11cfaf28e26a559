"""The public pages of agreements."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.paging import page_of
from editorial.gone import get_public_or_gone
from partnerships.listing import Listing
from partnerships.models import Agreement, AgreementTheme, Theme, ThemeState
from partnerships.pages import AgreementPage
from sources.models import SourceDocument


def agreement_list(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    listing = Listing(request.GET, now)
    page = page_of(listing.rows, request)
    theme = listing.filter.form.cleaned_data.get("theme") if listing.is_valid else None
    context = {
        **listing.context(),
        "page": page,
        "looser": () if page.object_list else listing.looser(),
        "total": Agreement.objects.public(now).count(),
        "candidates": candidates_for(theme, now) if theme else (),
    }
    return render(request, "partnerships/agreements.html", context)


def agreement_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    agreement = get_public_or_gone(agreements_for_page(now), now, slug)
    return render(request, "partnerships/agreement.html", AgreementPage(agreement, now).context())


def agreements_for_page(now: datetime) -> Any:
    """The public agreements with what the page of one needs."""
    public = Agreement.objects.public(now)
    return (
        public.with_status(timezone.localdate(now), now)
        .select_related("bureau")
        .prefetch_related(
            Prefetch("succeeds", public),
            Prefetch("successors", public),
            Prefetch("signed_text", SourceDocument.objects.public(now)),
        )
    )


def candidates_for(theme: Theme, now: datetime) -> set[int]:
    """The keys of the agreements for which a topic is only a candidate."""
    links = AgreementTheme.objects.public(now).filter(theme=theme, state=ThemeState.CANDIDATE)
    return set(links.values_list("agreement", flat=True))
