"""What content files say, read together: a tree of rows that are not in the database yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from imports.content.schema import Table
from imports.content.stored import Stored


class ContentError(Exception):
    """Files that cannot be loaded. `problems`: each names file, table and key, in Japanese."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Given:
    """A value as a file gives it; `where` names the file, the table and the key."""

    value: Any
    where: str


@dataclass(eq=False, repr=False)
class Node:
    """One row that files describe.

    `given`: by field. `columns`: the value of every column that files decide, a Node for a foreign
    key to a row of the files. `stored`: the row in the database that it stands for, as found
    there; `row`: the same, or the one that was made of it.
    """

    table: Table
    where: str
    upper: "Node | None" = None
    document: "Node | None" = None
    files: list[str] = field(default_factory=list)
    given: dict[str, Given] = field(default_factory=dict)
    lists: dict[str, list["Node"]] = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    stored: Stored | None = None
    row: Any = None

    def __str__(self) -> str:
        return self.where

    @property
    def root(self) -> "Node":
        return self.upper.root if self.upper else self

    @property
    def slug(self) -> str:
        return str(self.value("slug"))

    def value(self, name: str) -> Any:
        return self.given[name].value if name in self.given else None

    def add(self, key: str, child: "Node") -> None:
        child.upper = self
        self.lists.setdefault(key, []).append(child)

    def citations_of(self, field: str) -> list["Node"]:
        return [c for c in self.lists.get("citations", []) if c.value("field") == field]

    def walk(self) -> Iterator["Node"]:
        """Itself and all below it."""
        yield self
        for rows in self.lists.values():
            for row in rows:
                yield from row.walk()
