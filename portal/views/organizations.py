"""The public pages of organisations: what every room says of one."""

from datetime import datetime

from django.db.models import Case, IntegerField, Prefetch, Q, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from common.narrowing import Narrowed
from common.paging import page_of
from editorial.gone import get_public_or_gone
from organizations.models import Organization
from organizations.models.organization import OrganizationKind
from portal.body_page import BodyPage
from portal.pages import Involvements

KINDS = [When(kind=kind, then=order) for order, kind in enumerate(OrganizationKind.values)]
IN_ORDER_OF_KINDS = Case(*KINDS, output_field=IntegerField())


def organization_list(request: HttpRequest) -> HttpResponse:
    narrowed = listed_organizations(request.GET, timezone.now())
    context = {"page": page_of(narrowed.rows, request), "narrowed": narrowed}
    return render(request, "portal/organizations.html", context)


def listed_organizations(data: QueryDict, now: datetime) -> Narrowed:
    organizations = Organization.objects.public(now).select_related("municipality")
    by_kind = organizations.order_by(IN_ORDER_OF_KINDS, "kana", "name", "pk")
    return Narrowed(by_kind, "kind", data)


def organization_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    public = Organization.objects.public(now)
    shown = public.select_related("municipality").prefetch_related(
        "aliases", "representatives", Prefetch("parent", public), Prefetch("units", public)
    )
    organization = get_public_or_gone(shown, now, slug)
    members = list(
        organization.links.public(now)
        .select_related("organization")
        .order_by("kind", "order", "pk")
    )
    memberships = list(
        organization.linked_to.public(now).select_related("of").order_by("kind", "order", "pk")
    )
    named = [*organization.aliases.all(), *organization.representatives.all()]
    own = [organization, *named, *members, *memberships]
    page = BodyPage(Involvements(Q(organization=organization), now), *own)
    context = {
        "organization": organization,
        "members": members,
        "memberships": memberships,
        **page.context(),
    }
    return render(request, "portal/organization.html", context)
