"""The forms that documents and spreadsheets print, and what each of them means."""

from datetime import date

import pytest

from common.fiscal import fiscal_year_span
from common.stated_dates import Certainty, DateError, StatedDate, read

RELEASE = date(2021, 4, 20)
SIGNING = date(2021, 4, 22)


def days(text, **options):
    value = read(text, **options).value
    return value.first, value.last


def only(day):
    return day, day


@pytest.mark.parametrize(
    "text",
    [
        "2021年4月22日(木)",
        "2021年4月22日（木）",
        "2021年4月22日〔木〕",
        "2021年4月22日木曜日",
        "2021年4月22日 (木曜日)",
        "2021年(令和3年)4月22日",
        "2021（令和3）年4月22日（木）",
        "令和3年（2021年）4月22日",
        "令和3年4月22日",
        "令和３年４月２２日",
        "令和 3 年 4 月 22 日",
        "令3.4.22",
        "R3.4.22",
        "r3/4/22",
        "Ｒ３．４．２２",
        "㋿3年4月22日",
        "令和三年四月二十二日",
        "二〇二一年四月二二日",
        "二千二十一年四月二十二日",
        "2021-04-22",
        "2021/4/22",
        "2021.04.22",
        "２０２１／４／２２",
        "2021−04−22",
        "2021年⁠4⽉22⽇",
        "西暦2021年4月22日",
        "2021年4月22日付け",
        "2021年4月22日現在",
    ],
)
def test_a_day_is_read_in_every_spelling(text):
    reading = read(text)
    assert (reading.value.first, reading.value.last) == only(SIGNING)
    assert reading.warnings == ()
    assert reading.value.text == text


@pytest.mark.parametrize(
    "text",
    [
        "2021年4月22日(木) 13:30~14:00",
        "2021年4月22日（木） 10:30～11:00",
        "2021年4月22日13時30分から",
        "2021年4月22日 午後1時半",
        "2021/4/22 9:00",
        "2021-04-22 00:00:00",
        "2021-04-22T13:30:00.5+09:00",
    ],
)
def test_the_time_of_day_is_kept_as_words_only(text):
    reading = read(text)
    assert reading.value == StatedDate(text, SIGNING, SIGNING, Certainty.CONFIRMED)
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("平成31年4月30日", date(2019, 4, 30)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R元.5.1", date(2019, 5, 1)),
        ("平元.1.8", date(1989, 1, 8)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("T15.12.24", date(1926, 12, 24)),
        ("明治6年1月1日", date(1873, 1, 1)),
        ("H29.1.6", date(2017, 1, 6)),
        ("2020.2.1", date(2020, 2, 1)),
        ("2020年2月29日", date(2020, 2, 29)),
        ("2021年6月末", date(2021, 6, 30)),
        ("2020年2月末日", date(2020, 2, 29)),
        ("平成29年3月末", date(2017, 3, 31)),
        ("平成 30 年 3 月 末", date(2018, 3, 31)),
        ("2021年6月末まで", date(2021, 6, 30)),
        ("平成 29 年 12 月末時点", date(2017, 12, 31)),
        ("2022年度末日", date(2023, 3, 31)),
        ("2022 年度末日まで", date(2023, 3, 31)),
        ("2021年末", date(2021, 12, 31)),
        ("2021年5月3日(月・祝)", date(2021, 5, 3)),
    ],
)
def test_words_that_mean_one_day(text, day):
    reading = read(text)
    assert (reading.value.first, reading.value.last) == only(day)
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2020年10月(R2年10月)", date(2020, 10, 1), date(2020, 10, 31), "month"),
        ("R2年10月", date(2020, 10, 1), date(2020, 10, 31), "month"),
        ("令和2年12月", date(2020, 12, 1), date(2020, 12, 31), "month"),
        ("2020.10", date(2020, 10, 1), date(2020, 10, 31), "month"),
        ("㋿3年", date(2021, 1, 1), date(2021, 12, 31), "year"),
        ("令和2年からの", date(2020, 1, 1), date(2020, 12, 31), "year"),
        ("平成31年", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("平成28年度", date(2016, 4, 1), date(2017, 3, 31), "fiscal_year"),
        ("令和元年度", date(2019, 4, 1), date(2020, 3, 31), "fiscal_year"),
        ("令和3（2021）年度", date(2021, 4, 1), date(2022, 3, 31), "fiscal_year"),
        ("H28年度", date(2016, 4, 1), date(2017, 3, 31), "fiscal_year"),
        ("2021年4月上旬", date(2021, 4, 1), date(2021, 4, 10), "span"),
        ("2021年4月中旬", date(2021, 4, 11), date(2021, 4, 20), "span"),
        ("2021年4月下旬", date(2021, 4, 21), date(2021, 4, 30), "span"),
        ("2021年4月中", date(2021, 4, 1), date(2021, 4, 30), "month"),
        ("2016年度～2027年度", date(2016, 4, 1), date(2028, 3, 31), "span"),
        ("2016年度–2027年度", date(2016, 4, 1), date(2028, 3, 31), "span"),
        ("2019年4月〜2021年6月末", date(2019, 4, 1), date(2021, 6, 30), "span"),
        ("2021年4月1日（木）～5日", date(2021, 4, 1), date(2021, 4, 5), "span"),
        ("2021(令和3)年4月～6月", date(2021, 4, 1), date(2021, 6, 30), "span"),
        (
            "平成27年9月から平成28年2月までの期間",
            date(2015, 9, 1),
            date(2016, 2, 29),
            "span",
        ),
    ],
)
def test_words_that_mean_an_interval(text, first, last, precision):
    reading = read(text)
    assert (reading.value.first, reading.value.last) == (first, last)
    assert reading.value.precision == precision
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("昨年6月", date(2020, 6, 1), date(2020, 6, 30)),
        ("来年", date(2022, 1, 1), date(2022, 12, 31)),
        ("一昨年3月1日", date(2019, 3, 1), date(2019, 3, 1)),
        ("昨年度", *fiscal_year_span(2020)),
        ("今年度", *fiscal_year_span(2021)),
        ("来年度", *fiscal_year_span(2022)),
        ("年度末日", date(2022, 3, 31), date(2022, 3, 31)),
    ],
)
def test_relative_words_count_from_the_documents_date(text, first, last):
    assert days(text, reference=RELEASE) == (first, last)
    with pytest.raises(DateError, match="資料の日付が分からない"):
        read(text)


