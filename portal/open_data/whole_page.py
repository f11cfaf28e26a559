"""An agreement with more than its page has room for: who took part, and what plans aim at."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from monitoring.models import Indicator, ReviewRule
from partnerships.models import Agreement
from partnerships.pages import AgreementPage
from projects.models import ActivityParticipant


class AgreementText(AgreementPage):
    """The page, and on each of its activities, as `participants_shown`, who took part."""

    def __init__(self, agreement: Agreement, now: datetime) -> None:
        super().__init__(agreement, now)
        activities = self._activities()
        by_activity: dict[int, list[Any]] = defaultdict(list)
        self.participants = list(
            ActivityParticipant.objects.filter(activity__in=[row.pk for row in activities])
            .with_public_body(now)
            .with_bodies()
        )
        for row in self.participants:
            by_activity[row.activity_id].append(row)
        for activity in activities:
            activity.participants_shown = by_activity[activity.pk]

    def _rows(self) -> list[Any]:
        return [*super()._rows(), *self.participants]


class AgreementData(AgreementPage):
    """The page, with the targets and the reviews of its plans and projects."""

    @cached_property
    def _below(self) -> Q:
        return Q(plan__in=[link.plan_id for link in self.plans]) | Q(
            project__in=[link.project_id for link in self.project_links]
        )

    @cached_property
    def targets_below(self) -> Any:
        return Indicator.objects.public(self.now).filter(self._below).as_tables()

    @cached_property
    def rules_below(self) -> Any:
        on = timezone.localdate(self.now)
        return ReviewRule.objects.public(self.now).filter(self._below).with_outlook(on, self.now)

    def context(self) -> dict[str, Any]:
        own = super().context()
        return {
            **own,
            "targets": [*own["targets"], *self.targets_below],
            "rules": [*own["rules"], *self.rules_below],
        }

    def _rows(self) -> list[Any]:
        return [
            *super()._rows(),
            *(record for table in self.targets_below for record in table.records()),
            *(row for rule in self.rules_below for row in rule.records()),
        ]


class AgreementBook(AgreementText, AgreementData):
    """The page, with all of them."""
