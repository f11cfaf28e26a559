"""What is registered, counted. Every figure counts what the list behind its address shows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bureaus.models import Bureau
from common.charts import Chart, Entry, Part, bars
from common.stated_dates import show_fiscal_year
from organizations.models import Organization
from partnerships.facets import COUNTERS
from partnerships.filters import NO_YEAR, AgreementFilter, year_value
from partnerships.models import Agreement, AgreementTheme, Theme, ThemeState
from partnerships.rules import DatedBy, Status
from projects.models import Plan, Programme, Project
from sources.differences import shown_differences
from sources.models import Basis, Citation, SourceDocument


@dataclass(frozen=True)
class Figure:
    """`url`: the list that it counts. `among`: how many of these are drawn apart.

    `parts`: those that columns of their own count.
    """

    label: str
    count: int
    url: str
    among: int = 0
    parts: tuple["Figure", ...] = ()


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
            name: COUNTERS[name](found.narrowed(), found) for name in ("bureau", "theme", "status")
        }
        self.dated = _dated(found.narrowed())
        self.total = sum(self.counted["status"].values())

    def covered(self) -> int:
        """How many bureaus have an agreement."""
        return len(self.counted["bureau"])

    def by_fiscal_year(self) -> list[Figure]:
        """Every year from the first to the last, and those of which it cannot be told."""
        known = {year for year, _date in self.dated if year != NO_YEAR}
        years = range(min(map(int, known)), max(map(int, known)) + 1) if known else ()
        named = [(str(year), show_fiscal_year(year)) for year in years]
        return [self._year(*one) for one in (*named, (NO_YEAR, _("年度不明")))]

    def of_all_years(self) -> Figure:
        return self._year("", _("計"))

    def _year(self, year: str, label: str) -> Figure:
        """With those of which it is the year of the signing, of a plan of it, or announced."""
        narrow = {"fiscal_year": year} if year else {}
        parts = tuple(
            _agreements(
                f"{label} {date.label}",
                sum(n for (y, by), n in self.dated.items() if by == date and year in ("", y)),
                **narrow,
                dated_by=date.value,
            )
            for date in DatedBy
        )
        count = sum(n for (y, _by), n in self.dated.items() if year in ("", y))
        figure = _agreements(label, count, **narrow)
        return replace(figure, among=count - parts[0].count, parts=parts)

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

    def has_editorial_themes(self) -> bool:
        """Whether a topic of one of them is an editor's word, not a document's."""
        links = AgreementTheme.objects.public(self.now).order_by().values("pk")
        kind = ContentType.objects.get_for_model(AgreementTheme)
        editorial = Citation.objects.filter(content_type=kind, basis=Basis.EDITORIAL)
        return editorial.filter(object_id__in=links).exists()

    def _figure(self, name: str, value: str, label: str, among: int = 0) -> Figure:
        counted: Counter[str] = self.counted[name]
        return replace(_agreements(label, counted[value], **{name: value}), among=among)


def _agreements(label: str, count: int, **narrow: str) -> Figure:
    query = f"?{urlencode(narrow)}" if narrow else ""
    return Figure(label, count, f"{reverse('agreements')}{query}")


def _dated(rows: Any) -> Counter[tuple[str, str]]:
    """How many there are by fiscal year, and by which date gives the year."""
    years = rows.with_fiscal_years().with_dated_by()
    counted: Counter[tuple[str, str]] = Counter()
    for first, last, by, number in years.values_list(
        "first_year", "last_year", "dated_by"
    ).annotate(Count("pk")):
        counted[year_value(first, last), by] += number
    return counted


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
