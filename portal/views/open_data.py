"""The addresses for machines beside the public pages."""

from datetime import date
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.gone import get_public_or_gone
from partnerships.as_text import full_text
from partnerships.listing import Listing
from partnerships.views import agreements_for_page
from portal.context_processors import notice, origin
from portal.open_data.agreements import agreement_data, as_csv, for_export, list_data
from portal.open_data.records import RECORDS, document_data, record_data
from portal.open_data.values import Writer
from portal.open_data.whole_page import AgreementText
from sources.shown import Sources

CSV_TYPE = "text/csv; charset=utf-8"
TEXT_TYPE = "text/plain; charset=utf-8"


def agreement_json(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    agreement = get_public_or_gone(agreements_for_page(now), now, slug)
    return _json(agreement_data(agreement, now, origin(request)))


def agreement_text(request: HttpRequest, slug: str) -> HttpResponse:
    """The page as plain text, to be copied into an answer."""
    now = timezone.now()
    agreement = get_public_or_gone(agreements_for_page(now), now, slug)
    address = f"{origin(request)}{agreement.get_absolute_url()}"
    text = full_text(AgreementText(agreement, now).context(), address, notice())
    named = {"Content-Disposition": f'inline; filename="{slug}.txt"'}
    return HttpResponse(f"{text}\n", content_type=TEXT_TYPE, headers=named)


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
    named = {"Content-Disposition": _attachment(timezone.localdate(now))}
    return HttpResponse(text, content_type=CSV_TYPE, headers=named)


def _attachment(on: date) -> str:
    """The name of the file, with one in ASCII for what reads no other (RFC 6266)."""
    day = f"{on:%Y%m%d}"
    name = quote(_("協定等一覧_{day}.csv").format(day=day))
    return f"attachment; filename=\"agreements_{day}.csv\"; filename*=UTF-8''{name}"


def _json(data: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})


def record_json(request: HttpRequest, noun: str, slug: str) -> HttpResponse:
    """Any other record: `/projects/<slug>.json`; of places the code, as their pages have it."""
    now = timezone.now()
    return _json(record_data(RECORDS[noun](slug, now), now, origin(request)))


def document_json(request: HttpRequest, slug: str) -> HttpResponse:
    return _json(document_data(slug, timezone.now(), origin(request)))
