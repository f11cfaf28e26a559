"""Rows with a page of their own: parts of a record, and rows that stand by themselves."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.admin.utils import get_fields_from_path
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest

from editorial.access import may_edit, may_read
from editorial.admin.scoped import ScopedAdmin
from editorial.models import Record


class ChildAdmin(ScopedAdmin):
    """A part of a record. It is added on the record's page; its own page holds what is below it.

    `roots`: the foreign keys to the record. A row with several has exactly one of them (an
    indicator hangs on an agreement, a plan or a project).
    """

    roots: ClassVar[tuple[str, ...]]

    def root_of(self, row: Any) -> Record:
        return next(filter(None, (getattr(row, root) for root in self.roots)))

    def scoped(self, rows: QuerySet[Any], user: Any) -> QuerySet[Any]:
        readable = Q()
        for root in self.roots:
            readable |= Q(**{f"{root}__in": visible_roots(self.model, root, user)})
        return rows.filter(readable)

    def may_read(self, user: Any, row: Any) -> bool:
        return may_read(user, self.root_of(row))

    def may_edit(self, user: Any, row: Any) -> bool:
        return may_edit(user, self.root_of(row))

    def holder_of(self, row: Any) -> Record:
        return self.root_of(row)

    def version_of(self, row: Any) -> int:
        return self.root_of(row).version

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*super().get_readonly_fields(request, obj), *self.roots]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        count_up(self.root_of(obj))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        count_up(self.root_of(obj))
        super().delete_model(request, obj)


class RowAdmin(ScopedAdmin):
    """A row that no other page edits: its version is the number of its latest history row."""

    def version_of(self, row: Any) -> int:
        latest: Iterable[int] = row.history.order_by("-history_id").values_list(
            "history_id", flat=True
        )[:1]
        return next(iter(latest), 0)


def visible_roots(model: Any, path: str, user: Any) -> QuerySet[Any]:
    """The records at the end of `path` (foreign keys from `model`) that the user may read."""
    root: Any = get_fields_from_path(model, path)[-1].related_model
    return root._default_manager.visible_to(user)


def count_up(record: Record) -> None:
    """Raise the version of a record of which a part has changed."""
    type(record)._base_manager.filter(pk=record.pk).update(version=F("version") + 1)
