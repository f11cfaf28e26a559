"""How values are written for machines."""

from datetime import date
from typing import Any

from django.db import models

from common.dates.value import StatedDate
from editorial.trees import Node
from organizations.models import Involved
from sources import citable
from sources.labels import label_of
from sources.models import Citation, SourceDocument
from sources.shown import Sources


class Writer:
    """Writes rows that a page shows, each with its sources. `origin`: scheme and host."""

    def __init__(self, sources: Sources, origin: str) -> None:
        self.sources = sources
        self.origin = origin

    def url(self, row: Any) -> str:
        return f"{self.origin}{row.get_absolute_url()}"

    def data_url(self, row: Any) -> str:
        return f"{self.url(row).removesuffix('/')}.json"

    def reference(self, row: Any) -> dict[str, Any]:
        """Another record or place, by what names it for good."""
        named = {"type": noun(row), "name": str(row)}
        for key in ("slug", "code"):
            if value := getattr(row, key, None):
                named[key] = value
        return {**named, "url": self.url(row)} if hasattr(row, "get_absolute_url") else named

    def body(self, row: Involved) -> dict[str, Any]:
        """Who stands there; only words where no more is known."""
        return self.reference(row.body) if row.body else {"type": "words", "name": row.body_name}

    def document(self, row: SourceDocument) -> dict[str, Any]:
        return {**self.reference(row), "issued_on": stated(row.issued_on)}

    def part(self, row: models.Model) -> dict[str, Any]:
        """The citable values of any row, each under the name of its field, and their sources."""
        fields = sorted(citable.of(type(row)).fields)
        values = {
            field: self.value(row, field) for field in fields if not _may_be_hidden(row, field)
        }
        told = {"type": noun(row), "values": values, **self.cited(row)}
        root = _root_at_hand(row)
        return {**told, "belongs_to": self.reference(root)} if root else told

    def value(self, row: Any, field: str) -> Any:
        if field == "body":
            return self.body(row)
        value = getattr(row, field)
        if isinstance(value, models.Model):
            return self.reference(value)
        if isinstance(value, StatedDate):
            return stated(value)
        return choice(row, field) if hasattr(row, f"get_{field}_display") else plain(value)

    def tree(self, nodes: list[Node]) -> list[dict[str, Any]]:
        """Numbered texts as printed."""
        return [
            {
                "number": node.row.number,
                "heading": node.row.heading,
                "text": node.row.text,
                "absence": choice(node.row, "absence"),
                **self._links(node.row),
                **self.cited(node.row),
                "children": self.tree(node.children),
            }
            for node in nodes
        ]

    def _links(self, row: Any) -> dict[str, Any]:
        """The kind, side or level of a text, and the projects linked to it."""
        told: dict[str, Any] = {
            name: choice(row, name) for name in ("kind", "side", "level") if hasattr(row, name)
        }
        if hasattr(row, "projects_linked"):
            told["projects"] = [
                {**self.reference(link.project), **self.cited(link)} for link in row.projects_linked
            ]
        return told

    def cited(self, row: models.Model) -> dict[str, Any]:
        """`citations` and, where documents differ, `differences`, by field."""
        fields = sorted(citable.of(type(row)).fields)
        citations = {field: self.sources.citations(row, field) for field in fields}
        differing = {field: self.sources.difference(row, field) for field in fields}
        differences = {
            field: {
                "label": label_of(type(row), field),
                "note": shown.difference.note,
                "chosen": self.citation(shown.chosen) if shown.chosen else None,
                "reason": shown.difference.reason if shown.chosen else "",
            }
            for field, shown in differing.items()
            if shown
        }
        told = {
            field: [self.citation(one) for one in found]
            for field, found in citations.items()
            if found
        }
        return {"citations": told, **({"differences": differences} if differences else {})}

    def citation(self, row: Citation) -> dict[str, Any]:
        told = {
            "basis": choice(row, "basis"),
            "document": self.reference(row.document) if row.document else None,
            "place": row.place,
            "quotation": row.quotation,
            "reading": row.reading,
            "value_stated": row.value_stated,
            "reason": row.reason,
            "confirmed_by": self.reference(row.confirmed_by) if row.confirmed_by else None,
            "confirmed_on": plain(row.confirmed_on),
        }
        return {name: value for name, value in told.items() if value}


def _root_at_hand(row: models.Model) -> models.Model | None:
    """The record on whose page a row is shown, where it was loaded with it: never by a query."""
    for path in citable.of(type(row)).paths:
        found: Any = row
        for step in path.split("__"):
            found = found and found._state.fields_cache.get(step)
        if found:
            return found
    return None


def noun(row: models.Model) -> str:
    """As in the addresses: a `SourceDocument` is a document."""
    return str(row._meta.model_name).removeprefix("source")


def stated(value: StatedDate | None) -> dict[str, Any] | None:
    """A stated date: its words, the interval that they mean (None without), the certainty."""
    if value is None:
        return None
    return {
        "text": value.text,
        "first": plain(value.first),
        "last": plain(value.last),
        "certainty": value.certainty,
    }


def choice(row: Any, field: str) -> dict[str, str] | None:
    code = getattr(row, field)
    return {"code": code, "label": getattr(row, f"get_{field}_display")()} if code else None


def plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _may_be_hidden(row: models.Model, field: str) -> bool:
    """Whether a field leads to a record that need not be public; links have both ends public."""
    related: Any = {column.name: column for column in row._meta.fields}.get(field)
    return bool(related and related.null and related.is_relation)
