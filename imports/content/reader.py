"""Content files, read together into one tree of rows."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

from common.text import refuse_control
from imports.content.finish import Finisher
from imports.content.nodes import ContentError, Given, Node
from imports.content.schema import CLAIMS, TABLES, Table
from imports.content.stating import Stating
from sources import positions


def read_content(paths: Iterable[Path]) -> tuple[list[Node], list[str]]:
    """The records of the files in the order of writing, and warnings for a person.

    Raises ContentError with all that is wrong in them.
    """
    reader = Reader()
    for path in paths:
        reader.positions = reader.positions or positions.read(path.parent)
        reader.read_file(path)
    roots = Finisher(list(reader.roots.values()), reader.named, reader.problems).finish()
    if reader.problems:
        raise ContentError(reader.problems)
    return roots, reader.warnings


class Reader(Stating):
    """Reads file after file. A record, or a row with an id, may go on in a later file.

    `roots`: the records by key of their table and slug; `named`: rows by model and id.
    """

    def __init__(self) -> None:
        super().__init__()
        self.roots: dict[tuple[str, str], Node] = {}
        self.named: dict[tuple[type, str], Node] = {}
        self.file = ""

    def read_file(self, path: Path) -> None:
        self.file, self.document = path.name, None
        content = self._parse(path)
        # The document first: it is the source of all the rest.
        for key in sorted(content, key=lambda key: key != "document"):
            rows = [content[key]] if key == "document" else content[key]
            if key in TABLES:
                self._read_roots(key, rows)
            else:
                self.unknown(self.file, key, TABLES)

    def _parse(self, path: Path) -> dict[str, Any]:
        try:
            text = path.read_text(encoding="utf-8")
            refuse_control(text)
            return tomllib.loads(text)
        except OSError:
            self.problem(str(path), "ファイルを開けません。場所と名前を確かめてください。")
        except UnicodeDecodeError:
            self.problem(path.name, "文字コードを UTF-8 にして保存してください。")
        except ValidationError as error:
            self.problem(path.name, str(error.message))
        except tomllib.TOMLDecodeError as error:
            self.problem(path.name, f"TOML として読めません（{error}）。")
        return {}

    def _read_roots(self, key: str, rows: Any) -> None:
        for number, raw in enumerate(self.tables(rows, f"{self.file} {key}"), 1):
            slug = raw.get("slug")
            if isinstance(slug, str) and slug:
                self._read_root(key, slug, raw)
            else:
                self.problem(f"{self.file} {key} {number}", "slug がありません。")

    def _read_root(self, key: str, slug: str, raw: dict[str, Any]) -> None:
        where = f"{self.file} {key}「{slug}」"
        node = self.roots.setdefault((key, slug), Node(TABLES[key], where))
        node.given.setdefault("slug", Given(slug, f"{where} 項目 slug"))
        if self.file not in node.files:
            node.files.append(self.file)
        if key == "document":
            self.document = node
        node.document = node.document or self.document
        self._fill(node, raw, "", where)

    def _fill(self, node: Node, raw: dict[str, Any], place: str, where: str) -> None:
        """Put what a table of the file says into `node`; `place`: where its quotations stand."""
        table = node.table
        place = raw.get("place", place)
        if "place" in table.keys:  # of a gap: where it is, a column of its own
            self.give(node, "place", place, where)
        for key, value in raw.items():
            if key in table.inside:
                self._fill_list(node, key, value, place, where)
            elif key in ("id", "slug", "place"):
                continue
            elif key in table.keys:
                self.state(node, key, value, place, where)
            else:
                self.unknown(where, key, [*table.keys, *table.inside, "place", "id"])

    def _fill_list(self, node: Node, key: str, rows: Any, place: str, where: str) -> None:
        table = node.table.inside[key]
        for number, raw in enumerate(self.tables(rows, f"{where} {key}"), 1):
            here = f"{where} {key} {number}"
            child = self._child(node, key, table, raw.get("id"), here)
            if table is CLAIMS:  # of a claim: where it is made
                child.given.setdefault("document", Given(self.document, here))
            self._fill(child, raw, place, here)

    def _child(self, node: Node, key: str, table: Table, name: Any, where: str) -> Node:
        """A new row in a list, or the one that another file has already given this id."""
        if not isinstance(name, str | None):
            self.problem(where, "id は引用符で囲んで書いてください。")
            name = None
        known = self.named.get((table.model, name)) if name else None
        if known and known.upper is node:
            return known
        if known:
            self.problem(where, f"id「{name}」は {known.where} でも使われています。")
        child = Node(table, where)
        node.add(key, child)
        if name:
            self.named[table.model, name] = child
        return child
