"""Fiscal years of Japanese public bodies: 1 April to 31 March (地方自治法第208条, 財政法第11条)."""

from datetime import date


def fiscal_year_of(day: date) -> int:
    """The fiscal year that a day belongs to: 2021-03-31 is in 2020."""
    return day.year if day.month >= 4 else day.year - 1


def fiscal_year_span(year: int) -> tuple[date, date]:
    """First and last day of a fiscal year. Raises ValueError outside of years 1 to 9998."""
    return date(year, 4, 1), date(year + 1, 3, 31)


def quarter_of(day: date) -> int:
    """The quarter (1 to 4) of the fiscal year: April to June is the first."""
    return (day.month - 4) % 12 // 3 + 1
