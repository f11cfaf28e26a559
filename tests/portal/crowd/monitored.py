"""Targets and reviews of every agreement, plan and project, and many of the world's own."""

from types import SimpleNamespace
from typing import Any

from monitoring.models import Indicator, IndicatorValue, Review, Reviewer, ReviewRule
from tests.portal.crowd.bulk import bulk
from tests.world import day


def tie_monitoring(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    subjects = [
        {noun: one}
        for noun in ("agreement", "plan", "project")
        for one in (*getattr(crowd, f"{noun}s"), *[getattr(world, noun)] * len(crowd.plans))
    ]
    _indicators(world, crowd, subjects)
    _reviews(world, crowd, subjects)


def _indicators(
    world: SimpleNamespace, crowd: SimpleNamespace, subjects: list[dict[str, Any]]
) -> None:
    plain = {"name": "件数", "unit": "件"}
    crowd.indicators = bulk(Indicator, ({**of, **plain} for of in subjects))
    bulk(
        Indicator,
        (
            {**of, **plain, "part_of": whole, "component": "new"}
            for of, whole in zip(subjects, crowd.indicators, strict=True)
        ),
    )
    counted = [*crowd.indicators, *[world.indicator] * len(crowd.plans)]
    at = {"at": day("2021年度"), "amount": 1}
    bulk(IndicatorValue, ({"indicator": one, **at} for one in counted))


def _reviews(
    world: SimpleNamespace, crowd: SimpleNamespace, subjects: list[dict[str, Any]]
) -> None:
    yearly = {"words": "毎年5月", "cycle": "month", "month": 5}
    crowd.review_rules = bulk(ReviewRule, ({**of, **yearly} for of in subjects))
    rules = [*crowd.review_rules, *[world.review_rule] * len(crowd.plans)]
    for body in ({"municipality": world.kushiro}, {"organization": world.organization}):
        bulk(Reviewer, ({"rule": one, **body} for one in crowd.review_rules))
    bulk(Reviewer, ({"rule": world.review_rule, "organization": o} for o in crowd.organizations))
    held = {"held_on": day("2021年5月"), "result": "順調", "document": world.report}
    bulk(Review, ({"rule": one, **held} for one in rules))
