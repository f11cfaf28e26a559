from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from imports.content.nodes import ContentError, Node
from imports.content.reader import read_content
from imports.content.writer import CHANGED, CREATED, KEPT, UNCHANGED, write_content


class Command(BaseCommand):
    help = (
        "資料ごとの内容ファイル（docs/content.md）を登録します。"
        "局が編集した記録は、--overwrite を付けないかぎり変更しません。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        # Always a whole folder: a record may be told in several files, and one file alone
        # would take away what the others say of it.
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.BASE_DIR / "fixtures" / "content",
            help="TOMLファイルのあるフォルダー（省略時 fixtures/content）",
        )
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="局が編集した記録も、ファイルの内容に戻します。",
        )

    def handle(self, *args: Any, folder: Path, overwrite: bool, **options: Any) -> None:
        paths = sorted(folder.glob("*.toml"))
        if not paths:
            raise CommandError(
                f"{folder} に内容ファイル（.toml）がありません。"
                "--folder で内容ファイルのあるフォルダーを指定してください。"
            )
        try:
            roots, warnings = read_content(paths)
            loaded = write_content(roots=roots, overwrite=overwrite, progress=bar)
        except ContentError as error:
            raise CommandError(
                "\n".join(
                    [*error.problems, f"{len(error.problems)} 件の誤り。何も変更していません。"]
                )
            ) from None
        for warning in warnings:
            self.stderr.write(f"確認してください: {warning}")
        count = loaded.count
        self.stdout.write(
            f"内容ファイル: 作成 {count[CREATED]}・変更 {count[CHANGED]}"
            f"・変更なし {count[UNCHANGED]}"
        )
        if loaded.kept:
            self.stdout.write(
                f"局の編集あり：変更せず {count[KEPT]}（{'、'.join(loaded.kept)}）。"
                "ファイルの内容に戻すには --overwrite を付けてください。"
            )


def bar(roots: list[Node]) -> Iterable[Node]:
    """A progress bar on a terminal; nothing in a log."""
    return tqdm(roots, desc="内容ファイル", unit="件", disable=None)
