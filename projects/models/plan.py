"""Plans that agreements rest on, keep in line with, or lead to."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from editorial.models import Record, RecordQuerySet, Tracked
from municipalities.models import Prefecture
from organizations.models import Involved, each_body_once
from partnerships.models import Agreement
from projects.querysets import AgreementPlanQuerySet


class PlanStage(models.TextChoices):
    DRAFTING = "drafting", _("策定作業中")
    NEXT = "next", _("次期")
    ADOPTED = "adopted", _("策定済み")
    AGREED = "agreed", _("同意済み")
    DOCUMENT = "document", _("計画書（承認・認定の有無は記載なし）")


class Plan(Record):
    title = models.CharField(_("名称"), max_length=300)
    kana = models.CharField(_("読み"), max_length=300, blank=True)
    stage = models.CharField(_("段階"), max_length=20, choices=PlanStage)
    legal_basis = models.CharField(_("根拠（法令・条項）"), max_length=300, blank=True)
    area = models.CharField(_("計画の区域"), max_length=200, blank=True)
    prefecture = models.ForeignKey(
        Prefecture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("全域を区域とする都道府県"),
        related_name="plans",
    )
    adopted_on = StatedDateField("策定日")
    starts_on = StatedDateField("計画期間の始まり")
    ends_on = StatedDateField("計画期間の終わり")
    summary = models.TextField(_("概要"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("計画")
        verbose_name_plural = _("計画")
        ordering = ["kana", "title", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(stage__in=PlanStage.values),
                name="projects_plan_stage_known",
                violation_error_message="段階を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(starts_on_first__isnull=True)
                | Q(ends_on_last__isnull=True)
                | Q(starts_on_first__lte=F("ends_on_last")),
                name="projects_plan_period_forward",
                violation_error_message="計画期間の終わりが、始まりより前になっています。",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.slug])


class PlanMaker(Involved):
    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="makers"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("作成主体")
        verbose_name_plural = _("作成主体")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            *each_body_once("plan", "projects_planmaker"),
        ]


class PlanRelation(models.TextChoices):
    BASED_ON = "based_on", _("基づく")
    ALIGNED = "aligned", _("整合を図る")
    ADVANCES = "advances", _("効果的に進める")
    RESULT = "result", _("取組として策定")


class AgreementPlan(Tracked):
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, verbose_name=_("協定等"), related_name="plan_links"
    )
    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="agreement_links"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    relation = models.CharField(_("関係"), max_length=20, choices=PlanRelation)

    objects = AgreementPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("協定等と計画の関係")
        verbose_name_plural = _("協定等と計画の関係")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(relation__in=PlanRelation.values),
                name="projects_agreementplan_relation_known",
                violation_error_message="関係を一覧から選んでください。",
            ),
            models.UniqueConstraint(
                fields=["agreement", "plan", "relation"],
                name="projects_agreementplan_once",
                violation_error_message="この関係はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}―{self.plan}"
