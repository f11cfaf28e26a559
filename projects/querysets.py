"""Which activities, and which links between projects, plans and agreements, a reader may see."""

from datetime import datetime
from typing import Self

from editorial.models import LinkQuerySet
from organizations.models.involved import InvolvedQuerySet


class ActivityQuerySet(LinkQuerySet):
    ends = ("project",)


class ProgrammeUseQuerySet(LinkQuerySet, InvolvedQuerySet):  # type: ignore[override]
    ends = ("programme",)

    def public(self, now: datetime) -> Self:
        return super().public(now).with_public_body(now)


class AgreementProjectQuerySet(LinkQuerySet):
    ends = ("agreement", "project")


class CommitmentProjectQuerySet(LinkQuerySet):
    ends = ("commitment__agreement", "project")


class AgreementPlanQuerySet(LinkQuerySet):
    ends = ("agreement", "plan")
