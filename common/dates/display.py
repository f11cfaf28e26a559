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
    "fiscal_years": "{year}年度（{era}年度）～{last_year}年度（{last_era}年度）",
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
    calendar are shown as stated with their years, words tied to an event as stated; an absence as
    stated, else (and in English) by the name of its kind.
    """
    with override(language or get_language() or "ja"):
        return (
            _in_english(value)
            or _as_stated(value, and_era=True)
            or _fill(_BOTH, value)
            or _fill(_SEIREKI, value)
            or _with_years(value)
        )


def seireki(value: StatedDate) -> str:
    """西暦 alone: 2021年4月22日（木）, 2020年10月, 平成39年度（2027年度）. English where active."""
    return _in_english(value) or _as_stated(value) or _fill(_SEIREKI, value) or _words(value)


def in_sentence(value: StatedDate) -> str:
    """Without the day of the week, as it stands inside a sentence: 2021年（令和3年）4月22日."""
    return _without_weekday(show(value))


def in_picture(value: StatedDate) -> str:
    """西暦 alone, without the day of the week, where a picture has little room: 2021年4月22日."""
    return _without_weekday(seireki(value))


def _without_weekday(words: str) -> str:
    return re.sub(f"（[{WEEKDAYS}]）$", "", words)


def wareki(value: StatedDate) -> str:
    """和暦 alone: 令和3年4月22日; 平成31年・令和元年 for a year of two. English where active."""
    return _in_english(value) or _fill(_WAREKI, value) or _words(value)


def show_day(day: date) -> str:
    """A plain day: 2021年（令和3年）4月22日（木）. English where active."""
    return show(StatedDate("", day, day, Certainty.CONFIRMED))


def show_fiscal_year(year: int) -> str:
    """A plain fiscal year: 2021年度（令和3年度）. English where active."""
    return show(StatedDate("", *fiscal_year_span(year), Certainty.CONFIRMED))


def _in_english(value: StatedDate) -> str:
    """English, or nothing where another language is active."""
    if not (get_language() or "ja").startswith("en"):
        return ""
    label = str(Certainty(value.certainty).label) if value.is_absent else ""
    return _fill(_ENGLISH, value) or label or _words(value)


def _as_stated(value: StatedDate, *, and_era: bool = False) -> str:
    """The words first, where a fiscal year is not stated in 西暦: 平成39年度（2027年度）.

    `and_era`: with the year of the era in which it lies, where the words give another.
    """
    words = simplify(value.text)
    is_fiscal = _unit(value) in ("fiscal_year", "fiscal_years")
    if not is_fiscal or not words or re.search(r"\d{4}", words):
        return ""
    reading, era = _fill(_SEIREKI, value), _fill(_WAREKI, value)
    if and_era and simplify(era) not in words:
        reading = f"{reading}・{era}"
    return f"{value.text}（{reading}）"


def _with_years(value: StatedDate) -> str:
    """Words that fill no unit of the calendar, with their years as the words do not count them."""
    words = _words(value)
    if not value.interval:
        return words
    western = re.search(r"\d{4}", simplify(words))
    years = [_era_years(day, day) if western else str(day.year) for day in value.interval]
    named = "～".join(dict.fromkeys(f"{year}年" for year in years if year))
    return f"{words}（{named}）" if named else words


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
    """What the forms name."""
    is_fiscal = unit.startswith("fiscal_year")
    year = fiscal_year_of(first) if is_fiscal else first.year
    last_year = fiscal_year_of(last)
    return {
        "year": year,
        "last_year": last_year,
        "era": _fiscal_era_year(year) if is_fiscal else _era_years(first, last),
        "last_era": _fiscal_era_year(last_year),
        "month": first.month,
        "month_name": format_date(first, "F"),
        "day": first.day,
        "weekday": WEEKDAYS[first.weekday()],
    }


def _era_years(first: date, last: date) -> str:
    """令和3; 平成31年・令和元 where the interval lies in both; nothing before 1873."""
    if first < GREGORIAN_SINCE:
        return ""
    return "年・".join(era.year_name(first.year) for era in eras_between(first, last))


def _fiscal_era_year(year: int) -> str:
    """Fiscal 2019 is 令和元年度 as a whole; an era that begins in its last quarter names the next.

    So the ministries agreed for the budget: 改元に伴う元号による年表示の取扱いについて
    (平成31年4月1日新元号への円滑な移行に向けた関係省庁連絡会議申合せ).
    """
    first = date(year, 4, 1)
    eras = eras_between(first, date(year, 12, 31)) if first >= GREGORIAN_SINCE else []
    return eras[-1].year_name(year) if eras else ""
