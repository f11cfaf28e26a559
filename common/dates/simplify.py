"""What is the same in many spellings is made one before any rule looks at it."""

import re

from common.dates.value import Certainty
from common.text import fold

ERA_MARKS = "明治|大正|昭和|平成|令和|[明大昭平令MTSHR]"

ABSENCES = {
    "記載なし": Certainty.NOT_STATED,
    "該当なし": Certainty.NOT_APPLICABLE,
    "なし": Certainty.NONE,
    "未定": Certainty.UNDECIDED,
}

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"○": 0, "◯": 0, "零": 0}
_KANJI_NUMBER = re.compile(rf"[{''.join(_DIGITS)}十百千]+(?=\s*[年月日時分])")
_PLACES = re.compile(r"(?:(.?)千)?(?:(.?)百)?(?:(.?)十)?(.?)")

_FIRST_YEAR = re.compile(rf"({ERA_MARKS})元")

_CLOCK = (
    r"(?:午前|午後|AM|PM)?\s*\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?|時(?:\d{1,2}分|半)?)"
    r"(?:Z|[+-]\d{2}:?\d{2})?"
)
_TIME = re.compile(rf"(?:(?<=[)日])|\s+|T){_CLOCK}(?:\s*(?:~|-|から)\s*(?:{_CLOCK}(?:まで)?|$))?")


def simplify(text: str) -> str:
    """One spelling: NFKC, Latin upper case, Arabic numerals, no time of day, no white space.

    ㋿三年 四月 → 令和3年4月; R元.5.1 → R1.5.1; 2021-04-22T13:30 → 2021-04-22.
    """
    words = _KANJI_NUMBER.sub(_arabic, fold(text).upper())
    words = re.sub(r"\s+", "", _TIME.sub("", words))
    return _FIRST_YEAR.sub(r"\g<1>1", words)


def _arabic(match: re.Match[str]) -> str:
    """二〇二一 → 2021, 二十二 → 22; what is no number stays as it is."""
    kanji = match[0]
    if all(character in _DIGITS for character in kanji):
        return "".join(str(_DIGITS[character]) for character in kanji)
    places = _PLACES.fullmatch(kanji)
    if not places or any(digit and digit not in _DIGITS for digit in places.groups()):
        return kanji
    *tens, ones = places.groups()
    total = _DIGITS.get(ones, 0)
    for digit, place in zip(tens, (1000, 100, 10), strict=True):
        total += 0 if digit is None else place * _DIGITS.get(digit, 1)
    return str(total)
