"""Lines of a reference CSV file, brought into a table so that a second run changes nothing.

A column is a field of the model. A foreign key is written as the slug (else the code) of its row,
an empty cell is NULL where the column allows it. A row that the file lacks stays as it is:
municipalities end with a date, they are not deleted.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Field, ForeignKey, Model, prefetch_related_objects

from .models import Municipality

CREATED, CHANGED, UNCHANGED = "created", "changed", "unchanged"

# What happened to each row.
Outcomes = dict[Any, str]


class ReferenceDataError(Exception):
    """A file that cannot be loaded; the message is Japanese and names the file and the line."""


class Line(NamedTuple):
    place: str
    cells: dict[str, str]

    def error(self, problem: object) -> ReferenceDataError:
        return ReferenceDataError(f"{self.place}: {problem}")


class Table(NamedTuple):
    file: str
    model: type[Model]
    key: tuple[str, ...]

    def key_of(self, row: Model) -> tuple[Any, ...]:
        return tuple(getattr(row, name) for name in self.key)


def read_lines(path: Path, key: Iterable[str]) -> list[Line]:
    """The lines below the heading of a UTF-8 CSV file, which has the columns of the key."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey="（見出しのない列）", restval="")
            lines = [Line(f"{path.name} {reader.line_num}行目", cells) for cells in reader]
    except FileNotFoundError:
        raise ReferenceDataError(
            f"{path.name} がありません。{path.parent} に置いてください。"
        ) from None
    except UnicodeDecodeError:
        raise ReferenceDataError(f"{path.name} を UTF-8 で保存してください。") from None
    if missing := set(key) - set(reader.fieldnames or ()):
        raise ReferenceDataError(
            f"{path.name} の見出しに{'・'.join(sorted(missing))}がありません。"
        )
    return lines


def sync(table: Table, lines: Iterable[Line]) -> Outcomes:
    """Create or change the rows that the lines describe. Run it inside a transaction."""
    fields = [f for f in table.model._meta.concrete_fields if isinstance(f, ForeignKey)]
    known = table.model._default_manager.select_related(*(f.name for f in fields))
    rows = {table.key_of(row): row for row in known}
    parents = {f.name: parent_rows(f) for f in fields}
    outcomes: Outcomes = {}
    for line in lines:
        values = parse(table.model, line, parents)
        key = tuple(values[name] for name in table.key)
        row = rows.setdefault(key, table.model())
        if row.pk and row in outcomes:
            raise line.error("同じ行が二度あります。一方を消してください。")
        outcomes[row] = save(line, row, values)
    return outcomes


def parent_rows(field: ForeignKey) -> dict[str, Model]:
    model = field.related_model
    key = "slug" if any(f.name == "slug" for f in model._meta.fields) else "code"
    return {getattr(row, key): row for row in model._default_manager.all()}


def parse(model: type[Model], line: Line, parents: dict[str, dict[str, Model]]) -> dict[str, Any]:
    """Values by field name; a column that is many-to-many is left to the caller."""
    fields = {f.name: f for f in [*model._meta.fields, *model._meta.many_to_many]}
    if unknown := line.cells.keys() - fields.keys():
        raise line.error(f"列「{'・'.join(sorted(unknown))}」は使えません。")
    values = {}
    for column, text in line.cells.items():
        try:
            if not fields[column].many_to_many:
                values[column] = value_of(fields[column], text, parents)
        except KeyError:
            raise line.error(f"列「{column}」の「{text}」は登録されていません。") from None
        except ValidationError as error:
            raise line.error(f"列「{column}」: {' '.join(error.messages)}") from None
    return values


def value_of(field: Field, text: str, parents: dict[str, dict[str, Model]]) -> Any:
    if not text and field.null:
        return None
    return parents[field.name][text] if field.name in parents else field.to_python(text)


def save(line: Line, row: Model, values: dict[str, Any]) -> str:
    """Give the row its values and write it if that changes it."""
    outcome = CHANGED if row.pk else CREATED
    if row.pk and all(getattr(row, name) == value for name, value in values.items()):
        return UNCHANGED
    for name, value in values.items():
        setattr(row, name, value)
    try:
        row.clean_fields(exclude=[f.name for f in row._meta.fields if f.is_relation])
        row.clean()
        row.save()
    except ValidationError as error:
        problems = (
            f"列「{name}」: {' '.join(words)}" for name, words in error.message_dict.items()
        )
        raise line.error(" ".join(problems)) from None
    except IntegrityError as error:
        raise line.error(f"他の行と重なるか、値の範囲を外れています（{error}）。") from None
    return outcome


def link_successors(lines: Iterable[Line], outcomes: Outcomes) -> Outcomes:
    """Outcomes again, after each municipality has the successors that its line names by code."""
    linked = dict(outcomes)
    prefetch_related_objects(list(outcomes), "successors")
    for line, row in zip(lines, outcomes, strict=True):
        codes = set(line.cells.get("successors", "").split())
        if codes and not row.valid_until:
            raise line.error("後継の市区町村があるときは、廃止日（valid_until）が必要です。")
        if codes != {successor.code for successor in row.successors.all()}:
            successors = Municipality.objects.current(row.valid_until).filter(code__in=codes)
            if missing := codes - {successor.code for successor in successors}:
                raise line.error(f"後継の「{'・'.join(sorted(missing))}」は登録されていません。")
            row.successors.set(successors)
            linked[row] = linked[row].replace(UNCHANGED, CHANGED)
    return linked
