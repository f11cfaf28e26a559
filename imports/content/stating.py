"""A value of a content file with its citations, and what documents say differently."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from common.stated_dates import ABSENT
from imports.content.nodes import Given, Node
from imports.content.schema import CITATIONS, DIFFERENCES
from imports.content.values import ValueProblem, plain_value, stated_date
from sources import positions
from sources.models import Basis

# Keys of a value's own table that make a citation, and their fields.
CITATION_KEYS = {
    "quote": "quotation",
    "place": "place",
    "document": "document",
    "basis": "basis",
    "stated": "value_stated",
    "reading": "reading",
    "reason": "reason",
    "confirmed_by": "confirmed_by",
    "confirmed_on": "confirmed_on",
}
VALUE_KEYS = ("value", "certainty", "also", "difference", *CITATION_KEYS)
DIFFERENCE_KEYS = ("note", "reason")

# What a citation must say besides, by its basis (the database refuses it too).
NEEDED: dict[str, dict[str, str]] = {
    Basis.STATED: {
        "quotation": "引用（quote）がありません。資料の言葉をそのまま書いてください。",
        "place": "引用の箇所（place）がありません。outline の見出しから選んでください。",
        "document": "資料がありません。[document] の表か document を書いてください。",
    },
    Basis.CONFIRMED: {
        "confirmed_by": "確認した局（confirmed_by）がありません。",
        "confirmed_on": "確認した日（confirmed_on）がありません。",
    },
    Basis.COMPUTED: {"reason": "計算の方法（reason）がありません。"},
    Basis.EDITORIAL: {"reason": "理由（reason）がありません。"},
}


class Stating:
    """Collects problems instead of stopping at the first.

    `document`: that of the file; `positions`: where quotations begin in their documents.
    """

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.warnings: list[str] = []
        self.document: Node | None = None
        self.positions: dict[positions.Key, int] = {}

    def problem(self, where: str, message: str) -> None:
        self.problems.append(f"{where}: {message}")

    def unknown(self, where: str, key: str, known: Iterable[str]) -> None:
        known = list(known)
        close = get_close_matches(key, known, 1)
        hint = f"「{close[0]}」ではありませんか。" if close else ""
        self.problem(
            where, f"項目「{key}」はありません。{hint}使えるのは {'、'.join(known)} です。"
        )

    def tables(self, rows: Any, where: str) -> list[dict[str, Any]]:
        if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
            return rows
        self.problem(where, "[[…]] の形の表にしてください。")
        return []

    def state(self, node: Node, key: str, raw: Any, place: str, where: str) -> None:
        """A bare value, or a table of a value with where it comes from."""
        where = f"{where} 項目 {key}"
        parts = raw if isinstance(raw, dict) else {"value": raw}
        for unknown in parts.keys() - {*VALUE_KEYS}:
            self.unknown(where, unknown, VALUE_KEYS)
        name = node.table.keys[key]
        if {"value", "quote", "certainty"} & parts.keys():
            certainty = parts.get("certainty", "confirmed")
            printed = "" if certainty in ABSENT else parts.get("quote")
            self.convert(node, name, parts.get("value", printed), where, certainty)
        field = node.table.cited_field(key)
        if CITATION_KEYS.keys() & parts.keys():
            self._cite(node, field, parts, place, where)
        for number, other in enumerate(self.tables(parts.get("also", []), f"{where} also"), 1):
            here = f"{where} also {number}"
            for unknown in other.keys() - CITATION_KEYS.keys():
                self.unknown(here, unknown, CITATION_KEYS)
            self._cite(node, field, other, place, here)
        if "difference" in parts:
            self._differ(node, field, parts["difference"], f"{where} difference")

    def convert(
        self, node: Node, name: str, raw: Any, where: str, certainty: str = "confirmed"
    ) -> None:
        """Give a field its value, in the field's own type; a foreign key is looked up later."""
        columns = {field.name: field for field in node.table.fields}
        try:
            if name not in columns:
                raw, warnings = stated_date(raw, certainty, self._reference())
                self.warnings += [f"{where}: {warning}" for warning in warnings]
            elif not columns[name].is_relation:
                raw = plain_value(columns[name], raw)
        except ValueProblem as problem:
            self.problem(where, str(problem))
        else:
            self.give(node, name, raw, where)

    def give(self, node: Node, name: str, value: Any, where: str) -> None:
        known = node.given.setdefault(name, Given(value, where))
        if known.value != value:
            self.problem(
                where,
                f"「{value}」は {known.where} の「{known.value}」と違います。"
                "一つに揃え、違いは also と difference に書いてください。",
            )

    def _reference(self) -> Any:
        dates = (
            [self.document.value(n) for n in ("issued_on", "reference_on")] if self.document else []
        )
        return next((d.first for d in dates if d and d.first), None)

    def _cite(self, node: Node, field: str, parts: dict[str, Any], place: str, where: str) -> None:
        if field not in node.table.citable:
            self.problem(where, "この項目には出典を付けられません。値だけを書いてください。")
            return
        said: dict[str, Any] = {"field": field, "basis": Basis.STATED.value}
        said |= {CITATION_KEYS[k]: v for k, v in parts.items() if k in CITATION_KEYS}
        if said["basis"] == Basis.STATED or "quotation" in said:
            said = {"place": place, "document": self.document} | said
        if (position := self._position(said)) is not None:
            said["position"] = position
        for name, message in NEEDED.get(str(said["basis"]), {}).items():
            if not said.get(name):
                self.problem(where, message)
        self._attach(node, "citations", Node(CITATIONS, where), said)

    def _position(self, said: dict[str, Any]) -> int | None:
        document, words = said.get("document"), (said.get("place"), said.get("quotation"))
        slug = document.slug if isinstance(document, Node) else document
        if not all(isinstance(word, str) for word in (slug, *words)):
            return None
        return self.positions.get(positions.key(str(slug), *map(str, words)))

    def _differ(self, node: Node, field: str, raw: Any, where: str) -> None:
        """Where a reason is given, the first citation is the one followed."""
        if not isinstance(raw, dict) or raw.keys() - {*DIFFERENCE_KEYS} or "note" not in raw:
            self.problem(
                where, "note（違いの説明）と、選んだときは reason（理由）を書いてください。"
            )
            return
        citations = node.citations_of(field)
        if len([c for c in citations if c.value("value_stated")]) < 2:
            self.problem(
                where, "違う記載のある二つ以上の出典に、stated（示す値）を書いてください。"
            )
            return
        said = {"field": field, **raw}
        if raw.get("reason"):
            said["chosen"] = citations[0]
        self._attach(node, "differences", Node(DIFFERENCES, where), said)

    def _attach(self, node: Node, key: str, child: Node, said: dict[str, Any]) -> None:
        for name, value in said.items():
            self.convert(child, name, value, child.where)
        node.add(key, child)
