"""What the public may narrow the list of plans by."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

import django_filters
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from municipalities.models import Municipality, Prefecture
from partnerships.facets import tally
from partnerships.filters import CHOICE, Narrowing, PlaceFilter, one_a_code, prefectures_of
from partnerships.models import Agreement
from projects.models import AgreementPlan, Plan, PlanMaker, PlanStage

WITH_TARGETS, WITHOUT_TARGETS = "yes", "no"


class PlanFilter(Narrowing):
    """Choices come from public plans alone, so that none betrays a hidden one."""

    prefecture = django_filters.ModelChoiceFilter(
        label=_("都道府県"),
        queryset=Prefecture.objects.all(),
        to_field_name="code",
        **CHOICE,
        method="in_prefecture",
    )
    municipality = PlaceFilter(
        label=_("市区町村（作成主体）"),
        queryset=Municipality.objects.all(),
        to_field_name="code",
        **CHOICE,
        method="by_municipality",
    )
    agreement = django_filters.ModelChoiceFilter(
        label=_("関連する協定等"),
        queryset=Agreement.objects.all(),
        to_field_name="slug",
        **CHOICE,
        method="with_agreement",
    )
    targets = django_filters.ChoiceFilter(
        label=_("数値目標（KPI）"),
        choices=[
            (WITH_TARGETS, _("目標値あり")),
            (WITHOUT_TARGETS, _("資料未登録")),
        ],
        **CHOICE,
        method="by_targets",
    )
    stage = django_filters.ChoiceFilter(label=_("段階"), choices=PlanStage.choices, **CHOICE)

    class Meta:
        model = Plan
        fields: tuple[str, ...] = ()

    def __init__(self, data: Any, queryset: QuerySet[Any], now: datetime) -> None:
        super().__init__(data, queryset=with_targets_told(queryset))
        self.now = now
        public = Plan.objects.public(now).order_by()
        makers = PlanMaker.objects.filter(plan__in=public).order_by()
        places = Municipality.objects.filter(pk__in=makers.values("municipality"))
        agreements = Agreement.objects.public(now)
        links = AgreementPlan.objects.public(now).order_by()
        areas = Prefecture.objects.filter(pk__in=public.values("prefecture"))
        self.filters["prefecture"].queryset = prefectures_of(makers, places) | areas
        self.filters["municipality"].queryset = one_a_code(places).select_related("prefecture")
        self.filters["agreement"].queryset = agreements.filter(pk__in=links.values("agreement"))

    def in_prefecture(self, rows: QuerySet[Any], name: str, value: Prefecture) -> QuerySet[Any]:
        """Those made there, and those whose area it is."""
        makers = PlanMaker.objects.filter(_within(value))
        return rows.filter(Q(pk__in=makers.values("plan")) | Q(prefecture=value))

    def by_municipality(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        makers = PlanMaker.objects.filter(municipality__code=value.code)
        return rows.filter(pk__in=makers.values("plan"))

    def with_agreement(self, rows: QuerySet[Any], name: str, value: Agreement) -> QuerySet[Any]:
        links = AgreementPlan.objects.public(self.now).filter(agreement=value)
        return rows.filter(pk__in=links.values("plan"))

    def by_targets(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows.filter(has_targets=value == WITH_TARGETS)


def with_targets_told(plans: QuerySet[Any]) -> QuerySet[Any]:
    """Each with `has_targets`; targets belong to an upper room: the reverse accessor."""
    monitored: Any = Plan
    own = monitored.indicators.rel.related_model.objects.filter(plan=OuterRef("pk"))
    return plans.annotate(has_targets=Exists(own))


def _within(prefecture: Prefecture) -> Q:
    return (
        Q(prefecture=prefecture)
        | Q(subprefecture__prefecture=prefecture)
        | Q(municipality__prefecture=prefecture)
    )


def _by_prefecture(rows: QuerySet[Any], _found: PlanFilter) -> Counter[str]:
    """Each plan once for a prefecture: of its makers, or the one that is its area."""
    ways = ("prefecture", "subprefecture__prefecture", "municipality__prefecture")
    makers = PlanMaker.objects.filter(plan__in=rows.values("pk")).order_by()
    places = makers.annotate(place=Coalesce(*(f"{way}__code" for way in ways)))
    areas = rows.values_list("pk", "prefecture__code")
    pairs = {*places.values_list("plan", "place"), *areas}
    return Counter(code for _plan, code in pairs if code)


def _by_municipality(rows: QuerySet[Any], _found: PlanFilter) -> Counter[str]:
    makers = PlanMaker.objects.filter(plan__in=rows.values("pk"), municipality__isnull=False)
    codes = makers.order_by().values_list("municipality__code")
    return tally(codes.annotate(Count("plan", distinct=True)))


def _by_agreement(rows: QuerySet[Any], found: PlanFilter) -> Counter[str]:
    links = AgreementPlan.objects.public(found.now).filter(plan__in=rows.values("pk"))
    slugs = links.order_by().values_list("agreement__slug")
    return tally(slugs.annotate(Count("plan", distinct=True)))


def _by_targets(rows: QuerySet[Any], _found: PlanFilter) -> Counter[str]:
    counted = dict(rows.values_list("has_targets").annotate(Count("pk")))
    return Counter({WITH_TARGETS: counted.get(True, 0), WITHOUT_TARGETS: counted.get(False, 0)})


def _by_stage(rows: QuerySet[Any], _found: PlanFilter) -> Counter[str]:
    return tally(rows.values_list("stage").annotate(Count("pk")))


COUNTERS: dict[str, Callable[[QuerySet[Any], PlanFilter], Counter[str]]] = {
    "prefecture": _by_prefecture,
    "municipality": _by_municipality,
    "agreement": _by_agreement,
    "targets": _by_targets,
    "stage": _by_stage,
}
