"""One date without a span: simplified words in, interval and warnings out."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from common.dates.simplify import ERA_MARKS
from common.dates.value import WEEKDAYS, DateError, month_end
from common.eras import Era, find_era, lunisolar_year
from common.fiscal import fiscal_year_of, fiscal_year_span

_OFFSETS = {"一昨": -2, "昨": -1, "去": -1, "本": 0, "今": 0, "来": 1, "再来": 2}
_YEAR = (
    rf"(?:(?P<era>{ERA_MARKS})(?P<number>\d{{1,2}})|(?:西暦)?(?P<western>\d{{4}})"
    rf"|(?P<relative>{'|'.join(_OFFSETS)}))"
)
_DAY = rf"(?P<day>\d{{1,2}})日(?:(?P<weekday>[{WEEKDAYS}])曜日?)?"
_FORMS = (
    re.compile(rf"{_YEAR}年(?:(?P<month>\d{{1,2}})月(?:{_DAY}|(?P<part>末日?|[上中下]旬))?)?"),
    re.compile(rf"{_YEAR}年(?P<year_end>末)"),
    re.compile(rf"{_YEAR}(?P<fiscal>年度)(?P<fiscal_end>末日?)?"),
    re.compile(r"(?P<fiscal>年度)(?P<fiscal_end>末日?)"),
    re.compile(rf"{_YEAR}(?P<mark>[./-])(?P<month>\d{{1,2}})(?:(?P=mark)(?P<day>\d{{1,2}}))?"),
)

_BRACKET = re.compile(r"[(\[〔]([^()\[\]〔〕]*)[)\]〕]")
_WEEKDAY = re.compile(rf"([{WEEKDAYS}])(?:曜日?)?(?:[・,、/]?(?:祝日?|休日?|振休|振替休日))?")
_DURATION = re.compile(r"約?\d+(?:[カかケ箇個][年月]度?間?|[年月日]間)")

_EXAMPLES = "「2021年4月22日」「令和3年4月」「平成28年度」のように書いてください。"


@dataclass(frozen=True)
class Interval:
    """Both ends included, or both None for words tied to an event; warnings are Japanese."""

    first: date | None
    last: date | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Parts:
    """What a form found, as text; None for what it does not have."""

    era: str | None = None
    number: str | None = None
    western: str | None = None
    relative: str | None = None
    month: str | None = None
    day: str | None = None
    weekday: str | None = None
    part: str | None = None
    mark: str | None = None
    year_end: str | None = None
    fiscal: str | None = None
    fiscal_end: str | None = None


def read_one(words: str, reference: date | None) -> Interval:
    """Read one date with what stands in brackets behind it. Raises DateError."""
    main, asides = _BRACKET.sub("", words), _BRACKET.findall(words)
    parts = _match(main)
    first, last, warnings = _ends(parts, reference, main)
    if parts.weekday:
        warnings += _weekday_warnings(parts.weekday, first, last, words)
    for aside in asides:
        warnings += _aside_warnings(aside, main, first, last)
    return Interval(first, last, warnings)


def _match(words: str) -> _Parts:
    for form in _FORMS:
        if match := form.fullmatch(words):
            return _Parts(**match.groupdict())
    if re.fullmatch(r"\d{5}", words):
        reason = "は表計算ソフトの日付の番号のようです。"
    elif re.fullmatch(_YEAR, words):
        reason = "は年か年度か分かりません。「年」か「年度」を付けてください。"
    elif re.match(r"\d{1,2}[月./-]\d{1,2}", words):
        reason = "は年が先頭にありません。年、月、日の順に書いてください。"
    else:
        reason = "は日付として読めません。"
    raise DateError(f"「{words}」{reason}{_EXAMPLES}")


def _ends(parts: _Parts, reference: date | None, words: str) -> tuple[date, date, tuple[str, ...]]:
    if not parts.era or not parts.number:
        return (*_span(parts, _year_without_era(parts, reference, words), words), ())
    era, number = find_era(parts.era), int(parts.number)
    if number == 0:
        raise DateError(f"「{words}」に0年はありません。{era.name}の最初の年は「元年」です。")
    year = era.western_year(number)
    first, last = _span(parts, year, words)
    if lunisolar := lunisolar_year(era, number):
        warning = f"「{words}」は旧暦です（明治5年まで）。その年の全体を期間として読みました。"
        return lunisolar[0], lunisolar[1] - timedelta(days=1), (warning,)
    if era.overlaps(first, last):
        return first, last, ()
    return first, last, (_outside_era(era, year, parts, words),)


def _year_without_era(parts: _Parts, reference: date | None, words: str) -> int:
    if parts.western:
        year = int(parts.western)
    elif reference is None:
        raise DateError(
            f"「{words}」は、資料の日付が分からないため読めません。年を数字で書いてください"
            "（例：2020年6月、2016年度）。"
        )
    else:
        now = fiscal_year_of(reference) if parts.fiscal else reference.year
        year = now + _OFFSETS[parts.relative or "今"]
    if not 1 <= year <= (9998 if parts.fiscal else 9999):
        raise DateError(f"「{words}」の年が正しくありません。{_EXAMPLES}")
    return year


def _span(parts: _Parts, year: int, words: str) -> tuple[date, date]:
    """First and last day of what the parts name in a year (a fiscal year if they say so)."""
    if parts.fiscal:
        first, last = fiscal_year_span(year)
        return (last, last) if parts.fiscal_end else (first, last)
    if not parts.month:
        first, last = date(year, 1, 1), date(year, 12, 31)
        return (last, last) if parts.year_end else (first, last)
    month = int(parts.month)
    if not 1 <= month <= 12:
        raise DateError(f"「{words}」に{month}月とありますが、月は1から12までです。")
    return _within_month(parts, year, month, words)


def _within_month(parts: _Parts, year: int, month: int, words: str) -> tuple[date, date]:
    last_day = month_end(year, month).day
    if parts.day:
        day = int(parts.day)
        if not 1 <= day <= last_day:
            raise DateError(
                f"「{words}」という日はありません。{year}年{month}月は{last_day}日までです。"
            )
        first_day = last_day = day
    else:
        first_day, last_day = {
            "上旬": (1, 10),
            "中旬": (11, 20),
            "下旬": (21, last_day),
            "末": (last_day, last_day),
            "末日": (last_day, last_day),
        }.get(parts.part or "", (1, last_day))
    return date(year, month, first_day), date(year, month, last_day)


def _outside_era(era: Era, year: int, parts: _Parts, words: str) -> str:
    unit = "年度" if parts.fiscal else "年"
    limit = f"{era.name}は{era.first.year}年{era.first.month}月{era.first.day}日から"
    if era.last:
        limit += f"{era.last.year}年{era.last.month}月{era.last.day}日まで"
    return f"「{words}」は元号の期間の外です（{limit}）。{year}{unit}として読みました。"


def _aside_warnings(aside: str, main: str, first: date, last: date) -> tuple[str, ...]:
    """What stands in brackets: a weekday, a length of time, or the same date once more."""
    if weekday := _WEEKDAY.fullmatch(aside):
        return _weekday_warnings(weekday[1], first, last, f"{main}({aside})")
    if _DURATION.fullmatch(aside):
        return ()
    if re.fullmatch(_YEAR, aside):
        aside += "年度" if "年度" in main else "年"
    again = read_one(aside, None)
    if again.first and again.last and again.first <= first and last <= again.last:
        return again.warnings
    return (*again.warnings, f"「{main}」と「{aside}」が合いません。「{main}」として読みました。")


def _weekday_warnings(weekday: str, first: date, last: date, words: str) -> tuple[str, ...]:
    if first != last:
        raise DateError(f"「{words}」は曜日がありますが、日がありません。日を書いてください。")
    actual = WEEKDAYS[first.weekday()]
    if weekday == actual:
        return ()
    day = f"{first.year}年{first.month}月{first.day}日"
    return (f"「{words}」の曜日が合いません。{day}は{actual}曜日です。",)
