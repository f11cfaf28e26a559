"""The public pages of documents: what each says, and where documents differ."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Count, F, Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from common.narrowing import Narrowed
from common.paging import page_of
from editorial.gone import get_public_or_gone
from editorial.models import Record
from sources import citable
from sources.differences import by_noun, shown_differences
from sources.labels import label_of
from sources.models import Citation, Claim, DocumentIssuer, GapKind, SourceDocument
from sources.models.citation import PointsAtField
from sources.shown import Sources


def document_list(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    narrowed = listed_documents(request.GET, now)
    page = page_of(narrowed.rows, request)
    page.object_list = with_counts(page.object_list, now)
    return render(request, "sources/documents.html", {"page": page, "narrowed": narrowed})


def listed_documents(data: QueryDict, now: datetime) -> Narrowed:
    issuers = DocumentIssuer.objects.with_public_body(now).with_bodies()
    documents = SourceDocument.objects.public(now).prefetch_related(
        Prefetch("issuers", issuers, to_attr="issuers_shown")
    )
    ordered = documents.order_by(F("issued_on_first").desc(nulls_last=True), "pk")
    return Narrowed(ordered, "kind", data)


def with_counts(documents: Iterable[SourceDocument], now: datetime) -> list[SourceDocument]:
    """Each with `told`: how many public values rest on it."""
    rows: list[Any] = list(documents)
    counted = counts_of(rows, now)
    for document in rows:
        document.told = counted.get(document.pk, 0)
    return rows


def document_detail(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    document = get_public_or_gone(SourceDocument.objects.public(now), now, slug)
    places = cited_by_place(document, now)
    context = {
        "document": document,
        "subjects": subjects_of(places),
        "issuers": document.issuers.with_public_body(now).with_bodies(),
        "places": places,
        "told": counts_of([document], now).get(document.pk, 0),
        "facts": document.area_facts.shown(now),
        "terms": document.terms.all(),
        "claims": claims_once(document.claims.public(now)),
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
    rows = shown_differences(now)
    context = {
        "rows": rows,
        "groups": by_noun(rows),
        "undecided": sum(row.is_undecided for row in rows),
        "on": timezone.localdate(now),
    }
    return render(request, "sources/differences.html", context)


def counts_of(documents: Iterable[SourceDocument], now: datetime) -> dict[int, int]:
    """How many public values rest on each of the documents, by their keys."""
    public = Citation.objects.public(now).filter(document__in=[row.pk for row in documents])
    return dict(public.order_by().values_list("document").annotate(Count("pk")))


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


def claims_once(claims: Any) -> list[tuple[Claim, list[Any]]]:
    """Each claim of the document once, with the records that it is made about."""
    found: dict[Any, tuple[Claim, dict[Any, None]]] = {}
    for claim in with_records(claims):
        key = (claim.words, claim.said_by, claim.as_of)
        found.setdefault(key, (claim, {}))[1][root_of(claim)] = None
    return [(claim, list(roots)) for claim, roots in found.values()]


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
    return (
        label
        if isinstance(record, Record) or label == noun
        else _("{label}：{value}").format(label=noun, value=label)
    )


def with_records(rows: Any) -> Any:
    """Rows that point at records, with the records and their roots, a query a model."""
    return rows.prefetch_related(
        GenericPrefetch("record", [entry.with_root() for entry in citable.registered()])
    )


def root_of(row: PointsAtField) -> Any:
    """The record on whose page the row that `row` points at is shown."""
    record: Any = row.record
    return citable.of(type(record)).root_of(record)
