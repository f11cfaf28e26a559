"""How many records each choice of a filter would give, the other conditions as they are.

One query a filter, grouped by the choices, however many records there are.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce

from partnerships.filters import AgreementFilter, year_value
from partnerships.models import AgreementTheme, Party


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    selected: bool
    count: int | None  # None where nothing is counted


@dataclass(frozen=True)
class Facet:
    """A filter with its choices, as the form shows it."""

    name: str
    label: str
    options: list[Option]
    errors: list[str]
    is_text: bool = False  # the words that a reader typed are its only option

    @property
    def chosen(self) -> Option | None:
        """The choice made, if it is one of those offered."""
        return next((option for option in self.options if option.selected and option.value), None)


def facets_of(found: Any, counters: Mapping[str, Any]) -> list[Facet]:
    """Every filter of the form; with counts where all conditions can be read."""
    counts = _counts(found, counters) if found.form.is_valid() else {}
    return [_facet(found, name, counts.get(name)) for name in found.form.fields]


def _facet(found: Any, name: str, counts: Counter[str] | None) -> Facet:
    bound = found.form[name]
    errors = [str(error) for error in bound.errors]
    if not hasattr(bound.field, "choices"):
        words = str(bound.value() or "").strip()
        typed = [Option(words, words, selected=True, count=None)] if words and not errors else []
        return Facet(name, str(bound.label), typed, errors, is_text=True)
    options = [
        Option(
            value=str(value),
            label=str(label),
            selected=str(value) == str(bound.value() or ""),
            count=counts[str(value)] if counts is not None and value != "" else None,
        )
        for value, label in bound.field.choices
    ]
    return Facet(name, str(bound.label), options, errors)


def _counts(found: Any, counters: Mapping[str, Any]) -> dict[str, Counter[str]]:
    return {name: count(found.narrowed(without=name), found) for name, count in counters.items()}


def _by_column(column: str) -> Callable[[QuerySet[Any], AgreementFilter], Counter[str]]:
    def count(rows: QuerySet[Any], _found: AgreementFilter) -> Counter[str]:
        return tally(rows.values_list(column).annotate(Count("pk")))

    return count


def _by_party(*columns: str) -> Callable[[QuerySet[Any], AgreementFilter], Counter[str]]:
    """By a column of the parties; the first of several that has a value."""

    def count(rows: QuerySet[Any], _found: AgreementFilter) -> Counter[str]:
        parties = Party.objects.filter(agreement__in=rows.values("pk")).order_by()
        place = Coalesce(*columns) if len(columns) > 1 else Coalesce(columns[0], columns[0])
        placed = parties.annotate(place=place).filter(place__isnull=False)
        return tally(placed.values_list("place").annotate(Count("agreement", distinct=True)))

    return count


def _by_theme(rows: QuerySet[Any], found: AgreementFilter) -> Counter[str]:
    links = AgreementTheme.objects.public(found.now).filter(agreement__in=rows.values("pk"))
    themes = links.order_by().values_list("theme__slug")
    return tally(themes.annotate(Count("agreement", distinct=True)))


def _by_fiscal_year(rows: Any, _found: AgreementFilter) -> Counter[str]:
    years = rows.with_fiscal_years().values_list("first_year", "last_year")
    return tally((year_value(first, last), n) for first, last, n in years.annotate(Count("pk")))


def _by_date(rows: Any, _found: AgreementFilter) -> Counter[str]:
    return tally(rows.with_dated_by().values_list("dated_by").annotate(Count("pk")))


def tally(rows: Iterable[tuple[Any, int]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for value, number in rows:
        counted[str(value)] += number
    return counted


COUNTERS: dict[str, Callable[[QuerySet[Any], AgreementFilter], Counter[str]]] = {
    "bureau": _by_party("bureau__slug"),
    "prefecture": _by_party(
        "prefecture__code", "subprefecture__prefecture__code", "municipality__prefecture__code"
    ),
    "municipality": _by_party("municipality__code"),
    "theme": _by_theme,
    "kind": _by_column("kind"),
    "status": _by_column("status"),
    "fiscal_year": _by_fiscal_year,
    "dated_by": _by_date,
}
