"""One id, and one reason, for everything that one request or command changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID, uuid4

from django.db import models
from simple_history.models import HistoricalRecords

_current: ContextVar[UUID | None] = ContextVar("current_change", default=None)
_reason: ContextVar[str] = ContextVar("current_reason", default="")

REASON_LENGTH = 100  # of django-simple-history's column


@contextmanager
def change(reason: str = "") -> Iterator[UUID]:
    """Group what is saved inside under one change id; an inner call keeps the outer id.

    `reason` (Japanese) is written into every history row of it, cut to what the column holds.
    """
    change_id = _current.get() or uuid4()
    token = _current.set(change_id)
    reason_token = _reason.set(reason or _reason.get())
    try:
        yield change_id
    finally:
        _current.reset(token)
        _reason.reset(reason_token)


def current_change() -> UUID:
    """The id of the running change; outside of any, an id of its own."""
    return _current.get() or uuid4()


class ChangeHistory(models.Model):
    """Base of every history table: rows with the same `change_id` belong to one change."""

    change_id = models.UUIDField("変更番号", default=current_change, editable=False, db_index=True)

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """History whose rows take the reason of the running change."""

    def get_change_reason_for_object(
        self, instance: models.Model, history_type: str, using: str
    ) -> str | None:
        own = super().get_change_reason_for_object(instance, history_type, using)
        return own or _reason.get()[:REASON_LENGTH] or None
