"""Targets and reviews of hidden records; a hidden reviewer, a review whose document is hidden."""

from types import SimpleNamespace

from monitoring.models import IndicatorValue, Review, Reviewer
from tests.portal.hidden.secret import SECRET
from tests.world import day, indicator, review_rule


def tie_monitoring(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    for of in (hidden.agreement, hidden.project, hidden.plan):
        hidden.indicator = indicator(of, SECRET)
        hidden.part = indicator(of, SECRET, part_of=hidden.indicator, component="new")
        hidden.value = IndicatorValue.objects.create(
            indicator=hidden.indicator, at=day("2021年度"), amount=1
        )
        hidden.review_rule = review_rule(of, SECRET, cycle="month", month=6)
        for body in ({"organization": world.organization}, {"municipality": world.kushiro}):
            hidden.reviewer = Reviewer.objects.create(rule=hidden.review_rule, **body)
        hidden.review = Review.objects.create(
            rule=hidden.review_rule, held_on=day("2021年5月31日"), document=world.older
        )
    hidden.links.append(
        Reviewer.objects.create(rule=world.review_rule, organization=hidden.organization)
    )
    world.other_review.document = hidden.document
    world.other_review.save()
