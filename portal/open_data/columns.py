"""Columns of a list: what each tells of a row in JSON, and its cells in CSV and Excel."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from common.dates.value import Certainty, StatedDate
from portal.open_data.values import Writer, choice, stated

Label = str | Promise


@dataclass(frozen=True)
class Column:
    """`value`: of a row, as JSON has it: a text, a number, a reference, a choice, or several."""

    key: str
    label: Label
    value: Callable[[Any, Writer], Any]

    def headings(self) -> list[str]:
        return [capfirst(str(self.label))]

    def cells(self, row: Any, writer: Writer) -> list[Any]:
        return [in_words(self.value(row, writer))]


class Dated(Column):
    """A stated date: its words, the first and the last day that they mean, how sure it is."""

    def headings(self) -> list[str]:
        return date_headings(self.label)

    def cells(self, row: Any, writer: Writer) -> list[Any]:
        return list(date_cells(getattr(row, self.key)))


class Placed(Column):
    """Municipalities, with their codes in a column of their own."""

    def headings(self) -> list[str]:
        return [str(self.label), _("団体コード")]

    def cells(self, row: Any, writer: Writer) -> list[Any]:
        places = self.value(row, writer)
        return [in_words(places), in_words([place["code"] for place in places])]


def text(name: str, label: Label) -> Column:
    return Column(name, label, lambda row, _writer: getattr(row, name))


def kind(name: str, label: Label) -> Column:
    return Column(name, label, lambda row, _writer: choice(row, name))


def day(name: str, label: Label) -> Column:
    return Dated(name, label, lambda row, _writer: stated(getattr(row, name)))


def date_headings(label: Label) -> list[str]:
    parts = (_("（原文）"), _("（最初の日）"), _("（最後の日）"), _("（確度）"))
    return [f"{label}{part}" for part in parts]


def date_cells(value: StatedDate | None) -> Iterator[str]:
    told = stated(value) or {}
    yield from (told.get(part) or "" for part in ("text", "first", "last"))
    yield str(Certainty(value.certainty if value else Certainty.NOT_STATED).label)


def in_words(value: Any) -> Any:
    """A value of the JSON as one cell."""
    if isinstance(value, list):
        return ";".join(str(in_words(one)) for one in value)
    if isinstance(value, dict):
        return value.get("label") or value["name"]
    return "" if value is None else value


@dataclass(frozen=True)
class Columns:
    """The columns of a list between what names a row and its addresses."""

    key: str  # the slug or the code
    key_label: Label
    name_label: Label
    columns: tuple[Column, ...]

    def records(self, rows: Iterable[Any], _now: datetime, writer: Writer) -> list[dict[str, Any]]:
        return [
            {
                **writer.reference(row),
                **{column.key: column.value(row, writer) for column in self.columns},
                "json": writer.data_url(row),
            }
            for row in rows
        ]

    def headings(self) -> list[str]:
        told = (heading for column in self.columns for heading in column.headings())
        return [str(self.key_label), str(self.name_label), *told, "URL", "JSON"]

    def table(self, rows: Iterable[Any], _now: datetime, writer: Writer) -> list[list[Any]]:
        return [
            [
                getattr(row, self.key),
                str(row),
                *(cell for column in self.columns for cell in column.cells(row, writer)),
                writer.url(row),
                writer.data_url(row),
            ]
            for row in rows
        ]
