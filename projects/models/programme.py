"""Programmes (施策・制度) and who used them, when, seen from the agreement."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.models import Record, RecordQuerySet
from organizations.models import Involved
from projects.models.activity import Activity
from projects.querysets import ProgrammeUseQuerySet


class Programme(Record):
    name = models.CharField(_("名称"), max_length=200)
    kana = models.CharField(_("読み"), max_length=300, blank=True)
    summary = models.TextField(_("概要"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("施策・制度")
        verbose_name_plural = _("施策・制度")
        ordering = ["kana", "name", "pk"]
        constraints = [*Record.Meta.constraints]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("programme", args=[self.slug])


class UseRelation(models.TextChoices):
    USED = "used", _("活用")
    SELECTED = "selected", _("選定")
    PLANNED = "planned", _("活用予定")


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
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    relation = models.CharField(_("関係"), max_length=20, choices=UseRelation)
    timing = models.CharField(_("時期"), max_length=20, choices=Timing, default=Timing.UNKNOWN)
    title = models.CharField(_("件名（原文のまま）"), max_length=300, blank=True)

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
