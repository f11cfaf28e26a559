"""What documents say besides: facts about an area, claims, words explained."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from editorial.models import Tracked, public_at
from organizations.models import BODIES, Involved
from organizations.models.involved import InvolvedQuerySet
from sources.models.citation import PointsAtField
from sources.models.document import SourceDocument
from sources.querysets import SourcedQuerySet


class AreaFactQuerySet(InvolvedQuerySet):
    def public(self, now: datetime) -> Self:
        """The rows whose document and area are public."""
        return self.filter(public_at(now, "document__")).with_public_body(now)

    def shown(self, now: datetime) -> Self:
        """The public ones with areas, documents, and what they are compared with.

        `is_comparison_public`: no Prefetch, which SQLite refuses at a thousand rows.
        """
        others = self.model.objects.public(now).filter(pk=models.OuterRef("compared_with"))
        paths = ("document", "compared_with", *(f"compared_with__{body}" for body in BODIES))
        return (
            self.public(now)
            .select_related(*BODIES, *paths)
            .annotate(is_comparison_public=models.Exists(others))
        )


class GlossaryQuerySet(models.QuerySet[Any]):
    def public(self, now: datetime) -> Self:
        """The terms whose document is public."""
        return self.filter(public_at(now, "document__"))


class AreaFactKind(models.TextChoices):
    STATISTICS = "statistics", _("統計")
    STRENGTH = "strength", _("強み")
    INDUSTRY = "industry", _("産業")
    GEOGRAPHY = "geography", _("地理")
    HISTORY = "history", _("沿革")
    CHALLENGE = "challenge", _("課題")


class Qualifier(models.TextChoices):
    AT_LEAST = "at_least", _("以上")
    ABOUT = "about", _("約")
    OVER = "over", _("超")
    LESS_THAN = "less_than", _("未満")


class AreaFact(Involved):
    """What a document says about an area; who stands here is the area.

    `compared_with`: the same item of another area, whose survey may be another one.
    """

    document = models.ForeignKey(
        SourceDocument, on_delete=models.CASCADE, verbose_name=_("資料"), related_name="area_facts"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    kind = models.CharField(_("種類"), max_length=20, choices=AreaFactKind)
    text = models.TextField(_("内容"))
    item = models.CharField(_("項目"), max_length=120, blank=True, help_text="例：製造業の構成比")
    number = models.DecimalField(_("数値"), max_digits=18, decimal_places=4, null=True, blank=True)
    number_as_printed = models.CharField(
        _("数値の表記（原文のまま）"), max_length=30, blank=True, help_text="例：9.0"
    )
    qualifier = models.CharField(
        _("数値の幅"),
        max_length=20,
        choices=Qualifier,
        blank=True,
        help_text="「約」「以上」など。",
    )
    unit = models.CharField(_("単位"), max_length=20, blank=True)
    survey = models.CharField(_("調査・統計の名称"), max_length=200, blank=True)
    as_of = StatedDateField("時点")
    compared_with = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("比べている記載"),
        related_name="comparisons",
        help_text="同じ項目の、全国など別の地域の記載。",
    )

    objects: ClassVar[Any] = AreaFactQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=Q(qualifier="") | Q(qualifier__in=Qualifier.values),
                name="sources_areafact_qualifier_known",
                violation_error_message="数値の幅を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True, qualifier="", unit="")
                | (Q(number__isnull=False) & ~Q(item="") & ~Q(unit="")),
                name="sources_areafact_number_whole",
                violation_error_message=(
                    "数値を入力したときは項目と単位も入力し、数値がないときは幅と単位を空欄にして"
                    "ください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(compared_with__isnull=True) | ~Q(compared_with=F("id")),
                name="sources_areafact_not_with_itself",
                violation_error_message="自分自身とは比べられません。",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class RankScope(models.TextChoices):
    """Among what an agreement's own rank is counted, beside the words of the claim."""

    BUREAU = "bureau", _("同じ局の協定等")
    ALL = "all", _("すべての協定等")


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
    ranked_within = models.CharField(
        _("順位を数える範囲"),
        max_length=20,
        choices=RankScope,
        blank=True,
        help_text="協定等の「○例目」などのとき、登録範囲での順位を数えて併せて示します。",
    )

    objects = SourcedQuerySet.as_manager()

    # Set by the page of an agreement.
    rank: int | None

    class Meta:
        verbose_name = _("「初めて」などの記載")
        verbose_name_plural = _("「初めて」などの記載")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ranked_within="") | Q(ranked_within__in=RankScope.values),
                name="sources_claim_ranked_within_known",
                violation_error_message="順位を数える範囲を一覧から選んでください。",
            ),
        ]

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
    as_of = StatedDateField("時点")

    objects: ClassVar[Any] = GlossaryQuerySet.as_manager()

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
