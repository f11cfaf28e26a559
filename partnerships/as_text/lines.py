"""The forms that recur in the text of a page: sections, labelled lines, dates, numbered texts."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.dates.value import StatedDate
from common.punctuation import aside
from common.stated_dates import show
from common.templatetags.dates import is_relative
from editorial.trees import Node
from partnerships.as_text.marks import Marks
from partnerships.items import flat
from sources.labels import label_of
from sources.templatetags.sources import printed


def text_of(parts: Iterable[Iterable[str]]) -> str:
    """The sections that hold something, a blank line between them."""
    found = ["\n".join(part) for part in parts]
    return "\n\n".join(filter(None, found))


def section(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [f"■ {title}", *found] if found else []


def line(label: Any, value: Any, mark: str = "") -> str:
    return _("{label}：{value}").format(label=label, value=value) + mark


def headed(words: object) -> str:
    return _("［{words}］").format(words=words)


def noted(words: str) -> str:
    return _("※{words}").format(words=words)


def indented(words: str, depth: int) -> str:
    step = "  " if get_language() == "en" else "　"
    return "\n".join(step * depth + line for line in words.splitlines())


def when(date: StatedDate, *, is_planned: bool = False) -> str:
    """西暦 with 和暦, how sure it is, and the words of a date that counts from the document's own.

    `is_planned`: that it is planned is said beside it.
    """
    told = show(date)
    if date.certainty == "planned" and not is_planned:
        told += _("（予定）")
    if date.certainty == "estimated":
        told += _("（推定）")
    if is_relative(date):
        told += _("（資料の表記は「%(words)s」）") % {"words": date.text}
    return told


def dated(row: Any, field: str, marks: Marks) -> str:
    """A date of the record under its name; where nothing is stated, that is said."""
    value = getattr(row, field)
    label = label_of(type(row), field)
    told = when(value) if value else _("登録資料に記載なし")
    return line(label, told, marks.of(row, field))


def numbered(nodes: list[Node], marks: Marks, *, with_kind: bool = False) -> Iterator[str]:
    """Texts with the numbers that the document prints, each level further in."""
    kind = ""
    for depth, row in flat(nodes):
        before, kind = kind, row.get_kind_display() if with_kind and depth == 0 else kind
        if kind not in (before, row.heading):
            yield aside(kind).strip()
        yield indented(one_text(row, marks), depth)


def one_text(row: Any, marks: Marks) -> str:
    """Number, heading and text of one row; one mark where both have the same source."""
    first, second = marks.of(row, "heading"), marks.of(row, "text")
    if row.heading and row.text:
        mark = "" if first == second else first
        told = f"{_number(row)}{row.heading}{mark}\n{indented(row.text, 1)}{second}"
    elif row.heading:
        told = f"{_number(row)}{row.heading}{first}"
    else:
        told = f"{_number(row)}{row.text}{second if row.text else ''}"
    return f"{told}\n{_absence(row, marks)}".strip()


def _number(row: Any) -> str:
    return f"{row.number} " if row.number else ""


def _absence(row: Any, marks: Marks) -> str:
    if not row.absence:
        return ""
    words, label = printed({"sources": marks.sources}, row, "text"), row.get_absence_display()  # type: ignore[arg-type]
    return indented(f"{words}{aside(label)}" if words else label, 1)
