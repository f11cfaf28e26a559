"""The fields that a plan names, and how many plans its document counts in each sector."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.models import Tracked
from projects.models.plan import Plan


class Sector(models.TextChoices):
    """The three of 「北のものづくり」連携支援計画 and the rest: no field is forced into them."""

    FOOD = "food", _("食料品製造関連")
    MANUFACTURING = "manufacturing", _("ものづくり関連")
    IT = "it", _("IT関連")
    OTHER = "other", _("その他")


class PlanField(Tracked):
    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="fields"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    text = models.CharField(_("分野（原文のまま）"), max_length=300)
    resource = models.CharField(
        _("活用する地域の特性（原文のまま）"),
        max_length=200,
        blank=True,
        help_text="例：水産物・生乳等の特産物",
    )
    sector = models.CharField(_("分野の区分"), max_length=20, choices=Sector)

    class Meta:
        verbose_name = _("計画の分野")
        verbose_name_plural = _("計画の分野")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sector__in=Sector.values),
                name="projects_planfield_sector_known",
                violation_error_message="分野の区分を一覧から選んでください。",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class SectorCount(Tracked):
    """How many plans of a sector a plan's document says there are; pages count beside it."""

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, verbose_name=_("計画"), related_name="sector_counts"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    sector = models.CharField(_("分野の区分"), max_length=20, choices=Sector)
    number = models.PositiveIntegerField(_("計画の数（資料の記載）"))

    class Meta:
        verbose_name = _("分野ごとの計画の数")
        verbose_name_plural = _("分野ごとの計画の数")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sector__in=Sector.values),
                name="projects_sectorcount_sector_known",
                violation_error_message="分野の区分を一覧から選んでください。",
            ),
            models.UniqueConstraint(
                fields=["plan", "sector"],
                name="projects_sectorcount_once",
                violation_error_message="この区分の数はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_sector_display()} {self.number}"
