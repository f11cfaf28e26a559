"""Which agreements count, and which status they have, in SQL."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Case, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from common.fiscal import fiscal_year_span
from editorial.models import LinkQuerySet, RecordQuerySet
from partnerships.rules import DatedBy, Status

SPAN_DATES = {
    DatedBy.SIGNED: "signed_on",
    DatedBy.PLANNED: "planned_signing_on",
    DatedBy.ANNOUNCED: "announced_on",
}
DATE_PARTS = ("text", "first", "last", "certainty")  # the columns of a stated date


class AgreementQuerySet(RecordQuerySet):
    def with_status(self, on: date, now: datetime) -> Self:
        """Annotate `status` on the day `on`, as `rules.status_on` defines it.

        Also `succeeded_text`, `_first`, `_last`, `_certainty` and `successor_title`: when the first
        successor took effect, of those that are public at `now` and not dropped; and
        `extended_text`, …: the end of the period by the latest renewal agreed by then.
        """
        expected_last = Coalesce("planned_signing_on_last", "signed_on_last")
        return (
            self._with_successor(on, now)
            ._with_renewal(on)
            .annotate(
                expected_last=expected_last,
                period_last=Case(
                    When(extended_text__isnull=False, then=F("extended_last")),
                    default=F("ends_on_last"),
                ),
            )
            .annotate(status=_status_case(on))
        )

    def _with_successor(self, on: date, now: datetime) -> Self:
        started = Q(starts_on_last__isnull=False)
        effect = {
            f"effect_{part}": Case(
                When(started, then=F(f"starts_on_{part}")), default=F(f"signed_on_{part}")
            )
            for part in DATE_PARTS
        }
        successors = (
            self.model._default_manager.public(now)
            .filter(succeeds=OuterRef("pk"))
            .exclude(dropped_on__lte=on)
            .annotate(**effect)
            .filter(effect_last__isnull=False)
            .order_by("effect_last", "pk")
        )
        return self.annotate(
            successor_title=Subquery(successors.values("display_title")[:1]),
            **{
                f"succeeded_{part}": Subquery(successors.values(f"effect_{part}")[:1])
                for part in DATE_PARTS
            },
        )

    def _with_renewal(self, on: date) -> Self:
        amendments = self.model.amendments.rel.related_model.objects
        renewals = (
            amendments.filter(agreement=OuterRef("pk"), agreed_on_last__lte=on)
            .exclude(ends_on_text="")
            .order_by("-agreed_on_last", "-pk")
        )
        return self.annotate(
            **{
                f"extended_{part}": Subquery(renewals.values(f"ends_on_{part}")[:1])
                for part in DATE_PARTS
            }
        )

    def ranked_before(self, day: date) -> Self:
        """Those signed, to be signed or announced before the day; none that was given up."""
        return self.with_span().filter(span_first__lt=day, dropped_on__isnull=True)

    def with_span(self) -> Self:
        """Annotate `span_first`, `span_last`: when it was signed, is to be, or was announced."""
        dates = SPAN_DATES.values()
        return self.annotate(
            span_first=Coalesce(*(f"{name}_first" for name in dates)),
            span_last=Coalesce(*(f"{name}_last" for name in dates)),
        )

    def with_dated_by(self) -> Self:
        """Annotate `dated_by`: which of the dates gives the span; empty without any."""
        known = [
            When(**{f"{field}_first__isnull": False}, then=Value(which.value))
            for which, field in SPAN_DATES.items()
        ]
        return self.annotate(
            dated_by=Case(*known, default=Value(""), output_field=models.CharField())
        )

    def to_list(self, on: date, now: datetime) -> Self:
        """For lists: with status and partners, the latest first, undated ones last."""
        parties = self.model.parties.rel.related_model.objects
        shown = parties.with_public_body(now).with_bodies()
        return (
            self.with_status(on, now)
            .with_span()
            .prefetch_related(Prefetch("parties", shown))
            .order_by(F("span_first").desc(nulls_last=True), "pk")
        )

    def in_no_fiscal_year(self) -> Self:
        """年度不明: those without a span, or with one that lies over two fiscal years."""
        years = self.with_fiscal_years()
        return years.filter(Q(span_first__isnull=True) | ~Q(first_year=F("last_year")))

    def with_fiscal_years(self) -> Self:
        """Annotate `first_year`, `last_year`: the fiscal years in which the span begins, ends."""
        first, last = _fiscal_year("span_first"), _fiscal_year("span_last")
        return self.with_span().annotate(first_year=first, last_year=last)

    def in_fiscal_year(self, year: int) -> Self:
        """Those whose span lies whole in the fiscal year (April to March)."""
        first, last = fiscal_year_span(year)
        return self.with_span().filter(span_first__gte=first, span_last__lte=last)


def _fiscal_year(column: str) -> Any:
    """The fiscal year of a date column, in SQL: January to March belong to the year before."""
    before_april = Case(When(**{f"{column}__month__lt": 4}, then=Value(1)), default=Value(0))
    return ExtractYear(column) - before_april


def _status_case(on: date) -> Case:
    signed = Q(signed_on_last__lte=on)
    conditions: dict[Status, Q] = {
        Status.NOT_CONCLUDED: Q(dropped_on__lte=on),
        Status.SUCCEEDED: Q(succeeded_last__lte=on),
        Status.ENDED: Q(ended_on__lte=on),
        Status.PERIOD_PASSED: Q(period_last__lt=on),
        Status.WITHIN_PERIOD: signed & Q(period_last__isnull=False),
        Status.SIGNED: signed,
        Status.PLANNED: Q(expected_last__gte=on),
        Status.PLAN_PASSED: Q(expected_last__lt=on),
    }
    whens = [When(condition, then=Value(status.value)) for status, condition in conditions.items()]
    return Case(*whens, default=Value(Status.ANNOUNCED.value), output_field=models.CharField())


class AttendeeQuerySet(LinkQuerySet):
    ends = ("ceremony__agreement",)
    optional_ends = ("party__organization",)


class AgreementThemeQuerySet(LinkQuerySet):
    ends = ("agreement", "theme")
