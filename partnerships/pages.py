"""What the page of one agreement shows."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from bureaus.models import Bureau
from editorial.trees import Node, in_tree_order, tree
from partnerships.models import Agreement, Attendee, Commitment, Side, StatementKind, ThemeState
from sources.models import Claim, GlossaryTerm
from sources.shown import Sources


class AgreementPage:
    """The context of the page: every row on it, and the sources of them all.

    What upper rooms link to the agreement is reached through its reverse accessors.
    """

    def __init__(self, agreement: Agreement, now: datetime) -> None:
        self.agreement = agreement
        self.now = now
        self.parties = list(agreement.parties.with_public_body(now).with_bodies())
        self.themes = list(agreement.theme_links.public(now).select_related("theme"))
        self.statements = list(agreement.statements.all())
        self.commitments = list(agreement.commitments.all())
        attendees = Prefetch("attendees", Attendee.objects.public(now))
        self.ceremonies = list(agreement.ceremonies.prefetch_related(attendees))
        self.plans = list(agreement.plan_links.public(now).select_related("plan"))
        self.project_links = list(
            agreement.project_links.public(now)
            .select_related("project")
            .prefetch_related("project__activities")
        )
        self.item_links = self._link_items()
        self.amendments = list(agreement.amendments.all())
        # What upper rooms hang on it, as they show it themselves.
        upper: Any = agreement
        self.uses = list(upper.programme_uses.shown(now))
        self.targets = upper.indicators.as_tables()
        self.rules = upper.reviewrules.with_outlook(timezone.localdate(now), now)

    def _link_items(self) -> list[Any]:
        """Give each commitment, as `projects_linked`, its links to projects; return them all."""
        by_commitment: dict[int, list[Any]] = defaultdict(list)
        reverse: Any = Commitment.project_links
        public = reverse.rel.related_model.objects.public(self.now)
        links = list(public.filter(commitment__in=self.commitments).select_related("project"))
        for link in links:
            by_commitment[link.commitment_id].append(link)
        for commitment in self.commitments:
            commitment.projects_linked = by_commitment[commitment.pk]
        return links

    def context(self) -> dict[str, Any]:
        rows = self._rows()
        claims = list(Claim.objects.about(rows).shown(self.now))
        sources = Sources([*rows, *claims], self.now)
        for link in self.project_links:
            link.project.activities_in_order = in_tree_order(
                link.project.activities.all(), sources.newest_first
            )
        return {
            "agreement": self.agreement,
            "parties": self.parties,
            "themes": self.themes,
            "has_candidates": any(link.state == ThemeState.CANDIDATE for link in self.themes),
            "sides": self._sides(),
            "statements": [node for node in tree(self.statements) if not node.row.side],
            "has_methods": any(row.kind == StatementKind.METHOD for row in self.statements),
            "commitments": tree(self.commitments),
            "ceremonies": self.ceremonies,
            "plans": self.plans,
            "project_links": self.project_links,
            "sources": sources,
            "claims": self._ranked(claims),
            "amendments": self.amendments,
            "uses": self.uses,
            "targets": self.targets,
            "rules": self.rules,
            "documents": sources.documents,
            "terms": self._terms(sources),
        }

    def _activities(self) -> list[Any]:
        return [row for link in self.project_links for row in link.project.activities.all()]

    def _rows(self) -> list[Any]:
        attendees = [row for ceremony in self.ceremonies for row in ceremony.attendees.all()]
        return [
            self.agreement,
            *self.parties,
            *self.themes,
            *self.statements,
            *self.commitments,
            *self.ceremonies,
            *attendees,
            *self.plans,
            *self.project_links,
            *self.item_links,
            *self._activities(),
            *self.amendments,
            *(row for use in self.uses for row in use.records()),
            *(record for table in self.targets for record in table.records()),
            *(row for rule in self.rules for row in rule.records()),
        ]

    def _ranked(self, claims: list[Claim]) -> list[Claim]:
        """The claims, each that is to be ranked with its `rank` among what is registered."""
        ranks: dict[str, int | None] = {}
        for claim in claims:
            scope = claim.ranked_within
            if scope and scope not in ranks:
                ranks[scope] = self.agreement.rank(scope, self.now)
            claim.rank = ranks.get(scope) if claim.record == self.agreement else None
        return claims

    def _sides(self) -> list[tuple[str, list[Node]]]:
        """The statements of each side as trees under the side's own name, the partner's first.

        The side is that of the whole tree; where none is stated, it is not told here.
        """
        names = {
            Side.PARTNER: "・".join(
                str(party) for party in self.parties if not isinstance(party.body, Bureau)
            ),
            Side.BUREAU: "・".join(
                str(party) for party in self.parties if isinstance(party.body, Bureau)
            ),
            Side.BOTH: str(Side.BOTH.label),
        }
        trees = tree(self.statements)
        spoken = [(name, [n for n in trees if n.row.side == side]) for side, name in names.items()]
        return [(name, nodes) for name, nodes in spoken if nodes]

    def _terms(self, sources: Sources) -> list[GlossaryTerm]:
        """The words that the page uses and that one of its documents explains."""
        used = " ".join(
            f"{row.heading} {row.text}"
            for row in [*self.statements, *self.commitments, *self._activities()]
        )
        terms = GlossaryTerm.objects.public(self.now).filter(document__in=sources.documents)
        return [term for term in terms if term.term in used]
