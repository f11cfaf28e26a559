"""Everything on file that involves one body: a place, a bureau or an organisation."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q
from django.utils import timezone

from monitoring.models import Indicator, Reviewer, ReviewRule
from organizations.models import Organization
from partnerships.models import Agreement, AgreementTheme, Party
from projects.models import (
    Activity,
    ActivityParticipant,
    AgreementProject,
    Plan,
    PlanLink,
    PlanMaker,
    PlanParticipant,
    Programme,
    ProgrammeProvider,
    ProgrammeUse,
    Project,
    ProjectBody,
)
from sources.models import AreaFact

ELSEWHERE = 5


class Involvements:
    """What is public at `now` about the bodies that `of` selects.

    `of`: a condition on `Involved` rows, such as Q(municipality=…). `around`: the same for the
    area that the body lies in, where what documents say of that area belongs to the page too.
    """

    def __init__(self, of: Q, now: datetime, around: Q | None = None) -> None:
        self.of = of
        self.around = around or Q(pk__in=[])
        self.now = now
        self.on = timezone.localdate(now)

    def _own(self, involved: Any, record: str) -> Any:
        """The keys of the records that rows of an `Involved` model tie to the bodies."""
        return involved.objects.filter(self.of).order_by().values(record)

    def agreements(self) -> Any:
        public = Agreement.objects.public(self.now).filter(pk__in=self._own(Party, "agreement"))
        return public.to_list(self.on, self.now)

    def elsewhere(self, agreements: list[Agreement]) -> Any:
        """Agreements of others on the same topics, the latest first."""
        public = AgreementTheme.objects.public(self.now).order_by()
        themes = public.filter(agreement__in=agreements).values("theme")
        same = public.filter(theme__in=themes).exclude(agreement__in=agreements)
        others = Agreement.objects.public(self.now).filter(pk__in=same.values("agreement"))
        return others.to_list(self.on, self.now)[:ELSEWHERE]

    def projects(self) -> Any:
        """Projects that involve the body, by themselves or through an agreement of its."""
        links = AgreementProject.objects.public(self.now).filter(
            agreement__in=self._own(Party, "agreement")
        )
        return Project.objects.public(self.now).filter(
            Q(pk__in=links.order_by().values("project"))
            | Q(pk__in=self._own(ProjectBody, "project"))
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
        """Plans that the body made, alone or with others."""
        makers = PlanMaker.objects.with_public_body(self.now).with_bodies()
        links = PlanLink.objects.public(self.now).select_related("plan")
        return (
            Plan.objects.public(self.now)
            .filter(pk__in=self._own(PlanMaker, "plan"))
            .prefetch_related(Prefetch("makers", makers), Prefetch("linked_from", links), "fields")
        )

    def plan_participations(self) -> Any:
        """Where the body carries a plan out, with its roles."""
        plans = Plan.objects.public(self.now).order_by()
        rows = PlanParticipant.objects.filter(self.of, plan__in=plans)
        shown = rows.with_public_body(self.now).with_bodies()
        return shown.select_related("plan").prefetch_related("roles")

    def programme_uses(self, seen_from: Iterable[Agreement] = ()) -> Any:
        """Uses by the body, and those whose timing is told from the agreements `seen_from`."""
        uses = ProgrammeUse.objects.filter(self.of | Q(agreement__in=seen_from))
        return uses.shown(self.now)

    def programmes(self) -> Any:
        """Programmes that the body runs or pays for."""
        providers = self._own(ProgrammeProvider, "programme")
        return (
            Programme.objects.public(self.now).filter(pk__in=providers).order_by("number", "kana")
        )

    def targets(self, records: Q) -> Any:
        """The targets of `records`, as tables."""
        return Indicator.objects.public(self.now).filter(records).as_tables()

    def rules(self, records: Q) -> list[ReviewRule]:
        """The reviews of `records`, and those that the body is to hold."""
        own = Q(pk__in=self._own(Reviewer, "rule"))
        public = ReviewRule.objects.public(self.now)
        return public.filter(records | own).with_outlook(self.on, self.now)

    def facts(self) -> Any:
        return AreaFact.objects.filter(self.of | self.around).shown(self.now)

    def organizations(self, projects: list[Project]) -> Any:
        """Organisations of no known place that take part in `projects`."""
        bodies = ProjectBody.objects.filter(project__in=projects).order_by()
        parts = ActivityParticipant.objects.filter(activity__project__in=projects).order_by()
        return Organization.objects.public(self.now).filter(
            Q(pk__in=bodies.values("organization")) | Q(pk__in=parts.values("organization")),
            municipality=None,
        )
