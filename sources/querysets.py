"""Which citations, differences and claims count."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from editorial.models import public_at
from sources import citable


class PointingQuerySet(models.QuerySet[Any]):
    def about(self, rows: Iterable[models.Model]) -> Self:
        """Those that point at any of `rows`, of whatever models, in one query."""
        ids: dict[type[models.Model], set[Any]] = {}
        for row in rows:
            ids.setdefault(type(row), set()).add(row.pk)
        condition = Q(pk__in=[])
        for model, content_type in ContentType.objects.get_for_models(*ids).items():
            condition |= Q(content_type=content_type, object_id__in=ids[model])
        return self.filter(condition)

    def public(self, now: datetime) -> Self:
        """Those that point at a row whose root is public."""
        condition = public = _about_public(now)
        for type_id, entry in citable.content_types().items():
            if entry.points:  # a claim is public if what it is about is public too
                claims = entry.public(now).filter(public)
                condition |= Q(content_type=type_id, object_id__in=claims.values("pk"))
        return self.filter(condition)


def _about_public(now: datetime) -> Q:
    """Points at a public row that does not itself point at another."""
    condition = Q(pk__in=[])
    for type_id, entry in citable.content_types().items():
        if not entry.points:
            condition |= Q(content_type=type_id, object_id__in=entry.public(now).values("pk"))
    return condition


class SourcedQuerySet(PointingQuerySet):
    def with_public_document(self, now: datetime) -> Self:
        """Those whose document, where they name one, is public, and so is the record they name."""
        public = self.filter(Q(document__isnull=True) | public_at(now, "document__"))
        return public.exclude(_about_hidden_value(now))

    def shown(self, now: datetime) -> Self:
        """The same with what they point at."""
        return self.with_public_document(now).prefetch_related("record")

    def public(self, now: datetime) -> Self:
        """Those of public rows whose document is public too."""
        return super().public(now).with_public_document(now)


def _about_hidden_value(now: datetime) -> Q:
    """What says of a public row that it leads to a hidden one (引き継いだ協定等)."""
    condition = Q(pk__in=[])
    for type_id, entry in citable.content_types().items():
        for name, rows in entry.with_hidden_value(now):
            condition |= Q(content_type=type_id, field=name, object_id__in=rows.values("pk"))
    return condition
