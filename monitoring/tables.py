"""Targets as documents print them: a column a time, a row an indicator, parts under their whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Column = tuple[bool, str, str]  # whole period?, words of the time, target or actual


@dataclass
class Row:
    indicator: Any
    cells: list[list[Any]]  # the values under each column, most often one
    parts: list[Any]  # the indicators that are parts of this one
    columns: list[Any]

    def named_cells(self) -> Iterator[tuple[Any, list[Any]]]:
        """Each cell after its column, whose name a narrow window shows beside the cell."""
        return zip(self.columns, self.cells, strict=True)


class Tables(list["Table"]):
    """All tables of a page."""

    @property
    def only_targets(self) -> bool:
        """Whether no value says what was reached."""
        return all(column.kind == "target" for table in self for column in table.columns)


@dataclass
class Table:
    """Indicators of one record whose values stand at the same times."""

    subject: Any
    columns: list[Any]  # a value for each column, which names its time
    rows: list[Row]

    def records(self) -> Iterator[Any]:
        """Every row of the database in it, for its sources."""
        for row in self.rows:
            yield row.indicator
            yield from row.indicator.values.all()


def tables(indicators: list[Any]) -> Tables:
    """Neighbours of one record with the same columns share a table."""
    whole = [one for one in indicators if one.part_of_id is None]
    parts = [one for one in indicators if one.part_of_id is not None]
    families = [[one, *(p for p in parts if p.part_of_id == one.pk)] for one in whole]
    grouped = groupby(families, key=lambda family: (family[0].subject, _columns(family)))
    return Tables(
        _table(subject, columns, [one for family in group for one in family])
        for (subject, columns), group in grouped
    )


def _columns(family: list[Any]) -> list[Column]:
    """The times of the whole first, then those that only parts have."""
    found = {_column(value): None for one in family for value in one.values.all()}
    return list(found)


def _column(value: Any) -> Column:
    return value.is_whole_period, value.at_text, value.kind


def _table(subject: Any, columns: list[Column], indicators: list[Any]) -> Table:
    values = [value for one in indicators for value in one.values.all()]
    heads = [next(v for v in values if _column(v) == column) for column in columns]
    rows = [
        Row(
            one,
            [[v for v in one.values.all() if _column(v) == column] for column in columns],
            [part for part in indicators if part.part_of_id == one.pk],
            heads,
        )
        for one in indicators
    ]
    return Table(subject, heads, rows)
