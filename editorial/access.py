"""Who may read or change one record, in memory; `RecordQuerySet` says the same in SQL."""

from typing import Any

from editorial.models import Record, State


def may_read(user: Any, record: Record) -> bool:
    """All but drafts, and the drafts of the user's own bureau. `user` is a `User`."""
    if not user.is_active:
        return False
    if user.reads_all_bureaus() or record.state != State.DRAFT:
        return True
    return user.bureau_id is not None and record.bureau_id == user.bureau_id


def may_edit(user: Any, record: Record) -> bool:
    """The records of the user's own bureau."""
    return may_edit_for(user, record.bureau_id)


def may_edit_for(user: Any, bureau_id: int | None) -> bool:
    """What belongs to a bureau is edited by its own staff, and by the system's."""
    if not user.is_active:
        return False
    if user.edits_all_bureaus():
        return True
    return user.bureau_id is not None and user.bureau_id == bureau_id


def edits_something(user: Any) -> bool:
    return may_edit_for(user, user.bureau_id)
