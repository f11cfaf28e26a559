"""Two agreements beside each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from common.punctuation import listed
from editorial.trees import Node, in_tree_order, tree
from monitoring.models import ReviewRule
from partnerships.items import counted, is_planned, tell_outcomes
from partnerships.models import (
    Agreement,
    AgreementTheme,
    Commitment,
    Statement,
    StatementKind,
    ThemeState,
)
from partnerships.sides import by_side
from projects.models import AgreementPlan, AgreementProject, CommitmentProject
from sources.labels import label_of
from sources.shown import Sources

TWO = 2
DATES = ("signed_on", "planned_signing_on", "announced_on", "starts_on", "ends_on")


class Comparison:
    """The agreements that `slugs` name, as far as they are public at `now`: at most two."""

    def __init__(self, slugs: list[str], now: datetime) -> None:
        self.now = now
        self.asked = list(dict.fromkeys(filter(None, slugs)))
        self.repeated = len(self.asked) < len([slug for slug in slugs if slug])
        self.agreements = self._agreements(self.asked[:TWO])

    def _agreements(self, slugs: list[str]) -> list[Any]:
        """In the order in which they were asked for."""
        public = Agreement.objects.public(self.now).to_list(timezone.localdate(self.now), self.now)
        named = public.filter(slug__in=slugs).prefetch_related(*self._shown(), "amendments")
        return sorted(named, key=lambda agreement: slugs.index(agreement.slug))

    def _shown(self) -> Iterator[Prefetch]:
        """What the table tells of each: the public rows, as `shown_…`."""
        links = {
            "theme_links": AgreementTheme.objects.public(self.now).select_related("theme"),
            "project_links": _with_activities(AgreementProject.objects.public(self.now)),
            "plan_links": AgreementPlan.objects.public(self.now).select_related("plan"),
            "statements": Statement.objects.all(),
            "commitments": Commitment.objects.prefetch_related(
                Prefetch(
                    "project_links",
                    _with_activities(CommitmentProject.objects.public(self.now)),
                    to_attr="compared_links",
                )
            ),
        }
        for name, rows in links.items():
            yield Prefetch(name, rows, to_attr=f"shown_{name}")

    @property
    def problems(self) -> list[str]:
        """What cannot be shown as asked, in words."""
        found = {
            _("指定された協定等のうち、見つからないものがあります。一覧から選び直してください。"): (
                len(self.agreements) < len(self.asked[:TWO])
            ),
            _("同じ協定等が二度選ばれています。別の協定等を選んでください。"): self.repeated,
            _("比べられるのは二つまでです。はじめの二つを示します。"): len(self.asked) > TWO,
        }
        return [words for words, holds in found.items() if holds]

    def context(self) -> dict[str, Any]:
        self._add_rules()
        rows = [row for agreement in self.agreements for row in _rows(agreement)]
        sources = Sources(rows, self.now)
        for agreement in self.agreements:
            self._tell(agreement, sources)
        _name(self.agreements)
        return {
            "agreements": self.agreements if len(self.agreements) == TWO else [],
            "chosen": [*(agreement.slug for agreement in self.agreements), "", ""][:TWO],
            "problems": self.problems,
            "dates": [(label_of(Agreement, name), name, self._values(name)) for name in DATES],
            "shared": _shared_themes(self.agreements),
            "sources": sources,
        }

    def _add_rules(self) -> None:
        """Reviews belong to an upper room: one query for both agreements."""
        by_agreement = defaultdict(list)
        rules = ReviewRule.objects.filter(agreement__in=[one.pk for one in self.agreements])
        for rule in rules.with_outlook(timezone.localdate(self.now), self.now):
            by_agreement[rule.agreement_id].append(rule)
        for agreement in self.agreements:
            agreement.rules = by_agreement[agreement.pk]

    def _tell(self, agreement: Any, sources: Sources) -> None:
        stated = agreement.shown_statements
        grounds = [row for row in stated if row.kind != StatementKind.METHOD]
        agreement.sides = by_side(grounds, agreement.parties.all())
        agreement.grounds = [node for node in tree(grounds) if not node.row.side]
        agreement.item_tree = tree(agreement.shown_commitments)
        for commitment in agreement.shown_commitments:
            linked = [row for link in commitment.compared_links for row in _activities(link)]
            commitment.counts = counted(linked)
        methods = tree(row for row in stated if row.kind == StatementKind.METHOD)
        agreement.method_tree = _first_lines(methods)
        agreement.has_candidates = any(
            link.state == ThemeState.CANDIDATE for link in agreement.shown_theme_links
        )
        agreement.cited = sources.documents_of(_rows(agreement))
        found = [row for link in agreement.shown_project_links for row in _activities(link)]
        tell_outcomes(found, sources, timezone.localdate(self.now))
        agreement.counts = counted(found)
        in_order = in_tree_order(found, sources.newest_first)
        agreement.activities = sorted(in_order, key=is_planned)

    def _values(self, name: str) -> list[tuple[Any, Any]]:
        return [(agreement, getattr(agreement, name)) for agreement in self.agreements]


def _with_activities(links: Any) -> Any:
    return links.select_related("project").prefetch_related("project__activities")


def _activities(link: Any) -> list[Any]:
    return list(link.project.activities.all())


def _rows(agreement: Any) -> Iterable[Any]:
    return [
        agreement,
        *agreement.parties.all(),
        *agreement.shown_theme_links,
        *agreement.shown_commitments,
        *agreement.shown_statements,
        *agreement.shown_project_links,
        *(row for link in agreement.shown_project_links for row in _activities(link)),
        *agreement.shown_plan_links,
        *agreement.amendments.all(),
        *(row for rule in agreement.rules for row in rule.records()),
    ]


def _shared_themes(agreements: list[Any]) -> set[int]:
    """The keys of the topics that both have."""
    having: dict[int, int] = defaultdict(int)
    for agreement in agreements:
        for link in agreement.shown_theme_links:
            having[link.theme_id] += 1
    return {theme for theme, number in having.items() if number == TWO}


def _name(agreements: list[Any]) -> None:
    """Give each its `short_name`, told on a phone beside each value: its partners, or its title."""
    partners = [listed(agreement.partners) for agreement in agreements]
    alike = len(set(partners)) < len(partners)
    for agreement, names in zip(agreements, partners, strict=True):
        agreement.short_name = str(agreement) if alike else names


def _first_lines(nodes: list[Node]) -> list[Node]:
    """The lines to show of a tree: those below a heading that stands alone on top."""
    return nodes[0].children if len(nodes) == 1 and nodes[0].children else nodes
