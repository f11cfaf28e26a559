"""Whether quotations stand in the registered text of their document, and whether all of it is used.

No database here. A text is compared by its bare characters (`common.text.plain`), so that markup,
white space and line ends do not count.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import accumulate

from common.text import plain

# In a list of excused lines: any characters, so that a name need not be written down.
ANYTHING = "…"
_CELLS = re.compile(r"^\|(.*)\|$")
_PIPE = re.compile(r"(?<!\\)\|")


class RegisteredText:
    """The text of a document, cut at the headings of its outline.

    A place in full-width brackets （…） is not printed in the document: it lies where the heading
    before it lies. `problems`: Japanese, without the name of the file.
    """

    def __init__(self, text: str, outline: Iterable[str]) -> None:
        self.lines = text.splitlines()
        self.pieces = [plain(line) for line in self.lines]
        self.ends = list(accumulate(map(len, self.pieces)))
        self.bare = "".join(self.pieces)
        self.used = bytearray(len(self.bare))
        self.problems: list[str] = []
        self.sections = self._cut(outline)

    def _cut(self, outline: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Where each place begins and ends."""
        starts: dict[str, int] = {}
        position = 0
        for place in outline:
            found = self.bare.find(plain(place), position)
            if _is_printed(place) and found < 0:
                self.problems.append(f"見出し「{place}」は、原文のこの順の位置にありません。")
            elif _is_printed(place):
                position = found
                self._use(found, plain(place))
            starts[place] = position
        later = sorted({*starts.values(), len(self.bare)})
        return {
            place: (start, next((end for end in later if end > start), len(self.bare)))
            for place, start in starts.items()
        }

    def quote(self, quotation: str, place: str) -> str:
        """Mark what is quoted as used. Returns what is wrong, or nothing."""
        bare = plain(quotation)
        if place not in self.sections:
            return f"箇所「{place}」は資料の見出しにありません。"
        found = list(_occurrences(self.bare, bare))
        start, end = self.sections[place]
        inside = [position for position in found if start <= position < end]
        for position in inside:
            self._use(position, bare)
        if inside:
            return ""
        if found:
            line = self._line_at(found[0])
            return (
                f"引用「{quotation}」は{line}行目にありますが、箇所「{place}」の中ではありません。"
            )
        return f"引用「{quotation}」は原文にありません。{self._nearest(bare)}"

    def position(self, quotation: str, place: str) -> int | None:
        """Where a quotation begins inside its place, in bare characters; None if it does not."""
        start, end = self.sections.get(place, (0, 0))
        found = _occurrences(self.bare, plain(quotation))
        return next((position for position in found if start <= position < end), None)

    def excuse(self, line: str) -> str:
        """Leave out a line that need not be quoted. Returns what is wrong, or nothing."""
        wanted = re.compile(".*".join(map(re.escape, map(plain, line.split(ANYTHING)))))
        numbers = [n for n, piece in enumerate(self.pieces) if wanted.fullmatch(piece)]
        idle = [n for n in numbers if not self._rest(n)]
        for number in numbers:
            start = self.ends[number] - len(self.pieces[number])
            self._use(start, self.pieces[number])
        if not numbers:
            return f"理由の表の行「{line}」は原文にありません。"
        return f"理由の表の行「{line}」は、すべて引用されています。" if idle == numbers else ""

    def unused(self) -> list[str]:
        """The lines of which a letter or digit is neither quoted nor excused."""
        return [
            f"{number + 1}行目: 「{rest}」が、どの引用にも見出しにも含まれていません。"
            for number in range(len(self.lines))
            if (rest := self._rest(number))
        ]

    def _rest(self, number: int) -> str:
        """What is left of a line; nothing where that is only punctuation."""
        piece = self.pieces[number]
        start = self.ends[number] - len(piece)
        rest = "".join(
            character if not self.used[start + offset] else " "
            for offset, character in enumerate(piece)
        )
        return " ".join(rest.split()) if any(map(str.isalnum, rest)) else ""

    def _use(self, position: int, bare: str) -> None:
        self.used[position : position + len(bare)] = b"\1" * len(bare)

    def _line_at(self, position: int) -> int:
        return bisect_right(self.ends, position) + 1

    def _nearest(self, bare: str) -> str:
        close = get_close_matches(bare, filter(None, self.pieces), 1, 0.3)
        if not close:
            return ""
        number = self.pieces.index(close[0])
        return f"近いのは{number + 1}行目「{self.lines[number].strip()}」です。"


def excused_lines(markdown: str) -> dict[str, list[str]]:
    """The lines in the tables `| 行 | 理由 |` of a Markdown file, by the heading above them.

    A line without a reason is not excused.
    """
    excused: dict[str, list[str]] = {}
    heading, in_table = "", False
    for line in map(str.strip, markdown.splitlines()):
        row = _CELLS.match(line)
        cells = [cell.strip().replace(r"\|", "|") for cell in _PIPE.split(row[1])] if row else []
        if line.startswith("#"):
            heading = line.lstrip("#").strip()
        elif in_table and len(cells) == 2 and all(cells) and set(cells[0]) - set("-: "):
            excused.setdefault(heading, []).append(cells[0])
        in_table = bool(cells) and (in_table or cells == ["行", "理由"])
    return excused


def _is_printed(place: str) -> bool:
    return not (place.startswith("（") and place.endswith("）"))


def _occurrences(text: str, words: str) -> Iterable[int]:
    position = text.find(words) if words else -1
    while position >= 0:
        yield position
        position = text.find(words, position + 1)
