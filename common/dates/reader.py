"""Reading a stated date: words in, interval and warnings out. Own rules over NFKC."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from common.dates.grammar import Interval, read_one
from common.dates.simplify import ABSENCES, simplify
from common.dates.value import ABSENT, MAX_LENGTH, Certainty, DateError, StatedDate
from common.text import refuse_control

_TAIL = re.compile(r"(?:まで|から|より|以後|以降|時点|現在|付け?|[中内])?の?(?:期間)?[、。]?$")
_TENTATIVE = re.compile(r"[を(]?(予定|見込み?|頃|ごろ|推定)\)?$")
_APART = re.compile(r"(.+?)(?:~|から|より|(?<=[年度月日末旬)])[-ー])、?(.+)")

# 「計画承認の日」「認定の日」「締結日」: no day is known.
_EVENT = re.compile(
    r"(?!.*\d[年月日./-])"
    r".*(?:の日|(?:承認|同意|認定|決定|許可|締結|署名|調印|施行|公布|発効|届出|完了)日)"
)


@dataclass(frozen=True)
class Reading:
    """What was read, and what a person should look at (Japanese sentences)."""

    value: StatedDate
    warnings: tuple[str, ...]


def read(
    text: str, *, reference: date | None = None, certainty: str = Certainty.CONFIRMED
) -> Reading:
    """Read a date, month, year, fiscal year or span as documents print them.

    `text` is kept as stated (outer white space apart). `reference` is the day of the document:
    relative words (昨年6月, 今年度, 年度末日) count from it and are refused without it.
    `certainty` is passed through; for a kind of absence the words are kept and not read.
    Unusual truths (平成39年, a weekday that contradicts its date) are warnings. Raises DateError
    for what cannot be a date.
    """
    stated = _checked(text)
    words = simplify(stated)
    if certainty in ABSENT or words in ABSENCES:
        kind = certainty if certainty in ABSENT else ABSENCES[words]
        return Reading(StatedDate(stated, None, None, str(kind)), ())
    words, warnings = _without_tail(words, certainty)
    interval = _read_span(words, reference)
    value = StatedDate(stated, interval.first, interval.last, str(certainty))
    return Reading(value, (*interval.warnings, *warnings))


def _checked(text: str) -> str:
    stated = text.strip()
    if not stated:
        raise DateError("日付が空です。資料の表記のとおりに入力してください。")
    if len(stated) > MAX_LENGTH:
        raise DateError(f"日付の表記が長すぎます。{MAX_LENGTH}文字以内で入力してください。")
    try:
        refuse_control(stated)
    except ValidationError as error:
        raise DateError(error.message) from error
    return stated


def _without_tail(words: str, certainty: str) -> tuple[str, tuple[str, ...]]:
    """Drop まで, 現在, 予定 …; the last kind belongs to the certainty."""
    words = _TAIL.sub("", words)
    tentative = _TENTATIVE.search(words)
    if not tentative:
        return words, ()
    words = _TAIL.sub("", words[: tentative.start()])
    if certainty != Certainty.CONFIRMED:
        return words, ()
    return words, (f"「{tentative[1]}」とあります。確かさが「確定」でよいか確かめてください。",)


def _read_span(words: str, reference: date | None) -> Interval:
    apart = _APART.fullmatch(words)
    if not apart:
        return _read_side(words, reference)
    start, end = apart[1], apart[2]
    left, right = _read_side(start, reference), _read_side(_completed(start, end), reference)
    warnings = left.warnings + right.warnings
    if not left.first or not right.last:
        warning = "起点か終点の日が分からない期間です。始まりと終わりを別の欄に分けてください。"
        return Interval(None, None, (*warnings, warning))
    if left.first > right.last:
        raise DateError(f"期間の終わり「{end}」が始まり「{start}」より前です。順を直してください。")
    return Interval(left.first, right.last, warnings)


def _read_side(words: str, reference: date | None) -> Interval:
    return Interval(None, None) if _EVENT.fullmatch(words) else read_one(words, reference)


def _completed(start: str, end: str) -> str:
    """「2021年4月～6月」: what the end leaves out is taken from the start."""
    if re.match(r"\d{1,2}月", end):
        return start[: start.find("年") + 1] + end
    if re.match(r"\d{1,2}日", end):
        return start[: start.find("月") + 1] + end
    return end
