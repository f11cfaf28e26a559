"""The figures, and the lists behind those that no other page lists."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.paging import page_of
from portal.statistics import (
    AgreementCounts,
    chart_of,
    item_figures,
    items_with,
    record_figures,
)
from projects.models import CommitmentProject


def statistics(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    counts = AgreementCounts(now)
    items = item_figures(now)
    tables = {
        "years": counts.by_fiscal_year(),
        "bureaus": counts.by_bureau(),
        "themes": counts.by_theme(),
        "statuses": counts.by_status(),
    }
    context = {
        "on": timezone.localdate(now),
        "total": counts.total,
        "covered": counts.covered(),
        "tables": {name: (figures, chart_of(figures)) for name, figures in tables.items()},
        "items": items,
        "items_chart": chart_of(items.values()),
        "records": record_figures(now),
    }
    return render(request, "portal/statistics.html", context)


def item_list(request: HttpRequest) -> HttpResponse:
    """The items of agreements, `?activities=on_file`, `begun` or `none`."""
    now = timezone.now()
    asked = request.GET.get("activities", "")
    figures = item_figures(now)
    linked = CommitmentProject.objects.public(now).select_related("project")
    rows = items_with(asked, now).select_related("agreement")
    page = page_of(rows.prefetch_related(Prefetch("project_links", linked)), request)
    context = {
        "on": timezone.localdate(now),
        "page": page,
        "figures": figures,
        "shown": figures.get(asked, figures["all"]),
    }
    return render(request, "portal/statistics_items.html", context)
