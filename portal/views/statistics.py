"""The figures, and the lists behind those that no other page lists."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from common.paging import page_of
from portal.statistics import AgreementCounts, Items, chart_of, record_figures
from projects.models import CommitmentProject


def statistics(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    counts = AgreementCounts(now)
    items = Items(now).figures()
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
        "all_years": counts.of_all_years(),
        "date_heads": [_("うち締結"), _("うち予定"), _("うち発表のみ")],
        "has_editorial_themes": counts.has_editorial_themes(),
        "items": items,
        "items_chart": chart_of(items.values()),
        "records": record_figures(now),
    }
    return render(request, "portal/statistics.html", context)


def item_list(request: HttpRequest) -> HttpResponse:
    """The items of agreements, `?activities=on_file`, `begun` or `none`."""
    now = timezone.now()
    asked = request.GET.get("activities", "")
    items = Items(now)
    figures = items.figures()
    linked = CommitmentProject.objects.public(now).select_related("project")
    rows = items.asked(asked).select_related("agreement")
    page = page_of(rows.prefetch_related(Prefetch("project_links", linked)), request)
    context = {
        "on": timezone.localdate(now),
        "page": page,
        "figures": figures,
        "items": items,
        "shown": figures.get(asked, figures["all"]),
    }
    return render(request, "portal/statistics_items.html", context)
