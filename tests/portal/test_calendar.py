"""The calendar: what is dated, on its day or, where no day is stated, beside the days."""

from datetime import date

import pytest
from django.test import Client

from portal.events import months
from portal.views.calendar import fiscal_year_asked, latest, month_asked
from tests.portal.markup import parse, words
from tests.world import NOW

pytestmark = pytest.mark.django_db


def page(address):
    response = Client().get(address)
    assert response.status_code == 200, address
    return parse(response.content.decode()).find(".//main")


def days(main):
    """The days of the month of which something is told, with what."""
    found = [item for item in main.find(".//ol[@class='month from-5']") if not item.get("class")]
    return {words(item.find("p")): words(item) for item in found}


def test_the_month_of_a_signing_that_is_announced(lasting_content, clock):
    main = page("/calendar/?month=2021-04")
    found = days(main)
    assert list(found) == ["20日（火）", "22日（木）"]
    assert "確定 発表：釧路市と北海道経済産業局の" in found["20日（火）"]
    assert "予定 締結予定日：釧路市と北海道経済産業局の" in found["22日（木）"]
    assert "予定 締結式：" in found["22日（木）"]
    assert "確定" not in found["22日（木）"]


def test_what_names_no_day_stands_beside_the_days(lasting_content, clock):
    main = page("/calendar/?month=2021-04")
    assert not any("令和3年度" in text for text in days(main).values())
    listed = [words(e) for e in main.iter("li") if "令和3年度（2021年度）" in words(e)]
    assert [text.split()[0] for text in listed] == ["予定"]


def test_the_end_of_a_month_is_no_day(lasting_content, clock):
    main = page("/calendar/?month=2021-06")
    assert "この月に、日の記載があるものは登録されていません。" in words(main)
    assert "2021年6月末" in words(main)


def test_a_fiscal_year_as_a_list_in_order(lasting_content, clock):
    main = page("/calendar/?fiscal_year=2019")
    told = [words(e.find(".//b")) for e in main.iter("li") if e.find(".//b") is not None]
    assert told[0] == "2019年11月5日（火）"
    assert told[-1] == "2020年2月7日（金）"
    assert len(told) == 16


def test_every_month_with_something_is_linked_and_the_ones_beside_it(lasting_content, clock):
    main = page("/calendar/?month=2021-04")
    links = [link.get("href") for link in main.iter("a")]
    known = [f"?month={one:%Y-%m}" for one in months(NOW)]
    assert len(known) > 15
    assert set(known) <= set(links)
    turned = {link.get("rel"): link.get("href") for link in main.iter("a") if link.get("rel")}
    assert turned == {"prev": "?month=2021-03", "next": "?month=2021-06"}


@pytest.mark.parametrize("asked", ["2021-13", "2021-4", "0000-01", "9999-12", "２０２１-04", ""])
def test_a_month_that_is_none_is_not_shown(asked):
    assert month_asked(asked) is None


def test_what_is_asked_for_is_shown():
    assert month_asked("2021-04") == date(2021, 4, 1)
    assert (fiscal_year_asked("2021"), fiscal_year_asked("99999")) == (2021, None)


def test_without_a_question_the_latest_month_that_has_begun():
    known = [date(2021, 4, 1), date(2021, 6, 1), date(2021, 8, 1)]
    assert latest(known, date(2021, 7, 31)) == date(2021, 6, 1)
    assert latest(known, date(2020, 1, 1)) == date(2021, 4, 1)
    assert latest([], date(2020, 1, 15)) == date(2020, 1, 1)
