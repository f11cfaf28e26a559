"""Everything on file that involves one body: a place, a bureau or an organisation."""

from collections import defaultdict
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import F, Model, Q
from django.utils import timezone

from editorial.trees import in_tree_order, tree
from partnerships.models import Agreement, Commitment, Party
from projects.models import (
    Activity,
    ActivityParticipant,
    AgreementProject,
    Plan,
    PlanMaker,
    ProgrammeUse,
    Project,
    ProjectBody,
)
from sources.models import AreaFact
from sources.shown import Sources


class Involvements:
    """What is public at `now` about the bodies that `of` selects.

    `of`: a condition on `Involved` rows, such as Q(municipality=…).
    """

    def __init__(self, of: Q, now: datetime) -> None:
        self.of = of
        self.now = now

    def agreements(self) -> Any:
        parties = Party.objects.filter(self.of)
        public = Agreement.objects.public(self.now).filter(pk__in=parties.values("agreement"))
        return public.to_list(timezone.localdate(self.now), self.now)

    def projects(self) -> Any:
        """Projects that involve the body, by themselves or through an agreement of its."""
        parties = Party.objects.filter(self.of)
        links = AgreementProject.objects.public(self.now).filter(
            agreement__in=parties.values("agreement")
        )
        bodies = ProjectBody.objects.filter(self.of)
        return Project.objects.public(self.now).filter(
            Q(pk__in=links.order_by().values("project"))
            | Q(pk__in=bodies.order_by().values("project"))
        )

    def participations(self) -> Any:
        return (
            ActivityParticipant.objects.filter(self.of)
            .filter(activity__in=Activity.objects.public(self.now).order_by())
            .with_public_body(self.now)
            .with_bodies()
            .select_related("activity__project")
        )

    def plans(self) -> Any:
        makers = PlanMaker.objects.filter(self.of)
        return Plan.objects.public(self.now).filter(pk__in=makers.order_by().values("plan"))

    def programme_uses(self) -> Any:
        uses = ProgrammeUse.objects.public(self.now).filter(self.of)
        return uses.with_bodies().select_related("programme")

    def facts(self) -> Any:
        facts = AreaFact.objects.public(self.now).filter(self.of)
        return facts.with_public_body(self.now).with_bodies().select_related("document")


class BodyPage:
    """The context of the page of a place or an organisation, with the source of each value.

    `own`: further rows on the page that documents are cited for.
    """

    def __init__(self, involved: Involvements, *own: Model) -> None:
        self.own = own
        self.agreements = list(involved.agreements())
        self.commitments = list(Commitment.objects.filter(agreement__in=self.agreements))
        self.projects = list(involved.projects())
        self.activities = in_tree_order(_latest_first(self.projects))
        self.participations = list(involved.participations())
        self.plans = list(involved.plans())
        self.uses = list(involved.programme_uses())
        self.facts = list(involved.facts())
        self.now = involved.now

    def context(self) -> dict[str, Any]:
        sources = Sources(
            chain(
                self.own,
                self.agreements,
                self.commitments,
                self.projects,
                self.activities,
                self.participations,
                self.plans,
                self.uses,
                self.facts,
            ),
            self.now,
        )
        return {
            "agreements": self.agreements,
            "agreed": self._agreed(),
            "projects": self.projects,
            "activities": self.activities,
            "participations": self.participations,
            "plans": self.plans,
            "uses": self.uses,
            "facts": self.facts,
            "documents": sources.documents,
            "sources": sources,
        }

    def _agreed(self) -> list[tuple[Agreement, list[Any]]]:
        """Each agreement with the tree of what was agreed."""
        items: dict[int, list[Commitment]] = defaultdict(list)
        for commitment in self.commitments:
            items[commitment.agreement_id].append(commitment)
        return [(agreement, tree(items[agreement.pk])) for agreement in self.agreements]


def _latest_first(projects: list[Project]) -> Any:
    latest = F("happened_on_last").desc(nulls_last=True)
    activities = Activity.objects.filter(project__in=projects).select_related("project")
    return activities.order_by(latest, "project", "order")
