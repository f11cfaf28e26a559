"""`{% cite row "field" %}`: the sources of a value, beside the value."""

import re
import zlib
from collections.abc import Iterable
from typing import Any

from django import template
from django.db import models
from django.template.context import Context
from django.utils.translation import gettext as _

from common.dates.display import in_sentence
from common.stated_dates import Certainty
from sources.labels import label_of
from sources.models import Basis, Citation

register = template.Library()


@register.filter
def furigana(quotation: str) -> str:
    """A quotation with the readings that its text keeps as 大雪山^{だいせつざん} in brackets."""
    return re.sub(r"\^\{([^}]*)\}", r"（\1）", quotation)


@register.filter
def anchor(place: str) -> str:
    """The id of a place on the page of its document; the same however the outline grows."""
    return f"place-{zlib.crc32(place.encode()):08x}"


@register.inclusion_tag("components/source.html", takes_context=True)
def cite(context: Context, row: models.Model, field: str) -> dict[str, Any]:
    """The page's view puts a `sources.shown.Sources` into the context as `sources`.

    Several fields of a row, with blanks between, share one mark; what they quote stands there once.
    """
    sources = context["sources"]
    fields = field.split()
    told = _once((name, one) for name in fields for one in sources.citations(row, name))
    citations = [one for one, _names in told]
    is_mixed = len({one.basis for one in citations}) > 1
    return {
        "mark": mark_of(citations),
        "citations": [
            (one, [label_of(type(row), name) for name in names] if is_mixed else [])
            for one, names in told
        ],
        "shown": next(filter(None, (sources.difference(row, name) for name in fields)), None),
        "label": label_of(type(row), fields[0]),
        "request": context["request"],
    }


def _once(named: Iterable[tuple[str, Citation]]) -> list[tuple[Citation, list[str]]]:
    """Each different source once, with the fields that rest on it."""
    told: dict[tuple[Any, ...], tuple[Citation, list[str]]] = {}
    for name, one in named:
        key = (one.basis, one.document_id, one.place, one.quotation, one.reason)
        told.setdefault(key, (one, []))[1].append(name)
    return list(told.values())


def mark_of(citations: list[Citation]) -> str:
    """What stands beside the value: where no document states it, the basis itself."""
    stated = _("出典")
    marks = [stated if one.basis == Basis.STATED else one.get_basis_display() for one in citations]
    return _("・").join(dict.fromkeys(sorted(marks, key=lambda mark: mark != stated))) or stated


@register.simple_tag(takes_context=True)
def told(context: Context, row: models.Model) -> str:
    """「2019年12月17日の資料による」: when the document that tells of `row` was issued."""
    day = context["sources"].told_on(row)
    if day is None:
        return ""
    estimated = _("（推定）") if day.certainty == Certainty.ESTIMATED else ""
    return _("{day}の資料による").format(day=f"{in_sentence(day)}{estimated}")


@register.simple_tag(takes_context=True)
def judged(context: Context, row: models.Model, field: str) -> str:
    """The reason of an editor who judged a value that no document states."""
    return str(context["sources"].judged(row, field))


@register.simple_tag(takes_context=True)
def shared_reason(context: Context, rows: Iterable[models.Model], field: str) -> str:
    """The reason of an editor who added the whole group: readers see it before any of its rows."""
    found = {_added_because(context["sources"].citations(row, field)) for row in rows}
    return found.pop() if len(found) == 1 else ""


def _added_because(citations: list[Citation]) -> str:
    editorial = [one.reason for one in citations if one.basis == Basis.EDITORIAL]
    return editorial[0] if len(editorial) == len(citations) == 1 else ""


@register.simple_tag(takes_context=True)
def printed(context: Context, row: models.Model, field: str) -> str:
    """The words that a document prints where it says that there is nothing: 該当無し."""
    citations = context["sources"].citations(row, field)
    return next((citation.quotation for citation in citations if citation.quotation), "")
