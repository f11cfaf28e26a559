"""The figures, and the lists behind those that no other page lists."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from common.paging import page_of
from portal.items import KINDS, LOOKS, Items
from portal.statistics import AgreementCounts, chart_of, record_figures
from projects.models import CommitmentProject


def statistics(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    counts = AgreementCounts(now)
    items = Items(now)
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
        "items": items.figures(),
        "items_chart": items.chart(_("連携・協力事項")),
        "item_looks": [(LOOKS[kind], label) for kind, label in KINDS.items()],
        "items_by_agreement": items.by_agreement(),
        "items_of_all": items.of_all(),
        "records": record_figures(now),
    }
    return render(request, "portal/statistics.html", context)


def item_list(request: HttpRequest) -> HttpResponse:
    """The items of agreements, or of `?agreement=` alone; `?activities=` names a kind."""
    now = timezone.now()
    asked = request.GET.get("activities", "")
    items = Items(now, request.GET.get("agreement", ""))
    figures = items.figures()
    linked = CommitmentProject.objects.public(now).select_related("project")
    rows = items.asked(asked).select_related("agreement", "parent__parent__parent")
    page = page_of(rows.prefetch_related(Prefetch("project_links", linked)), request)
    for row in page.object_list:
        row.kind = items.kinds[row.pk]
    context = {
        "on": timezone.localdate(now),
        "page": page,
        "figures": figures,
        "agreement": next(iter(items.counted), None) if items.agreement else None,
        "shown": figures.get(asked, figures["all"]),
    }
    return render(request, "portal/statistics_items.html", context)
