"""Targets as the table that a document prints."""

import pytest

from monitoring.models import Indicator, IndicatorValue
from tests.world import COMING, DRAFT, NOW, agreement, day, indicator, plan, project

pytestmark = pytest.mark.django_db

YEARS = ("2019年度", "2020年度")


def values(of, *numbers, times=YEARS, **more):
    """Values of the indicator at the times, in the order of the columns."""
    for order, (words, amount) in enumerate(zip(times, numbers, strict=True)):
        given = {"amount": amount} if amount is not None else {"absence": "not_stated"}
        IndicatorValue.objects.create(
            **{"indicator": of, "order": order, "at": day(words), **given, **more}
        )


def printed(table):
    """Its columns, and each row with its cells: the amounts, None for what has none."""
    heads = ["合計" if head.is_whole_period else head.at.text for head in table.columns]
    rows = [
        (str(row.indicator), [[value.amount for value in cell] for cell in row.cells])
        for row in table.rows
    ]
    return heads, rows


def test_parts_stand_under_their_whole_in_the_columns_of_the_document():
    made = plan()
    part = indicator(made, order=5, part_of=(whole := indicator(made)), component="new")
    values(whole, 10, 20)
    values(part, 5, None)
    total = {"is_whole_period": True, "order": 9}
    IndicatorValue.objects.create(indicator=whole, amount=30, **total)
    [table] = Indicator.objects.public(NOW).as_tables()
    assert printed(table) == (
        [*YEARS, "合計"],
        [("相談の件数", [[10], [20], [30]]), ("相談の件数（新規）", [[5], [None], []])],
    )
    assert table.subject == made


def test_indicators_with_the_same_times_share_a_table_and_others_do_not():
    made = plan()
    for order, (name, times) in enumerate((("一", YEARS), ("二", YEARS), ("三", YEARS[:1]))):
        values(indicator(made, name, order=order), *range(len(times)), times=times)
    tables = Indicator.objects.public(NOW).as_tables()
    assert [[str(row.indicator) for row in one.rows] for one in tables] == [["一", "二"], ["三"]]


def test_a_target_and_what_was_reached_stand_in_columns_of_their_own():
    one = indicator(plan())
    values(one, 10, 20)
    values(one, 8, times=YEARS[:1], kind="actual")
    [table] = Indicator.objects.public(NOW).as_tables()
    heads = [(head.at.text, head.kind) for head in table.columns]
    assert sorted(heads) == [
        ("2019年度", "actual"),
        ("2019年度", "target"),
        ("2020年度", "target"),
    ]


def test_what_only_a_part_has_gets_a_column_too():
    whole = indicator(plan())
    values(whole, 1, times=YEARS[:1])
    values(indicator(whole.plan, part_of=whole, component="new"), 1, 2)
    [table] = Indicator.objects.public(NOW).as_tables()
    assert printed(table) == (
        list(YEARS),
        [("相談の件数", [[1], []]), ("相談の件数（新規）", [[1], [2]])],
    )


def test_an_indicator_without_values_is_not_lost():
    indicator(plan())
    [table] = Indicator.objects.public(NOW).as_tables()
    assert printed(table) == ([], [("相談の件数", [])])


def test_two_records_never_share_a_table():
    for record in (plan(), project(), agreement()):
        values(indicator(record), 1, 2)
    tables = Indicator.objects.public(NOW).as_tables()
    assert [type(one.subject).__name__ for one in tables] == ["Agreement", "Plan", "Project"]


def test_records_whose_rows_count_alike_keep_their_rows_together():
    for record in (plan("one"), plan("other")):
        for order in (1, 2):
            values(indicator(record, order=order), 1, 2)
    one, other = Indicator.objects.public(NOW).as_tables()
    assert [(table.subject.slug, len(table.rows)) for table in (one, other)] == [
        ("one", 2),
        ("other", 2),
    ]


def test_every_row_of_the_database_in_a_table_can_bring_its_sources():
    whole = indicator(plan())
    part = indicator(whole.plan, part_of=whole, component="new")
    values(whole, 1, 2)
    values(part, 1, 2)
    [table] = Indicator.objects.public(NOW).as_tables()
    assert set(table.records()) == {whole, part, *IndicatorValue.objects.all()}


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
@pytest.mark.parametrize("build", [agreement, plan, project])
def test_a_hidden_record_s_indicators_are_hidden(build, state):
    shown = [indicator(one("shown")) for one in (agreement, plan, project)]
    indicator(build("hidden", **state))
    assert list(Indicator.objects.public(NOW).order_by("pk")) == shown


def test_many_tables_take_two_queries(django_assert_num_queries):
    for build in (agreement, plan, project):
        for number in range(3):
            values(indicator(build(f"n-{number}")), 1, 2)
    with django_assert_num_queries(2):
        assert len(Indicator.objects.public(NOW).as_tables()) == 9


def test_the_tables_know_whether_all_values_are_targets():
    one = indicator(plan())
    values(one, 10, 20)
    assert Indicator.objects.public(NOW).as_tables().only_targets
    values(one, 9, None, kind="actual")
    assert not Indicator.objects.public(NOW).as_tables().only_targets
