"""Activities and results of projects, and who took part."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from editorial.models import NumberedText
from organizations.models import Involved
from projects.models.plan import Plan
from projects.models.project import Project
from projects.querysets import ActivityQuerySet


class ActivityKind(models.TextChoices):
    DEVELOPMENT = "development", _("製品開発")
    EVENT = "event", _("催し")
    PLANNING = "planning", _("計画策定")
    CERTIFICATION = "certification", _("認証取得")
    ORGANIZATION = "organization", _("組織設立")
    SURVEY = "survey", _("調査")
    STUDY_GROUP = "study_group", _("研究会")
    SUPPORT = "support", _("支援")
    OTHER = "other", _("その他")


class ActivityState(models.TextChoices):
    PLANNED = "planned", _("予定")
    STARTED = "started", _("開始")
    DONE = "done", _("実施")
    ACHIEVED = "achieved", _("達成")


class Activity(NumberedText):
    ROOTS = ("project",)

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, verbose_name=_("プロジェクト"), related_name="activities"
    )
    kind = models.CharField(_("種類"), max_length=20, choices=ActivityKind)
    state = models.CharField(_("段階"), max_length=20, choices=ActivityState)
    happened_on = StatedDateField("時期")
    output = models.TextField(_("成果物"), blank=True)
    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("策定・活用した計画"),
        related_name="activities",
    )

    objects = ActivityQuerySet.as_manager()

    class Meta(NumberedText.Meta):
        abstract = False
        verbose_name = _("取組・成果")
        verbose_name_plural = _("取組・成果")
        constraints = [
            *NumberedText.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=ActivityKind.values),
                name="projects_activity_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ActivityState.values),
                name="projects_activity_state_known",
                violation_error_message="段階を一覧から選んでください。",
            ),
        ]


class ParticipantRole(models.TextChoices):
    HOST = "host", _("主催")
    PANELIST = "panelist", _("パネリスト")
    MODERATOR = "moderator", _("司会")
    COMPANY = "company", _("参加企業")
    PARTNER = "partner", _("連携先")


class ActivityParticipant(Involved):
    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        verbose_name=_("取組・成果"),
        related_name="participants",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    role = models.CharField(_("役割"), max_length=20, choices=ParticipantRole)
    person = models.CharField(_("氏名（原文のまま）"), max_length=120, blank=True)
    office = models.CharField(_("役職（当時）"), max_length=120, blank=True)
    field = models.CharField(
        _("分野（原文のまま）"), max_length=120, blank=True, help_text="例：精密金型"
    )

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("参加者")
        verbose_name_plural = _("参加者")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            models.CheckConstraint(
                condition=Q(role__in=ParticipantRole.values),
                name="projects_activityparticipant_role_known",
                violation_error_message="役割を一覧から選んでください。",
            ),
        ]
