"""The public pages of topics: which agreements chose one, and which only think of it."""

from collections import Counter
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.paging import PAGE_SIZE, page_of
from editorial.gone import get_public_or_gone
from partnerships.models import Agreement, AgreementTheme, Theme, ThemeState
from projects.models import AgreementProject, Project


def theme_list(request: HttpRequest) -> HttpResponse:
    return render(request, "partnerships/themes.html", {"themes": listed_themes(timezone.now())})


def listed_themes(now: datetime) -> list[tuple[Theme, int, int]]:
    """Each with how many agreements chose it, and how many only think of it."""
    links = AgreementTheme.objects.public(now).order_by().values_list("theme", "state")
    counted = Counter(links)
    return [
        (theme, counted[theme.pk, ThemeState.DECIDED], counted[theme.pk, ThemeState.CANDIDATE])
        for theme in Theme.objects.public(now)
    ]


def theme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    theme = get_public_or_gone(Theme.objects.public(now), now, slug)
    links = AgreementTheme.objects.public(now).filter(theme=theme).order_by()
    agreements = Agreement.objects.to_list(timezone.localdate(now), now)
    decided, candidates = (
        agreements.filter(pk__in=links.filter(state=state).values("agreement"))
        for state in (ThemeState.DECIDED, ThemeState.CANDIDATE)
    )
    told = AgreementProject.objects.public(now).filter(agreement__in=links.values("agreement"))
    context = {
        "theme": theme,
        "page": page_of(decided, request),
        "candidate_agreements": candidates[:PAGE_SIZE],
        "projects": Project.objects.public(now).filter(pk__in=told.order_by().values("project")),
    }
    return render(request, "partnerships/theme.html", context)
