"""What an agreement says: why it is made (statements) and what is agreed (commitments)."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bureaus.models import Bureau
from editorial.models import NumberedText
from partnerships.models.agreement import Agreement


class StatementKind(models.TextChoices):
    BACKGROUND = "background", _("背景")
    PURPOSE = "purpose", _("趣旨")
    APPROACH = "approach", _("推進方法")
    SELECTION = "selection", _("選定理由")
    EFFECT = "effect", _("期待される効果")
    METHOD = "method", _("手法")
    CONDITION = "condition", _("実施条件")
    SUMMARY = "summary", _("概要")
    POLICY = "policy", _("方針")


class Side(models.TextChoices):
    BUREAU = "bureau", _("経済産業局")
    PARTNER = "partner", _("連携する自治体・機関")
    BOTH = "both", _("双方")


class Statement(NumberedText):
    """Said about an agreement, or (方針, 実施条件) about a bureau's work as a whole."""

    ROOTS = ("agreement", "bureau")

    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("協定等"),
        related_name="statements",
    )
    bureau = models.ForeignKey(
        Bureau,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("経済産業局"),
        related_name="statements",
    )
    kind = models.CharField(_("種類"), max_length=20, choices=StatementKind)
    side = models.CharField(_("述べている側"), max_length=20, choices=Side, blank=True)

    class Meta(NumberedText.Meta):
        abstract = False
        verbose_name = _("趣旨・背景など")
        verbose_name_plural = _("趣旨・背景など")
        constraints = [
            *NumberedText.Meta.constraints,
            models.CheckConstraint(
                condition=Q(agreement__isnull=False, bureau__isnull=True)
                | Q(agreement__isnull=True, bureau__isnull=False),
                name="partnerships_statement_one_subject",
                violation_error_message="協定等か経済産業局の、どちらか一方を選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=StatementKind.values),
                name="partnerships_statement_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(side="") | Q(side__in=Side.values),
                name="partnerships_statement_side_known",
                violation_error_message="述べている側を一覧から選んでください。",
            ),
        ]


class Level(models.TextChoices):
    MEMORANDUM = "memorandum", _("覚書の内容（発表による）")
    INITIATIVE = "initiative", _("取組")


class Commitment(NumberedText):
    ROOTS = ("agreement",)

    # Set by pages: its links to projects that are shown.
    projects_linked: list[Any]

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, verbose_name=_("協定等"), related_name="commitments"
    )
    level = models.CharField(_("段階"), max_length=20, choices=Level)

    class Meta(NumberedText.Meta):
        abstract = False
        verbose_name = _("連携・協力事項")
        verbose_name_plural = _("連携・協力事項")
        constraints = [
            *NumberedText.Meta.constraints,
            models.CheckConstraint(
                condition=Q(level__in=Level.values),
                name="partnerships_commitment_level_known",
                violation_error_message="段階を一覧から選んでください。",
            ),
        ]
