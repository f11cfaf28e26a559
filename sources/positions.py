"""Where quotations begin in the registered text of their document, kept beside the content.

Users have no registered texts: the numbers travel in `positions.csv`, written by
`check_citations --number`, so that a document's page can follow the document's own order.
"""

import csv
import hashlib
from collections.abc import Iterable
from pathlib import Path

from common.text import plain

FILE = "positions.csv"
Key = tuple[str, str]


def key(document: str, place: str, quotation: str) -> Key:
    """What names a quotation: the slug of its document, and its place and words as 16 digits."""
    words = f"{place}\n{plain(quotation)}"
    return document, hashlib.sha256(words.encode()).hexdigest()[:16]


def read(folder: Path) -> dict[Key, int]:
    """The positions that a folder of content files brings along; none where it has no file."""
    path = folder / FILE
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row[0], row[1]): int(row[2]) for row in csv.reader(lines)}


def write(folder: Path, positions: Iterable[tuple[Key, int]]) -> None:
    with (folder / FILE).open("w", encoding="utf-8", newline="") as lines:
        rows = sorted((*name, position) for name, position in positions)
        csv.writer(lines, lineterminator="\n").writerows(rows)
