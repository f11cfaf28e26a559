"""The page of a place or an organisation."""

from collections import defaultdict
from itertools import chain
from typing import Any

from django.db.models import Model, Q

from common.stated_dates import StatedDate
from editorial.trees import Node, in_tree_order, tree
from partnerships.models import Agreement, Commitment, Statement, StatementKind
from portal.pages import Involvements
from projects.models import Activity, AgreementProject, Project
from projects.pages import threads
from sources.models import Claim
from sources.shown import Sources

LINES = 5  # of what was agreed, on the page of a body


def uppermost(nodes: list[Node]) -> list[Any]:
    """The rows that a document numbers, the uppermost of each branch; else what ends a branch."""
    found: list[Any] = []
    for node in nodes:
        numbered = node.row.number or not node.children
        found += [node.row] if numbered else uppermost(node.children)
    return found


class Mentions:
    """What is on file about a body beside its agreements, with the source of each value.

    `own`: further rows on the page that documents are cited for.
    """

    def __init__(self, involved: Involvements, *own: Model) -> None:
        self.own = own
        self.involved = involved
        self.now = involved.now
        self.participations = list(involved.participations())
        self.plans = list(involved.plans())
        self.plan_participations = list(involved.plan_participations())
        self.programmes = list(involved.programmes())
        self.facts = list(involved.facts())
        self.uses = self._uses()
        self.rules = involved.rules(self._records())
        claims = Claim.objects.about(self._claimed())
        self.claims = list(claims.shown(self.now))

    def _claimed(self) -> list[Any]:
        """The rows whose claims the page shows."""
        return [*self.own, *self.facts, *self.plans]

    def _uses(self) -> list[Any]:
        return list(self.involved.programme_uses())

    def _records(self) -> Q:
        """On which records the reviews shown hang, beside those that the body is to hold."""
        return Q(plan__in=self.plans)

    def context(self) -> dict[str, Any]:
        sources = Sources(self.rows(), self.now)
        return {
            "participations": self.participations,
            "plans": self.plans,
            "plan_participations": self.plan_participations,
            "uses": self.uses,
            "programmes": self.programmes,
            "facts": self.facts,
            "rules": self.rules,
            "claims": self.claims,
            "documents": sources.documents,
            "sources": sources,
        }

    def rows(self) -> Any:
        return chain(
            self.own,
            self.participations,
            *((plan, *plan.fields.all()) for plan in self.plans),
            *((row, *row.roles.all()) for row in self.plan_participations),
            *(use.records() for use in self.uses),
            self.programmes,
            self.facts,
            self.claims,
            *(rule.records() for rule in self.rules),
        )


class BodyPage(Mentions):
    """The same with all that was agreed and done: of a body with few agreements, not a bureau."""

    def __init__(self, involved: Involvements, *own: Model) -> None:
        self.agreements = list(involved.agreements())
        self.projects = list(involved.projects())
        super().__init__(involved, *own)
        self.elsewhere = list(involved.elsewhere(self.agreements))
        self.commitments = list(Commitment.objects.filter(agreement__in=self.agreements))
        self.methods = list(
            Statement.objects.filter(agreement__in=self.agreements, kind=StatementKind.METHOD)
        )
        told = Activity.objects.filter(project__in=self.projects).select_related("project")
        self.activities = list(told.order_by("project", "order", "pk"))
        self.targets = involved.targets(self._records())
        links = AgreementProject.objects.public(self.now).select_related("agreement")
        self.project_links = list(links.filter(project__in=self.projects))

    def _claimed(self) -> list[Any]:
        return [*super()._claimed(), *self.agreements]

    def _began(self, project: Project) -> StatedDate | None:
        """When the first of its activities happened, as far as a document says."""
        dates = [row.happened_on for row in self.activities if row.project_id == project.pk]
        return min((d for d in dates if d and d.first), key=lambda d: d.first, default=None)

    def _uses(self) -> list[Any]:
        return list(self.involved.programme_uses(seen_from=self.agreements))

    def _records(self) -> Q:
        own = Q(agreement__in=self.agreements) | Q(project__in=self.projects)
        return own | super()._records()

    def context(self) -> dict[str, Any]:
        shown = super().context()
        newest_first = shown["sources"].newest_first
        return {
            **shown,
            "agreements": self.agreements,
            "agreed": self._agreed(),
            "elsewhere": self.elsewhere,
            "projects": self.projects,
            "threads": self._threads(),
            "activities": in_tree_order(self.activities, newest_first),
            "targets": self.targets,
        }

    def rows(self) -> Any:
        return chain(
            super().rows(),
            self.agreements,
            self.commitments,
            self.methods,
            self.projects,
            self.activities,
            *(table.records() for table in self.targets),
        )

    def _agreed(self) -> list[dict[str, Any]]:
        """Each agreement with what was agreed: the first lines, and the tree of all.

        Where documents name no items, the methods named stand in their place.
        """
        items: dict[int, list[Any]] = defaultdict(list)
        methods: dict[int | None, list[Any]] = defaultdict(list)
        for commitment in self.commitments:
            items[commitment.agreement_id].append(commitment)
        for statement in self.methods:
            methods[statement.agreement_id].append(statement)
        found = []
        for one in self.agreements:
            nodes = tree(items[one.pk] or methods[one.pk])
            are_methods = not items[one.pk]
            lines = uppermost(nodes)
            found.append(
                {
                    "agreement": one,
                    "nodes": nodes,
                    "lines": lines[:LINES],
                    "more": len(lines[LINES:]),
                    "are_methods": are_methods,
                }
            )
        return found

    def _threads(self) -> list[list[dict[str, Any]]]:
        """The chains of projects: each project, its first time, the agreements it belongs to."""
        agreements: dict[int, list[Agreement]] = defaultdict(list)
        for link in self.project_links:
            agreements[link.project_id].append(link.agreement)
        return [
            [
                {
                    "project": project,
                    "when": self._began(project),
                    "agreements": agreements[project.pk],
                }
                for project in thread
            ]
            for thread in threads(self.projects)
        ]
