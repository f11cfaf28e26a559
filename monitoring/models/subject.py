"""What is monitored: an agreement, a plan or a project."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.models import Tracked
from monitoring.querysets import SUBJECTS
from partnerships.models import Agreement
from projects.models import Plan, PlanSection, Project


def one_subject() -> models.CheckConstraint:
    """Exactly one of the three foreign keys."""
    condition = Q()
    for chosen in SUBJECTS:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in SUBJECTS})
    return models.CheckConstraint(
        condition=condition,
        name="%(app_label)s_%(class)s_one_subject",
        violation_error_message="協定等・計画・プロジェクトのうち、一つだけを選んでください。",
    )


class Monitored(Tracked):
    """Hangs on exactly one record and shows with it. `section`: where a plan's document has it."""

    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("協定等"),
        related_name="%(class)ss",
    )
    plan = models.ForeignKey(
        Plan,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("計画"),
        related_name="%(class)ss",
    )
    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("プロジェクト"),
        related_name="%(class)ss",
    )
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
        constraints = [one_subject()]

    @property
    def subject(self) -> Agreement | Plan | Project:
        """The record that it hangs on."""
        return next(filter(None, (getattr(self, name) for name in SUBJECTS)))

    def clean(self) -> None:
        if self.section and self.section.plan_id != self.plan_id:
            raise ValidationError({"section": "同じ計画の節の中から選んでください。"})
