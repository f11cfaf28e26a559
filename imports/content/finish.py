"""References between rows, and what files leave out: the last step before writing."""

from collections.abc import Callable
from graphlib import CycleError, TopologicalSorter
from typing import Any

from django.db import models

from bureaus.models import Bureau
from common.fields import columns, stated_dates
from editorial.models import State
from imports.content.nodes import Node
from imports.content.schema import TABLES
from imports.content.values import ValueProblem, plain_value
from municipalities.models import Municipality, Prefecture, Subprefecture
from sources.models import SourceDocument

# How a file names a row of the reference data, and which rows it may name.
_REFERENCE: dict[type[models.Model], tuple[str, dict[str, Any]]] = {
    Bureau: ("slug", {}),
    Prefecture: ("code", {}),
    Subprefecture: ("slug", {}),
    Municipality: ("code", {"valid_until": None}),
}


class Finisher:
    """`named`: the rows that files give an id, by model and id. `problems`: found so far."""

    def __init__(
        self, roots: list[Node], named: dict[tuple[type, str], Node], problems: list[str]
    ) -> None:
        self.roots = roots
        self.named = named
        self.records = {
            (node.table.model, node.slug): node for node in roots if node.table.is_record
        }
        self.problems = problems

    def finish(self) -> list[Node]:
        """Complete every row. The records as they are to be written."""
        for root in self.roots:
            self._inherit(root)
            for node in root.walk():
                self._complete(node)
        for root in self.roots:
            for node in root.walk():
                self._check_place(node)
        return self._sorted()

    def _inherit(self, root: Node) -> None:
        """Bureau and hour of publication are those of the document that first names a record."""
        if not root.table.is_record:
            self._try(f"{root.where} 項目 slug", self._refer, root.table.model, root.slug)
        elif root.document:
            for name in ("bureau", "publish_at"):
                if name in root.document.given:
                    root.given.setdefault(name, root.document.given[name])

    def _complete(self, node: Node) -> None:
        for date in stated_dates(node.table.model):
            stated = node.value(date)
            parts = (stated.text, stated.first, stated.last, stated.certainty) if stated else None
            node.columns |= zip(columns(date), parts or ("", None, None, ""), strict=True)
        for field in node.table.fields:
            if field.name not in node.columns:
                where = f"{node.where} 項目 {field.name}"
                node.columns[field.attname] = self._try(where, self._value, node, field)

    def _try(self, where: str, convert: Callable[..., Any], *arguments: Any) -> Any:
        """What `convert` returns. A value that could not be read is not missing as well."""
        try:
            return convert(*arguments)
        except ValueProblem as problem:
            if not any(known.startswith(f"{where}:") for known in self.problems):
                self.problems.append(f"{where}: {problem}")
            return None

    def _value(self, node: Node, field: models.Field) -> Any:
        if field.name == "order":
            return _position(node)
        if field.name == "state" and node.table.is_record:
            return State.PUBLISHED if node.value("publish_at") else State.DRAFT
        value = node.value(field.name) if field.name in node.given else field.get_default()
        if not field.is_relation:
            return plain_value(field, value)
        if value is None and not field.null:
            raise ValueProblem("値がありません。")
        model: Any = field.related_model
        return value if value is None or isinstance(value, Node) else self._refer(model, value)

    def _refer(self, model: type[models.Model], value: Any) -> Any:
        """The row that a slug, code or id names: a Node, or the primary key of a stored row."""
        if not isinstance(value, str):
            raise ValueProblem("名前（slug・コード・id）を引用符で囲んで書いてください。")
        key, narrowed = _REFERENCE.get(model, ("slug", {}))
        found = self.records.get((model, value)) or self.named.get((model, value))
        if found is None and any(field.name == key for field in model._meta.concrete_fields):
            stored = model._default_manager.filter(**{key: value}, **narrowed)
            found = stored.values_list("pk", flat=True).first()
        if found is None:
            reference = model in _REFERENCE
            hint = "先に manage.py load_reference を実行してください。" if reference else ""
            raise ValueProblem(f"{model._meta.verbose_name}「{value}」は登録されていません。{hint}")
        return found

    def _check_place(self, node: Node) -> None:
        """The place of a quotation or gap is one of its document's headings."""
        document = node.columns.get("document_id", node.upper)
        place = node.columns.get("place")
        if "quotation" not in node.columns or not place or not document:
            return
        if place not in _outline(document):
            self.problems.append(f"{node.where}: place「{place}」は資料の outline にありません。")

    def _sorted(self) -> list[Node]:
        """By table, and records after those of the same table that they point at."""
        below = {
            root: [value for value in root.columns.values() if isinstance(value, Node)]
            for root in self.roots
        }
        try:
            order = list(TopologicalSorter(below).static_order())
        except CycleError as error:
            names = " → ".join(node.slug for node in error.args[1])
            self.problems.append(f"記録が互いに指し合っています: {names}")
            return []
        tables = list(TABLES.values())
        return sorted(order, key=lambda node: tables.index(node.table))


def _position(node: Node) -> int:
    """Where the row stands in its list, from 1."""
    lists = node.upper.lists.values() if node.upper else []
    return next(rows.index(node) + 1 for rows in lists if node in rows)


def _outline(document: Any) -> list[str]:
    """The headings of a document of the files, or of a stored one by its primary key."""
    if isinstance(document, Node):
        return str(document.columns["outline"]).splitlines()
    return SourceDocument.objects.get(pk=document).places
