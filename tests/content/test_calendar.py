"""The calendar: what is dated, on its day or, where no day is stated, beside the days."""

from datetime import date, datetime
from itertools import takewhile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.events import Calendar
from portal.views.calendar import fiscal_year_asked, month_asked
from tests.portal.markup import parse, words
from tests.world import JST, NOW

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


def section(main, anchor):
    """The events listed below a heading."""
    elements = list(main.iter())
    start = next(at for at, element in enumerate(elements) if element.get("id") == anchor)
    below = takewhile(lambda element: element.tag != "h2", elements[start + 1 :])
    return [words(element) for element in below if element.tag == "li"]


def grids(main):
    return [e for e in main.iter("ol") if "month" in e.get("class", "").split()]


def test_the_first_view_tells_what_is_coming_and_what_has_passed(lasting_content, clock):
    clock(datetime(2026, 11, 22, 9, tzinfo=JST))
    main = page("/calendar/")
    assert section(main, "coming") == [
        "予定 平成39年度（2027年度・令和9年度） 計画期間の終わり：第8次旭川市総合計画"
    ]
    told = [text.partition("：")[0].split(" ")[1:] for text in section(main, "passed")]
    assert told == [
        ["2022年（令和4年）", "取組・成果"],
        ["2021年（令和3年）6月末", "協力期間の終わり"],
        ["2021年（令和3年）4月22日（木）", "締結式"],
        ["2021年（令和3年）4月22日（木）", "締結予定日"],
        ["令和3年度（2021年度）", "取組・成果"],
        ["令和2年度（2020年度）", "計画期間の始まり"],
        ["2020年（令和2年）", "計画期間の始まり"],
    ]
    assert "行われなかったことを示すものではありません。" in words(main)
    assert not grids(main)


def test_what_is_still_to_come_has_not_passed(lasting_content, clock):
    clock(datetime(2021, 4, 22, 9, tzinfo=JST))
    main = page("/calendar/")
    assert len([text for text in section(main, "coming") if "締結予定日" in text]) == 1
    assert not [text for text in section(main, "passed") if "釧路市" in text]


def test_what_names_no_month_is_filed_by_its_fiscal_year_alone(lasting_content, clock):
    assert "令和3年度" not in "".join(section(page("/calendar/?month=2021-04"), "days"))
    [listed] = section(page("/calendar/?fiscal_year=2021"), "wide")[:1]
    assert listed.startswith("予定 令和3年度（2021年度） 取組・成果：")
    main = page("/calendar/?fiscal_year=2027")
    [heading] = [h for h in main.iter("h2") if h.get("id") == "wide"]
    assert words(heading) == "2027年度（令和9年度）のうち"
    assert len(section(main, "wide")) == 1
    assert "この月に、時期の記載があるものは登録されていません。" in words(
        page("/calendar/?month=2027-04")
    )


def test_the_end_of_a_month_is_no_day(lasting_content, clock):
    main = page("/calendar/?month=2021-06")
    assert not grids(main)
    [listed] = [text for text in section(main, "no-day") if "合志市" in text]
    assert listed.startswith("予定 2021年（令和3年）6月末 協力期間の終わり：")


def test_a_fiscal_year_as_a_list_by_month(lasting_content, clock):
    main = page("/calendar/?fiscal_year=2019")
    heads = [words(head) for head in main.iter("h2")]
    assert heads[:5] == [
        "2019年（令和元年）11月",
        "2019年（令和元年）12月",
        "2020年（令和2年）1月",
        "2020年（令和2年）2月",
        "2019年度（令和元年度）のうち",
    ]
    told = [words(e.find(".//b")) for e in main.iter("li") if e.find(".//b") is not None]
    assert told[0] == "2019年（令和元年）11月5日（火）"
    assert told[-2:] == ["2020年（令和2年）2月7日（金）", "2020年（令和2年）"]
    assert len(told) == 13


def test_every_month_with_something_is_linked_and_the_ones_beside_it(lasting_content, clock):
    main = page("/calendar/?month=2021-04")
    links = [link.get("href") for link in main.iter("a")]
    years = Calendar(NOW).fiscal_years()
    known = [f"?month={month:%Y-%m}" for year in years for month in year.months]
    assert len(known) > 10
    assert set(known) <= set(links)
    assert {f"?fiscal_year={year.year}#wide" for year in years if year.is_wide} <= set(links)
    turned = {link.get("rel"): words(link) for link in main.iter("a") if link.get("rel")}
    assert turned == {
        "prev": "記載のある前の月：2021年（令和3年）3月",
        "next": "記載のある次の月：2021年（令和3年）6月",
    }


def test_the_reviews_are_read_once(db, clock):
    with CaptureQueriesContext(connection) as captured:
        page("/calendar/")
    rules = [one for one in captured if 'FROM "monitoring_reviewrule"' in one["sql"]]
    assert len(rules) == 1


@pytest.mark.parametrize("asked", ["2021-13", "2021-4", "0000-01", "9999-12", "２０２１-04", ""])
def test_a_month_that_is_none_is_not_shown(asked):
    assert month_asked(asked) is None


def test_what_is_asked_for_is_shown():
    assert month_asked("2021-04") == date(2021, 4, 1)
    assert (fiscal_year_asked("2021"), fiscal_year_asked("99999")) == (2021, None)
