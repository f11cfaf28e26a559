"""The addresses for machines beside the public pages."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from common import workbook
from common.workbook import Sheet
from editorial.gone import get_public_or_gone
from partnerships.as_sheets import agreement_sheets
from partnerships.as_text import full_text
from partnerships.models import Agreement
from partnerships.views import agreements_for_page
from portal.context_processors import notice, origin
from portal.open_data.agreements import agreement_data
from portal.open_data.lists import LISTS, Errors, ListFile, Rows, as_csv
from portal.open_data.records import RECORDS, document_data, record_data
from portal.open_data.values import Writer
from portal.open_data.whole_page import AgreementBook, AgreementText
from sources.shown import Sources

CSV_TYPE = "text/csv; charset=utf-8"
TEXT_TYPE = "text/plain; charset=utf-8"


def agreement_json(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    return _json(agreement_data(_agreement(slug, now), now, origin(request)))


def agreement_text(request: HttpRequest, slug: str) -> HttpResponse:
    """The page as plain text, to be copied into an answer."""
    now = timezone.now()
    agreement = _agreement(slug, now)
    address = f"{origin(request)}{agreement.get_absolute_url()}"
    text = full_text(AgreementText(agreement, now).context(), address, notice())
    named = {"Content-Disposition": f'inline; filename="{slug}.txt"'}
    return HttpResponse(f"{text}\n", content_type=TEXT_TYPE, headers=named)


def agreement_excel(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    agreement = _agreement(slug, now)
    page = AgreementBook(agreement, now).context()
    sheets = agreement_sheets(page, origin(request), notice())
    named = {"Content-Disposition": f'attachment; filename="{slug}.xlsx"'}
    return _excel(sheets, agreement.display_title, named)


def _agreement(slug: str, now: datetime) -> Agreement:
    found: Agreement = get_public_or_gone(agreements_for_page(now), now, slug)
    return found


def list_file(request: HttpRequest, noun: str, form: str) -> HttpResponse:
    """All rows of a list that a query asks for, with no paging, in one of `FORMS`."""
    if form not in FORMS:
        raise Http404
    now = timezone.now()
    listed = LISTS[noun]
    rows, errors = listed.ask(request.GET, now)
    if errors:
        return _refused(errors, form)
    answer = FORMS[form](noun, listed, rows, now, Writer(Sources((), now), origin(request)))
    if form != "json":
        name = f"_{timezone.localdate(now):%Y%m%d}.{form}"
        answer["Content-Disposition"] = _attachment(f"{noun}{name}", f"{listed.title}{name}")
    return answer


def _refused(errors: Errors, form: str) -> HttpResponse:
    """An empty file would be taken for an answer."""
    if form == "json":
        return _json({"errors": errors}, status=400)
    told = "\n".join(f"{name}: {' '.join(words)}" for name, words in errors.items())
    words = _("読み取れない条件があるため、一覧を表示していません。")
    return HttpResponse(f"{words}\n{told}\n", status=400, content_type=TEXT_TYPE)


def _attachment(plain: str, name: str) -> str:
    """The name of the file, with one in ASCII for what reads no other (RFC 6266)."""
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"


def _list_json(noun: str, listed: ListFile, rows: Rows, now: datetime, writer: Writer) -> Any:
    records = listed.told.records(rows, now, writer)
    return _json({"count": len(records), noun: records})


def _list_csv(_noun: str, listed: ListFile, rows: Rows, now: datetime, writer: Writer) -> Any:
    text = as_csv(listed.told.headings(), listed.told.table(rows, now, writer))
    return HttpResponse(text, content_type=CSV_TYPE)


def _list_excel(_noun: str, listed: ListFile, rows: Rows, now: datetime, writer: Writer) -> Any:
    title, told = str(listed.title), listed.told
    return _excel([Sheet(title, told.headings(), told.table(rows, now, writer))], title)


FORMS: dict[str, Callable[..., HttpResponse]] = {
    "csv": _list_csv,
    "xlsx": _list_excel,
    "json": _list_json,
}


def _excel(sheets: list[Sheet], title: str, headers: dict[str, str] | None = None) -> HttpResponse:
    content = workbook.workbook(sheets, title=title, creator=_("自治体連携協定ポータル"))
    return HttpResponse(content, content_type=workbook.TYPE, headers=headers)


def _json(data: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})


def record_json(request: HttpRequest, noun: str, slug: str) -> HttpResponse:
    """Any other record: `/projects/<slug>.json`; of places the code, as their pages have it."""
    now = timezone.now()
    return _json(record_data(RECORDS[noun](slug, now), now, origin(request)))


def document_json(request: HttpRequest, slug: str) -> HttpResponse:
    return _json(document_data(slug, timezone.now(), origin(request)))
