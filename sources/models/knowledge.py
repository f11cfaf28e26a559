"""What documents say besides: facts about an area, claims, words explained."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from editorial.models import Tracked, public_at
from organizations.models import Involved
from organizations.models.involved import InvolvedQuerySet
from sources.models.citation import PointsAtField
from sources.models.document import SourceDocument
from sources.querysets import SourcedQuerySet


class OfDocumentQuerySet(InvolvedQuerySet):
    def public(self, now: datetime) -> Self:
        """The rows whose document is public."""
        return self.filter(public_at(now, "document__"))


class AreaFactKind(models.TextChoices):
    STATISTICS = "statistics", _("統計")
    STRENGTH = "strength", _("強み")
    INDUSTRY = "industry", _("産業")
    GEOGRAPHY = "geography", _("地理")
    HISTORY = "history", _("沿革")
    CHALLENGE = "challenge", _("課題")


class AreaFact(Involved):
    """What a document says about an area; who stands here is the area."""

    document = models.ForeignKey(
        SourceDocument, on_delete=models.CASCADE, verbose_name=_("資料"), related_name="area_facts"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    kind = models.CharField(_("種類"), max_length=20, choices=AreaFactKind)
    text = models.TextField(_("内容"))
    as_of = StatedDateField("時点")

    objects: ClassVar[Any] = OfDocumentQuerySet.as_manager()

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("地域に関する記載")
        verbose_name_plural = _("地域に関する記載")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=AreaFactKind.values),
                name="sources_areafact_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Claim(PointsAtField):
    """「初めて」「5例目」: the words of whoever claims it. Shown in quotation marks, never as ours.

    `field` may stay empty: a claim is about a record as a whole.
    """

    document = models.ForeignKey(
        SourceDocument, on_delete=models.CASCADE, verbose_name=_("資料"), related_name="claims"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    field = models.CharField(_("項目"), max_length=60, blank=True)
    words = models.CharField(_("言葉（原文のまま）"), max_length=300)
    said_by = models.CharField(_("述べた者"), max_length=120)
    as_of = StatedDateField("時点")

    objects = SourcedQuerySet.as_manager()

    class Meta:
        verbose_name = _("「初めて」などの記載")
        verbose_name_plural = _("「初めて」などの記載")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"「{self.words}」"


class GlossaryTerm(Tracked):
    document = models.ForeignKey(
        SourceDocument, on_delete=models.CASCADE, verbose_name=_("資料"), related_name="terms"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    term = models.CharField(_("用語"), max_length=60)
    expansion = models.CharField(_("正式な言い方"), max_length=200, blank=True)
    definition = models.TextField(_("説明"), blank=True)
    provider = models.CharField(_("提供者"), max_length=200, blank=True)

    objects: ClassVar[Any] = OfDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("用語")
        verbose_name_plural = _("用語")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "term"],
                name="sources_glossaryterm_once_a_document",
                violation_error_message="この資料のこの用語はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return self.term
