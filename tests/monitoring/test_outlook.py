"""What the rule of a record's reviews follows from: its period, and the reviews held."""

from datetime import date

import pytest

from monitoring.models import Review, Reviewer, ReviewRule
from tests.world import (
    COMING,
    DRAFT,
    NOW,
    agreement,
    day,
    document,
    organization,
    plan,
    project,
    renewal,
    review_rule,
)

pytestmark = pytest.mark.django_db

ON = date(2021, 6, 1)


def told(rule, on=ON):
    """The months of the next and the last occasion, as texts."""
    [found] = ReviewRule.objects.filter(pk=rule.pk).with_outlook(on, NOW)
    return [one and f"{one.first:%Y-%m}" for one in (found.outlook.next, found.outlook.last)]


@pytest.mark.parametrize(
    ("dates", "coming"),
    [
        ({"starts_on": day("2020年9月"), "signed_on": day("2020年8月20日")}, "2021-09"),
        ({"signed_on": day("2020年8月20日")}, "2021-08"),
        ({"announced_on": day("2020年7月20日")}, "2021-07"),
    ],
)
def test_about_once_a_year_counts_from_the_begin_of_the_agreement(dates, coming):
    assert told(review_rule(agreement(**dates))) == [coming, None]


def test_about_once_a_year_counts_from_the_last_review():
    rule = review_rule(agreement(signed_on=day("2018年8月20日")))
    for words in ("2021年2月3日", "2020年1月", "計画承認の日から"):
        Review.objects.create(rule=rule, held_on=day(words))
    assert told(rule) == ["2022-02", None]


def test_a_project_of_which_no_begin_is_known_has_no_time():
    assert told(review_rule(project())) == [None, None]


def test_a_plan_is_reviewed_until_the_month_after_its_period():
    made = plan(starts_on=day("平成28年度"), ends_on=day("平成32年度"))
    rule = review_rule(made, "毎年5月", cycle="month", month=5)
    assert told(rule, date(2021, 5, 31)) == ["2021-05", None]
    assert told(rule, date(2021, 6, 1)) == [None, "2021-05"]


def test_an_agreement_is_reviewed_until_the_end_of_its_period_as_renewed():
    made = agreement(signed_on=day("2018年4月1日"), ends_on=day("2021年3月末", "planned"))
    rule = review_rule(made, "四半期ごと", cycle="quarter")
    assert told(rule) == [None, "2021-03"]
    renewal(made, "2021年3月20日", "2021年6月末")
    assert told(rule) == ["2021-06", None]
    assert told(rule, date(2021, 7, 1)) == [None, "2021-06"]


def test_a_renewal_counts_from_the_day_on_which_it_is_agreed():
    made = agreement(signed_on=day("2018年4月1日"), ends_on=day("2021年3月末", "planned"))
    rule = review_rule(made, "四半期ごと", cycle="quarter")
    renewal(made, "2021年7月1日", "2022年3月末")
    assert told(rule, date(2021, 6, 30)) == [None, "2021-03"]
    assert told(rule, date(2021, 7, 1)) == ["2021-09", None]


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_rules_come_with_what_a_reader_may_see_of_their_reviews(state):
    rule = review_rule(plan())
    review_rule(plan("hidden", **state))
    for body in (organization(**state), organization("shown")):
        Reviewer.objects.create(rule=rule, organization=body)
    for by in (document(**state), document("shown")):
        Review.objects.create(rule=rule, held_on=day("2021年5月"), document=by)
    [found] = ReviewRule.objects.public(NOW).with_outlook(ON, NOW)
    assert found == rule
    assert [one.organization.slug for one in found.reviewers.all()] == ["shown"]
    assert [one.document and one.document.slug for one in found.reviews.all()] == ["shown", None]


def test_many_rules_take_as_many_queries_as_one(django_assert_max_num_queries):
    for noun, build in {"agreement": agreement, "plan": plan, "project": project}.items():
        for number in range(3):
            rule = review_rule(build(f"{noun}-{number}"))
            Reviewer.objects.create(rule=rule, organization=organization(f"{noun}-{number}"))
            by = document(f"{noun}-{number}")
            Review.objects.create(rule=rule, held_on=day("2021年5月"), document=by)
    with django_assert_max_num_queries(5):
        ReviewRule.objects.public(NOW).with_outlook(ON, NOW)
