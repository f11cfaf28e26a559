from datetime import date, timedelta
from itertools import pairwise

import pytest

from common.eras import ERAS, eras_between, find_era, lunisolar_year


def test_an_era_begins_on_the_day_after_the_last_one_ends():
    for before, after in pairwise(ERAS):
        assert before.last + timedelta(days=1) == after.first
    assert ERAS[-1].last is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1912, 7, 29), "明治45"),
        (date(1912, 7, 30), "大正元"),
        (date(1926, 12, 24), "大正15"),
        (date(1926, 12, 25), "昭和元"),
        (date(1989, 1, 7), "昭和64"),
        (date(1989, 1, 8), "平成元"),
        (date(2019, 4, 30), "平成31"),
        (date(2019, 5, 1), "令和元"),
        (date(2021, 4, 22), "令和3"),
    ],
)
def test_a_boundary_day_belongs_to_one_era(day, name):
    (era,) = eras_between(day, day)
    assert era.year_name(day.year) == name


def test_days_before_meiji_belong_to_no_known_era():
    assert eras_between(date(1867, 1, 1), date(1868, 1, 24)) == []


@pytest.mark.parametrize("mark", ["令和", "令", "R"])
def test_an_era_is_found_by_each_of_its_marks(mark):
    assert find_era(mark).western_year(3) == 2021


def test_years_of_the_old_calendar_follow_without_a_gap():
    meiji = find_era("明治")
    spans = [lunisolar_year(meiji, year) for year in range(1, 6)]
    assert spans[0][0] == meiji.first
    assert all(span[1] == following[0] for span, following in pairwise(spans))
    assert spans[-1][1] == date(1873, 1, 1)
    assert lunisolar_year(meiji, 6) is None
    assert lunisolar_year(find_era("大正"), 1) is None
