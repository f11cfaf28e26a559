"""What the page of one plan shows: its document's own outline, and what points into it."""

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from editorial.trees import tree
from projects.models import Plan, PlanMaker, PlanSection, Sector
from sources.models import Claim
from sources.shown import Sources


class PlanPage:
    """The context of the page: every row on it, and the sources of them all.

    Targets and reviews belong to an upper room: they come through reverse accessors.
    `sector`: which of the linked plans are wanted; an unknown one asks for all.
    """

    def __init__(self, plan: Plan, now: datetime, sector: str = "") -> None:
        self.plan: Any = plan
        self.sector = Sector(sector) if sector in Sector else None
        self.now = now
        self.on = timezone.localdate(now)
        self.makers = list(plan.makers.with_public_body(now).with_bodies())
        self.participants = list(
            plan.participants.with_public_body(now).with_bodies().prefetch_related("roles")
        )
        self.sections = list(plan.sections.all())
        self.fields = list(plan.fields.all())
        self.counts = list(plan.sector_counts.all())
        self.costs = list(plan.costs.all())
        makers = PlanMaker.objects.with_public_body(now).with_bodies()
        self.links = list(
            plan.links.public(now)
            .select_related("other")
            .prefetch_related(Prefetch("other__makers", makers), "other__fields")
        )
        self.linked_from = list(plan.linked_from.public(now).select_related("plan"))
        self.projects = list(plan.project_links.public(now).select_related("project"))
        self.agreements = list(plan.agreement_links.public(now).select_related("agreement"))
        self.activities = list(plan.activities.public(now).select_related("project"))
        self.uses = list(plan.programme_uses.shown(now))
        self.targets = self.plan.indicators.as_tables()
        self.rules = self.plan.reviewrules.with_outlook(self.on, now)
        self._point_into_sections()

    def _point_into_sections(self) -> None:
        """Give each section, as `pointing`, the names and anchors of the rows that stand in it."""
        found: dict[int | None, dict[tuple[str, str], None]] = defaultdict(dict)
        for row in self.participants:
            found[row.section_id][row.body_name, "participants"] = None
            for role in row.roles.all():
                found[role.section_id][row.body_name, "participants"] = None
        targets = [row.indicator for table in self.targets for row in table.rows]
        typed: dict[str, list[Any]] = {
            "costs": self.costs,
            "targets": targets,
            "reviews": self.rules,
        }
        for anchor, rows in typed.items():
            for named in rows:
                found[named.section_id][str(named), anchor] = None
        for section in self.sections:
            section.pointing = list(found[section.pk])
        self._name_places()

    def _name_places(self) -> None:
        """Give each role, as `place`, the nearest heading above it in the outline."""
        sections: dict[int | None, PlanSection] = {row.pk: row for row in self.sections}
        for row in self.participants:
            for role in row.roles.all():
                section = sections.get(role.section_id)
                for _ in sections:
                    if section and not section.heading:
                        section = sections.get(section.parent_id)
                role.place = section.heading if section else ""

    def context(self) -> dict[str, Any]:
        rows = self.rows()
        others = {link.other for link in self.links}
        fields = {field for other in others for field in other.fields.all()}
        own = [row for row in rows if row not in others and row not in fields]
        claims = list(Claim.objects.about(own).shown(self.now))
        sources = Sources([*rows, *claims], self.now)
        ends = self.plan.ends_on
        return {
            "plan": self.plan,
            "is_over": bool(ends and ends.last and ends.last < self.on),
            "makers": self.makers,
            "participants": self.participants,
            "outline": tree(self.sections),
            "fields": self.fields,
            "sectors": self._sectors(),
            "municipalities": self._municipalities(),
            "costs": self.costs,
            "links": self.links,
            "links_shown": self._links_shown(),
            "sector": self.sector,
            "linked_from": self.linked_from,
            "projects": self.projects,
            "agreements": self.agreements,
            "activities": self.activities,
            "uses": self.uses,
            "targets": self.targets,
            "rules": self.rules,
            "claims": claims,
            "documents": sources.documents_of(own),
            "sources": sources,
        }

    def _sectors(self) -> list[dict[str, Any]]:
        """For each sector the stated number of plans, and how many of the linked plans have it."""
        stated = {row.sector: row for row in self.counts}
        counted: Counter[str] = Counter()
        for link in self.links:
            counted.update({field.sector for field in link.other.fields.all()})
        return [
            {
                "value": sector.value,
                "label": sector.label,
                "stated": stated.get(sector),
                "counted": counted[sector],
            }
            for sector in Sector
            if sector in stated or counted[sector]
        ]

    def _links_shown(self) -> list[Any]:
        """The linked plans with a field of the sector asked for."""
        if not self.sector:
            return self.links
        return [
            link
            for link in self.links
            if self.sector in {field.sector for field in link.other.fields.all()}
        ]

    def _municipalities(self) -> int:
        """How many municipalities made the linked plans."""
        makers = [maker for link in self.links for maker in link.other.makers.all()]
        return len({maker.municipality_id for maker in makers if maker.municipality_id})

    def rows(self) -> list[Any]:
        roles = [role for row in self.participants for role in row.roles.all()]
        others = [row for link in self.links for row in (link.other, *link.other.fields.all())]
        return [
            self.plan,
            *self.makers,
            *self.participants,
            *roles,
            *self.sections,
            *self.fields,
            *self.counts,
            *self.costs,
            *self.links,
            *others,
            *self.linked_from,
            *self.projects,
            *self.agreements,
            *self.activities,
            *(row for use in self.uses for row in use.records()),
            *(record for table in self.targets for record in table.records()),
            *(row for rule in self.rules for row in rule.records()),
        ]
