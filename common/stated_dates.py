"""Stated dates, the public names. A value is read from words, kept with them, and shown.

The columns on a model: `common.fields.StatedDateField`.
"""

from common.dates.display import seireki, show, show_day, show_fiscal_year, wareki
from common.dates.reader import Reading, read
from common.dates.value import ABSENT, PRESENT, Certainty, DateError, StatedDate

__all__ = [
    "ABSENT",
    "PRESENT",
    "Certainty",
    "DateError",
    "Reading",
    "StatedDate",
    "read",
    "seireki",
    "show",
    "show_day",
    "show_fiscal_year",
    "wareki",
]
