"""Numbered texts as the tree that the document prints."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Node:
    row: Any
    children: list["Node"] = field(default_factory=list)


def tree(rows: Iterable[Any]) -> list[Node]:
    """The roots of `rows` (NumberedText, in their order), each with its children, no query.

    A row whose parent is not among them is a root: nothing is lost.
    """
    nodes = {row.pk: Node(row) for row in rows}
    roots: list[Node] = []
    for node in nodes.values():
        parent = nodes.get(node.row.parent_id)
        (parent.children if parent else roots).append(node)
    return roots


def in_tree_order(
    rows: Iterable[Any], roots_in_order: Callable[[list[Any]], list[Any]] = list
) -> list[Any]:
    """`rows` as the tree prints them, each one's children right behind it.

    `roots_in_order`: sorts the roots, where they are to stand in another order.
    """
    nodes = {node.row.pk: node for node in tree(rows)}
    roots = roots_in_order([node.row for node in nodes.values()])
    return [row for root in roots for row in _with_children(nodes[root.pk])]


def _with_children(node: Node) -> list[Any]:
    return [node.row, *(row for child in node.children for row in _with_children(child))]
