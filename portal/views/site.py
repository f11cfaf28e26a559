"""What a public site says of itself."""

from datetime import datetime
from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from bureaus.models import Bureau
from municipalities.models import Municipality, Prefecture
from organizations.models import Organization
from partnerships.models import Agreement, Party
from partnerships.rules import Status
from portal.accessibility import CRITERIA, SET_ON, TESTED_ON
from portal.context_processors import is_english
from portal.navigation import SECTIONS, links
from projects.models import Plan, Programme, Project
from sources.models import SourceDocument

COUNTED: dict[str, Any] = {
    "projects": Project,
    "plans": Plan,
    "programmes": Programme,
    "organizations": Organization,
}
# What the chip of a status says, without the dates of one agreement.
STATUSES = {
    Status.PLANNED: _("締結予定日が発表されています。"),
    Status.PLAN_PASSED: _("発表された締結予定日を過ぎ、締結を確認する資料は登録されていません。"),
    Status.ANNOUNCED: _("取組の開始が発表されています。締結の手続は資料に記載がありません。"),
    Status.SIGNED: _("締結が確認されています。期間の定めは資料に記載がありません。"),
    Status.WITHIN_PERIOD: _("締結が確認され、資料に記載された期間の中にあります。"),
    Status.PERIOD_PASSED: _("当初の協力期間を過ぎ、延長・終了を示す資料は登録されていません。"),
    Status.SUCCEEDED: _("後の協定等に引き継がれました。"),
    Status.ENDED: _("終了した日と理由が登録されています。"),
    Status.NOT_CONCLUDED: _("締結しないことが発表されました。"),
}


def about(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    context = {"on": timezone.localdate(now), "statuses": STATUSES.items(), **covered(now)}
    return render(request, "portal/about.html", context)


def covered(now: datetime) -> dict[str, Any]:
    """How much is on file, and of what it is a part."""
    agreements = Agreement.objects.public(now).order_by()
    parties = Party.objects.filter(agreement__in=agreements)
    documents = SourceDocument.objects.public(now).order_by()
    labels = {name: SECTIONS[name] for name in COUNTED}
    current = Municipality.objects.current(timezone.localdate(now))
    return {
        "agreement_count": agreements.count(),
        "partner_count": parties.exclude(municipality=None)
        .values("municipality")
        .distinct()
        .count(),
        "bureau_count": parties.exclude(bureau=None).values("bureau").distinct().count(),
        "all_bureaus": Bureau.objects.count(),
        "municipality_count": current.count(),
        "document_count": documents.count(),
        "latest_document": documents.aggregate(day=Max("issued_on_last"))["day"],
        "counts": [
            (link, model.objects.public(now).count())
            for link, model in zip(links(labels), COUNTED.values(), strict=True)
        ],
    }


def accessibility(request: HttpRequest) -> HttpResponse:
    context = {"set_on": SET_ON, "tested_on": TESTED_ON, "criteria": CRITERIA}
    return render(request, "portal/accessibility.html", context)


def terms(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/terms.html")


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/privacy.html")


def sitemap(request: HttpRequest) -> HttpResponse:
    context = {"bureaus": Bureau.objects.all(), "prefectures": Prefecture.objects.all()}
    return render(request, "portal/sitemap.html", context)


def corrections(request: HttpRequest) -> HttpResponse:
    """Whom to write to about an error, with the address of the page that the reader came from."""
    page = request.GET.get("page", "")
    context = {"page_path": page if is_page(page) else ""}
    return render(request, "portal/corrections.html", context)


def is_page(path: str) -> bool:
    """Whether the site has a page of this form; what else is asked for is not shown."""
    with translation.override("en" if is_english(path) else "ja"):
        try:
            return resolve(path).app_name != "admin"
        except Resolver404:
            return False
