"""What is done under agreements, and its links to what was agreed."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.models import Record, RecordQuerySet, Tracked
from organizations.models import Involved
from partnerships.models import Agreement, Commitment
from projects.querysets import AgreementProjectQuerySet, CommitmentProjectQuerySet


class Project(Record):
    title = models.CharField(_("名称"), max_length=200)
    kana = models.CharField(_("読み"), max_length=300, blank=True)
    summary = models.TextField(_("概要"), blank=True)
    preceded_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("前身のプロジェクト"),
        related_name="followed_by",
    )

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("プロジェクト")
        verbose_name_plural = _("プロジェクト")
        ordering = ["kana", "title", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(preceded_by__isnull=True) | ~Q(preceded_by=F("id")),
                name="projects_project_not_own_predecessor",
                violation_error_message="自分自身を前身にはできません。",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("project", args=[self.slug])


class BodyRole(models.TextChoices):
    SUBJECT = "subject", _("対象となる機関・拠点")
    LEAD = "lead", _("実施主体")
    PARTNER = "partner", _("連携先")
    PLACE = "place", _("実施する地域")


class ProjectBody(Involved):
    """Whom or what a project is about, and who carries it."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, verbose_name=_("プロジェクト"), related_name="bodies"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    role = models.CharField(_("役割"), max_length=20, choices=BodyRole)

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("プロジェクトの関係機関")
        verbose_name_plural = _("プロジェクトの関係機関")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            models.CheckConstraint(
                condition=Q(role__in=BodyRole.values),
                name="projects_projectbody_role_known",
                violation_error_message="役割を一覧から選んでください。",
            ),
        ]

    @property
    def is_place(self) -> bool:
        return self.role == BodyRole.PLACE


class AgreementProject(Tracked):
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, verbose_name=_("協定等"), related_name="project_links"
    )
    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        verbose_name=_("プロジェクト"),
        related_name="agreement_links",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    objects = AgreementProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("協定等とプロジェクトの関係")
        verbose_name_plural = _("協定等とプロジェクトの関係")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "project"],
                name="projects_agreementproject_once",
                violation_error_message="この関係はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}―{self.project}"


class CommitmentProject(Tracked):
    """No document states these links: each carries an editorial citation with its reason."""

    commitment = models.ForeignKey(
        Commitment,
        on_delete=models.CASCADE,
        verbose_name=_("連携・協力事項"),
        related_name="project_links",
    )
    project = models.ForeignKey(
        Project,
        on_delete=models.CASCADE,
        verbose_name=_("プロジェクト"),
        related_name="commitment_links",
    )

    objects = CommitmentProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("事項とプロジェクトの関係")
        verbose_name_plural = _("事項とプロジェクトの関係")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "project"],
                name="projects_commitmentproject_once",
                violation_error_message="この関係はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment}―{self.project}"
