"""One condition for a list: the kinds that occur in it, each with its number and its address."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.http import QueryDict


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    chosen: bool


class Narrowed:
    """`rows` with the value of `field` that the query asks for.

    A value that the field does not know finds nothing: what was not asked for is never shown as
    if it matched.
    """

    def __init__(self, rows: QuerySet[Any], field: str, data: QueryDict) -> None:
        column: Any = rows.model._meta.get_field(field)
        labels = dict(column.flatchoices)
        self.field = field
        self.asked = data.get(field, "")
        self.is_valid = not self.asked or self.asked in labels
        counted = rows.prefetch_related(None).order_by().values_list(field)
        counts = dict(counted.annotate(Count("pk")))
        self.total = sum(counts.values())
        self.choices = [
            Choice(value, str(label), counts[value], value == self.asked)
            for value, label in labels.items()
            if value in counts
        ]
        self.rows = self._chosen(rows)

    def _chosen(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if not self.is_valid:
            return rows.none()
        return rows.filter(**{self.field: self.asked}) if self.asked else rows
