"""Content into the database: all of it or nothing, and never over what a bureau has edited."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.changes import change
from editorial.models import raise_version
from imports.content.match import is_unchanged, pair, resolved, says_the_same, unpair
from imports.content.nodes import ContentError, Node
from imports.content.schema import TABLES
from imports.content.stored import Stored, stored_trees
from imports.models import LoadedContent
from sources.actions import delete_with_sources

CREATED, CHANGED, UNCHANGED, KEPT = "created", "changed", "unchanged", "kept"


@dataclass
class Loaded:
    """How many records were created, changed, left alone; and which a bureau has edited."""

    count: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)


@transaction.atomic
def write_content(
    *,
    roots: list[Node],
    overwrite: bool = False,
    progress: Callable[[list[Node]], Iterable[Node]] = iter,
) -> Loaded:
    """Bring the records of content files into the database, under one change id.

    A record that is not as it was last loaded has been edited by a bureau: it is kept, unless
    `overwrite`. Raises ContentError for what the database refuses; nothing is written then.
    """
    loaded = Loaded()
    with change():
        outcomes = _decide(roots, overwrite)
        for node in roots:  # all records before what is inside them, which points at others
            if outcomes[node] == CREATED:
                _save(node)
        for node in progress(roots):
            if outcomes[node] in (CREATED, CHANGED):
                _write(node, outcomes[node])
            loaded.count[outcomes[node]] += 1
        _remember([node for node in roots if outcomes[node] != KEPT])
    loaded.kept = [node.where for node in roots if outcomes[node] == KEPT]
    return loaded


def _decide(roots: list[Node], overwrite: bool) -> dict[Node, str]:
    """What is to happen to each record. Nothing is written."""
    found, digests = _find(roots), _digests_loaded()
    for node in found:
        node.row = found[node].row
    outcomes: dict[Node, str] = {}
    for node in roots:
        stored = found.get(node)
        outcomes[node] = _outcome(node, stored, digests.get(_key(node), ""), overwrite)
        if _needs_kept(node, outcomes):
            outcomes[node] = KEPT
        if outcomes[node] == KEPT and stored:
            unpair(node)
            pair(node, stored, loosely=False)
    return outcomes


def _outcome(node: Node, stored: Stored | None, digest: str, overwrite: bool) -> str:
    if stored is None:  # new, or deleted by a bureau
        return CREATED if overwrite or not digest else KEPT
    pair(node, stored, loosely=True)
    if is_unchanged(node):
        return UNCHANGED
    # A bureau itself is never loaded, what is inside it is.
    is_new = not (node.table.is_record or digest or any(stored.lists.values()))
    return CHANGED if overwrite or is_new or digest == stored.digest() else KEPT


def _needs_kept(node: Node, outcomes: dict[Node, str]) -> bool:
    """Whether it points at a row of a kept record that the bureau has changed or deleted."""
    values = [value for below in node.walk() for value in below.columns.values()]
    return any(
        isinstance(value, Node) and value.row is None and outcomes.get(value.root) == KEPT
        for value in values
    )


def _find(roots: list[Node]) -> dict[Node, Stored]:
    """The records that the database holds, locked, with all that is inside them."""
    found: dict[Node, Stored] = {}
    for table in TABLES.values():
        nodes = {node.slug: node for node in roots if node.table is table}
        manager: Any = table.model._default_manager
        rows = list(manager.select_for_update().filter(slug__in=nodes))
        found |= {nodes[tree.row.slug]: tree for tree in stored_trees(table, rows)}
    return found


def _write(node: Node, outcome: str) -> None:
    if outcome == CHANGED and node.table.is_record:
        raise_version(node.row)
        _save(node)
    _sync(node)


def _sync(node: Node) -> None:
    """Write a row where it differs, then all below it; delete what the files no longer have."""
    if node.row is None or not says_the_same(node, node.row):
        _save(node)
    for key in node.table.all_lists:  # what others point at stands first
        for child in node.lists.get(key, []):
            _sync(child)
    stored = node.stored.lists if node.stored else {}
    for key in reversed(stored):  # a difference before the citation that it follows
        kept = [child.stored for child in node.lists.get(key, [])]
        for old in stored[key]:
            if old not in kept:
                delete_with_sources(row=old.row, reason=_reason(node))


def _save(node: Node) -> None:
    row = node.row = node.row or _new_row(node)
    for name, value in node.columns.items():
        if isinstance(value, Node) and value.row is None:
            raise ContentError(
                [f"{node.where}: {value.where} は局が変更したため、参照できません。"]
            )
        setattr(row, name, resolved(value))
    row._change_reason = _reason(node)
    try:
        _store(row)
    except ValidationError as error:
        raise ContentError([f"{node.where}: {_words(error)}"]) from None


def _store(row: Any) -> None:
    """Save a row whose values have been read as its fields want them.

    Raises ValidationError with the constraint's own words, asked for only when it is broken:
    every constraint of every row would be a query.
    """
    row.clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        row.full_clean()
        raise


def _new_row(node: Node) -> Any:
    """A row that hangs where its table stands in the file."""
    table, row = node.table, node.table.model()
    if node.upper:
        setattr(row, table.parent, node.upper.row)
    if node.upper and table.parent == "parent":
        for name in table.around:
            setattr(row, name, getattr(node.upper.row, name))
    return row


def _reason(node: Node) -> str:
    """Why, for the history, whose column holds 100 characters."""
    return f"資料の登録：{'、'.join(node.root.files)}"[:100]


def _words(error: ValidationError) -> str:
    return "".join(
        "".join(messages) if name == "__all__" else f"項目 {name}: {''.join(messages)}"
        for name, messages in error.message_dict.items()
    )


def _key(node: Node) -> tuple[int, str]:
    return ContentType.objects.get_for_model(node.table.model).pk, node.slug


def _digests_loaded() -> dict[tuple[int, str], str]:
    """The digest that each record had when it was last loaded."""
    rows = LoadedContent.objects.values_list("content_type_id", "slug", "digest")
    return {(kind, slug): digest for kind, slug, digest in rows}


def _remember(nodes: list[Node]) -> None:
    digests = _digests_loaded()
    for node, stored in _find(nodes).items():
        kind, slug = _key(node)
        if (digest := stored.digest()) != digests.get((kind, slug)):
            LoadedContent.objects.update_or_create(
                content_type_id=kind, slug=slug, defaults={"digest": digest}
            )
