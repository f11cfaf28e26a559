"""Programmes (施策・制度) and who used them, when, seen from the agreement."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.models import Record, RecordQuerySet
from organizations.models import Involved, each_body_once
from partnerships.models import Agreement
from projects.models.activity import Activity
from projects.models.plan import Plan
from projects.querysets import ProgrammeUseQuerySet, UseFunderQuerySet


class ProgrammeKind(models.TextChoices):
    SUPPORT = "support", _("支援事業")
    SUBSIDY = "subsidy", _("交付金・補助")
    DESIGNATION = "designation", _("認定・選定・宣言")
    BUREAU = "bureau", _("局の従来の取組")
    BUDGET = "budget", _("予算（事業名の記載なし）")
    OTHER = "other", _("その他")


class Programme(Record):
    kind = models.CharField(
        _("種類"), max_length=20, choices=ProgrammeKind, default=ProgrammeKind.OTHER
    )
    name = models.CharField(_("名称"), max_length=200)
    kana = models.CharField(_("読み"), max_length=300, blank=True)
    number = models.CharField(
        _("番号（原文のまま）"), max_length=20, blank=True, help_text="局の取組の一覧での番号など。"
    )
    frequency = models.CharField(
        _("頻度（原文のまま）"), max_length=60, blank=True, help_text="例：毎年"
    )
    summary = models.TextField(_("概要"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("施策・制度")
        verbose_name_plural = _("施策・制度")
        ordering = ["kana", "name", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=ProgrammeKind.values),
                name="projects_programme_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("programme", args=[self.slug])


class ProgrammeProvider(Involved):
    """Who runs a programme or pays for it."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, verbose_name=_("施策・制度"), related_name="providers"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("実施機関・財源")
        verbose_name_plural = _("実施機関・財源")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            *each_body_once("programme", "projects_programmeprovider"),
        ]


class UseRelation(models.TextChoices):
    USED = "used", _("活用")
    SELECTED = "selected", _("選定")
    PLANNED = "planned", _("活用予定")
    CONSIDERED = "considered", _("活用を検討")
    COOPERATES = "cooperates", _("連携")
    OWN = "own", _("支援措置によらない独自の取組")
    NONE = "none", _("該当なし")


# After the name of who uses it; the other relations stand behind a colon.
RELATIONS_TOLD = {
    UseRelation.USED: _("が活用"),
    UseRelation.PLANNED: _("が活用する予定"),
    UseRelation.CONSIDERED: _("が活用を検討"),
}


class Timing(models.TextChoices):
    """Seen from the agreement: use before it is never a result of it."""

    BEFORE = "before", _("協定等の前")
    UNDER = "under", _("協定等の下で")
    UNKNOWN = "unknown", _("時期の記載なし")


class ProgrammeUse(Involved):
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, verbose_name=_("施策・制度"), related_name="uses"
    )
    activity = models.ForeignKey(
        Activity,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("取組・成果"),
        related_name="programme_uses",
    )
    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("どの協定等から見た時期か"),
        related_name="programme_uses",
    )
    plan = models.ForeignKey(
        Plan,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("どの計画での活用か"),
        related_name="programme_uses",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    relation = models.CharField(_("関係"), max_length=20, choices=UseRelation)
    timing = models.CharField(_("時期"), max_length=20, choices=Timing, default=Timing.UNKNOWN)
    title = models.CharField(_("件名（原文のまま）"), max_length=300, blank=True)
    and_others = models.BooleanField(
        _("「他」がある"),
        default=False,
        help_text="資料が名称のあとに「他」「等」と記しているとき。",
    )

    objects: ClassVar[Any] = ProgrammeUseQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("施策・制度の活用")
        verbose_name_plural = _("施策・制度の活用")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            models.CheckConstraint(
                condition=Q(relation__in=UseRelation.values),
                name="projects_programmeuse_relation_known",
                violation_error_message="関係を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(timing__in=Timing.values),
                name="projects_programmeuse_timing_known",
                violation_error_message="時期を一覧から選んでください。",
            ),
        ]

    @property
    def relation_told(self) -> str:
        """What stands behind the name of who uses it, as one sentence."""
        told = RELATIONS_TOLD.get(UseRelation(self.relation))
        return str(told) if told else gettext("：{what}").format(what=self.get_relation_display())

    @property
    def timing_judged(self) -> str:
        """The timing where no document states it and an editor judged it, with a reason."""
        if self.timing == Timing.UNDER:
            if self.relation in (UseRelation.PLANNED, UseRelation.CONSIDERED):
                return gettext("協定等の下での予定とみられる")
            return gettext("協定等の締結後とみられる")
        if self.timing == Timing.BEFORE:
            return gettext("協定等の前とみられる")
        return self.get_timing_display()

    def records(self) -> list[Any]:
        """Itself and its funders, for the sources of all."""
        return [self, *self.funders.all()]


class UseFunder(Involved):
    """Whose money one use took, where the document names several."""

    use = models.ForeignKey(
        ProgrammeUse, on_delete=models.CASCADE, verbose_name=_("活用"), related_name="funders"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    objects: ClassVar[Any] = UseFunderQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("活用の財源")
        verbose_name_plural = _("活用の財源")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            *each_body_once("use", "projects_usefunder"),
        ]
