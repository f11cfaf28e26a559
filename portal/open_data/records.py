"""Any record or place for machines: its values, and every row that its page shows, with sources.

One shape for all: `values` and `citations` of the record itself, `parts` for what hangs on it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from bureaus.models import Bureau
from editorial.gone import get_public_or_gone
from municipalities.models import Municipality, Prefecture
from organizations.models import Organization
from partnerships.models import AgreementTheme, Theme
from portal.body_page import BodyPage, Mentions
from portal.open_data.values import Writer
from portal.pages import Involvements
from portal.views.places import told_publicly
from projects.models import Plan, Programme, Project
from projects.pages import ProjectPage
from projects.plan_page import PlanPage
from sources import citable
from sources.models import SourceDocument
from sources.shown import Sources
from sources.views import cited_by_place

# The record, and the rows beside it on its page.
Shown = tuple[Any, Iterable[Any]]


def record_data(shown: Shown, now: datetime, origin: str) -> dict[str, Any]:
    record, rows = shown
    parts = [row for row in dict.fromkeys(rows) if row != record and is_citable(row)]
    sources = Sources([record, *parts], now)
    writer = Writer(sources, origin)
    own = writer.part(record) if is_citable(record) else {}
    return {
        **own,
        **writer.reference(record),
        "parts": [writer.part(row) for row in parts],
        "documents": [writer.document(row) for row in sources.documents],
    }


def is_citable(row: models.Model) -> bool:
    return any(entry.model is type(row) for entry in citable.registered())


def project(slug: str, now: datetime) -> Shown:
    found = get_public_or_gone(Project.objects.public(now), now, slug)
    return found, ProjectPage(found, now).rows()


def plan(slug: str, now: datetime) -> Shown:
    found = get_public_or_gone(Plan.objects.public(now), now, slug)
    return found, PlanPage(found, now).rows()


def programme(slug: str, now: datetime) -> Shown:
    found = get_public_or_gone(Programme.objects.public(now), now, slug)
    providers = found.providers.with_public_body(now).with_bodies()
    uses = [row for use in found.uses.shown(now) for row in use.records()]
    return found, [*providers, *uses]


def theme(slug: str, now: datetime) -> Shown:
    found = get_public_or_gone(Theme.objects.public(now), now, slug)
    links = AgreementTheme.objects.public(now).filter(theme=found)
    return found, links.select_related("theme", "agreement")


def organization(slug: str, now: datetime) -> Shown:
    found = get_public_or_gone(Organization.objects.public(now), now, slug)
    return found, BodyPage(Involvements(Q(organization=found), now)).rows()


def municipality(slug: str, now: datetime) -> Shown:
    rows = list(Municipality.objects.filter(code=slug).select_related("subprefecture"))
    if not rows:
        raise Http404
    within = rows[0].subprefecture
    around = Q(subprefecture=within) if within else None
    return rows[0], BodyPage(Involvements(Q(municipality__in=rows), now, around=around)).rows()


def prefecture(slug: str, now: datetime) -> Shown:
    found = get_object_or_404(Prefecture, code=slug)
    return found, BodyPage(Involvements(Q(prefecture=found), now)).rows()


def bureau(slug: str, now: datetime) -> Shown:
    found = get_object_or_404(Bureau, slug=slug)
    told = told_publicly(list(found.statements.all()), now)
    return found, Mentions(Involvements(Q(bureau=found), now), *told).rows()


# By the noun of the address under which each record has its page.
RECORDS = {
    "projects": project,
    "plans": plan,
    "programmes": programme,
    "themes": theme,
    "organizations": organization,
    "municipalities": municipality,
    "prefectures": prefecture,
    "bureaus": bureau,
}


def document_data(slug: str, now: datetime, origin: str) -> dict[str, Any]:
    """A document with what rests on each of its passages."""
    found = get_public_or_gone(SourceDocument.objects.public(now), now, slug)
    writer = Writer(Sources([found], now), origin)
    return {
        **writer.document(found),
        "values": writer.part(found)["values"],
        "places": [
            {
                "place": place,
                "quotations": [
                    {
                        "quotation": quotation,
                        "supports": [
                            {"record": writer.reference(root), "value": value}
                            for root, value in uses
                        ],
                    }
                    for quotation, uses in quoted.items()
                ],
            }
            for place, quoted in cited_by_place(found, now)
        ],
    }
