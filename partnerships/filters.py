"""What the public may narrow the list of agreements by."""

from datetime import datetime
from typing import Any

import django_filters
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from bureaus.models import Bureau
from common.narrowing import UNKNOWN
from common.stated_dates import show_fiscal_year
from municipalities.models import Municipality, Prefecture
from partnerships.models import Agreement, AgreementKind, AgreementTheme, Party, Theme
from partnerships.rules import DatedBy, Status
from search.find import search
from search.text import MAX_LENGTH

ALL = _("すべて")
# Django's own words print the value, of any length and with any character.
MESSAGES = {"invalid_choice": UNKNOWN}
CHOICE: dict[str, Any] = {"empty_label": ALL, "error_messages": MESSAGES}
NO_YEAR = "unknown"
NEWEST = (F("span_first").desc(nulls_last=True), "pk")
# In which order a list may stand beside its own, the latest first.
SORTS = {
    "old": (_("締結・発表の古い順"), (F("span_first").asc(nulls_last=True), "pk")),
    "kana": (_("市区町村名の五十音順"), (F("place_kana").asc(nulls_last=True), *NEWEST)),
    "bureau": (_("局の順（北から）"), ("bureau__order", *NEWEST)),
}


class PlaceField(django_filters.fields.ModelChoiceField):
    """Names the prefecture too: 25 municipalities share their name with another."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.prefecture} {obj}"


class PlaceFilter(django_filters.ModelChoiceFilter):
    field_class = PlaceField


class Narrowing(django_filters.FilterSet):
    """Conditions on a list that can be left out one by one."""

    def narrowed(self, *, without: str = "") -> QuerySet[Any]:
        """Those that all conditions hold for, one perhaps left out; in no order, for counting."""
        rows = self.queryset.prefetch_related(None).order_by()
        for name, value in self.form.cleaned_data.items():
            if name not in ("sort", without):
                rows = self.filters[name].filter(rows, value)
        return rows


class AgreementFilter(Narrowing):
    """Choices come from public agreements alone, so that none betrays a hidden one."""

    q = django_filters.CharFilter(label=_("語句"), max_length=MAX_LENGTH, method="with_words")
    bureau = django_filters.ModelChoiceFilter(
        label=_("経済産業局"),
        queryset=Bureau.objects.all(),
        to_field_name="slug",
        **CHOICE,
        method="with_bureau",
    )
    prefecture = django_filters.ModelChoiceFilter(
        label=_("都道府県"),
        queryset=Prefecture.objects.all(),
        to_field_name="code",
        **CHOICE,
        method="in_prefecture",
    )
    municipality = PlaceFilter(
        label=_("市区町村"),
        queryset=Municipality.objects.all(),
        to_field_name="code",
        **CHOICE,
        method="with_municipality",
    )
    theme = django_filters.ModelChoiceFilter(
        label=_("分野（候補テーマを含む）"),
        queryset=Theme.objects.all(),
        to_field_name="slug",
        **CHOICE,
        method="with_theme",
    )
    kind = django_filters.ChoiceFilter(
        label=_("種別"),
        choices=AgreementKind.choices,
        **CHOICE,
    )
    status = django_filters.ChoiceFilter(label=_("状況"), choices=Status.choices, **CHOICE)
    fiscal_year = django_filters.ChoiceFilter(
        label=_("年度（締結・予定・発表）"),
        **CHOICE,
        choices=[],
        method="in_fiscal_year",
    )
    dated_by = django_filters.ChoiceFilter(
        label=_("年度の基準"),
        choices=DatedBy.choices,
        **CHOICE,
        method="with_year_by",
    )
    sort = django_filters.ChoiceFilter(
        label=_("並べ替え"),
        empty_label=_("締結・発表の新しい順"),
        error_messages=MESSAGES,
        choices=[(name, label) for name, (label, _order) in SORTS.items()],
        method="in_order",
    )

    class Meta:
        model = Agreement
        fields: tuple[str, ...] = ()

    def __init__(self, data: Any, queryset: QuerySet[Any], now: datetime) -> None:
        super().__init__(data, queryset=queryset)
        self.now = now
        self._found: dict[str, list[int]] = {}
        public = Agreement.objects.public(now)
        parties = Party.objects.filter(agreement__in=public)
        municipalities = Municipality.objects.filter(pk__in=parties.values("municipality"))
        self._choose_from("bureau", Bureau.objects.filter(pk__in=parties.values("bureau")))
        self._choose_from("municipality", one_a_code(municipalities).select_related("prefecture"))
        self._choose_from("prefecture", prefectures_of(parties, municipalities))
        self._choose_from("theme", Theme.objects.public(now))
        self.filters["fiscal_year"].extra["choices"] = _fiscal_years(public)

    def _choose_from(self, name: str, rows: QuerySet[Any]) -> None:
        self.filters[name].queryset = rows

    def with_words(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Those that the search finds; it reads all agreements, and once for all counts."""
        if value not in self._found:
            groups = search(value, self.now, only="agreements")
            self._found[value] = [hit.entry.record.pk for group in groups for hit in group.hits]
        return rows.filter(pk__in=self._found[value])

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

    def with_year_by(self, rows: Any, name: str, value: str) -> QuerySet[Any]:
        return rows.with_dated_by().filter(dated_by=value)

    def in_order(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        if value == "kana":
            rows = rows.annotate(place_kana=_kana_of_first_place())
        return rows.order_by(*SORTS[value][1])


def one_a_code(municipalities: QuerySet[Municipality]) -> QuerySet[Municipality]:
    """The latest municipality under each of the codes, in their order."""
    same_code = Municipality.objects.filter(code=OuterRef("code"))
    return Municipality.objects.filter(
        code__in=municipalities.values("code"), pk=Subquery(same_code.values("pk")[:1])
    )


def prefectures_of(parties: Any, municipalities: QuerySet[Municipality]) -> QuerySet[Prefecture]:
    """The prefectures among `parties`, any rows of `Involved`, and those their places lie in."""
    return Prefecture.objects.filter(
        Q(pk__in=municipalities.values("prefecture"))
        | Q(pk__in=parties.values("prefecture"))
        | Q(pk__in=parties.values("subprefecture__prefecture"))
    ).order_by("code")


def _kana_of_first_place() -> Subquery:
    """How the first party that is a place is read; what is read otherwise stands at the end."""
    kana = Coalesce("municipality__kana", "prefecture__kana", "subprefecture__kana")
    places = Party.objects.filter(agreement=OuterRef("pk")).annotate(kana=kana)
    in_order = places.filter(kana__isnull=False).order_by("order", "pk")
    return Subquery(in_order.values("kana")[:1])


def _fiscal_years(agreements: Any) -> list[tuple[str, str]]:
    """The fiscal years that occur, the latest first; 年度不明 where one cannot be told."""
    spans = agreements.with_fiscal_years().order_by()
    years = {year_value(*ends) for ends in spans.values_list("first_year", "last_year").distinct()}
    known = sorted(years - {NO_YEAR}, key=int, reverse=True)
    choices = [(year, _fiscal_year_label(year)) for year in known]
    return [*choices, (NO_YEAR, str(_("年度不明")))] if NO_YEAR in years else choices


def year_value(first: int | None, last: int | None) -> str:
    """Which choice a span falls under that begins and ends in these fiscal years."""
    return str(first) if first is not None and first == last else NO_YEAR


def _fiscal_year_label(year: str) -> str:
    return show_fiscal_year(int(year))
