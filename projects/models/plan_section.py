"""A plan as its document prints it: the outline, and typed rows that point into it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.models import NumberedText, Tracked
from organizations.models import Involved, each_body_once
from projects.models.plan import Plan
from projects.querysets import PlanRoleQuerySet


class SectionKind(models.TextChoices):
    GOAL = "goal", _("目標")
    SYSTEM = "system", _("体制")
    PROCEDURE = "procedure", _("手続")
    ROLE = "role", _("役割")
    PERIOD = "period", _("期間")
    EVALUATION = "evaluation", _("評価")
    PIONEERING = "pioneering", _("先駆性")
    OTHER = "other", _("その他")


class PlanSection(NumberedText):
    ROOTS = ("plan",)

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="sections"
    )
    # Set by the page of the plan: names and anchors of the typed rows that stand in it.
    pointing: list[tuple[str, str]]

    kind = models.CharField(
        _("種類"), max_length=20, choices=SectionKind, default=SectionKind.OTHER
    )

    class Meta(NumberedText.Meta):
        abstract = False
        verbose_name = _("計画の節")
        verbose_name_plural = _("計画の節")
        constraints = [
            *NumberedText.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=SectionKind.values),
                name="projects_plansection_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
        ]


class InSection(Tracked):
    """A typed row of a plan, with the section of the plan's outline where it stands."""

    section = models.ForeignKey(
        PlanSection,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("計画の節"),
        related_name="%(class)ss",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse a section of another plan: the row would be named there."""
        participant = getattr(self, "participant", None)
        plan = participant.plan_id if participant else getattr(self, "plan_id", None)
        if self.section and self.section.plan_id != plan:
            raise ValidationError({"section": "同じ計画の節の中から選んでください。"})


class ParticipantKind(models.TextChoices):
    CARRIER = "carrier", _("実施機関")
    PARTNER = "partner", _("連携先")


class PlanParticipant(InSection, Involved):
    """Who carries a plan out, beside its makers, and with whom they work."""

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="participants"
    )
    kind = models.CharField(
        _("立場"), max_length=20, choices=ParticipantKind, default=ParticipantKind.CARRIER
    )
    number = models.CharField(_("番号（原文のまま）"), max_length=20, blank=True)
    is_lead = models.BooleanField(_("代表"), default=False)
    is_contact = models.BooleanField(_("窓口"), default=False)

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("計画の参加機関")
        verbose_name_plural = _("計画の参加機関")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            *each_body_once("plan", "projects_planparticipant"),
            models.CheckConstraint(
                condition=Q(kind__in=ParticipantKind.values),
                name="projects_planparticipant_kind_known",
                violation_error_message="立場を一覧から選んでください。",
            ),
        ]


class PlanRole(InSection):
    """A role as one place of the plan words it: a plan may tell it several times, with shades."""

    participant = models.ForeignKey(
        PlanParticipant,
        on_delete=models.CASCADE,
        verbose_name=_("計画の参加機関"),
        related_name="roles",
    )
    text = models.TextField(_("役割（原文のまま）"))

    # Set by the page of the plan: the heading under which the role stands.
    place: str

    objects = PlanRoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("計画での役割")
        verbose_name_plural = _("計画での役割")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class PlanCost(InSection):
    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="costs"
    )
    clause = models.CharField(_("根拠の条項（原文のまま）"), max_length=200, blank=True)
    code = models.CharField(_("記号"), max_length=20, blank=True, help_text="例：A3007")
    scope = models.CharField(_("金額の範囲"), max_length=60, blank=True, help_text="例：総事業費")
    amount = models.PositiveBigIntegerField(_("金額（円）"))
    amount_as_stated = models.CharField(
        _("金額（原文のまま）"), max_length=60, help_text="例：32,000千円"
    )

    class Meta:
        verbose_name = _("計画の費用")
        verbose_name_plural = _("計画の費用")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.scope} {self.amount_as_stated}".strip()
