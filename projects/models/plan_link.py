"""What plans have to do with one another, and with projects."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from editorial.models import Tracked
from projects.models.plan import Plan
from projects.models.project import Project
from projects.querysets import PlanLinkQuerySet, PlanProjectQuerySet


class PlanLinkRelation(models.TextChoices):
    ALIGNED = "aligned", _("整合性ある分野を支援する計画")
    FEEDS = "feeds", _("評価の結果を反映させる計画")
    BUILDS_ON = "builds_on", _("土台とした計画")


class PlanLink(Tracked):
    """`plan` says of itself what it has to do with `other`."""

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="links"
    )
    other = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("相手の計画"), related_name="linked_from"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    relation = models.CharField(_("関係"), max_length=20, choices=PlanLinkRelation)

    objects = PlanLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("計画どうしの関係")
        verbose_name_plural = _("計画どうしの関係")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(relation__in=PlanLinkRelation.values),
                name="projects_planlink_relation_known",
                violation_error_message="関係を一覧から選んでください。",
            ),
            models.UniqueConstraint(
                fields=["plan", "other", "relation"],
                name="projects_planlink_once",
                violation_error_message="この関係はすでに登録されています。",
            ),
            models.CheckConstraint(
                condition=~Q(plan=F("other")),
                name="projects_planlink_two_ends",
                violation_error_message="同じ計画どうしを結ぶことはできません。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}―{self.other}"


class PlanProject(Tracked):
    """A project that a plan sets up, or builds upon."""

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="project_links"
    )
    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        verbose_name=_("プロジェクト"),
        related_name="plan_links",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    objects = PlanProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("計画とプロジェクトの関係")
        verbose_name_plural = _("計画とプロジェクトの関係")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "project"],
                name="projects_planproject_once",
                violation_error_message="この関係はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}―{self.project}"
