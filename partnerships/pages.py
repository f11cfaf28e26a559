"""What the page of one agreement shows."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from bureaus.models import Bureau
from editorial.trees import in_tree_order, tree
from partnerships.models import Agreement, Attendee, Commitment, Side
from sources.models import Claim, DocumentKind, GlossaryTerm
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
        for link in self.project_links:
            link.project.activities_in_order = in_tree_order(link.project.activities.all())
        self.item_links = self._link_items()

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
        claims = list(Claim.objects.about(rows).with_public_document(self.now))
        sources = Sources([*rows, *claims], self.now)
        return {
            "agreement": self.agreement,
            "parties": self.parties,
            "themes": self.themes,
            "sides": self._sides(),
            "statements": [row for row in self.statements if not row.side],
            "commitments": tree(self.commitments),
            "ceremonies": self.ceremonies,
            "plans": self.plans,
            "project_links": self.project_links,
            "sources": sources,
            "claims": claims,
            "documents": sources.documents,
            "has_signed_text": any(
                document.kind == DocumentKind.SIGNED_TEXT for document in sources.documents
            ),
            "terms": self._terms(sources),
        }

    def _rows(self) -> list[Any]:
        attendees = [row for ceremony in self.ceremonies for row in ceremony.attendees.all()]
        activities = [row for link in self.project_links for row in link.project.activities.all()]
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
            *activities,
        ]

    def _sides(self) -> list[tuple[str, list[Any]]]:
        """The statements of each side, the partner's first, under the side's own name."""
        names = {
            Side.PARTNER: "・".join(
                str(party) for party in self.parties if not isinstance(party.body, Bureau)
            ),
            Side.BUREAU: "・".join(
                str(party) for party in self.parties if isinstance(party.body, Bureau)
            ),
            Side.BOTH: str(Side.BOTH.label),
        }
        spoken = [
            (name, [s for s in self.statements if s.side == side]) for side, name in names.items()
        ]
        return [(name, rows) for name, rows in spoken if rows]

    def _terms(self, sources: Sources) -> list[GlossaryTerm]:
        """The words that the page uses and that one of its documents explains."""
        used = " ".join(
            f"{row.heading} {row.text}" for row in [*self.statements, *self.commitments]
        )
        terms = GlossaryTerm.objects.filter(document__in=sources.documents)
        return [term for term in terms if term.term in used]
