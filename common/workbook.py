"""Excel files for reading and printing: tables of text and numbers, one a sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@")
LONGEST_NAME, LONGEST_TEXT = 31, 32_767  # characters; what Excel takes
NARROWEST, WIDEST = 8, 44  # columns, in characters of a Western font
HEADING, WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class Sheet:
    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Any]]


def workbook(sheets: Iterable[Sheet], *, title: str, creator: str) -> bytes:
    """The sheets as one file; a text in them is never a formula, whatever it begins with."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = title, creator
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name[:LONGEST_NAME]), sheet)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(page: Any, sheet: Sheet) -> None:
    for column, cells in enumerate(zip(sheet.headings, *sheet.rows, strict=True), 1):
        for row, value in enumerate(cells, 1):
            if value not in (None, ""):
                _write(page.cell(row, column), value)
        page.column_dimensions[get_column_letter(column)].width = _width(cells)
    for cell in page[1]:
        cell.font = HEADING
    page.freeze_panes = "A2"
    _set_up_print(page)


def _write(cell: Any, value: Any) -> None:
    cell.alignment = WRAPPED
    if isinstance(value, int | Decimal):
        cell.value = value
        return
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))[:LONGEST_TEXT]
    cell.value = text
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    cell.quotePrefix = text.startswith(FORMULA)  # and Excel does once somebody edits the cell


def _width(cells: Sequence[Any]) -> int:
    lines = (line for cell in cells for line in str(cell).splitlines()[:50])
    return min(max(NARROWEST, 2 + max(map(_columns, lines), default=0)), WIDEST)


def _columns(line: str) -> int:
    """A Japanese character takes two; more of them than a column holds need not be counted."""
    return sum(1 + (east_asian_width(letter) in "WFA") for letter in line[:WIDEST])


def _set_up_print(page: Any) -> None:
    """A4, landscape, as wide as the paper, the headings on every page."""
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = page.ORIENTATION_LANDSCAPE
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = "1:1"
    page.oddFooter.center.text = "&A  &P / &N"
