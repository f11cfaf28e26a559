"""The rows that the database holds for a content table, as a tree like that of the files."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from imports.content.schema import Table


@dataclass(eq=False)
class Stored:
    table: Table
    row: Any
    lists: dict[str, list["Stored"]]

    def digest(self) -> str:
        """What the row and all below it say, as 64 characters."""
        return hashlib.sha256("\n".join(self._lines("")).encode()).hexdigest()

    def _lines(self, path: str) -> Iterator[str]:
        """Defaults stay out, so that a new column does not look like an edit."""
        yield path
        for field in self.table.fields:
            if getattr(self.row, field.attname) != field.get_default():
                yield f"{field.attname}={field.value_to_string(self.row)}"
        for key, rows in self.lists.items():
            for stored in rows:
                yield from stored._lines(f"{path}/{key}")


def stored_trees(table: Table, rows: list[Any]) -> list[Stored]:
    """The trees of `rows`, with one query for each table below, however many rows there are."""
    trees = [Stored(table, row, {}) for row in rows]
    for key, inside in table.all_lists.items() if rows else ():
        below: dict[int, list[Stored]] = defaultdict(list)
        for found in stored_trees(inside, _rows_below(inside, rows)):
            below[_above(inside, found.row)].append(found)
        for tree in trees:
            tree.lists[key] = below[tree.row.pk]
    return trees


def _rows_below(table: Table, rows: list[Any]) -> list[Any]:
    """The rows of `table` that hang on `rows`, in the order in which files list them."""
    manager: Any = table.model._default_manager
    generic = table.parent == "record"
    found = manager.about(rows) if generic else manager.filter(**{f"{table.parent}__in": rows})
    if table.is_text and table.parent != "parent":
        found = found.filter(parent=None)
    ordered = any(field.name == "order" for field in table.fields)
    return list(found.order_by(*(["order"] if ordered else []), "pk"))


def _above(table: Table, row: Any) -> int:
    """The primary key of what the row hangs on."""
    return int(row.object_id if table.parent == "record" else getattr(row, f"{table.parent}_id"))
