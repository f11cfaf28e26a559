"""Targets as pictures: what is not stated is never drawn."""

import pytest

from monitoring.charts import draw
from monitoring.models import Indicator, IndicatorValue
from tests.world import NOW, day, indicator, plan

pytestmark = pytest.mark.django_db


def value(of, words, amount=None, **more):
    given = {"amount": amount} if amount is not None else {"absence": "not_stated"}
    IndicatorValue.objects.create(indicator=of, at=day(words), **given, **more)


def total(of, amount):
    IndicatorValue.objects.create(indicator=of, is_whole_period=True, amount=amount, order=9)


def drawing(judged=None):
    [table] = Indicator.objects.public(NOW).as_tables()
    return draw(table.rows[0].indicator, table.rows[0].parts, judged or {})


def rows(shown):
    """Label, words and the looks of the bar of each row."""
    return [
        (row.labels[0].text, row.value.text, [stretch.look for stretch in row.stretches])
        for row in shown.chart.rows
    ]


@pytest.fixture
def counted():
    """As the plan of 「北のものづくり」 prints it: two years in one column, parts and totals."""
    whole = indicator(plan(), "支援件数", component="total", cumulative="no")
    new = indicator(whole.plan, part_of=whole, component="new", cumulative="no", order=1)
    kept = indicator(whole.plan, part_of=whole, component="continuing", cumulative="no", order=2)
    for one in (whole, new, kept):
        value(one, "2017年度", order=0)
    for order, (year, sums) in enumerate({"2018": (10, 10, None), "2019": (20, 10, 10)}.items()):
        for one, amount in zip((whole, new, kept), sums, strict=True):
            value(one, f"{year}年度", amount, order=order + 1)
    for one, amount in ((whole, 30), (new, 20), (kept, 10)):
        total(one, amount)
    return whole


def test_new_and_continuing_stand_in_one_bar_and_a_year_without_a_number_has_none(counted):
    assert rows(drawing()) == [
        ("2017年度", "記載なし", []),
        ("2018年度", "10件（新規10）", ["whole"]),
        ("2019年度", "20件（新規10・継続10）", ["whole", "part"]),
    ]


def test_what_an_editor_judged_is_marked_in_the_picture_with_its_reason(counted):
    first, second = (counted.values.get(at_text=f"{year}年度").pk for year in (2017, 2018))
    shown = drawing({first: "一つの欄です。", second: "2018年度とみました。"})
    assert [words for _label, words, _looks in rows(shown)] == [
        "記載なし※編集上の補足",
        "10件（新規10）※編集上の補足",
        "20件（新規10・継続10）",
    ]
    assert [(time.text, reason) for time, reason in shown.notes] == [
        ("2017年度", "一つの欄です。"),
        ("2018年度", "2018年度とみました。"),
    ]


def test_the_total_is_no_bar_but_a_sum_of_the_years(counted):
    found = [(one.label, one.terms, one.total, one.agrees) for one in drawing().sums[:2]]
    assert found == [("計", "10＋20", "30件", True), ("新規", "10＋10", "20件", True)]


def test_a_total_that_differs_from_the_sum_is_told(counted):
    counted.values.filter(is_whole_period=True).update(amount=31)
    first = drawing().sums[0]
    assert (first.total, first.given, first.agrees) == ("30件", "31件", False)


@pytest.mark.parametrize("cumulative", ["yes", "not_stated"])
def test_what_is_cumulative_or_may_be_is_not_added_up(cumulative):
    one = indicator(plan(), cumulative=cumulative)
    value(one, "2018年度", 10)
    value(one, "2019年度", 20, order=1)
    total(one, 30)
    assert drawing().sums == []


def test_a_dash_is_told_as_printed_and_never_drawn_as_zero():
    one = indicator(plan(), "進出企業数", unit="社")
    value(one, "平成29年3月末", as_printed="-")
    value(one, "平成30年3月末", 1, order=1)
    value(one, "平成31年3月末", 0, order=2)
    assert rows(drawing()) == [
        ("2017年3月末", "記載なし（原文：-）", []),
        ("2018年3月末", "1社", ["whole"]),
        ("2019年3月末", "0社", []),
    ]


def test_target_and_actual_stand_below_each_other_by_time_and_name_themselves():
    one = indicator(plan())
    value(one, "2020年度", 10, order=1)
    value(one, "2019年度", 20, order=0)
    value(one, "2019年度", 18, kind="actual", order=2)
    assert drawing().has_actual
    assert rows(drawing()) == [
        ("2019年度 目標値", "20件", ["whole"]),
        ("2019年度 実績値", "18件", ["actual"]),
        ("2020年度 目標値", "10件", ["whole"]),
    ]


def test_parts_that_do_not_make_the_whole_are_only_told():
    one = indicator(plan(), component="total")
    part = indicator(one.plan, part_of=one, component="new", order=1)
    value(one, "2019年度", 20)
    value(part, "2019年度", 5)
    assert rows(drawing()) == [("2019年度", "20件（新規5）", ["whole"])]


def test_without_any_number_there_is_no_picture():
    value(indicator(plan()), "2019年度")
    assert drawing() is None
