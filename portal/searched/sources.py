"""Documents and the words that they explain, as they are searched."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Prefetch
from django.utils.translation import gettext_lazy as _

from portal.searched.texts import dates, fields
from search.registry import Entry, Text
from sources.models import Citation, GlossaryTerm, SourceDocument
from sources.templatetags.sources import furigana


def documents(now: datetime) -> Iterable[Entry]:
    """With their headings and what is quoted from them; the latest first."""
    quoted = Citation.objects.public(now).order_by("position", "pk")
    rows = (
        SourceDocument.objects.public(now)
        .order_by(F("issued_on_first").desc(nulls_last=True), "pk")
        .prefetch_related(Prefetch("citations", quoted), "gaps")
    )
    for row in rows:
        quotations = dict.fromkeys(
            one.quotation for one in (*row.citations.all(), *row.gaps.all()) if one.quotation
        )
        yield Entry(
            row,
            str(row),
            about=row.get_kind_display(),
            names=fields(row, "title", "subtitle"),
            texts=[
                *dates(row),
                *(Text(furigana(words), _("引用（原文のまま）")) for words in quotations),
            ],
        )


def terms(now: datetime) -> Iterable[Entry]:
    """Each leads to its place on the page of the document that explains it."""
    rows = GlossaryTerm.objects.public(now).select_related("document")
    for row in rows.order_by("term", "pk"):
        yield Entry(
            row,
            row.term,
            about=str(row.document),
            page=row.document,
            anchor=f"term-{row.pk}",
            texts=fields(row, "expansion", "definition", "provider"),
        )
