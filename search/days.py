"""Words that are a date, in 西暦, 和暦 or English, find records by the days that they mean."""

import re
from functools import lru_cache

from django.utils.translation import override

from common.dates.display import in_picture
from common.stated_dates import Certainty, DateError, StatedDate, read, wareki
from search.english import in_japanese
from search.text import searchable

_BARE_YEAR = re.compile(r"[rhs](?:元|\d{1,2})")


@lru_cache(maxsize=2**10)
def day_asked(term: str) -> StatedDate | None:
    """The day, month, year or fiscal year that a term is; None for any other word."""
    words = f"{term}年" if _BARE_YEAR.fullmatch(term) else in_japanese(term)
    try:
        first, last = read(words).value.interval or (None, None)
    except DateError:
        return None
    return StatedDate("", first, last, Certainty.CONFIRMED) if first else None


@lru_cache(maxsize=2**10)
def spellings(term: str) -> tuple[str, ...]:
    """A term as documents may print it: 2020年1月31日 and 令和2年1月31日 are one day."""
    asked = day_asked(term)
    return tuple(dict.fromkeys((term, *_names(asked)))) if asked else (term,)


def tells_of(stated: StatedDate, term: str) -> bool:
    """Whether a record's date lies in the time asked for; a part of one (1月31日) is found too."""
    asked = day_asked(term)
    if asked and asked.first and asked.last and stated.first and stated.last:
        return asked.first <= stated.first and stated.last <= asked.last
    names = (searchable(stated.text), *_names(stated))
    return any(map(str.isdigit, term)) and any(term in name for name in names)


def _names(day: StatedDate) -> tuple[str, ...]:
    """西暦 and 和暦; a year of two eras has three names. Nothing for what is no unit of time."""
    if day.precision in (None, "span"):
        return ()
    plain = StatedDate("", day.first, day.last, Certainty.CONFIRMED)
    with override("ja"):
        return tuple(searchable(name) for name in (in_picture(plain), *wareki(plain).split("・")))
