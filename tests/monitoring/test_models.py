"""Targets and reviews: what they hang on, what a value may be, and what a form refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from common.stated_dates import ABSENT
from monitoring.models import Indicator, IndicatorValue, Review
from tests.world import agreement, day, indicator, plan, project, review_rule, section

pytestmark = pytest.mark.django_db

BUILDERS = {"agreement": agreement, "plan": plan, "project": project}


@pytest.mark.parametrize("noun", BUILDERS)
def test_a_target_and_a_review_hang_on_one_record(noun):
    record = BUILDERS[noun]("one")
    assert indicator(record).subject == record
    assert review_rule(record).subject == record
    assert list(record.indicators.all()) == list(Indicator.objects.all())
    assert record.reviewrules.count() == 1


@pytest.mark.parametrize("make", [indicator, review_rule])
def test_the_section_is_one_of_the_same_plan(make):
    own, other = plan("own"), plan("other")
    make(own, section=section(own)).full_clean()
    for row in (make(own, section=section(other)), make(project(), section=section(own))):
        with pytest.raises(ValidationError) as refusal:
            row.full_clean()
        assert refusal.value.message_dict == {"section": ["同じ計画の節の中から選んでください。"]}


def test_a_part_belongs_to_a_whole_of_the_same_record():
    own, other = plan("own"), project("other")
    whole = indicator(own, component="total")
    part = indicator(own, part_of=whole, component="new")
    part.full_clean()
    for row, said in (
        (indicator(other, part_of=whole, component="new"), "同じ記録の指標の中から"),
        (indicator(own, part_of=part, component="continuing"), "内訳の内訳は登録できません。"),
    ):
        with pytest.raises(ValidationError) as refusal:
            row.full_clean()
        [message] = refusal.value.message_dict["part_of"]
        assert said in message
    assert str(part) == "相談の件数（新規）"
    assert str(whole) == "相談の件数"


def test_a_part_without_a_record_is_refused_with_words():
    """What a form sends when nobody has chosen the agreement, plan or project."""
    whole = indicator(plan())
    row = Indicator(name="件数", unit="件", part_of=whole, component="new")
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert "一つだけを選んでください。" in str(refusal.value)


@pytest.mark.parametrize("component", ["", "total"])
def test_a_part_is_named_new_or_continuing(component):
    whole = indicator(plan())
    with pytest.raises(IntegrityError), transaction.atomic():
        indicator(whole.plan, part_of=whole, component=component)


def value(**values):
    return IndicatorValue(indicator=indicator(plan()), **{"at": day("平成28年度"), **values})


@pytest.mark.parametrize(
    "values",
    [
        {"amount": 0},
        {"amount": 120, "at": None, "is_whole_period": True},
        *({"absence": kind, "as_printed": "-"} for kind in ABSENT),
    ],
)
def test_a_value_is_a_number_or_a_kind_of_absence(values):
    row = value(**values)
    row.full_clean()
    row.save()
    row.refresh_from_db()
    assert (row.amount, row.absence) == (values.get("amount"), values.get("absence", ""))


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"amount": 0, "absence": "none"},
        {"absence": "planned"},
        {"amount": 1, "at": None},
        {"amount": 1, "is_whole_period": True},
        {"amount": 1, "kind": "forecast"},
    ],
)
def test_what_is_neither_or_both_is_refused(values):
    row = value(**values)
    with pytest.raises(ValidationError):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    ("cycle", "month", "sound"),
    [
        ("month", 5, True),
        ("month", 12, True),
        ("month", 0, False),
        ("month", None, False),
        ("quarter", 5, False),
        ("quarter", None, True),
    ],
)
def test_a_month_is_named_exactly_where_the_cycle_needs_it(cycle, month, sound):
    row = review_rule(plan())
    row.cycle, row.month = cycle, month
    if sound:
        row.full_clean()
        return
    with pytest.raises(ValidationError, match="月を1から12で"):
        row.full_clean()


def test_the_latest_review_comes_first_and_one_of_unknown_day_last():
    rule = review_rule(plan())
    for words in ("2020年5月", "計画承認の日から", "2021年5月"):
        Review.objects.create(rule=rule, held_on=day(words))
    assert [row.held_on.text for row in rule.reviews.all()] == [
        "2021年5月",
        "2020年5月",
        "計画承認の日から",
    ]
