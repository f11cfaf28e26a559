"""Writes over several models, each one atomic."""

from typing import Any

from django.db import models, router, transaction
from django.db.models.deletion import Collector

from sources.models import Citation, Claim, Difference


@transaction.atomic
def delete_with_sources(*, row: models.Model, reason: str = "") -> None:
    """Delete a row, what hangs on it, and the differences, claims and citations of them all.

    No foreign key leads from those to the row: the database would leave them behind. `reason` goes
    into the history. Raises ProtectedError where another row needs one of them.
    """
    rows = [found for group in _cascade(row).data.values() for found in group]
    for model in (Difference, Claim, Citation):  # a difference before the citation it follows
        for pointing in model.objects.about(rows):
            delete_with_sources(row=pointing, reason=reason)
    cascade = _cascade(row)
    for group in cascade.data.values():
        for found in group:
            found._change_reason = reason
    cascade.delete()


def _cascade(row: models.Model) -> Any:
    collector: Any = Collector(using=router.db_for_write(type(row)), origin=row)
    collector.collect([row])
    return collector
