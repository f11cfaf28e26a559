"""The page that says what can be downloaded, and how it is meant."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from municipalities.models import Municipality
from organizations.models import Organization
from partnerships.models import Agreement, Theme
from portal.navigation import SECTIONS, links
from portal.open_data.lists import LISTS
from portal.views.open_data import FORMS
from projects.models import Plan, Programme, Project
from sources.models import SourceDocument

RECORDS: dict[str, Any] = {
    "agreements": Agreement,
    "themes": Theme,
    "projects": Project,
    "plans": Plan,
    "programmes": Programme,
    "organizations": Organization,
    "documents": SourceDocument,
}


def data(request: HttpRequest) -> HttpResponse:
    examples = _examples(timezone.now())
    sections = links({noun: SECTIONS[noun] for noun in LISTS})
    context = {
        "lists": [(link, examples[noun]) for noun, link in zip(LISTS, sections, strict=True)],
        "forms": FORMS,
        "agreement": examples["agreements"],
    }
    return render(request, "portal/data.html", context)


def _examples(now: datetime) -> dict[str, Any]:
    """Of each list its first record, as it was registered; None where none is public."""
    found = {
        noun: model.objects.public(now).order_by("pk").first() for noun, model in RECORDS.items()
    }
    places = Municipality.objects.current(timezone.localdate(now))
    return {**found, "municipalities": places.order_by("code").first()}
