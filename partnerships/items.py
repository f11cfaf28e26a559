"""What came of each cooperation item, as far as documents on file tell."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from common.punctuation import listed
from editorial.trees import Node, in_tree_order
from partnerships.events import Sureness
from sources.shown import Sources


def tell_activities(
    nodes: list[Node], sources: Sources, shown: set[int], listed: set[int] | None = None
) -> None:
    """Set on the rows of the tree what the page says of their activities.

    A link gets its project's activities, newest first, unless an item before it lists them
    (`listed`: the keys of such projects); and it says whether the page shows the project itself
    (`shown`: the keys of those). Of the items without any link, the uppermost is marked: what
    holds for a whole branch is said once.
    """
    listed = set() if listed is None else listed
    for node in nodes:
        for link in node.row.projects_linked:
            link.is_listed = link.project_id in listed
            link.activities = in_tree_order(link.project.activities.all(), sources.newest_first)
            link.is_on_page = link.project_id in shown
            listed.add(link.project_id)
        if not _has_link(node):
            node.row.is_unfollowed = True
        elif not node.row.projects_linked:
            tell_activities(node.children, sources, shown, listed)
        else:
            _tell_below(node.children, sources, shown, listed)


def _tell_below(nodes: list[Node], sources: Sources, shown: set[int], listed: set[int]) -> None:
    """Below an item that has a link: its activities may be theirs, so none is marked."""
    tell_activities(nodes, sources, shown, listed)
    for node in nodes:
        node.row.is_unfollowed = False


def _has_link(node: Node) -> bool:
    return bool(node.row.projects_linked) or any(_has_link(child) for child in node.children)


def tell_outcomes(activities: Iterable[Any], sources: Sources, on: date) -> None:
    """Mark as `time_passed` the plans whose time is over with no later document of the project.

    A document issued since might tell the result in other words, so that nothing is said then.
    """
    rows = list(activities)
    latest: dict[int, date] = {}
    for row in rows:
        if told := sources.told_on(row):
            day = told.last or date.min
            latest[row.project_id] = max(day, latest.get(row.project_id, day))
    for row in rows:
        ends = row.happened_on.last if row.happened_on else None
        told_last = latest.get(row.project_id, date.min)
        row.time_passed = bool(is_planned(row) and ends and told_last <= ends < on)


def branches(linked: Iterable[int], parents: Iterable[tuple[int, int | None]]) -> set[int]:
    """The keys of the linked items and of all below them: what is linked may be about any.

    `parents`: each item's key with that of the item above it, whatever the depth.
    """
    below: dict[int | None, list[int]] = defaultdict(list)
    for item, parent in parents:
        below[parent].append(item)
    found: set[int] = set()
    waiting = list(linked)
    while waiting:
        item = waiting.pop()
        if item not in found:
            found.add(item)
            waiting += below[item]
    return found


def is_planned(activity: Any) -> bool:
    return activity.state == Sureness.PLANNED


def counted(activities: Iterable[Any]) -> str:
    """How many activities are in each stage, the furthest first: 達成1・開始2・予定4."""
    rows = list(activities)
    numbers = Counter(row.state for row in rows)
    stages = list(rows[0]._meta.get_field("state").choices) if rows else []
    return listed(
        _("{state}{number}").format(state=label, number=numbers[state])
        for state, label in reversed(stages)
        if numbers[state]
    )


def flat(nodes: list[Node], depth: int = 0) -> list[tuple[int, Any]]:
    """The rows of the tree as printed, each with its depth."""
    return [pair for node in nodes for pair in [(depth, node.row), *flat(node.children, depth + 1)]]
