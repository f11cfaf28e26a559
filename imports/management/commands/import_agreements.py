from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, OperationalError
from tqdm import tqdm

from common.spreadsheets import MAX_BYTES, SpreadsheetError, Table, read_csv
from imports.actions import import_agreements, preview_agreements
from imports.reports import Report
from partnerships.resources import AgreementResource

NOTHING_SAVED = "何も保存していません。"


class Command(BaseCommand):
    help = "協定等をCSVファイルから一括で登録・変更します。列の意味は docs/import.md にあります。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="CSVファイル")
        parser.add_argument(
            "--dry-run", action="store_true", help="試し読み。確かめるだけで、保存しません。"
        )

    def handle(self, *args: Any, file: Path, dry_run: bool, **options: Any) -> None:
        table = read(file)
        with bar(table, "確認") as tick:
            report = preview_agreements(table=table, tick=tick)
        if report.writes and not report.problems and not dry_run:
            report = save(table, file.name)
        self.show(report, dry_run)

    def show(self, report: Report, dry_run: bool) -> None:
        for line in report.lines():
            self.stdout.write(line)
        if report.problems:
            raise CommandError(
                f"{report.summary()}。{NOTHING_SAVED}"
                "エラーの行を直して、もう一度取り込んでください。"
            )
        note = f"（試し読み。{NOTHING_SAVED}）" if dry_run else ""
        self.stdout.write(report.summary() + note)


def read(file: Path) -> Table:
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError:
        raise CommandError(
            f"ファイル「{file}」を読めません。場所と名前を確かめてください。"
        ) from None
    try:
        return read_csv(
            content,
            columns=AgreementResource.headers(),
            key=AgreementResource.key_field().column_name,
        )
    except SpreadsheetError as error:
        raise CommandError(f"{error}\n{NOTHING_SAVED}") from None


def save(table: Table, file_name: str) -> Report:
    try:
        with bar(table, "書込") as tick:
            return import_agreements(table=table, file_name=file_name, tick=tick)
    except (IntegrityError, OperationalError) as error:
        raise CommandError(
            f"取込の間に、ほかの人がデータベースに書き込みました（{error}）。{NOTHING_SAVED}"
            "もう一度取り込んでください。"
        ) from None


@contextmanager
def bar(table: Table, label: str) -> Iterator[Callable[[], object]]:
    """A progress bar on a terminal; nothing in a log."""
    with tqdm(total=len(table.lines), desc=label, unit="行", disable=None) as progress:
        yield progress.update
