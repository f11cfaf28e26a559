"""One condition for a list: the kinds that occur in it, each with its number and its address."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

UNKNOWN = _("候補にない値です。一覧から選び直してください。")


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

    @property
    def errors(self) -> dict[str, list[str]]:
        return {} if self.is_valid else {self.field: [str(UNKNOWN)]}

    @property
    def query(self) -> str:
        asked = self.is_valid and self.asked
        return f"?{urlencode({self.field: asked})}" if asked else ""

    def _chosen(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if not self.is_valid:
            return rows.none()
        return rows.filter(**{self.field: self.asked}) if self.asked else rows
