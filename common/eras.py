"""Japanese eras, with boundaries to the day.

The first day of an era belongs to the new one: 大正 and 昭和 by the words of their rescripts
(「明治四十五年七月三十日以後ヲ改メテ大正元年ト為ス」), 平成 and 令和 by 元号を改める政令.
"""

from dataclasses import dataclass
from datetime import date

# 明治6年1月1日: Japan took up the Gregorian calendar (明治5年太政官布告第337号).
GREGORIAN_SINCE = date(1873, 1, 1)

# Until then a year began on the lunisolar new year, here 明治元年 to 明治5年 and the day after.
_LUNISOLAR_NEW_YEARS = (
    date(1868, 1, 25),
    date(1869, 2, 11),
    date(1870, 2, 1),
    date(1871, 2, 19),
    date(1872, 2, 9),
    GREGORIAN_SINCE,
)


@dataclass(frozen=True)
class Era:
    """One era; `last` is None while it lasts."""

    name: str
    letter: str
    first: date
    last: date | None

    def western_year(self, year: int) -> int:
        """The calendar year in which a year of this era (1 = 元年) lies, or would lie."""
        return self.first.year + year - 1

    def overlaps(self, first: date, last: date) -> bool:
        """Whether any day of the interval belongs to this era."""
        return self.first <= last and (self.last is None or first <= self.last)

    def year_name(self, year: int) -> str:
        """A calendar year in this era without 年: 令和3, 令和元."""
        number = year - self.first.year + 1
        return f"{self.name}{'元' if number == 1 else number}"


ERAS = (
    Era("明治", "M", date(1868, 1, 25), date(1912, 7, 29)),
    Era("大正", "T", date(1912, 7, 30), date(1926, 12, 24)),
    Era("昭和", "S", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", date(2019, 5, 1), None),
)


def find_era(mark: str) -> Era:
    """The era written as 令和, 令 or R. Raises KeyError for anything else."""
    return {key: era for era in ERAS for key in (era.name, era.name[0], era.letter)}[mark]


def eras_between(first: date, last: date) -> list[Era]:
    """The eras that share a day with an interval, in order; empty before 1868-01-25."""
    return [era for era in ERAS if era.overlaps(first, last)]


def lunisolar_year(era: Era, year: int) -> tuple[date, date] | None:
    """First day and day after the last of 明治元年 to 明治5年; None where the calendar is ours."""
    if era.name != "明治" or year > 5:
        return None
    return _LUNISOLAR_NEW_YEARS[year - 1], _LUNISOLAR_NEW_YEARS[year]
