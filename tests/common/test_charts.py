"""Where the bars of a chart stand."""

import pytest

from common.charts import BAR, COLUMNS, GAP, LINE, Entry, Part, bars, width, wrap


def one(label="北海道", words="5件", *parts):
    return Entry(label, words, [Part(amount, look) for amount, look in parts])


def drawn(*entries):
    return [
        [(stretch.x, stretch.width, stretch.look) for stretch in row.stretches]
        for row in bars(entries).rows
    ]


def test_the_longest_bar_is_as_wide_as_the_chart_and_the_others_in_proportion():
    entries = [one("一", "4", (4, "whole")), one("二", "1", (1, "whole"))]
    assert drawn(*entries) == [[("0.00%", "100.00%", "whole")], [("0.00%", "25.00%", "whole")]]


def test_parts_stand_behind_one_another_in_one_bar():
    [[new, continuing], _] = drawn(
        one("2020年度", "30件", (10, "whole"), (20, "part")), one("2021年度", "40件", (40, "whole"))
    )
    assert new == ("0.00%", "25.00%", "whole")
    assert continuing == ("25.00%", "50.00%", "part")


def test_nothing_is_drawn_for_zero_nor_for_an_absence_and_only_zero_keeps_the_place_of_a_bar():
    chart = bars(
        [one("零", "0件", (0, "whole")), one("無", "記載なし"), one("三", "3件", (3, "x"))]
    )
    assert [len(row.stretches) for row in chart.rows] == [0, 0, 1]
    first, second, third = (row.y for row in chart.rows)
    assert (second - first, third - second) == (BAR + GAP + LINE, GAP + LINE)


def test_only_zeros_and_nothing_at_all_are_charts_too():
    assert drawn(one("零", "0件", (0, "whole"))) == [[]]
    assert bars([]).height == 0


def test_the_value_stands_beside_its_label_or_below_where_both_are_too_long():
    short, long = bars([one("a" * 30, "5件", (1, "x")), one("a" * 36, "5件", (1, "x"))]).rows
    assert short.value.y == short.labels[0].y
    assert long.value.y == long.labels[0].y + LINE


def test_no_row_reaches_into_the_next_and_the_chart_ends_with_the_last_bar():
    chart = bars([one("名" * 40, "5件", (n, "whole")) for n in (1, 2)])
    first, second = chart.rows
    assert first.y + BAR < second.labels[0].y
    assert chart.height == second.y + BAR


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("北海道経済産業局", 8, ["北海道経", "済産業局"]),
        ("Hokkaido Bureau of Economy", 16, ["Hokkaido Bureau", "of Economy"]),
        ("北海道 Bureau", 8, ["北海道", "Bureau"]),
        ("", 8, [""]),
    ],
)
def test_labels_break_between_words_and_between_japanese_letters(text, columns, lines):
    assert wrap(text, columns) == lines


def test_every_line_fits_a_phone():
    lines = wrap("地域経済牽引事業の促進による地域の成長発展の基盤強化に関する計画", COLUMNS)
    assert all(width(line) <= COLUMNS for line in lines)
    assert width("件5") == 3
