"""Where documents differ, over all records: what differs, in whose record, which value is used."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from editorial.models import Record
from sources import citable
from sources.labels import label_of
from sources.models import Difference
from sources.shown import ShownDifference, Sources
from sources.targets import with_records


@dataclass(frozen=True)
class Differing:
    """`root`: the record on whose page it stands; `row`: what the documents differ on."""

    shown: ShownDifference
    root: Any
    row: Any

    @property
    def key(self) -> int:
        return self.shown.difference.pk

    @property
    def label(self) -> str:
        """The name of the field, without its note to staff; of a link what it is a link for."""
        field = self.shown.difference.field
        if hasattr(self.row, "get_kind_display") and hasattr(self.row, f"{field}_id"):
            return str(self.row.get_kind_display())
        return label_of(type(self.row), field).partition("（")[0]

    @property
    def part(self) -> str:
        """The noun of the row, where it is only a part of the record."""
        return "" if isinstance(self.row, Record) else str(self.row._meta.verbose_name)

    @property
    def noun(self) -> str:
        return str(self.root._meta.verbose_name)

    @property
    def is_undecided(self) -> bool:
        return not self.shown.difference.chosen_id


@dataclass(frozen=True)
class Differences:
    """Those of all records of a noun."""

    noun: str
    anchor: str
    rows: list[Differing]

    @property
    def by_root(self) -> list[tuple[Any, list[Differing]]]:
        """The records in order, each with what documents differ on."""
        found: dict[Any, list[Differing]] = {}
        for row in self.rows:
            found.setdefault(row.root, []).append(row)
        return list(found.items())


def by_noun(rows: list[Differing]) -> list[Differences]:
    """The nouns with most differences first; in each, those of one record together."""
    found: dict[Any, list[Differing]] = {}
    for row in rows:
        found.setdefault(type(row.root), []).append(row)
    groups = [
        Differences(own[0].noun, f"of-{model._meta.model_name}", own)
        for model, own in found.items()
    ]
    return sorted(groups, key=lambda group: -len(group.rows))


def shown_differences(now: datetime) -> list[Differing]:
    """The differences of which two public statements remain to be shown."""
    rows = list(with_records(Difference.objects.public(now)))
    sources = Sources([row.record for row in rows], now)
    found = [(row.record, sources.difference(row.record, row.field)) for row in rows]
    return [
        Differing(shown, citable.of(type(record)).root_of(record), record)
        for record, shown in found
        if shown
    ]
