"""What the page of one agreement shows."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from editorial.trees import in_tree_order, tree
from partnerships.as_text import short_text
from partnerships.events import Event, events_of
from partnerships.items import is_planned, tell_activities, tell_outcomes
from partnerships.models import Agreement, Attendee, Commitment, StatementKind, ThemeState
from partnerships.sides import by_side
from partnerships.timeline import by_day, picture_of, succession_events
from sources.models import Claim, DocumentIssuer, GlossaryTerm, SourceDocument
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
        self.change_notes = list(agreement.change_notes.all())
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
        links = list(
            public.filter(commitment__in=self.commitments)
            .select_related("project")
            .prefetch_related("project__activities")
        )
        for link in links:
            by_commitment[link.commitment_id].append(link)
        for commitment in self.commitments:
            commitment.projects_linked = by_commitment[commitment.pk]
        return links

    def context(self) -> dict[str, Any]:
        rows = self._rows()
        claims = list(Claim.objects.about(rows).shown(self.now))
        sources = Sources([*rows, *claims], self.now)
        tell_outcomes(self._activities(), sources, timezone.localdate(self.now))
        shown = self._shown(sources, claims)
        tell_activities(
            shown["commitments"], sources, {row.project_id for row in self.project_links}
        )
        shown["events"] = self._events(sources)
        shown["days"] = by_day(shown["events"])
        shown["picture"] = picture_of(shown["events"], self._period())
        return {**shown, "summary": short_text(shown)}

    def _shown(self, sources: Sources, claims: list[Claim]) -> dict[str, Any]:
        """What stands on the page, by section."""
        self._sort_projects(sources)
        for link in self.project_links:
            link.project.activities_in_order = in_tree_order(
                link.project.activities.all(), sources.newest_first
            )
        return {
            "agreement": self.agreement,
            "parties": self.parties,
            "themes": self.themes,
            "has_candidates": any(link.state == ThemeState.CANDIDATE for link in self.themes),
            "sides": by_side(self.statements, self.parties),
            "statements": [node for node in tree(self.statements) if not node.row.side],
            "has_methods": any(row.kind == StatementKind.METHOD for row in self.statements),
            "commitments": tree(self.commitments),
            "ceremonies": self.ceremonies,
            "plans": self.plans,
            "project_links": self.project_links,
            **self._told_and_planned(),
            "sources": sources,
            "claims": self._ranked(self._apart_from_activities(claims)),
            "amendments": self.amendments,
            "change_notes": self.change_notes,
            "uses": self.uses,
            "has_uses_before": any(use.timing == "before" for use in self.uses),
            "has_uses_since": any(use.timing != "before" for use in self.uses),
            "targets": self.targets,
            "rules": self.rules,
            "documents": self._documents(sources),
            "is_unchanged": self._is_unchanged(),
            "differences": sources.differences,
            "terms": self._terms(sources),
            "today": timezone.localdate(self.now),
            "last_changed": self._last_changed(),
        }

    def _sort_projects(self, sources: Sources) -> None:
        """First those of which the latest activity is told."""
        latest: dict[int, int] = {}
        for place, row in enumerate(sources.newest_first(self._activities())):
            latest.setdefault(row.project_id, place)
        self.project_links.sort(key=lambda link: latest.get(link.project_id, len(latest)))

    def _told_and_planned(self) -> dict[str, Any]:
        """The projects with what was begun or done, and again with what is planned alone.

        A project that an item shows needs no summary, nor its plans their text: the item says it.
        """
        told, planned = [], []
        under_items = {link.project_id for link in self.item_links}
        for link in self.project_links:
            link.is_under_item = link.project_id in under_items
            activities = link.project.activities_in_order
            link.begun = [row for row in activities if not is_planned(row)]
            link.planned = [row for row in activities if is_planned(row)]
            if link.begun:
                told.append(link)
            if link.planned or not link.begun:
                planned.append(link)
        return {"told": told, "planned": planned}

    def _apart_from_activities(self, claims: list[Claim]) -> list[Claim]:
        """The claims for the key facts; those about an activity go beside it, as its `claims`."""
        beside = {(type(row), row.pk): row for row in self._activities()}
        for row in beside.values():
            row.claims = []
        rest: list[Claim] = []
        for claim in claims:
            about: Any = claim.record
            row = beside.get((type(about), about.pk))
            (row.claims if row else rest).append(claim)
        return rest

    def _is_unchanged(self) -> bool:
        """Whether nothing on file renews, reviews or ends the agreement."""
        agreement: Any = self.agreement
        reviewed = any(rule.reviews.all() for rule in self.rules)
        ended = agreement.ended_on or agreement.dropped_on or agreement.successors.all()
        return not (self.amendments or reviewed or ended)

    def _activities(self) -> list[Any]:
        return [row for link in self.project_links for row in link.project.activities.all()]

    def _item_activities(self) -> list[Any]:
        return [row for link in self.item_links for row in link.project.activities.all()]

    def _events(self, sources: Sources) -> list[Event]:
        own = events_of(
            self.agreement,
            ceremonies=self.ceremonies,
            amendments=self.amendments,
            activities=self._activities(),
            uses=[(use, self._timing(use, sources)) for use in self.uses],
            plans=[link.plan for link in self.plans],
            rules=self.rules,
            documents=sources.documents,
        )
        before, after = self.agreement.succeeds, self.agreement.successors.all()
        others = succession_events([*filter(None, [before]), *after])
        return sorted([*own, *others], key=lambda event: event.order)

    @staticmethod
    def _timing(use: Any, sources: Sources) -> str:
        """When a programme was used, seen from the agreement, and whether an editor judged so."""
        judged = sources.judged(use, "timing")
        return str(use.timing_judged if judged else use.get_timing_display())

    def _period(self) -> tuple[date | None, date | None]:
        """The period of cooperation as first stated, where both of its ends are."""
        starts = self.agreement.starts_on or self.agreement.signed_on
        ends = self.agreement.ends_on
        return starts.first if starts else None, ends.last if ends else None

    def _documents(self, sources: Sources) -> list[SourceDocument]:
        documents = sources.documents
        issuers = DocumentIssuer.objects.with_public_body(self.now).with_bodies()
        prefetch_related_objects(documents, Prefetch("issuers", issuers, to_attr="issuers_shown"))
        return documents

    def _last_changed(self) -> datetime | None:
        """When the agreement's own row was last written, or its hour of publication if later."""
        history: Any = self.agreement.history
        written = history.order_by("-history_date").values_list("history_date", flat=True).first()
        return max(filter(None, (written, self.agreement.publish_at)), default=None)

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
            *self._item_activities(),
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

    def _terms(self, sources: Sources) -> list[GlossaryTerm]:
        """The words that the page uses and that one of its documents explains."""
        used = " ".join(
            f"{row.heading} {row.text}"
            for row in [*self.statements, *self.commitments, *self._activities()]
        )
        terms = GlossaryTerm.objects.public(self.now).filter(document__in=sources.documents)
        return [term for term in terms if term.term in used]
