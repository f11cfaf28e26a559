from datetime import date

import pytest
from django.utils.translation import override

from common.dates.display import in_picture, in_sentence
from common.stated_dates import (
    Certainty,
    StatedDate,
    read,
    seireki,
    show,
    show_day,
    show_fiscal_year,
    wareki,
)

RELEASE = date(2021, 4, 20)

# words, 西暦 with 和暦, 西暦, 和暦, English
SHOWN = [
    (
        "R3.4.22",
        "2021年（令和3年）4月22日（木）",
        "2021年4月22日（木）",
        "令和3年4月22日",
        "22 April 2021",
    ),
    (
        "2019-04-30",
        "2019年（平成31年）4月30日（火）",
        "2019年4月30日（火）",
        "平成31年4月30日",
        "30 April 2019",
    ),
    ("R2年10月", "2020年（令和2年）10月", "2020年10月", "令和2年10月", "October 2020"),
    ("昨年6月", "2020年（令和2年）6月", "2020年6月", "令和2年6月", "June 2020"),
    ("㋿3年", "2021年（令和3年）", "2021年", "令和3年", "2021"),
    ("2019年", "2019年（平成31年・令和元年）", "2019年", "平成31年・令和元年", "2019"),
    (
        "平成39年度",
        "平成39年度（2027年度・令和9年度）",
        "平成39年度（2027年度）",
        "令和9年度",
        "FY2027",
    ),
    ("2027年度", "2027年度（令和9年度）", "2027年度", "令和9年度", "FY2027"),
    (
        "2019年度",
        "2019年度（令和元年度）",
        "2019年度",
        "令和元年度",
        "FY2019",
    ),
    ("1988年度", "1988年度（昭和63年度）", "1988年度", "昭和63年度", "FY1988"),
    (
        "平成29年3月末",
        "2017年（平成29年）3月末",
        "2017年3月末",
        "平成29年3月末",
        "end of March 2017",
    ),
    ("2022 年度 末日", "2022年度（令和4年度）末", "2022年度末", "令和4年度末", "end of FY2022"),
    ("令和3年末", "2021年（令和3年）末", "2021年末", "令和3年末", "end of 2021"),
    (
        "平成28年度～平成39年度",
        "平成28年度～平成39年度（2016年度～2027年度）",
        "平成28年度～平成39年度（2016年度～2027年度）",
        "平成28年度～平成39年度",
        "FY2016–FY2027",
    ),
    (
        "2016年度から2027年度まで",
        "2016年度（平成28年度）～2027年度（令和9年度）",
        "2016年度～2027年度",
        "2016年度から2027年度まで",
        "FY2016–FY2027",
    ),
    ("1870年3月1日", "1870年3月1日（火）", "1870年3月1日（火）", "1870年3月1日", "1 March 1870"),
    ("2021年4月上旬", "2021年4月上旬（令和3年）", *["2021年4月上旬"] * 3),
    (
        "平成27年9月から平成28年2月まで",
        "平成27年9月から平成28年2月まで（2015年～2016年）",
        *["平成27年9月から平成28年2月まで"] * 3,
    ),
    ("認定の日から", *["認定の日から"] * 4),
    ("未定", "未定", "未定", "未定", "Undecided"),
]


@pytest.mark.parametrize(("text", "both", "western", "japanese", "english"), SHOWN)
def test_a_date_is_shown_as_precisely_as_stated(text, both, western, japanese, english):
    value = read(text, reference=RELEASE).value
    assert str(value) == show(value) == both
    assert seireki(value) == western
    assert wareki(value) == japanese
    if not value.is_absent:
        assert show(value, language="en") == english


def test_the_active_language_decides():
    value = read("R3.4.22").value
    with override("en"):
        assert show(value) == seireki(value) == wareki(value) == "22 April 2021"
        assert show_day(date(2021, 4, 22)) == "22 April 2021"
        assert show(value, language="ja") == "2021年（令和3年）4月22日（木）"
        assert str(value) == "2021年（令和3年）4月22日（木）"
    assert show_day(date(2021, 4, 22)) == "2021年（令和3年）4月22日（木）"


@pytest.mark.parametrize(
    ("year", "japanese"),
    [
        (1872, "1872年度"),
        (1988, "1988年度（昭和63年度）"),
        (1989, "1989年度（平成元年度）"),
        (2018, "2018年度（平成30年度）"),
        (2019, "2019年度（令和元年度）"),
    ],
)
def test_a_fiscal_year_has_one_name(year, japanese):
    assert show_fiscal_year(year) == japanese
    with override("en"):
        assert show_fiscal_year(year) == f"FY{year}"


@pytest.mark.parametrize(
    ("text", "sentence", "picture"),
    [
        ("R3.4.22", "2021年（令和3年）4月22日", "2021年4月22日"),
        ("2021年6月末", "2021年（令和3年）6月末", "2021年6月末"),
        ("平成31年度", "平成31年度（2019年度・令和元年度）", "平成31年度（2019年度）"),
        ("令和3年度", "令和3年度（2021年度）", "令和3年度（2021年度）"),
    ],
)
def test_a_sentence_gives_both_years_and_a_picture_one(text, sentence, picture):
    value = read(text).value
    assert (in_sentence(value), in_picture(value)) == (sentence, picture)


def test_words_without_an_interval_stay_in_english_too():
    value = read("認定の日から").value
    assert show(value, language="en") == "認定の日から"


@pytest.mark.parametrize("kind", [kind for kind in Certainty if kind.value.startswith("n")])
def test_an_absence_without_words_is_shown_by_its_kind(kind):
    assert show(StatedDate("", None, None, kind), language="ja") == kind.label


def test_an_absence_with_words_shows_them_and_its_kind_in_english():
    value = StatedDate("特になし", None, None, Certainty.NONE)
    assert show(value, language="ja") == "特になし"
    assert show(value, language="en") != "特になし"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021年3月31日", 2020),
        ("2021年4月", 2021),
        ("平成39年度", 2027),
        ("2021年", None),
        ("2016年度～2027年度", None),
        ("認定の日から", None),
        ("未定", None),
    ],
)
def test_a_fiscal_year_must_hold_the_whole_interval(text, year):
    assert read(text).value.fiscal_year == year


@pytest.mark.parametrize(
    ("text", "precision"), [("9999年12月31日", "day"), ("9999年12月", "month"), ("9999年", "year")]
)
def test_the_last_year_of_the_calendar_has_a_precision(text, precision):
    assert read(text).value.precision == precision
