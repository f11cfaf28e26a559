"""The public pages of projects, plans and programmes."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from common.narrowing import Narrowed
from common.paging import page_of
from editorial.gone import get_public_or_gone
from partnerships.listing import Conditions
from partnerships.models import Agreement
from projects.filters import COUNTERS, PlanFilter
from projects.models import (
    AgreementProject,
    Plan,
    PlanMaker,
    PlanParticipant,
    Programme,
    Project,
    ProjectBody,
    Timing,
)
from projects.pages import ProjectPage
from projects.plan_page import PlanPage
from sources.shown import Sources


def project_list(request: HttpRequest) -> HttpResponse:
    projects = listed_projects(timezone.now())
    return render(request, "projects/projects.html", {"page": page_of(projects, request)})


def listed_projects(now: datetime) -> Any:
    """Each with its `places`, and as `of` the links to its agreements."""
    places = ProjectBody.objects.filter(municipality__isnull=False).order_by("municipality__code")
    agreements = Agreement.objects.with_status(timezone.localdate(now), now)
    links = AgreementProject.objects.public(now).prefetch_related(Prefetch("agreement", agreements))
    return Project.objects.public(now).prefetch_related(
        Prefetch("bodies", places.select_related("municipality"), "places"),
        Prefetch("agreement_links", links, "of"),
    )


def project_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    project = get_public_or_gone(Project.objects.public(now), now, slug)
    return render(request, "projects/project.html", ProjectPage(project, now).context())


def plan_list(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    listing = listed_plans(request.GET, now)
    page = page_of(listing.rows, request)
    looser = () if page.object_list else listing.looser()
    total = Plan.objects.public(now).count()
    context = {**listing.context(), "page": page, "looser": looser, "total": total}
    return render(request, "projects/plans.html", context)


def listed_plans(data: QueryDict, now: datetime) -> Conditions:
    makers = PlanMaker.objects.with_public_body(now).with_bodies()
    carriers = PlanParticipant.objects.with_public_body(now).with_bodies()
    plans = Plan.objects.public(now).prefetch_related(
        Prefetch("makers", makers), Prefetch("participants", carriers)
    )
    return Conditions(data, PlanFilter(data, plans, now), COUNTERS)


def plan_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    plan = get_public_or_gone(Plan.objects.public(now).select_related("prefecture"), now, slug)
    page = PlanPage(plan, now, request.GET.get("sector", ""))
    return render(request, "projects/plan.html", page.context())


def programme_list(request: HttpRequest) -> HttpResponse:
    narrowed = listed_programmes(request.GET, timezone.now())
    context = {"page": page_of(narrowed.rows, request), "narrowed": narrowed}
    return render(request, "projects/programmes.html", context)


def listed_programmes(data: QueryDict, now: datetime) -> Narrowed:
    return Narrowed(Programme.objects.public(now), "kind", data)


def programme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    programme = get_public_or_gone(Programme.objects.public(now), now, slug)
    uses = list(programme.uses.shown(now))
    providers = list(programme.providers.with_public_body(now).with_bodies())
    used = [row for use in uses for row in use.records()]
    sources = Sources([programme, *providers, *used], now)
    context = {
        "programme": programme,
        "providers": providers,
        "uses": [
            (timing, label, rows)
            for timing, label in Timing.choices
            if (rows := [use for use in uses if use.timing == timing])
        ],
        "documents": sources.documents,
        "sources": sources,
    }
    return render(request, "projects/programme.html", context)
