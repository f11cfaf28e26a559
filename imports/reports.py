"""What an import did, or would do, row by row, in Japanese."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from import_export.results import RowResult

from common.resources import TableRow
from common.spreadsheets import Problem

OUTCOMES = {
    RowResult.IMPORT_TYPE_NEW: "作成",
    RowResult.IMPORT_TYPE_UPDATE: "変更",
    RowResult.IMPORT_TYPE_SKIP: "変更なし",
    RowResult.IMPORT_TYPE_INVALID: "エラー",
}


@dataclass(frozen=True)
class RowReport:
    """One row: its number in the file, its key, what becomes of it, what is wrong with it."""

    number: int
    key: str
    result: TableRow
    problems: list[Problem]

    @property
    def outcome(self) -> str:
        return OUTCOMES[self.result.import_type]

    def lines(self) -> Iterator[str]:
        yield f"{self.number}行目 {self.key}：{self.outcome}"
        for problem in self.problems:
            yield f"  {problem}"
        for column, before, after in self.result.changes:
            yield f"  「{column}」：{before or '（空欄）'} → {after or '（空欄）'}"
        for column, warning in self.result.warnings:
            yield f"  要確認「{column}」：{warning}"


@dataclass(frozen=True)
class Report:
    """`absent`: the columns that the file does not have, and so did not change."""

    rows: list[RowReport]
    absent: list[str]

    @property
    def problems(self) -> list[Problem]:
        return [problem for row in self.rows for problem in row.problems]

    @property
    def writes(self) -> bool:
        return any(row.outcome in ("作成", "変更") for row in self.rows)

    def lines(self) -> Iterator[str]:
        for row in self.rows:
            yield from row.lines()
        if self.absent:
            yield f"ファイルにない列（変更しません）：{'、'.join(self.absent)}"

    def summary(self) -> str:
        """作成 1件・変更 2件・変更なし 3件, and what else there was."""
        count = Counter(row.outcome for row in self.rows)
        warnings = sum(len(row.result.warnings) for row in self.rows)
        parts = [f"{name} {count[name]}件" for name in ("作成", "変更", "変更なし")]
        parts += [f"エラー {len(self.problems)}件"] * bool(self.problems)
        parts += [f"要確認 {warnings}件"] * bool(warnings)
        return "・".join(parts)
