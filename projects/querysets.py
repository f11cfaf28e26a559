"""Which activities, and which links between projects, plans and agreements, a reader may see."""

from datetime import datetime
from typing import Self

from django.db.models import Prefetch

from editorial.models import LinkQuerySet
from organizations.models.involved import InvolvedQuerySet


class ActivityQuerySet(LinkQuerySet):
    ends = ("project",)


class ProgrammeUseQuerySet(LinkQuerySet, InvolvedQuerySet):  # type: ignore[override]
    ends = ("programme",)

    def public(self, now: datetime) -> Self:
        return super().public(now).with_public_body(now)

    def shown(self, now: datetime) -> Self:
        """The public ones with all that a reader may see of them."""
        funders = self.model.funders.rel.related_model.objects
        hidden_ends = [
            Prefetch(name, self.model._meta.get_field(name).related_model.objects.public(now))
            for name in ("agreement", "plan")
        ]
        activities = self.model._meta.get_field("activity").related_model.objects.public(now)
        return (
            self.public(now)
            .with_bodies()
            .select_related("programme")
            .order_by("programme", "order", "pk")
            .prefetch_related(
                *hidden_ends,
                Prefetch("activity", activities.select_related("project")),
                Prefetch("funders", funders.with_public_body(now).with_bodies()),
            )
        )


class AgreementProjectQuerySet(LinkQuerySet):
    ends = ("agreement", "project")


class CommitmentProjectQuerySet(LinkQuerySet):
    ends = ("commitment__agreement", "project")


class AgreementPlanQuerySet(LinkQuerySet):
    ends = ("agreement", "plan")


class PlanLinkQuerySet(LinkQuerySet):
    ends = ("plan", "other")


class PlanProjectQuerySet(LinkQuerySet):
    ends = ("plan", "project")


class PlanRoleQuerySet(LinkQuerySet):
    ends = ("participant__plan",)
    optional_ends = ("participant__organization",)


class UseFunderQuerySet(LinkQuerySet, InvolvedQuerySet):  # type: ignore[override]
    ends = ("use__programme",)
    optional_ends = ("use__organization", "organization")
