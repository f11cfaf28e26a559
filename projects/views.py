"""The public pages of projects, plans and programmes."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from common.paging import page_of
from projects.models import Activity, Plan, Programme, Project
from projects.pages import ProjectPage
from sources.shown import Sources


def project_list(request: HttpRequest) -> HttpResponse:
    projects = Project.objects.public(timezone.now())
    return render(request, "projects/projects.html", {"page": page_of(projects, request)})


def project_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    projects = Project.objects.public(now)
    shown = projects.prefetch_related(Prefetch("preceded_by", Project.objects.public(now)))
    return render(
        request,
        "projects/project.html",
        ProjectPage(get_object_or_404(shown, slug=slug), now).context(),
    )


def plan_list(request: HttpRequest) -> HttpResponse:
    plans = Plan.objects.public(timezone.now())
    return render(request, "projects/plans.html", {"page": page_of(plans, request)})


def plan_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    plan = get_object_or_404(Plan.objects.public(now), slug=slug)
    makers = plan.makers.with_public_body(now).with_bodies()
    links = plan.agreement_links.public(now).select_related("agreement")
    activities = plan.activities.public(now).select_related("project")
    context = {
        "plan": plan,
        "makers": makers,
        "links": links,
        "activities": activities,
        "sources": Sources([plan, *makers, *links, *activities], now),
    }
    return render(request, "projects/plan.html", context)


def programme_list(request: HttpRequest) -> HttpResponse:
    programmes = Programme.objects.public(timezone.now())
    return render(request, "projects/programmes.html", {"page": page_of(programmes, request)})


def programme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    programme = get_object_or_404(Programme.objects.public(now), slug=slug)
    uses = (
        programme.uses.public(now)
        .with_bodies()
        .prefetch_related(
            Prefetch("activity", Activity.objects.public(now).select_related("project"))
        )
    )
    context = {"programme": programme, "uses": uses, "sources": Sources([programme, *uses], now)}
    return render(request, "projects/programme.html", context)
