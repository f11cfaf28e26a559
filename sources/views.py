"""The public pages of documents: what each says, and where documents differ."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from common.paging import page_of
from sources import citable
from sources.labels import label_of
from sources.models import Citation, Difference, SourceDocument
from sources.models.citation import PointsAtField
from sources.shown import Sources


def document_list(request: HttpRequest) -> HttpResponse:
    documents = SourceDocument.objects.public(timezone.now())
    ordered = documents.order_by(F("issued_on_first").desc(nulls_last=True), "pk")
    return render(request, "sources/documents.html", {"page": page_of(ordered, request)})


def document_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    document = get_object_or_404(SourceDocument.objects.public(now), slug=slug)
    context = {
        "document": document,
        "issuers": document.issuers.with_public_body(now).with_bodies(),
        "places": cited_by_place(document, now),
        "facts": document.area_facts.with_public_body(now).with_bodies(),
        "terms": document.terms.all(),
        "claims": document.claims.public(now),
        "gaps": document.gaps.all(),
        "sources": Sources([document], now),
    }
    return render(request, "sources/document.html", context)


def difference_list(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    differences = list(with_records(Difference.objects.public(now)))
    sources = Sources([row.record for row in differences], now)
    shown = [(row, sources.difference(row.record, row.field)) for row in differences]
    rows = [
        {"root": root_of(row), "label": label_of(type(row.record), row.field), "shown": difference}
        for row, difference in shown
        if difference
    ]
    return render(request, "sources/differences.html", {"rows": rows})


Quoted = dict[str, list[Citation]]


def cited_by_place(document: SourceDocument, now: datetime) -> list[tuple[str, Quoted]]:
    """What a document is publicly cited for, in the document's own order.

    Under each heading its quotations, each with the citations that use it; each citation has
    `root`, the record on whose page it stands, and `label`, what the value is called there.
    """
    places: dict[str, Quoted] = {place: {} for place in document.places}
    for citation in with_records(document.citations.public(now)):
        citation.root = root_of(citation)
        citation.label = label_of(type(citation.record), citation.field)
        quoted = places.setdefault(citation.place, {})
        quoted.setdefault(citation.quotation, []).append(citation)
    return list(places.items())


def with_records(rows: Any) -> Any:
    """Rows that point at records, with the records and their roots, a query a model."""
    return rows.prefetch_related(
        GenericPrefetch("record", [entry.with_root() for entry in citable.registered()])
    )


def root_of(row: PointsAtField) -> Any:
    """The record on whose page the row that `row` points at is shown."""
    record: Any = row.record
    return citable.of(type(record)).root_of(record)
