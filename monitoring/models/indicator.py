"""Targets (KPI) with their values, as documents count them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from common.stated_dates import ABSENT
from editorial.models import ABSENCE_CHOICES, Tracked
from monitoring.models.subject import SUBJECTS, Monitored
from monitoring.querysets import IndicatorQuerySet


class Component(models.TextChoices):
    """What part of a whole an indicator counts."""

    NEW = "new", _("新規")
    CONTINUING = "continuing", _("継続")
    TOTAL = "total", _("計")


class Cumulative(models.TextChoices):
    YES = "yes", _("累計")
    NO = "no", _("各時点・各年度の値")
    NOT_STATED = "not_stated", _("累計かどうか記載なし")


class Indicator(Monitored):
    name = models.CharField(_("指標"), max_length=120)
    unit = models.CharField(_("単位"), max_length=20)
    component = models.CharField(_("内訳"), max_length=20, choices=Component, blank=True)
    part_of = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("どの指標の内訳か"),
        related_name="parts",
    )
    cumulative = models.CharField(
        _("累計か"), max_length=20, choices=Cumulative, default=Cumulative.NOT_STATED
    )
    counting_rule = models.TextField(_("数え方（原文のまま）"), blank=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta(Monitored.Meta):
        abstract = False
        verbose_name = _("数値目標（KPI）")
        verbose_name_plural = _("数値目標（KPI）")
        ordering = ["order", "pk"]
        constraints = [
            *Monitored.Meta.constraints,
            models.CheckConstraint(
                condition=Q(component="") | Q(component__in=Component.values),
                name="monitoring_indicator_component_known",
                violation_error_message="内訳を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(cumulative__in=Cumulative.values),
                name="monitoring_indicator_cumulative_known",
                violation_error_message="累計かどうかを一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True)
                | (~Q(part_of=F("id")) & Q(component__in=[Component.NEW, Component.CONTINUING])),
                name="monitoring_indicator_part_named",
                violation_error_message=(
                    "ほかの指標の内訳のときは、内訳（新規・継続）を選んでください。"
                    "自分自身の内訳にはできません。"
                ),
            ),
        ]

    def __str__(self) -> str:
        part = f"（{self.get_component_display()}）" if self.part_of_id else ""
        return f"{self.name}{part}"

    def clean(self) -> None:
        super().clean()
        whole = self.part_of
        if whole and any(
            getattr(whole, f"{name}_id") != getattr(self, f"{name}_id") for name in SUBJECTS
        ):
            raise ValidationError({"part_of": "同じ記録の指標の中から選んでください。"})
        if whole and (whole.part_of_id or (self.pk and self.parts.exists())):
            raise ValidationError({"part_of": "内訳の内訳は登録できません。"})


class ValueKind(models.TextChoices):
    TARGET = "target", _("目標値")
    ACTUAL = "actual", _("実績値")


class IndicatorValue(Tracked):
    """A number at a time, or the kind of its absence: 「-」 is never 0."""

    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.CASCADE,
        verbose_name=_("数値目標（KPI）"),
        related_name="values",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    kind = models.CharField(
        _("目標・実績"), max_length=20, choices=ValueKind, default=ValueKind.TARGET
    )
    at = StatedDateField("時点")
    is_whole_period = models.BooleanField(
        _("期間全体の合計"), default=False, help_text="表の「合計」の欄など。"
    )
    amount = models.DecimalField(_("値"), max_digits=18, decimal_places=4, null=True, blank=True)
    absence = models.CharField(
        _("値がない場合"), max_length=20, choices=ABSENCE_CHOICES, blank=True
    )
    as_printed = models.CharField(_("表の記載（原文のまま）"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("目標値・実績値")
        verbose_name_plural = _("目標値・実績値")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ValueKind.values),
                name="monitoring_indicatorvalue_kind_known",
                violation_error_message="「目標値」か「実績値」を選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=False, absence="")
                | (Q(amount__isnull=True) & Q(absence__in=ABSENT)),
                name="monitoring_indicatorvalue_amount_or_absence",
                violation_error_message=(
                    "値を入力するか、値がないときはその種類（記載なしなど）を選んでください。"
                    "「-」は0ではありません。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(is_whole_period=True) ^ ~Q(at_text="", at_certainty=""),
                name="monitoring_indicatorvalue_time_or_whole",
                violation_error_message=(
                    "時点（年月日や年度）を入力するか、「期間全体の合計」を選んでください。"
                ),
            ),
        ]

    def __str__(self) -> str:
        when = self.at.text if self.at else _("合計")
        return f"{self.indicator} {when}"
