from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from sources import positions
from sources.checks import check_document, lost_pointers, positions_of
from sources.models import SourceDocument
from sources.verbatim import excused_lines

CONTENT = settings.BASE_DIR / "fixtures" / "content"
EXCUSES = settings.BASE_DIR / "docs" / "content.md"


class Command(BaseCommand):
    help = (
        "すべての引用が資料の登録テキストのとおりか、資料のすべての行が使われているかを確かめます。"
        "登録テキストのフォルダーは、環境変数 SEEDS_DIR で指定します。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--documents",
            nargs="+",
            default=[],
            metavar="資料",
            help="確かめる資料のアドレスの名前（省略時は登録テキストのある資料すべて）",
        )

        parser.add_argument(
            "--number",
            action="store_true",
            help=f"引用の位置を数え、{CONTENT.name}/{positions.FILE} を書き直します。",
        )

    def handle(
        self, *args: Any, documents: list[str], number: bool = False, **options: Any
    ) -> None:
        folder = folder_of_texts()
        if number:
            self._number(folder)
            return
        excused = excused_lines(EXCUSES.read_text(encoding="utf-8"))
        problems = list(lost_pointers())
        for document in chosen(documents):
            found, counts = check_document(
                document, read_text(folder, document), excused.get(str(document.slug), [])
            )
            problems += [f"{document.text_file} {problem}" for problem in found]
            summary = "・".join(f"{noun} {count}" for noun, count in counts.items())
            self.stdout.write(f"{document.slug}: {summary}・誤り {len(found)}")
        if problems:
            raise CommandError("\n".join([*problems, f"{len(problems)} 件の誤りがあります。"]))
        self.stdout.write("すべての引用は原文のとおりで、すべての行が使われています。")

    def _number(self, folder: Path) -> None:
        found = [
            position
            for document in chosen([])
            for position in positions_of(document, read_text(folder, document))
        ]
        positions.write(CONTENT, found)
        self.stdout.write(f"引用の位置を書きました: {len(found)} 件。load_content で登録されます。")


def folder_of_texts() -> Path:
    if not settings.SEEDS_DIR:
        raise CommandError(
            "登録テキストのフォルダーが分かりません。環境変数 SEEDS_DIR に設定してください。"
            "例：SEEDS_DIR=../shared/seeds python manage.py check_citations"
        )
    return Path(settings.SEEDS_DIR)


def chosen(slugs: list[str]) -> list[SourceDocument]:
    """The documents with a registered text, or those of them that are named."""
    documents = list(SourceDocument.objects.exclude(text_file="").order_by("text_file"))
    missing = set(slugs) - {document.slug for document in documents}
    if missing:
        names = "、".join(sorted(missing))
        raise CommandError(f"登録テキストのある資料「{names}」はありません。")
    if not documents:
        raise CommandError(
            "確かめる資料がありません。先に manage.py load_content を実行してください。"
        )
    return [document for document in documents if not slugs or document.slug in slugs]


def read_text(folder: Path, document: SourceDocument) -> str:
    path = folder / document.text_file
    if not path.is_file():
        raise CommandError(f"登録テキスト {document.text_file} が {folder} にありません。")
    return path.read_text(encoding="utf-8")
