"""Dates as they are typed in English, for a reader of dates that knows Japanese ones."""

import re

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_SPACED = re.compile(
    rf"(?<!\w)(?:(?:{_DAY}\s+)?(?:{_MONTH})\.?\s+(?:{_DAY},\s*)?|(?:fy|fiscal(?:\s+year)?)\s+)"
    r"\d{4}(?!\w)",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?(?P<month>{_MONTH})\.?"
    r"(?:(?P<second>\d{1,2})(?:st|nd|rd|th)?,)?(?P<year>\d{4})"
)
_FISCAL = re.compile(r"(?:fy|fiscal(?:year)?)(\d{4})")


def joined(words: str) -> str:
    """Each date as one word: 20 January 2020 as 20January2020."""
    return _SPACED.sub(lambda match: "".join(match[0].split()), words)


def in_japanese(term: str) -> str:
    """20january2020 as 2020年1月20日; a term that is no such date as it is."""
    if match := _FISCAL.fullmatch(term):
        return f"{match[1]}年度"
    match = _DATE.fullmatch(term)
    if not match or (match["day"] and match["second"]):
        return term
    month = [name[:3] for name in _MONTHS].index(match["month"][:3]) + 1
    day = match["day"] or match["second"]
    return f"{match['year']}年{month}月" + (f"{day}日" if day else "")