def test_a_relative_fiscal_year_counts_from_the_fiscal_year_of_the_document():
    assert days("昨年度", reference=date(2017, 1, 31)) == fiscal_year_span(2015)
    assert days("年度末日", reference=date(2017, 1, 31)) == only(date(2017, 3, 31))


@pytest.mark.parametrize(
    "text",
    [
        "計画承認の日から",
        "認定の日から",
        "地域再生計画認定の日",
        "協定締結日から",
    ],
)
def test_words_tied_to_an_event_have_no_interval(text):
    reading = read(text, certainty=Certainty.PLANNED)
    assert reading.value == StatedDate(text, None, None, Certainty.PLANNED)
    assert reading.warnings == ()


@pytest.mark.parametrize(
    "text",
    ["地域再生計画認定の日から、平成31年3月31日（3カ年度）", "計画承認の日から 2022 年度末日まで"],
)
def test_a_period_with_one_unknown_end_asks_to_be_parted(text):
    reading = read(text)
    assert (reading.value.first, reading.value.last) == (None, None)
    assert "分けてください" in reading.warnings[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("未定", Certainty.UNDECIDED),
        ("該当なし", Certainty.NOT_APPLICABLE),
        ("記載なし", Certainty.NOT_STATED),
        ("なし", Certainty.NONE),
    ],
)
def test_an_absence_may_be_written_by_its_name(text, kind):
    assert read(text).value == StatedDate(text, None, None, kind)


def test_under_an_absence_words_are_kept_and_not_read():
    reading = read("特になし", certainty=Certainty.NONE)
    assert reading.value == StatedDate("特になし", None, None, Certainty.NONE)
    assert reading.value.is_absent
