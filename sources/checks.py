"""Whether citations are in order: that they point at something, and say what documents say."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from common.fields import StatedDateField
from common.text import plain
from sources import citable, positions
from sources.models import Citation, Claim, Difference, SourceDocument
from sources.verbatim import RegisteredText


def lost_pointers() -> Iterator[str]:
    """Citations, differences and claims whose row or field does not exist, in Japanese."""
    entries = citable.content_types()
    for model in (Citation, Difference, Claim):
        rows: Any = model._default_manager.all()
        for row in rows.exclude(content_type__in=entries):
            yield f"{_name(row)}: {row.content_type} は出典を付けられる記録ではありません。"
        for type_id, entry in entries.items():
            of_type = rows.filter(content_type=type_id)
            noun = entry.model._meta.verbose_name
            known = entry.fields | ({""} if model is Claim else set())
            for row in of_type.exclude(object_id__in=entry.model._default_manager.values("pk")):
                yield f"{_name(row)}: 指している{noun}（番号 {row.object_id}）がありません。"
            for row in of_type.exclude(field__in=known):
                yield f"{_name(row)}: {noun}に項目「{row.field}」はありません。"


def check_document(
    document: SourceDocument, text: str, excused: Iterable[str]
) -> tuple[list[str], Counter[str]]:
    """What is wrong with all that cites `document`, in Japanese, and counts for a summary.

    `text`: its registered text; `excused`: lines of it that need not be quoted.
    """
    registered = RegisteredText(text, document.places)
    citations = list(document.citations.prefetch_related("record"))
    gaps = list(document.gaps.all())
    excused = list(excused)
    problems = [
        *registered.problems,
        *(
            f"{_of(row)}: {problem}"
            for row in [*citations, *gaps]
            if row.quotation and (problem := registered.quote(row.quotation, row.place))
        ),
        *(
            f"{_of(gap)}: 箇所「{gap.place}」は資料の見出しにありません。"
            for gap in gaps
            if gap.place not in document.places
        ),
        *(f"{_of(row)}: {problem}" for row in citations if (problem := _unlike_value(row))),
        *(_misplaced(row) for row in citations if _is_misplaced(row, registered)),
        *(problem for line in excused if (problem := registered.excuse(line))),
        *registered.unused(),
    ]
    counts = Counter(
        {
            "行": sum(map(bool, registered.pieces)),
            "引用": len(citations),
            "見出し": len(document.places),
            "失われた部分": len(gaps),
            "理由のある行": len(excused),
        }
    )
    return problems, counts


def positions_of(document: SourceDocument, text: str) -> Iterator[tuple[positions.Key, int]]:
    """Where each quotation of `document` begins in its registered text."""
    registered = RegisteredText(text, document.places)
    for place, quotation in set(document.citations.values_list("place", "quotation")):
        position = registered.position(quotation, place)
        if position is not None:
            yield positions.key(str(document.slug), place, quotation), position


def _is_misplaced(citation: Citation, registered: RegisteredText) -> bool:
    """Whether it says that it begins elsewhere; one that says nothing stands last."""
    begins = registered.position(citation.quotation, citation.place)
    return citation.position is not None and begins is not None and citation.position != begins


def _misplaced(citation: Citation) -> str:
    return (
        f"{_of(citation)}: 引用「{citation.quotation[:40]}」の資料の中の位置が古くなっています。"
        "check_citations --number で書き直し、load_content で登録してください。"
    )


def _unlike_value(citation: Citation) -> str:
    """A registered value that its quotation does not hold, and nothing explains why."""
    if citation.value_stated or citation.reading or citation.reason or not citation.record:
        return ""
    words = _words(citation.record, citation.field)
    if plain(words) in plain(citation.quotation):
        return ""
    return (
        f"登録した値「{words}」が、引用「{citation.quotation}」の中にありません。値を直すか、"
        "「この箇所が示す値」「訂正した読み」「理由」のどれかを入力してください。"
    )


def _words(record: models.Model, field: str) -> str:
    """A value as text, where it is one: of a date its words, of a choice nothing."""
    if isinstance(getattr(type(record), field, None), StatedDateField):
        return str(getattr(record, f"{field}_text"))
    columns = {column.name: column for column in record._meta.concrete_fields}
    column = columns.get(field)
    is_text = isinstance(column, models.CharField | models.TextField) and not column.choices
    return str(getattr(record, field)) if is_text else ""


def _of(row: Any) -> str:
    """What a citation or gap belongs to, for the officer who looks for it."""
    if not isinstance(row, Citation):
        return _name(row)
    noun = row.record._meta.verbose_name if row.record else "失われた記録"
    return f"{noun}「{row.record}」の {row.field}"


def _name(row: Any) -> str:
    return f"{row._meta.verbose_name} {row.pk}「{row}」"
