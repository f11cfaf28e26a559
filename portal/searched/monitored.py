"""Targets and reviews of agreements, plans and projects, as they are searched with them."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from common.templatetags.numbers import number
from monitoring.models import Indicator, IndicatorValue, ReviewRule
from portal.searched.texts import fields, text
from search.registry import Text


def monitored(subject: str, now: datetime) -> dict[int, list[Text]]:
    """By the key of an agreement, plan or project, as `subject` says: two queries."""
    found: dict[int, list[Text]] = defaultdict(list)
    own = {f"{subject}__isnull": False}
    values = IndicatorValue.objects.filter(
        indicator__in=Indicator.objects.public(now).filter(**own).order_by()
    )
    by_indicator: dict[Indicator, list[IndicatorValue]] = defaultdict(list)
    for value in values.select_related("indicator"):
        by_indicator[value.indicator].append(value)
    for indicator, rows in by_indicator.items():
        found[_key(indicator, subject)] += _target(indicator, rows)
    for rule in ReviewRule.objects.public(now).filter(**own):
        found[_key(rule, subject)] += _review(rule)
    return found


def _key(row: Any, subject: str) -> int:
    return int(getattr(row, f"{subject}_id"))


def _target(row: Indicator, values: list[IndicatorValue]) -> list[Text]:
    """Its name with every known value: 支援件数：2019年度 目標値 20件."""
    known = [_value(row, value) for value in values if value.amount is not None]
    words = f"{row}：{'、'.join(known)}" if known else str(row)
    return [*text(words, row._meta.verbose_name), *fields(row, "counting_rule")]


def _value(row: Indicator, value: IndicatorValue) -> str:
    when = f"{value.at.text} " if value.at else ""
    return f"{when}{value.get_kind_display()} {number(value.amount)}{row.unit}"


def _review(row: ReviewRule) -> list[Text]:
    return [
        found
        for name in ("words", "composition", "method", "published_in", "feeds")
        for found in text(getattr(row, name), row._meta.verbose_name)
    ]
