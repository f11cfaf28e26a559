"""Reading a table that people made in a spreadsheet: its encoding, its header, its cells.

What a column means is not known here (`resources.py` of each room). Whatever cannot be taken as
it stands is a Problem: the row as Excel counts it, the column, and what to do.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice, zip_longest

from django.core.exceptions import ValidationError

from common.text import fold, refuse_control

MAX_BYTES = 10_000_000
MAX_LINES = 10_000
HEADER_WITHIN = 10  # rows: titles, units and notes may stand above the header

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# Strict, in this order. CP932 reads almost anything: only a known header shows that it was right.
_ENCODINGS = ("utf-8", "cp932", "utf-16-le", "utf-16-be")


@dataclass(frozen=True)
class Problem:
    """What is wrong, in Japanese; `row` counts from 1 as in Excel, None for the whole file."""

    message: str
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        row = f"{self.row}行目" if self.row else ""
        column = f"「{self.column}」" if self.column else ""
        return f"{row}{column}：{self.message}" if row or column else self.message


class SpreadsheetError(ValueError):
    """A file that cannot be read as a table; `problems` says all that was found."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True)
class Line:
    """One row below the header: its number, and its cells by column ("" where blank)."""

    row: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """`columns`: those that the file has, in its order."""

    columns: list[str]
    lines: list[Line]


def read_csv(content: bytes, *, columns: Sequence[str], key: str) -> Table:
    """Read a CSV file with some of `columns`, among them `key`, which names a row once.

    UTF-8, CP932 and UTF-16 are told apart by whether the header can be read. Raises
    SpreadsheetError with all problems of the header or, if it has none, of the rows.
    """
    if len(content) > MAX_BYTES:
        size = MAX_BYTES // 1_000_000
        _refuse([Problem(f"ファイルが大きすぎます。{size} MB以下に分けてください。")])
    known = {_bare(name): name for name in columns}
    top, text = _find_header(content, known, key)
    rows = _rows(text)
    header = [known.get(_bare(cell), cell.strip()) for cell in rows[top - 1]]
    _refuse(_header_problems(header, top, columns, key))
    below = [(n, row) for n, row in enumerate(rows[top:], top + 1) if any(map(str.strip, row))]
    _refuse(_row_problems(header, below, key))
    return Table([name for name in header if name], [_line(header, n, row) for n, row in below])


def _refuse(problems: Iterable[Problem]) -> None:
    if found := list(problems):
        raise SpreadsheetError(*found)


def _find_header(content: bytes, known: dict[str, str], key: str) -> tuple[int, str]:
    """The row number of the header, and the text in the first encoding that shows one."""
    for text in _decoded(content):
        for number, row in enumerate(islice(_records(text), HEADER_WITHIN), 1):
            names = {known.get(_bare(cell)) for cell in row} - {None}
            if key in names or len(names) > 1:
                return number, text
    raise SpreadsheetError(
        Problem(
            f"見出しの行が見つかりません。先頭の{HEADER_WITHIN}行までに「{key}」などの見出しを"
            "置き、Excelで「CSV UTF-8（コンマ区切り）」の形式で保存し直してください。"
        )
    )


def _decoded(content: bytes) -> Iterator[str]:
    marked = [name for mark, name in _BOMS.items() if content.startswith(mark)]
    for encoding in marked or _ENCODINGS:
        try:
            yield content.decode(encoding)
        except UnicodeDecodeError:
            continue


def _records(text: str) -> Iterator[list[str]]:
    """The records, up to the first that is not well formed."""
    try:
        yield from csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error:
        return


def _rows(text: str) -> list[list[str]]:
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            rows.append(row)
    except csv.Error:
        message = '引用符（"）が閉じていないか、余分にあります。この行から下を確かめてください。'
        raise SpreadsheetError(Problem(message, len(rows) + 1)) from None
    return rows


def _bare(header: str) -> str:
    """A header without line breaks, blanks and differences of width."""
    return "".join(fold(header).split())


def _header_problems(
    header: list[str], row: int, columns: Sequence[str], key: str
) -> Iterator[Problem]:
    for name, times in Counter(filter(None, header)).items():
        if name not in columns:
            near = get_close_matches(name, columns, n=1)
            hint = (
                f"「{near[0]}」ではありませんか。"
                if near
                else f"使える見出し：{'、'.join(columns)}"
            )
            yield Problem(f"この見出しは使えません。{hint}", row, name)
        if times > 1:
            yield Problem("同じ見出しの列が二つ以上あります。一つにしてください。", row, name)
    if key not in header:
        yield Problem("この見出しの列がありません。列を加えてください。", row, key)


def _row_problems(
    header: list[str], rows: list[tuple[int, list[str]]], key: str
) -> Iterator[Problem]:
    if not rows:
        yield Problem("見出しの下に行がありません。")
    if len(rows) > MAX_LINES:
        yield Problem(f"{len(rows)}行あります。{MAX_LINES}行以下に分けてください。")
    first: dict[str, int] = {}
    for number, row in rows:
        for place, (name, text) in enumerate(zip_longest(header, row, fillvalue=""), 1):
            if message := _cell_problem(name, text):
                yield Problem(message, number, name or f"{place}列目")
        name = fold(_line(header, number, row).cells[key]).lower()
        if name and first.setdefault(name, number) != number:
            yield Problem(f"{first[name]}行目と同じです。一つの行にまとめてください。", number, key)


def _cell_problem(header: str, text: str) -> str:
    if not text.strip():
        return ""
    if not header:
        return "見出しのない列に値があります。見出しを付けるか、値を消してください。"
    try:
        refuse_control(text)
    except ValidationError as error:
        return str(error.message)
    if "\t" in text.strip() or len(text.strip().splitlines()) > 1:
        return "改行やタブは使えません。1行で入力してください。"
    return ""


def _line(header: list[str], row: int, cells: list[str]) -> Line:
    """Excel leaves out the commas of blank cells at the end of some rows: those are blank too."""
    pairs = zip_longest(header, (text.strip() for text in cells), fillvalue="")
    return Line(row, {name: text for name, text in pairs if name})
