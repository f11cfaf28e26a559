"""Writes over several models, each one atomic."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import transaction

from municipalities.models import Municipality, Prefecture, Subprefecture
from municipalities.reference import Line, Table, link_successors, read_lines, sync

from .models import Bureau, Jurisdiction
from .roles import ensure_roles

# Each table after those that it points to.
TABLES = (
    Table("prefectures.csv", Prefecture, ("code",)),
    Table("subprefectures.csv", Subprefecture, ("code",)),
    Table("municipalities.csv", Municipality, ("code", "valid_from")),
    Table("bureaus.csv", Bureau, ("slug",)),
    Table("jurisdictions.csv", Jurisdiction, ("prefecture",)),
)


@transaction.atomic
def load_reference(
    *, folder: Path, progress: Callable[[list[Line], str], Iterable[Line]] = lambda lines, _: lines
) -> Counter[str]:
    """Bring the CSV files of a folder, and the roles of staff, into the database: all, or nothing.

    `progress` passes the lines of a table through; it is told the Japanese name of the table.
    Returns how many rows were 'created', 'changed' and 'unchanged'. ReferenceDataError names the
    file and the line that cannot be read.
    """
    total: Counter[str] = Counter()
    for table in TABLES:
        lines = read_lines(folder / table.file, table.key)
        outcomes = sync(table, progress(lines, str(table.model._meta.verbose_name)))
        if table.model is Municipality:
            outcomes = link_successors(lines, outcomes)
        total.update(outcomes.values())
    ensure_roles()
    return total
