"""Which targets and reviews a reader may see, with all that a page shows of them."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Prefetch, Q

from editorial.models import public_at
from monitoring.tables import Tables, tables
from sources.models import SourceDocument

if TYPE_CHECKING:
    from monitoring.models import ReviewRule

SUBJECTS = ("agreement", "plan", "project")


class MonitoredQuerySet(models.QuerySet[Any]):
    def public(self, now: datetime) -> Self:
        """The rows whose agreement, plan or project is public."""
        condition = Q()
        for subject in SUBJECTS:
            condition |= public_at(now, f"{subject}__")
        return self.filter(condition)


class IndicatorQuerySet(MonitoredQuerySet):
    def as_tables(self) -> Tables:
        """The indicators as tables of their values, parts under their whole."""
        rows = self.select_related(*SUBJECTS).prefetch_related("values")
        return tables(sorted(rows, key=_by_subject))


class ReviewRuleQuerySet(MonitoredQuerySet):
    def with_outlook(self, on: date, now: datetime) -> list["ReviewRule"]:
        """The rules with reviewers and reviews, each with `outlook` as of the day `on`."""
        reviewers = self.model.reviewers.rel.related_model.objects
        reviews = self.model.reviews.rel.related_model.objects
        documents = Prefetch("document", SourceDocument.objects.public(now))
        rows = self.select_related(*SUBJECTS).prefetch_related(
            "agreement__amendments",
            Prefetch("reviewers", reviewers.with_public_body(now).with_bodies()),
            Prefetch("reviews", reviews.prefetch_related(documents)),
        )
        rules = sorted(rows, key=_by_subject)
        for rule in rules:
            rule.outlook = rule.outlook_on(on)
        return rules


def _by_subject(row: Any) -> tuple[Any, ...]:
    """In the order of its record, whose rows stand together."""
    return type(row.subject).__name__, row.subject.pk, row.order, row.pk
