"""The addresses for machines beside the public pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.listing import Listing
from partnerships.views import agreements_for_page
from portal.context_processors import origin
from portal.open_data.agreements import agreement_data, as_csv, for_export, list_data
from portal.open_data.records import RECORDS, document_data, record_data
from portal.open_data.values import Writer
from sources.shown import Sources

CSV_TYPE = "text/csv; charset=utf-8"


def agreement_json(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    agreement = get_object_or_404(agreements_for_page(now), slug=slug)
    return _json(agreement_data(agreement, now, origin(request)))


def agreements_json(request: HttpRequest) -> HttpResponse:
    """The whole list that a query asks for, with no paging."""
    now = timezone.now()
    listing = Listing(request.GET, now)
    if listing.errors:
        return _json({"errors": listing.errors}, status=400)
    rows = list_data(for_export(listing.rows, now), now, Writer(Sources((), now), origin(request)))
    return _json({"count": len(rows), "agreements": rows})


def agreements_csv(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    listing = Listing(request.GET, now)
    if listing.errors:
        told = "\n".join(f"{name}: {' '.join(words)}" for name, words in listing.errors.items())
        words = _("読み取れない条件があるため、一覧を表示していません。")
        return HttpResponse(
            f"{words}\n{told}\n", status=400, content_type="text/plain; charset=utf-8"
        )
    writer = Writer(Sources((), now), origin(request))
    text = as_csv(for_export(listing.rows, now), now, writer)
    named = {"Content-Disposition": 'attachment; filename="agreements.csv"'}
    return HttpResponse(text, content_type=CSV_TYPE, headers=named)


def _json(data: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})


def record_json(request: HttpRequest, noun: str, slug: str) -> HttpResponse:
    """Any other record: `/projects/<slug>.json`; of places the code, as their pages have it."""
    now = timezone.now()
    return _json(record_data(RECORDS[noun](slug, now), now, origin(request)))


def document_json(request: HttpRequest, slug: str) -> HttpResponse:
    return _json(document_data(slug, timezone.now(), origin(request)))
