"""What came of each cooperation item, as far as documents on file tell."""

from typing import Any

from editorial.trees import Node, in_tree_order
from sources.shown import Sources


def tell_activities(nodes: list[Node], sources: Sources, shown: set[int]) -> None:
    """Set on the rows of the tree what the page says of their activities.

    A link gets its project's activities, newest first, and says whether the page shows the
    project itself (`shown`: the keys of those). Of the items without any link, the uppermost is
    marked: what holds for a whole branch is said once.
    """
    for node in nodes:
        for link in node.row.projects_linked:
            link.activities = in_tree_order(link.project.activities.all(), sources.newest_first)
            link.is_on_page = link.project_id in shown
        if not _has_link(node):
            node.row.is_unfollowed = True
        elif not node.row.projects_linked:
            tell_activities(node.children, sources, shown)
        else:
            _tell_below(node.children, sources, shown)


def _tell_below(nodes: list[Node], sources: Sources, shown: set[int]) -> None:
    """Below an item that has a link: its activities may be theirs, so none is marked."""
    tell_activities(nodes, sources, shown)
    for node in nodes:
        node.row.is_unfollowed = False


def _has_link(node: Node) -> bool:
    return bool(node.row.projects_linked) or any(_has_link(child) for child in node.children)


def flat(nodes: list[Node], depth: int = 0) -> list[tuple[int, Any]]:
    """The rows of the tree as printed, each with its depth."""
    return [pair for node in nodes for pair in [(depth, node.row), *flat(node.children, depth + 1)]]
