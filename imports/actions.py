"""Imports of tables. Each is one change, or nothing."""

from collections.abc import Callable
from typing import Any

import tablib
from django.utils.translation import override

from bureaus.models import User
from common.resources import TableResource
from common.spreadsheets import Table
from editorial.changes import change
from imports.reports import Report, RowReport
from partnerships.resources import AgreementResource


def preview_agreements(
    *, table: Table, user: User | None = None, tick: Callable[[], object] = lambda: None
) -> Report:
    """What the import would do. Writes nothing, takes no lock. `tick` is called for each row."""
    return _run(AgreementResource(user=user), table, tick, dry_run=True)


def import_agreements(
    *,
    table: Table,
    file_name: str,
    user: User | None = None,
    tick: Callable[[], object] = lambda: None,
) -> Report:
    """Take over all rows, or none if the report has a problem.

    `user`: whose rights limit what is written; None for the operator of the system.
    """
    with change(reason=f"一括取込：{file_name}"):
        return _run(AgreementResource(user=user), table, tick, dry_run=False)


def _run(
    resource: TableResource, table: Table, tick: Callable[[], object], **options: Any
) -> Report:
    cells = ([line.cells[name] for name in table.columns] for line in table.lines)
    resource.tick = tick
    with override("ja"):
        result = resource.import_data(tablib.Dataset(*cells, headers=table.columns), **options)
        rows = [
            RowReport(line.row, resource.key_of(line.cells), row, [*resource.problems(line, row)])
            for line, row in zip(table.lines, result.rows, strict=True)
        ]
    return Report(rows, [name for name in resource.headers() if name not in table.columns])
