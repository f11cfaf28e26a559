"""The list that a query asks for, with what a reader may change in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from partnerships.facets import COUNTERS, Facet, Option, facets_of
from partnerships.filters import AgreementFilter
from partnerships.models import Agreement


@dataclass(frozen=True)
class Chip:
    """A condition in force, and the query of the list without it."""

    name: str
    label: str
    value: str
    without: str


class Conditions:
    """What `data`, the query of an address, asks of a list, through the filters in `found`.

    A condition that cannot be read is never passed over: nothing is listed, as nothing that was
    asked for could be told from what was not. `counters`: how many records each choice would give.
    """

    def __init__(self, data: QueryDict, found: Any, counters: Mapping[str, Any]) -> None:
        self.data = data
        self.filter = found
        self.counters = counters
        self.is_valid = self.filter.form.is_valid()

    @property
    def rows(self) -> Any:
        return self.filter.qs if self.is_valid else self.filter.queryset.none()

    @cached_property
    def facets(self) -> list[Facet]:
        return facets_of(self.filter, self.counters)

    @property
    def can_sort(self) -> bool:
        return "sort" in self.filter.filters

    @property
    def errors(self) -> dict[str, list[str]]:
        """What cannot be read, by the name of the condition."""
        found = self.filter.form.errors
        return {name: [str(error) for error in errors] for name, errors in found.items()}

    @property
    def chips(self) -> list[Chip]:
        """The conditions in force, in the order of the form."""
        return [
            Chip(facet.name, facet.label, facet.chosen.label, self._query(facet.name))
            for facet in self.facets
            if facet.chosen and facet.name != "sort"
        ]

    @property
    def query(self) -> str:
        """The whole query, but the page."""
        return self._query()

    @property
    def readable_query(self) -> str:
        """The query without the conditions that cannot be read."""
        return self._query(*self.errors)

    def looser(self) -> list[tuple[Chip, int]]:
        """Each condition whose removal alone would find something, with how many."""
        if not self.is_valid:
            return []
        counted = [(chip, self.filter.narrowed(without=chip.name).count()) for chip in self.chips]
        return [(chip, count) for chip, count in counted if count]

    def _query(self, *left_out: str) -> str:
        kept = self.data.copy()
        for name in list(kept):
            if name in left_out or name not in self.filter.filters or not kept[name]:
                del kept[name]
        return f"?{kept.urlencode()}" if kept else ""

    def context(self) -> dict[str, Any]:
        """What a page needs beside the rows themselves."""
        return {"listing": self, "facets": self.facets, "chips": self.chips}


class Listing(Conditions):
    """The same of the agreements that are public at `now`."""

    def __init__(self, data: QueryDict, now: datetime) -> None:
        on = timezone.localdate(now)
        rows = Agreement.objects.public(now).to_list(on, now)
        super().__init__(data, AgreementFilter(data, rows, now), COUNTERS)

    @property
    def statuses(self) -> list[tuple[Option, str]]:
        """The statuses that occur under the other conditions, each with the query that asks it."""
        [facet] = [facet for facet in self.facets if facet.name == "status"]
        occurring = [option for option in facet.options if option.count]
        rest = self._query("status")
        joint = "&" if rest else "?"
        return [(option, f"{rest}{joint}status={option.value}") for option in occurring]

    def context(self) -> dict[str, Any]:
        return {**super().context(), "statuses": self.statuses, "order": self._order()}

    def _order(self) -> str:
        """The order in words, where it is told with the count."""
        [sort] = [facet for facet in self.facets if facet.name == "sort"]
        return sort.chosen.label if sort.chosen else _("締結・発表の新しい順")
