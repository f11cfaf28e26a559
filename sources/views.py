"""The public pages of documents: what each says, and where documents differ."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from common.paging import page_of
from editorial.models import Record
from sources import citable
from sources.labels import label_of
from sources.models import Citation, Difference, GapKind, SourceDocument
from sources.models.citation import PointsAtField
from sources.shown import Sources


def document_list(request: HttpRequest) -> HttpResponse:
    documents = SourceDocument.objects.public(timezone.now())
    ordered = documents.order_by(F("issued_on_first").desc(nulls_last=True), "pk")
    return render(request, "sources/documents.html", {"page": page_of(ordered, request)})


def document_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    document = get_object_or_404(SourceDocument.objects.public(now), slug=slug)
    places = cited_by_place(document, now)
    context = {
        "document": document,
        "subjects": subjects_of(places),
        "issuers": document.issuers.with_public_body(now).with_bodies(),
        "places": places,
        "facts": document.area_facts.shown(now),
        "terms": document.terms.all(),
        "claims": document.claims.public(now),
        "gaps": [
            (label, rows)
            for kind, label in GapKind.choices
            if (rows := [gap for gap in document.gaps.all() if gap.kind == kind])
        ],
        "sources": Sources([document], now),
    }
    return render(request, "sources/document.html", context)


def difference_list(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    differences = list(with_records(Difference.objects.public(now)))
    sources = Sources([row.record for row in differences], now)
    shown = [(row, sources.difference(row.record, row.field)) for row in differences]
    rows = [
        {"root": root_of(row), "label": named(row), "shown": difference}
        for row, difference in shown
        if difference
    ]
    return render(request, "sources/differences.html", {"rows": rows})


# Under each quotation the records and values that rest on it: (root, what is cited) once each.
Quoted = dict[str, dict[tuple[Any, str], Citation]]


def cited_by_place(document: SourceDocument, now: datetime) -> list[tuple[str, Quoted]]:
    """What a document is publicly cited for, in the document's own order.

    Under each heading its quotations, each with what rests on it.
    """
    places: dict[str, Quoted] = {place: {} for place in document.places}
    in_order = (F("position").asc(nulls_last=True), "pk")
    for citation in with_records(document.citations.public(now)).order_by(*in_order):
        quoted = places.setdefault(citation.place, {})
        uses = quoted.setdefault(citation.quotation, {})
        uses.setdefault((root_of(citation), named(citation)), citation)
    return [(place, quoted) for place, quoted in places.items() if quoted or _is_printed(place)]


def _is_printed(place: str) -> bool:
    return not place.startswith("（")


def subjects_of(places: list[tuple[str, Quoted]]) -> list[tuple[str, list[Any]]]:
    """The records that a document tells of, by their noun, in the document's order."""
    subjects: dict[str, dict[Any, None]] = {}
    for _place, quoted in places:
        for uses in quoted.values():
            for root, _value in uses:
                if not isinstance(root, SourceDocument):
                    subjects.setdefault(str(root._meta.verbose_name), {})[root] = None
    return [(noun, list(roots)) for noun, roots in subjects.items()]


def named(row: PointsAtField) -> str:
    """What is cited, under the name of its field, and of its row where that is no record itself."""
    record: Any = row.record
    label = label_of(type(record), row.field)
    noun = str(record._meta.verbose_name)
    return label if isinstance(record, Record) or label == noun else f"{noun}：{label}"


def with_records(rows: Any) -> Any:
    """Rows that point at records, with the records and their roots, a query a model."""
    return rows.prefetch_related(
        GenericPrefetch("record", [entry.with_root() for entry in citable.registered()])
    )


def root_of(row: PointsAtField) -> Any:
    """The record on whose page the row that `row` points at is shown."""
    record: Any = row.record
    return citable.of(type(record)).root_of(record)
