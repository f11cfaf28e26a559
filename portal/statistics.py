"""What is registered, counted. Every figure counts what the list behind its address shows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bureaus.models import Bureau
from common.charts import Chart, Entry, Part, bars
from editorial.models import public_at
from organizations.models import Organization
from partnerships.facets import COUNTERS
from partnerships.filters import NO_YEAR, AgreementFilter
from partnerships.models import Agreement, AgreementTheme, Commitment, Theme, ThemeState
from partnerships.rules import Status
from projects.models import ActivityState, CommitmentProject, Plan, Programme, Project
from sources.differences import shown_differences
from sources.models import SourceDocument


@dataclass(frozen=True)
class Figure:
    """`url`: the list that it counts. `among`: how many of these count apart."""

    label: str
    count: int
    url: str
    among: int = 0


def chart_of(figures: Iterable[Figure]) -> Chart:
    return bars(
        Entry(one.label, _("{count}件").format(count=one.count), _parts(one)) for one in figures
    )


def _parts(figure: Figure) -> list[Part]:
    decided = Part(figure.count - figure.among, "whole")
    return [decided, Part(figure.among, "part")] if figure.among else [decided]


class AgreementCounts:
    """The public agreements by what readers may narrow their list by, counted as the list does."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        on = timezone.localdate(now)
        agreements = Agreement.objects.public(now)
        found = AgreementFilter(QueryDict(), agreements.to_list(on, now), now)
        found.form.is_valid()
        self.counted = {
            name: COUNTERS[name](found.narrowed(), found)
            for name in ("fiscal_year", "bureau", "theme", "status")
        }
        self.total = sum(self.counted["status"].values())

    def covered(self) -> int:
        """How many bureaus have an agreement."""
        return len(self.counted["bureau"])

    def by_fiscal_year(self) -> list[Figure]:
        """Every year from the first to the last, and those of which it cannot be told."""
        years = [int(year) for year in self.counted["fiscal_year"] if year != NO_YEAR]
        named = (
            [
                (str(year), _("{year}年度").format(year=year))
                for year in range(min(years), max(years) + 1)
            ]
            if years
            else []
        )
        return [self._figure("fiscal_year", *one) for one in (*named, (NO_YEAR, _("年度不明")))]

    def by_bureau(self) -> list[Figure]:
        bureaus = Bureau.objects.all()
        return [self._figure("bureau", bureau.slug, str(bureau)) for bureau in bureaus]

    def by_theme(self) -> list[Figure]:
        """With the agreements for which the topic is only a candidate."""
        links = AgreementTheme.objects.public(self.now).filter(state=ThemeState.CANDIDATE)
        counted = links.order_by().values_list("theme").annotate(Count("pk"))
        candidates: dict[int, int] = dict(counted)
        return [
            self._figure("theme", theme.slug or "", str(theme), candidates.get(theme.pk, 0))
            for theme in Theme.objects.public(self.now)
        ]

    def by_status(self) -> list[Figure]:
        """As an agreement goes on, from its announcement."""
        return [self._figure("status", one.value, str(one.label)) for one in reversed(Status)]

    def _figure(self, name: str, value: str, label: str, among: int = 0) -> Figure:
        counted: Counter[str] = self.counted[name]
        return Figure(label, counted[value], f"{reverse('agreements')}?{name}={value}", among)


ON_FILE, BEGUN, NONE = "on_file", "begun", "none"
# An item and those above it: what is linked to these may be about any item below.
BRANCH = ("pk", "parent", "parent__parent", "parent__parent__parent")


def items(now: datetime) -> Any:
    """The items of public agreements that have none below, with what is on file about each.

    `on_file`: a public project with an activity is linked to it, or to one above it; `begun`: with
    an activity that a document tells as more than planned.
    """
    of_branch = Q()
    for level in BRANCH:
        of_branch |= Q(commitment=OuterRef(level))
    links = CommitmentProject.objects.public(now).filter(of_branch)
    told = links.filter(project__activities__isnull=False)
    begun = links.filter(
        project__activities__state__in=set(ActivityState) - {ActivityState.PLANNED}
    )
    return (
        Commitment.objects.filter(public_at(now, "agreement__"), children__isnull=True)
        .annotate(on_file=Exists(told), begun=Exists(begun))
        .order_by(*_as_printed())
    )


def _as_printed() -> list[Any]:
    """Agreement by agreement, the latest first, and there as far as may be in the tree's order."""
    levels = ("parent__parent__order", "parent__order")
    announced = F("agreement__announced_on_first").desc(nulls_last=True)
    orders = [F(level).asc(nulls_first=True) for level in levels]
    return [announced, "agreement_id", *orders, "order", "pk"]


def items_with(activities: str, now: datetime) -> Any:
    """The items that `?activities=` asks for; all of them for anything else."""
    conditions = {ON_FILE: Q(on_file=True), BEGUN: Q(begun=True), NONE: Q(on_file=False)}
    return items(now).filter(conditions.get(activities, Q()))


def item_figures(now: datetime) -> dict[str, Figure]:
    url = reverse("statistics-items")
    labels = {
        "": _("事項のすべて"),
        ON_FILE: _("取組を記した資料がある事項"),
        BEGUN: _("うち、開始・実施・達成を記した資料がある事項"),
        NONE: _("取組を記した資料が未登録の事項"),
    }
    return {
        name or "all": Figure(
            label, items_with(name, now).count(), f"{url}?activities={name}" if name else url
        )
        for name, label in labels.items()
    }


def record_figures(now: datetime) -> list[Figure]:
    """How many there are of each other kind of record, and where documents differ."""
    kinds: dict[str, tuple[Any, str]] = {
        "projects": (Project, _("プロジェクト")),
        "plans": (Plan, _("計画")),
        "programmes": (Programme, _("施策・制度")),
        "organizations": (Organization, _("機関・企業")),
        "documents": (SourceDocument, _("資料")),
    }
    counted = [
        Figure(label, model.objects.public(now).count(), reverse(name))
        for name, (model, label) in kinds.items()
    ]
    differences = Figure(
        _("資料による記載の違い"), len(shown_differences(now)), reverse("differences")
    )
    return [*counted, differences]
