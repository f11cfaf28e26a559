"""Two agreements beside each other."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.trees import Node, tree
from partnerships.models import (
    Agreement,
    AgreementTheme,
    Commitment,
    Statement,
    StatementKind,
    ThemeState,
)
from projects.models import AgreementPlan, AgreementProject
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
        themes = AgreementTheme.objects.public(self.now).select_related("theme")
        methods = Statement.objects.filter(kind=StatementKind.METHOD)
        projects = AgreementProject.objects.public(self.now).select_related("project")
        plans = AgreementPlan.objects.public(self.now).select_related("plan")
        named = public.filter(slug__in=slugs).prefetch_related(
            Prefetch("theme_links", themes, to_attr="shown_themes"),
            Prefetch("commitments", Commitment.objects.all(), to_attr="items"),
            Prefetch("statements", methods, to_attr="methods"),
            Prefetch("project_links", projects, to_attr="shown_projects"),
            Prefetch("plan_links", plans, to_attr="shown_plans"),
        )
        return sorted(named, key=lambda agreement: slugs.index(agreement.slug))

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
        rows = [row for agreement in self.agreements for row in _rows(agreement)]
        sources = Sources(rows, self.now)
        for agreement in self.agreements:
            agreement.item_tree = tree(agreement.items)
            agreement.method_tree = _first_lines(tree(agreement.methods))
            agreement.has_candidates = any(
                link.state == ThemeState.CANDIDATE for link in agreement.shown_themes
            )
            agreement.cited = sources.documents_of(_rows(agreement))
        _name(self.agreements)
        return {
            "agreements": self.agreements if len(self.agreements) == TWO else [],
            "chosen": [*(agreement.slug for agreement in self.agreements), "", ""][:TWO],
            "problems": self.problems,
            "dates": [(label_of(Agreement, name), name, self._values(name)) for name in DATES],
            "shared": _shared_themes(self.agreements),
            "sources": sources,
        }

    def _values(self, name: str) -> list[tuple[Any, Any]]:
        return [(agreement, getattr(agreement, name)) for agreement in self.agreements]


def _rows(agreement: Any) -> Iterable[Any]:
    return [
        agreement,
        *agreement.parties.all(),
        *agreement.shown_themes,
        *agreement.items,
        *agreement.methods,
        *agreement.shown_projects,
        *agreement.shown_plans,
    ]


def _shared_themes(agreements: list[Any]) -> set[int]:
    """The keys of the topics that both have."""
    having: dict[int, int] = defaultdict(int)
    for agreement in agreements:
        for link in agreement.shown_themes:
            having[link.theme_id] += 1
    return {theme for theme, number in having.items() if number == TWO}


def _name(agreements: list[Any]) -> None:
    """Give each its `short_name`, told on a phone beside each value: its partners, or its title."""
    partners = ["・".join(map(str, agreement.partners)) for agreement in agreements]
    alike = len(set(partners)) < len(partners)
    for agreement, names in zip(agreements, partners, strict=True):
        agreement.short_name = str(agreement) if alike else names


def _first_lines(nodes: list[Node]) -> list[Node]:
    """The lines to show of a tree: those below a heading that stands alone on top."""
    return nodes[0].children if len(nodes) == 1 and nodes[0].children else nodes
