"""Where a value comes from, and where documents differ on it."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bureaus.models import Bureau
from editorial.models import Tracked
from sources.models.document import SourceDocument
from sources.querysets import PointingQuerySet, SourcedQuerySet


class PointsAtField(Tracked):
    """Points at one field of one row of any citable model (`sources.citable`).

    No GenericRelation stands at the other end: it would delete by cascade, past PROTECT.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, verbose_name=_("記録の種類"), related_name="+"
    )
    object_id = models.PositiveBigIntegerField(_("記録の番号"))
    record = GenericForeignKey("content_type", "object_id")
    field = models.CharField(_("項目"), max_length=60)

    class Meta:
        abstract = True


class Basis(models.TextChoices):
    STATED = "stated", _("資料の記載")
    CONFIRMED = "confirmed", _("局の確認")
    COMPUTED = "computed", _("計算による")
    EDITORIAL = "editorial", _("編集上の補足")


class Citation(PointsAtField):
    # Set by `sources.shown.Sources`: the place of its document in the page's list.
    number: int | None

    basis = models.CharField(_("根拠"), max_length=20, choices=Basis, default=Basis.STATED)
    document = models.ForeignKey(
        SourceDocument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("資料"),
        related_name="citations",
    )
    place = models.CharField(
        _("箇所"),
        max_length=300,
        blank=True,
        help_text="見出し、表の行など。例：1. 覚書締結式の概要",
    )
    quotation = models.TextField(_("引用（原文のまま）"), blank=True)
    value_stated = models.CharField(
        _("この箇所が示す値"),
        max_length=300,
        blank=True,
        help_text="登録した値と異なるときに、資料が示している値を入力します。",
    )
    position = models.PositiveIntegerField(
        _("資料の中の位置"),
        null=True,
        blank=True,
        editable=False,
        help_text="登録テキストの何文字目から始まるか。資料の順に並べるときに使います。",
    )
    reading = models.CharField(
        _("訂正した読み"),
        max_length=300,
        blank=True,
        help_text="引用にテキスト化の際の誤りと思われる字があるときの読み。",
    )
    reason = models.TextField(_("理由・計算の方法"), blank=True)
    confirmed_by = models.ForeignKey(
        Bureau,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("確認した局"),
        related_name="+",
    )
    confirmed_on = models.DateField(_("確認した日"), null=True, blank=True)

    objects = SourcedQuerySet.as_manager()

    class Meta:
        verbose_name = _("出典")
        verbose_name_plural = _("出典")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="sources_citation_record")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(basis__in=Basis.values),
                name="sources_citation_basis_known",
                violation_error_message="根拠を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=~Q(basis=Basis.STATED) | Q(document__isnull=False),
                name="sources_citation_stated_has_quotation",
                violation_error_message=(
                    "根拠が「資料の記載」のときは、資料・箇所・引用を入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(document__isnull=True, place="", quotation="")
                | (Q(document__isnull=False) & ~Q(place="") & ~Q(quotation="")),
                name="sources_citation_quotation_whole",
                violation_error_message="資料・箇所・引用は、三つとも入力するか三つとも空欄にしてください。",
            ),
            models.CheckConstraint(
                condition=~Q(basis=Basis.CONFIRMED)
                | Q(confirmed_by__isnull=False, confirmed_on__isnull=False),
                name="sources_citation_confirmed_by_whom",
                violation_error_message=(
                    "根拠が「局の確認」のときは、確認した局と確認した日を入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=~Q(basis__in=[Basis.COMPUTED, Basis.EDITORIAL]) | ~Q(reason=""),
                name="sources_citation_reasoned",
                violation_error_message=(
                    "根拠が「計算による」「編集上の補足」のときは、理由・計算の方法を入力してください。"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_basis_display()}：{self.quotation[:40] or self.reason[:40]}"


class Difference(PointsAtField):
    """Documents state different values of one field: all are shown, with the choice.

    The statements are the citations of the same field; `chosen` is the one followed, or None
    while undecided.
    """

    note = models.TextField(_("違いの説明"))
    chosen = models.ForeignKey(
        Citation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("採用した記載"),
        related_name="chosen_in",
        help_text="まだ決めていないときは空欄にします。",
    )
    reason = models.TextField(_("採用した理由"), blank=True)

    objects = PointingQuerySet.as_manager()

    class Meta:
        verbose_name = _("資料による記載の違い")
        verbose_name_plural = _("資料による記載の違い")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field"],
                name="sources_difference_once_a_field",
                violation_error_message="この項目の「記載の違い」はすでに登録されています。",
            ),
            models.CheckConstraint(
                condition=Q(chosen__isnull=True) | ~Q(reason=""),
                name="sources_difference_choice_reasoned",
                violation_error_message="採用した記載を選んだときは、採用した理由を入力してください。",
            ),
        ]

    def __str__(self) -> str:
        return self.note[:60]
