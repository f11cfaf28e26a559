"""A target as a picture: a bar a time, target and actual beside each other, parts in one bar.

The total of the whole period is no bar, which would dwarf the years: it is told as a sum.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from common.charts import Chart, Entry, Part, bars, width
from common.dates.display import seireki
from common.punctuation import listed
from common.templatetags.numbers import number

LOOKS = {"new": "whole", "continuing": "part"}
SHORT = 8  # half-width letters: what a document prints in place of a number


@dataclass(frozen=True)
class Sum:
    """What the values of the years come to, beside the total that is given for the whole period."""

    label: str
    terms: str
    total: str
    given: str

    @property
    def agrees(self) -> bool:
        return self.total == self.given


@dataclass(frozen=True)
class Drawing:
    chart: Chart
    parts: list[Any]  # the indicators that are drawn as parts of the bars
    has_actual: bool
    sums: list[Sum]
    notes: list[tuple[Any, str]]  # the times whose value an editor judged, each with the reason


def draw(indicator: Any, parts: list[Any], judged: Mapping[Any, str]) -> Drawing | None:
    """The picture of an indicator; None where no number is known to be drawn.

    `judged`: for the values that no document states just so, the reason by the value's key.
    """
    timed = [value for value in _values(indicator) if not value.is_whole_period]
    if not any(value.amount is not None for value in timed):
        return None
    kinds = {value.kind for value in timed}
    in_order = sorted(timed, key=_when)
    return Drawing(
        chart=bars(_entry(value, parts, len(kinds) > 1, value.pk in judged) for value in in_order),
        parts=[part for part in parts if any(_same(part, value) for value in timed)],
        has_actual="actual" in kinds,
        sums=_sums([indicator, *parts]),
        notes=[(value.at, judged[value.pk]) for value in in_order if value.pk in judged],
    )


def _values(indicator: Any) -> list[Any]:
    return list(indicator.values.all())


def _when(value: Any) -> tuple[bool, Any, bool, int]:
    """By time, the target before what was reached; times without an interval last."""
    first = value.at.first
    return first is None, first or 0, value.kind == "actual", value.order


def _same(part: Any, of: Any) -> Any:
    """The known value of a part at the same time; None where none is stated."""
    key = (of.at_text, of.kind, False)
    found = (v for v in _values(part) if (v.at_text, v.kind, v.is_whole_period) == key)
    return next((v for v in found if v.amount is not None), None)


def _entry(value: Any, parts: list[Any], name_kind: bool, is_judged: bool) -> Entry:
    label = seireki(value.at)
    if name_kind:
        label = f"{label} {value.get_kind_display()}"
    words, drawn = _told(value, parts)
    return Entry(
        label, _("{words}※編集上の補足").format(words=words) if is_judged else words, drawn
    )


def _told(value: Any, parts: list[Any]) -> tuple[str, list[Part]]:
    """The value in words, with its parts, and as a bar."""
    if value.amount is None:
        return _absence(value), []
    unit = value.indicator.unit
    known = [(part, same) for part in parts if (same := _same(part, value))]
    words = listed(
        _("{state}{number}").format(state=part.get_component_display(), number=number(v.amount))
        for part, v in known
    )
    whole = f"{number(value.amount)}{unit}"
    words = _("{whole}（{parts}）").format(whole=whole, parts=words) if words else whole
    return words, _parts(value, known)


def _parts(value: Any, known: list[tuple[Any, Any]]) -> list[Part]:
    """The parts where they make the whole, else one bar."""
    if known and value.kind == "target" and sum(v.amount for _part, v in known) == value.amount:
        return [Part(v.amount, LOOKS.get(part.component, "whole")) for part, v in known]
    return [Part(value.amount, "actual" if value.kind == "actual" else "whole")]


def _absence(value: Any) -> str:
    """記載なし, with what the table prints in the place where that is short."""
    words = value.get_absence_display()
    if value.as_printed and width(value.as_printed) <= SHORT:
        return _("{absence}（原文：{printed}）").format(absence=words, printed=value.as_printed)
    return str(words)


def _sums(indicators: Iterable[Any]) -> list[Sum]:
    """Of targets that count each time by itself; what is cumulative, or may be, is not added up."""
    return [found for one in indicators if one.cumulative == "no" and (found := _sum(one))]


def _sum(indicator: Any) -> Sum | None:
    targets = [v for v in _values(indicator) if v.kind == "target" and v.amount is not None]
    given = next((v.amount for v in targets if v.is_whole_period), None)
    terms: list[Decimal] = [v.amount for v in targets if not v.is_whole_period]
    if given is None or len(terms) < 2:
        return None
    return Sum(
        indicator.get_component_display(),
        "＋".join(map(number, terms)),
        number(sum(terms)) + indicator.unit,
        number(given) + indicator.unit,
    )
