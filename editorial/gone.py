"""An address keeps its answer: the record, or the reason why it is no longer published."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404


class Withdrawn(Http404):
    """The record was public once; `WithdrawnMiddleware` answers 410 with its reason."""

    def __init__(self, record: Any) -> None:
        super().__init__(str(record.slug))
        self.record = record


def get_public_or_gone(shown: QuerySet[Any], now: datetime, slug: str) -> Any:
    """The record of `shown` (the public ones at `now`) under a slug.

    Raises `Withdrawn` for one that has been taken down, else `Http404`: drafts, and records before
    their hour, answer like one that never was.
    """
    try:
        return get_object_or_404(shown, slug=slug)
    except Http404:
        gone = shown.model.objects.withdrawn(now).filter(slug=slug).first()
        if gone is None:
            raise
        raise Withdrawn(gone) from None
