from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from common.stated_dates import read

SIGNING = read("R3.4.22").value


def rendered(expression, **context):
    return Template("{% load dates %}{{ " + expression + " }}").render(Context(context))


@pytest.mark.parametrize(
    ("name", "japanese"),
    [
        ("show", "2021年（令和3年）4月22日（木）"),
        ("seireki", "2021年4月22日（木）"),
        ("wareki", "令和3年4月22日"),
    ],
)
def test_a_stated_date_is_shown_in_the_active_language(name, japanese):
    assert rendered(f"day|{name}", day=SIGNING) == japanese
    with override("en"):
        assert rendered(f"day|{name}", day=SIGNING) == "22 April 2021"


@pytest.mark.parametrize(
    "name", ["show", "seireki", "wareki", "jdate", "month_name", "fiscal_year_name"]
)
def test_nothing_is_shown_as_nothing(name):
    assert rendered(f"day|{name}", day=None) == ""


def test_words_from_a_document_are_escaped():
    value = read("<b>認定の日").value
    assert rendered("day|show", day=value) == "&lt;b&gt;認定の日"


def test_a_plain_day_carries_its_weekday():
    assert rendered("day|jdate", day=date(2021, 4, 22)) == "2021年（令和3年）4月22日（木）"
    with override("en"):
        assert rendered("day|jdate", day=date(2021, 4, 22)) == "22 April 2021"


def test_an_instant_is_shown_as_its_day_in_japan():
    instant, naive = datetime(2021, 4, 21, 15, tzinfo=UTC), datetime(2021, 4, 21, 15)  # noqa: DTZ001
    assert rendered("at|jdate", at=instant) == "2021年（令和3年）4月22日（木）"
    assert rendered("at|jdate", at=naive) == "2021年（令和3年）4月21日（水）"


def test_months_and_fiscal_years_are_named_by_both_years():
    day = date(2020, 2, 7)
    assert rendered("day|month_name", day=day) == "2020年（令和2年）2月"
    assert rendered("day|short_month_name", day=day) == "2020年2月"
    assert rendered("year|fiscal_year_name", year=2019) == "2019年度（令和元年度）"
    with override("en"):
        assert rendered("day|month_name", day=day) == "February 2020"
        assert rendered("year|fiscal_year_name", year=2019) == "FY2019"
