"""What the page of one project shows."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from editorial.trees import in_tree_order
from partnerships.models import Agreement
from projects.models import Activity, ActivityParticipant, Plan, ProgrammeUse, Project
from sources.models import Claim
from sources.shown import Sources


class ProjectPage:
    """The context of the page: every row on it, and the sources of them all."""

    def __init__(self, project: Project, now: datetime) -> None:
        self.project = project
        self.now = now
        self.bodies = list(project.bodies.with_public_body(now).with_bodies())
        self.activities = self._activities()
        self.links = list(project.agreement_links.public(now))
        self.items = list(
            project.commitment_links.public(now).select_related("commitment__agreement")
        )

    def _activities(self) -> list[Activity]:
        participants = ActivityParticipant.objects.with_public_body(self.now).with_bodies()
        uses = ProgrammeUse.objects.public(self.now).with_bodies().select_related("programme")
        return in_tree_order(
            self.project.activities.prefetch_related(
                Prefetch("plan", Plan.objects.public(self.now)),
                Prefetch("participants", participants),
                Prefetch("programme_uses", uses),
            )
        )

    def context(self) -> dict[str, Any]:
        rows = self._rows()
        claims = list(Claim.objects.about(rows).with_public_document(self.now))
        return {
            "project": self.project,
            "successors": self.project.followed_by.public(self.now),
            "bodies": self.bodies,
            "activities": self.activities,
            "agreements": self._agreements(),
            "items": self.items,
            "claims": claims,
            "sources": Sources([*rows, *claims], self.now),
        }

    def _rows(self) -> list[Any]:
        below = [
            row
            for activity in self.activities
            for row in (*activity.participants.all(), *activity.programme_uses.all())
        ]
        return [
            self.project,
            *self.bodies,
            *self.activities,
            *below,
            *self.links,
            *self.items,
        ]

    def _agreements(self) -> Any:
        agreements = Agreement.objects.filter(pk__in=[link.agreement_id for link in self.links])
        return agreements.to_list(timezone.localdate(self.now), self.now)
