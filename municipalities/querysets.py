"""Which places count. Reference data is public: there is no hidden row."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q


class PlaceQuerySet(models.QuerySet):
    def public(self, now: datetime.datetime) -> Self:
        """Every row, at any instant: places have no draft (design.md, section 3, Record)."""
        return self.all()

    def by_kana(self) -> Self:
        return self.order_by("kana", "code")


class MunicipalityQuerySet(PlaceQuerySet):
    def current(self, on: datetime.date) -> Self:
        """The municipalities that exist on a day; the day of abolition is not one of them."""
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
        standing = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
        return self.filter(begun, standing)
