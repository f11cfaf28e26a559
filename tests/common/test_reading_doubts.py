"""An unusual truth is a warning; what cannot be a date is refused, with what to do."""

from datetime import date

import pytest

from common.stated_dates import Certainty, DateError, read


def warning(text, **options):
    (found,) = read(text, **options).warnings
    return found


@pytest.mark.parametrize(
    ("text", "first", "named"),
    [
        ("平成39年度", date(2027, 4, 1), "2027年度として"),
        ("H33.4.22", date(2021, 4, 22), "2021年として"),
        ("令和元年4月30日", date(2019, 4, 30), "令和は2019年5月1日から"),
        ("平成31年5月1日", date(2019, 5, 1), "2019年4月30日まで"),
        ("昭和64年1月8日", date(1989, 1, 8), "1989年1月7日まで"),
        ("明治45年7月30日", date(1912, 7, 30), "1912年7月29日まで"),
        ("2027年度（平成39年度）", date(2027, 4, 1), "2027年度として"),
        ("平成28年度～平成39年度", date(2016, 4, 1), "「平成39年度」"),
    ],
)
def test_an_era_year_outside_its_era_is_converted_with_a_warning(text, first, named):
    assert read(text).value.first == first
    assert named in warning(text)


def test_a_fiscal_year_that_no_era_holds_is_kept_in_its_words():
    value = read("平成39年度").value
    assert value.text == "平成39年度"
    assert value.fiscal_year == 2027


@pytest.mark.parametrize("text", ["2021年4月22日(金)", "2021年4月22日金曜日", "2021.4.22（金曜）"])
def test_a_weekday_that_contradicts_its_date_is_a_warning(text):
    assert read(text).value.first == date(2021, 4, 22)
    assert "2021年4月22日は木曜日です" in warning(text)


@pytest.mark.parametrize("text", ["2020年10月(R3年10月)", "令和3(2022)年4月22日"])
def test_two_statements_that_differ_are_a_warning_and_the_first_one_counts(text):
    assert "合いません" in warning(text)


def test_the_first_of_two_statements_counts():
    assert read("2020年10月(R3年10月)").value.first == date(2020, 10, 1)


@pytest.mark.parametrize(
    "text", ["2021年6月末までを予定。", "2021年4月22日（予定）", "2021年6月頃"]
)
def test_tentative_words_ask_whether_the_date_is_confirmed(text):
    assert "確かさ" in warning(text)
    assert read(text, certainty=Certainty.PLANNED).warnings == ()


def test_a_date_of_the_old_calendar_is_read_as_its_year():
    value = read("明治4年7月14日").value
    assert (value.first, value.last) == (date(1871, 2, 19), date(1872, 2, 8))
    assert "旧暦" in warning("明治4年7月14日")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2021年2月30日", "2021年2月は28日まで"),
        ("2021年2月29日", "28日まで"),
        ("令和2年4月31日", "2020年4月は30日まで"),
        ("2021年4月0日", "30日まで"),
        ("2021年13月", "月は1から12まで"),
        ("令和3年13月1日", "月は1から12まで"),
        ("2021.0.1", "月は1から12まで"),
        ("令和0年4月", "元年"),
        ("0000年4月1日", "年が正しくありません"),
        ("9999年度", "年が正しくありません"),
        ("44308", "表計算ソフト"),
        ("2021", "「年」か「年度」を付けて"),
        ("H28", "「年」か「年度」を付けて"),
        ("10/19/2017", "年が先頭にありません"),
        ("12/1/2016", "年が先頭にありません"),
        ("4月22日", "年が先頭にありません"),
        ("2021年4月(木)", "日を書いてください"),
        ("2021年4月～2020年3月", "順を直してください"),
        ("2021年4月22日(釧路市役所)", "「釧路市役所」は日付として読めません"),
        ("2021年4月22日2021年4月23日", "読めません"),
        ("20210422", "読めません"),
        ("令和2021年4月1日", "読めません"),
        ("十十年", "読めません"),
        ("2021-04/22", "読めません"),
        ("年度", "読めません"),
        ("-", "読めません"),
        ("あいうえお", "のように書いてください"),
        ("", "空です"),
        ("　", "空です"),
        ("2021年4月22日\x00", "制御文字"),
        ("あ" * 201, "200文字以内"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text, reason):
    with pytest.raises(DateError, match=reason):
        read(text)
