"""What the public may narrow the list of agreements by."""

from datetime import date, datetime
from typing import Any

import django_filters
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from bureaus.models import Bureau
from common.fiscal import fiscal_year_of
from municipalities.models import Municipality, Prefecture
from partnerships.models import Agreement, AgreementKind, AgreementTheme, Party, Theme
from partnerships.rules import Status

ALL = _("すべて")
UNKNOWN = _("候補にない値です。一覧から選び直してください。")
# Django's own words print the value, of any length and with any character.
MESSAGES = {"invalid_choice": UNKNOWN}


NO_YEAR = "unknown"


class PlaceField(django_filters.fields.ModelChoiceField):
    """Names the prefecture too: 25 municipalities share their name with another."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.prefecture} {obj}"


class PlaceFilter(django_filters.ModelChoiceFilter):
    field_class = PlaceField


class AgreementFilter(django_filters.FilterSet):
    """Choices come from public agreements alone, so that none betrays a hidden one."""

    bureau = django_filters.ModelChoiceFilter(
        label=_("経済産業局"),
        queryset=Bureau.objects.all(),
        to_field_name="slug",
        empty_label=ALL,
        error_messages=MESSAGES,
    )
    prefecture = django_filters.ModelChoiceFilter(
        label=_("都道府県"),
        queryset=Prefecture.objects.all(),
        to_field_name="code",
        empty_label=ALL,
        error_messages=MESSAGES,
        method="in_prefecture",
    )
    municipality = PlaceFilter(
        label=_("市区町村"),
        queryset=Municipality.objects.all(),
        to_field_name="code",
        empty_label=ALL,
        error_messages=MESSAGES,
        method="with_municipality",
    )
    theme = django_filters.ModelChoiceFilter(
        label=_("分野（候補テーマを含む）"),
        queryset=Theme.objects.all(),
        to_field_name="slug",
        empty_label=ALL,
        error_messages=MESSAGES,
        method="with_theme",
    )
    kind = django_filters.ChoiceFilter(
        label=_("種別"),
        choices=AgreementKind.choices,
        empty_label=ALL,
        error_messages=MESSAGES,
    )
    status = django_filters.ChoiceFilter(
        label=_("状況"), choices=Status.choices, empty_label=ALL, error_messages=MESSAGES
    )
    fiscal_year = django_filters.ChoiceFilter(
        label=_("年度（締結・予定・発表）"),
        empty_label=ALL,
        error_messages=MESSAGES,
        choices=[],
        method="in_fiscal_year",
    )

    class Meta:
        model = Agreement
        fields: tuple[str, ...] = ()

    def __init__(self, data: Any, queryset: QuerySet[Any], now: datetime) -> None:
        super().__init__(data, queryset=queryset)
        self.now = now
        public = Agreement.objects.public(now)
        parties = Party.objects.filter(agreement__in=public)
        municipalities = Municipality.objects.filter(pk__in=parties.values("municipality"))
        self._choose_from("bureau", Bureau.objects.filter(pk__in=parties.values("bureau")))
        self._choose_from("municipality", _one_a_code(municipalities).select_related("prefecture"))
        self._choose_from("prefecture", _prefectures_of(parties, municipalities))
        self._choose_from("theme", Theme.objects.public(now))
        self.filters["fiscal_year"].extra["choices"] = _fiscal_years(public)

    def _choose_from(self, name: str, rows: QuerySet[Any]) -> None:
        self.filters[name].queryset = rows

    def with_bureau(self, rows: QuerySet[Any], name: str, value: Bureau) -> QuerySet[Any]:
        return rows.filter(pk__in=Party.objects.filter(bureau=value).values("agreement"))

    def in_prefecture(self, rows: QuerySet[Any], name: str, value: Prefecture) -> QuerySet[Any]:
        parties = Party.objects.filter(
            Q(prefecture=value)
            | Q(subprefecture__prefecture=value)
            | Q(municipality__prefecture=value)
        )
        return rows.filter(pk__in=parties.values("agreement"))

    def with_municipality(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Those of all that has stood under the municipality's code."""
        parties = Party.objects.filter(municipality__code=value.code)
        return rows.filter(pk__in=parties.values("agreement"))

    def with_theme(self, rows: QuerySet[Any], name: str, value: Theme) -> QuerySet[Any]:
        links = AgreementTheme.objects.public(self.now).filter(theme=value)
        return rows.filter(pk__in=links.values("agreement"))

    def in_fiscal_year(self, rows: Any, name: str, value: str) -> QuerySet[Any]:
        if value == NO_YEAR:
            return rows.in_no_fiscal_year()
        return rows.in_fiscal_year(int(value))


def _one_a_code(municipalities: QuerySet[Municipality]) -> QuerySet[Municipality]:
    """The latest municipality under each of the codes, in their order."""
    same_code = Municipality.objects.filter(code=OuterRef("code"))
    return Municipality.objects.filter(
        code__in=municipalities.values("code"), pk=Subquery(same_code.values("pk")[:1])
    )


def _prefectures_of(parties: Any, municipalities: QuerySet[Municipality]) -> QuerySet[Prefecture]:
    return Prefecture.objects.filter(
        Q(pk__in=municipalities.values("prefecture"))
        | Q(pk__in=parties.values("prefecture"))
        | Q(pk__in=parties.values("subprefecture__prefecture"))
    ).order_by("code")


def _fiscal_years(agreements: Any) -> list[tuple[str, str]]:
    """The fiscal years that occur, the latest first; 年度不明 where one cannot be told."""
    spans = agreements.with_span().order_by().values_list("span_first", "span_last").distinct()
    years = {_fiscal_year(first, last) for first, last in spans}
    known = sorted(filter(None, years), reverse=True)
    choices = [(str(year), _fiscal_year_label(year)) for year in known]
    return [*choices, (NO_YEAR, str(_("年度不明")))] if None in years else choices


def _fiscal_year(first: date | None, last: date | None) -> int | None:
    if not first or not last or fiscal_year_of(first) != fiscal_year_of(last):
        return None
    return fiscal_year_of(first)


def _fiscal_year_label(year: int) -> str:
    return str(_("%(year)s年度") % {"year": year})
