"""What was changed, when and by whom: history rows as sentences for staff."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import localize

from common.templatetags.numbers import number

KINDS = {"+": "追加", "~": "変更", "-": "削除"}
EMPTY = "（空欄）"
GONE = "（削除済み）"


@dataclass(frozen=True)
class FieldChange:
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Line:
    """One row that a change touched; `fields` are empty unless `kind` is 変更."""

    noun: str
    name: str
    kind: str
    fields: tuple[FieldChange, ...]


@dataclass
class Change:
    """What one request or command did."""

    at: datetime
    who: str
    reason: str
    lines: list[Line] = field(default_factory=list)

    def __str__(self) -> str:
        at = timezone.localtime(self.at)
        return f"{self.who}（{at.year}年{at.month}月{at.day}日 {at:%H:%M}）"


def changes(histories: Iterable[QuerySet[Any]]) -> list[Change]:
    """The changes that the history rows record, newest first; each table is read once.

    What shows nowhere (a version counted up, an interval computed anew) is left out.
    """
    found: dict[Any, Change] = {}
    for rows in histories:
        steps = list(_steps(rows))
        related = _Related(row for _, row in steps)
        for old, new in steps:
            line = _line(old, new, related)
            if line.fields or new.history_type != "~" or old is None:
                found.setdefault(new.change_id, _change(new)).lines.append(line)
    return sorted(found.values(), key=lambda change: change.at, reverse=True)


def name_of(user: Any) -> str:
    """The name as Japanese write it; whoever has none by the name of the account."""
    if user is None:
        return "取込などの処理"
    return f"{user.last_name} {user.first_name}".strip() or str(user.get_username())


def _change(row: Any) -> Change:
    who = name_of(row.history_user)
    return Change(row.history_date, who, row.history_change_reason or "")


def _steps(rows: QuerySet[Any]) -> Iterator[tuple[Any, Any]]:
    """Each history row with the one before it of the same row; None before the first."""
    ordered = list(rows.select_related("history_user").order_by("id", "history_date", "history_id"))
    for old, new in pairwise([None, *ordered]):
        yield (old if old and old.id == new.id else None), new


class _Related:
    """The rows that foreign keys of history rows point at, read at once for each key."""

    def __init__(self, rows: Iterable[Any]) -> None:
        keys: dict[type[models.Model], set[Any]] = defaultdict(set)
        for row in rows:
            for fk in _foreign_keys(row.instance_type):
                keys[fk.related_model].add(getattr(row, fk.attname))
        self._rows = {
            model: model._base_manager.in_bulk(ids - {None}) for model, ids in keys.items()
        }

    def name(self, fk: Any, pk: Any) -> str:
        row = self._rows[fk.related_model].get(pk)
        return str(row) if row else GONE

    def name_of(self, history: Any) -> str:
        """The row's own name, with what it points at in place of one query each."""
        instance = history.instance
        for fk in _foreign_keys(type(instance)):
            row = self._rows[fk.related_model].get(getattr(instance, fk.attname))
            if row:
                setattr(instance, fk.name, row)
        try:
            return str(instance)
        except ObjectDoesNotExist:
            return GONE


def _foreign_keys(model: type[models.Model]) -> list[Any]:
    return [f for f in model._meta.concrete_fields if isinstance(f, models.ForeignKey)]


def _line(old: Any, new: Any, related: _Related) -> Line:
    model = new.instance_type
    fields = tuple(_fields(old, new, related)) if old and new.history_type == "~" else ()
    return Line(
        str(model._meta.verbose_name),
        related.name_of(new),
        KINDS[new.history_type],
        fields,
    )


def _fields(old: Any, new: Any, related: _Related) -> Iterator[FieldChange]:
    for column in new.instance_type._meta.concrete_fields:
        before, after = (getattr(row, column.attname, None) for row in (old, new))
        if column.editable and before != after:
            label = str(column.verbose_name)
            yield FieldChange(label, _text(column, before, related), _text(column, after, related))


def _text(column: Any, value: Any, related: _Related) -> str:
    if value is None or value == "":
        return EMPTY
    if isinstance(column, models.ForeignKey):
        return related.name(column, value)
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    if isinstance(value, Decimal):
        return number(value)
    return str(localize(value))
