"""The staff's site: its names, the order of its nouns, and a door of Django's that stays shut."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

# As an officer goes to work: what was agreed, what came of it, which document says so.
ORDER = [
    "Agreement",
    "Theme",
    "Ceremony",
    "Commitment",
    "Statement",
    "Project",
    "Activity",
    "Plan",
    "PlanSection",
    "PlanParticipant",
    "Programme",
    "ProgrammeUse",
    "AgreementProject",
    "CommitmentProject",
    "AgreementPlan",
    "PlanProject",
    "PlanLink",
    "SourceDocument",
    "Citation",
    "Difference",
    "Claim",
    "Indicator",
    "ReviewRule",
    "Organization",
    "Bureau",
    "User",
    "Municipality",
    "Prefecture",
    "Subprefecture",
]


class StaffSite(admin.AdminSite):
    site_header = "自治体連携協定ポータル 職員用ページ"
    site_title = "自治体連携協定ポータル 職員用ページ"
    index_title = "記録の一覧"
    empty_value_display = "―"

    def get_urls(self) -> list[Any]:
        """`r/<type>/<pk>/` would tell anybody who may log in the address of any draft."""
        return [path("r/<path:rest>", no_such_page), *super().get_urls()]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        rooms = super().get_app_list(request, app_label)
        for room in rooms:
            room["models"].sort(key=place)
        return sorted(rooms, key=lambda room: place(room["models"][0]))


class StaffAdminConfig(AdminConfig):
    default_site = "config.admin.StaffSite"


def place(noun: dict[str, Any]) -> int:
    """Where a model stands in the list; one that `ORDER` does not know stands last."""
    name = noun["object_name"]
    return ORDER.index(name) if name in ORDER else len(ORDER)


def no_such_page(request: HttpRequest, rest: str) -> HttpResponse:
    raise Http404
