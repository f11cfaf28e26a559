"""The public pages of agreements and of themes."""

from datetime import datetime

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from common.paging import page_of
from partnerships.filters import AgreementFilter
from partnerships.models import Agreement, AgreementTheme, Theme, ThemeState
from partnerships.pages import AgreementPage
from sources.models import SourceDocument


def agreement_list(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    agreements = Agreement.objects.public(now).to_list(timezone.localdate(now), now)
    found = AgreementFilter(request.GET, agreements, now)
    theme = found.form.cleaned_data.get("theme") if found.form.is_valid() else None
    context = {
        "filter": found,
        "page": page_of(found.qs, request),
        "candidates": candidates_for(theme, now) if theme else (),
    }
    return render(request, "partnerships/agreements.html", context)


def agreement_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    public = Agreement.objects.public(now)
    shown = (
        public.with_status(timezone.localdate(now), now)
        .select_related("bureau")
        .prefetch_related(
            Prefetch("succeeds", public),
            Prefetch("successors", public),
            Prefetch("signed_text", SourceDocument.objects.public(now)),
        )
    )
    agreement = get_object_or_404(shown, slug=slug)
    return render(request, "partnerships/agreement.html", AgreementPage(agreement, now).context())


def theme_list(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    themes = Theme.objects.public(now)
    return render(request, "partnerships/themes.html", {"themes": themes})


def theme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    theme = get_object_or_404(Theme.objects.public(now), slug=slug)
    links = AgreementTheme.objects.public(now).filter(theme=theme)
    agreements = Agreement.objects.filter(pk__in=links.values("agreement"))
    context = {
        "theme": theme,
        "candidates": candidates_for(theme, now),
        "page": page_of(agreements.to_list(timezone.localdate(now), now), request),
    }
    return render(request, "partnerships/theme.html", context)


def candidates_for(theme: Theme, now: datetime) -> set[int]:
    """The keys of the agreements for which a topic is only a candidate."""
    links = AgreementTheme.objects.public(now).filter(theme=theme, state=ThemeState.CANDIDATE)
    return set(links.values_list("agreement", flat=True))
