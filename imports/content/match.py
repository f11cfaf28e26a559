"""Which stored row each row of the files stands for, and whether it says the same."""

from typing import Any

from imports.content.nodes import Node
from imports.content.stored import Stored

_MISSING = object()


def pair(node: Node, stored: Stored, *, loosely: bool) -> None:
    """Let `node` and all below it stand for stored rows.

    Rows that say the same are paired first, wherever they stand. `loosely` pairs what is left
    over in order: a changed text is then an update. Without it, a row that a bureau has changed
    is stood for by nothing.
    """
    node.stored, node.row = stored, stored.row
    for key, rows in stored.lists.items():
        rest, unpaired = list(rows), []
        for child in node.lists.get(key, []):
            twin = next((s for s in rest if says_the_same(child, s.row, but="order")), None)
            if twin is None:
                unpaired.append(child)
            else:
                rest.remove(twin)
                pair(child, twin, loosely=loosely)
        if loosely:
            for child, other in zip(unpaired, rest, strict=False):
                pair(child, other, loosely=True)


def unpair(node: Node) -> None:
    for below in node.walk():
        below.stored = below.row = None


def says_the_same(node: Node, row: Any, but: str = "") -> bool:
    """Whether the row itself has the node's values, that of the column `but` aside."""
    return all(
        resolved(value) == getattr(row, column)
        for column, value in node.columns.items()
        if column != but
    )


def is_unchanged(node: Node) -> bool:
    """Whether the stored row and all below it say what the files say, and nothing more."""
    stored = node.stored
    if stored is None or not says_the_same(node, stored.row):
        return False
    lists = [(rows, node.lists.get(key, [])) for key, rows in stored.lists.items()]
    return all(
        len(rows) == len(children) and all(map(is_unchanged, children)) for rows, children in lists
    )


def resolved(value: Any) -> Any:
    """What a column holds: for a row of the files its primary key, once there is one."""
    if not isinstance(value, Node):
        return value
    return value.row.pk if value.row else _MISSING
