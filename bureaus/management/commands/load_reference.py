from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from bureaus.actions import load_reference
from municipalities.reference import CHANGED, CREATED, UNCHANGED, Line, ReferenceDataError


class Command(BaseCommand):
    help = (
        "都道府県・振興局・市区町村・経済産業局とその管轄を fixtures/reference から読み込みます。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.BASE_DIR / "fixtures" / "reference",
            help="CSVファイルのあるフォルダー（省略時 fixtures/reference）",
        )

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            count = load_reference(folder=folder, progress=bar)
        except ReferenceDataError as error:
            raise CommandError(f"{error} 何も変更していません。") from None
        self.stdout.write(
            f"参照データ: {count[CREATED]} 件作成・{count[CHANGED]} 件変更"
            f"・{count[UNCHANGED]} 件変更なし"
        )


def bar(lines: list[Line], table: str) -> Iterable[Line]:
    """A progress bar on a terminal; nothing in a log."""
    return tqdm(lines, desc=table, unit="件", disable=None)
