"""What the page of one project shows."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from editorial.trees import in_tree_order
from partnerships.items import tell_outcomes
from partnerships.models import Agreement
from projects.models import (
    Activity,
    ActivityParticipant,
    ActivityState,
    Plan,
    ProgrammeUse,
    Project,
)
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
        self.plans = list(project.plan_links.public(now).select_related("plan"))
        # Targets belong to an upper room: a reverse accessor, by its name.
        prefetch_related_objects([row.plan for row in self.plans], "costs", "indicators")
        monitored: Any = project
        self.targets = monitored.indicators.as_tables()
        self.rules = monitored.reviewrules.with_outlook(timezone.localdate(now), now)
        self.thread = thread_of(project, now)

    def _activities(self) -> list[Activity]:
        participants = ActivityParticipant.objects.with_public_body(self.now).with_bodies()
        return list(
            self.project.activities.prefetch_related(
                Prefetch("plan", Plan.objects.public(self.now)),
                Prefetch("participants", participants),
                Prefetch("programme_uses", ProgrammeUse.objects.shown(self.now)),
            )
        )

    def context(self) -> dict[str, Any]:
        rows = self.rows()
        claims = list(Claim.objects.about(rows).shown(self.now))
        sources = Sources([*rows, *self.thread, *claims], self.now)
        tell_outcomes(self.activities, sources, timezone.localdate(self.now))
        return {
            "project": self.project,
            "thread": self.thread if len(self.thread) > 1 else [],
            "plans": self.plans,
            "targets": self.targets,
            "rules": self.rules,
            "bodies": self.bodies,
            "activities": in_tree_order(self.activities, sources.newest_first),
            "only_planned": bool(self.activities)
            and all(row.state == ActivityState.PLANNED for row in self.activities),
            "agreements": self._agreements(),
            "items": self.items,
            "claims": claims,
            "documents": sources.documents,
            "sources": sources,
        }

    def rows(self) -> list[Any]:
        below = [
            row
            for activity in self.activities
            for row in (
                *activity.participants.all(),
                *(row for use in activity.programme_uses.all() for row in use.records()),
            )
        ]
        return [
            self.project,
            *self.bodies,
            *self.activities,
            *below,
            *self.links,
            *self.items,
            *self.plans,
            *(record for table in self.targets for record in table.records()),
            *(row for rule in self.rules for row in rule.records()),
        ]

    def _agreements(self) -> Any:
        agreements = Agreement.objects.filter(pk__in=[link.agreement_id for link in self.links])
        return agreements.to_list(timezone.localdate(self.now), self.now)


def thread_of(project: Project, now: datetime) -> list[Project]:
    """What came before a project and after it, as far as it is public, in order; itself too."""
    public = Project.objects.public(now)
    thread, seen = [project], {project.pk}
    while (before := thread[0].preceded_by_id) and before not in seen:
        found = public.filter(pk=before).first()
        if found is None:
            break
        thread.insert(0, found)
        seen.add(found.pk)
    level = [project]
    while level:
        level = list(public.filter(preceded_by__in=level).exclude(pk__in=seen))
        thread += level
        seen |= {found.pk for found in level}
    return thread


def threads(projects: list[Project]) -> list[list[Project]]:
    """The chains of predecessors among `projects`, each from its beginning, no query."""
    following: dict[int | None, list[Project]] = defaultdict(list)
    for project in projects:
        following[project.preceded_by_id].append(project)
    known = {project.pk for project in projects}
    begins = [p for p in projects if p.preceded_by_id not in known and following[p.pk]]
    return [_chain(project, following) for project in begins]


def _chain(project: Project, following: dict[int | None, list[Project]]) -> list[Project]:
    return [project, *(later for one in following[project.pk] for later in _chain(one, following))]
