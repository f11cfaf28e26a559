"""A stated date in words: 西暦, 和暦 or English, as precise as stated and not more."""

import re
from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import get_language, override

from common.dates.simplify import simplify
from common.dates.value import WEEKDAYS, Certainty, StatedDate
from common.eras import GREGORIAN_SINCE, eras_between
from common.fiscal import fiscal_year_of, fiscal_year_span

_SEIREKI = {
    "day": "{year}年{month}月{day}日（{weekday}）",
    "month_end": "{year}年{month}月末",
    "month": "{year}年{month}月",
    "year_end": "{year}年末",
    "year": "{year}年",
    "fiscal_year_end": "{year}年度末",
    "fiscal_year": "{year}年度",
    "fiscal_years": "{year}年度～{last_year}年度",
}
_WAREKI = {
    "day": "{era}年{month}月{day}日",
    "month_end": "{era}年{month}月末",
    "month": "{era}年{month}月",
    "year_end": "{era}年末",
    "year": "{era}年",
    "fiscal_year_end": "{era}年度末",
    "fiscal_year": "{era}年度",
}
_BOTH = {
    "day": "{year}年（{era}年）{month}月{day}日（{weekday}）",
    "month_end": "{year}年（{era}年）{month}月末",
    "month": "{year}年（{era}年）{month}月",
    "year_end": "{year}年（{era}年）末",
    "year": "{year}年（{era}年）",
    "fiscal_year_end": "{year}年度（{era}年度）末",
    "fiscal_year": "{year}年度（{era}年度）",
}
_ENGLISH = {
    "day": "{day} {month_name} {year}",
    "month_end": "end of {month_name} {year}",
    "month": "{month_name} {year}",
    "year_end": "end of {year}",
    "year": "{year}",
    "fiscal_year_end": "end of FY{year}",
    "fiscal_year": "FY{year}",
    "fiscal_years": "FY{year}–FY{last_year}",
}

_ENDS = {"月末": "month_end", "年度末": "fiscal_year_end", "年末": "year_end"}


def show(value: StatedDate, *, language: str | None = None) -> str:
    """西暦 with 和暦, or English: 2021年（令和3年）4月22日（木） / 22 April 2021.

    `language` is 'ja' or 'en', by default the active one. Words that fill no unit of the
    calendar, and words tied to an event, are shown as stated; an absence as stated, else (and in
    English) by the name of its kind.
    """
    with override(language or get_language() or "ja"):
        return (
            _in_english(value)
            or _as_stated(value)
            or _fill(_BOTH, value)
            or _fill(_SEIREKI, value)
            or _words(value)
        )


def seireki(value: StatedDate) -> str:
    """西暦 alone: 2021年4月22日（木）, 2020年10月, 平成39年度（2027年度）. English where active."""
    return _in_english(value) or _as_stated(value) or _fill(_SEIREKI, value) or _words(value)


def in_sentence(value: StatedDate) -> str:
    """西暦 without the day of the week, as it stands inside a sentence: 2021年4月22日."""
    return re.sub(f"（[{WEEKDAYS}]）$", "", seireki(value))


def wareki(value: StatedDate) -> str:
    """和暦 alone: 令和3年4月22日; 平成31年・令和元年 for a year of two. English where active."""
    return _in_english(value) or _fill(_WAREKI, value) or _words(value)


def show_day(day: date) -> str:
    """A plain day: 2021年4月22日（木）. English where active."""
    return seireki(StatedDate("", day, day, Certainty.CONFIRMED))


def _in_english(value: StatedDate) -> str:
    """English, or nothing where another language is active."""
    if not (get_language() or "ja").startswith("en"):
        return ""
    label = str(Certainty(value.certainty).label) if value.is_absent else ""
    return _fill(_ENGLISH, value) or label or _words(value)


def _as_stated(value: StatedDate) -> str:
    """The words first, where a fiscal year is not stated in 西暦: 平成39年度（2027年度）."""
    if _unit(value) not in ("fiscal_year", "fiscal_years") or not value.text:
        return ""
    western = re.search(r"\d{4}", simplify(value.text))
    return "" if western else f"{value.text}（{_fill(_SEIREKI, value)}）"


def _words(value: StatedDate) -> str:
    label = str(Certainty(value.certainty).label) if value.certainty else ""
    return value.text or label


def _fill(forms: dict[str, str], value: StatedDate) -> str:
    """The form for the unit that the date was stated in; nothing where there is none."""
    unit = _unit(value)
    if not value.interval or unit not in forms:
        return ""
    parts = _parts(unit, *value.interval)
    return forms[unit].format(**parts) if parts["era"] or "{era}" not in forms[unit] else ""


def _unit(value: StatedDate) -> str:
    """The precision, but an end of month or fiscal year stays one, and years stay years."""
    precision, text = value.precision or "", simplify(value.text)
    if precision == "day":
        return next((unit for word, unit in _ENDS.items() if word in text), "day")
    if precision == "span" and value.interval and "年度" in text:
        first, last = value.interval
        whole = (first.month, first.day, last.month, last.day) == (4, 1, 3, 31)
        return "fiscal_years" if whole else "span"
    return precision


def _parts(unit: str, first: date, last: date) -> dict[str, str | int]:
    """What the forms name. A fiscal year is named by the eras of its whole length."""
    year = first.year
    if unit.startswith("fiscal_year"):
        year = fiscal_year_of(first)
        first = fiscal_year_span(year)[0]
    return {
        "year": year,
        "last_year": fiscal_year_of(last),
        "era": _era_years(year, first, last, "年度・" if unit.startswith("fiscal") else "年・"),
        "month": first.month,
        "month_name": format_date(first, "F"),
        "day": first.day,
        "weekday": WEEKDAYS[first.weekday()],
    }


def _era_years(year: int, first: date, last: date, joint: str) -> str:
    """令和3; 平成31年・令和元 where the interval lies in both; nothing before 1873."""
    if first < GREGORIAN_SINCE:
        return ""
    eras = [era for era in eras_between(first, last) if era.first.year <= year]
    return joint.join(era.year_name(year) for era in eras)
