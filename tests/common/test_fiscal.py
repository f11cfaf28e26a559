from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.fiscal import fiscal_year_of, fiscal_year_span, quarter_of


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (date(2021, 3, 31), 2020, 4),
        (date(2021, 4, 1), 2021, 1),
        (date(2021, 6, 30), 2021, 1),
        (date(2021, 7, 1), 2021, 2),
        (date(2021, 12, 31), 2021, 3),
        (date(2022, 1, 1), 2021, 4),
    ],
)
def test_a_fiscal_year_begins_in_april(day, year, quarter):
    assert fiscal_year_of(day) == year
    assert quarter_of(day) == quarter


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_every_day_lies_in_its_fiscal_year_and_years_follow_without_a_gap(day):
    first, last = fiscal_year_span(fiscal_year_of(day))
    assert first <= day <= last
    assert fiscal_year_of(first - timedelta(days=1)) == fiscal_year_of(day) - 1
    assert fiscal_year_of(last + timedelta(days=1)) == fiscal_year_of(day) + 1
