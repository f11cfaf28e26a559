"""The documents that the portal's facts come from."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from editorial.models import Record, RecordQuerySet, Tracked
from organizations.models import Involved, each_body_once


class DocumentKind(models.TextChoices):
    PRESS_RELEASE = "press_release", _("発表資料")
    SIGNED_TEXT = "signed_text", _("覚書・協定の本文")
    PLAN = "plan", _("計画書")
    REPORT = "report", _("報告・結果")
    OTHER = "other", _("その他の資料")


class SourceDocument(Record):
    kind = models.CharField(_("種類"), max_length=20, choices=DocumentKind)
    title = models.CharField(_("標題"), max_length=300)
    subtitle = models.CharField(_("副題"), max_length=300, blank=True)
    issued_on = StatedDateField("発表日")
    # Where a document has no date: from what it says of others. 昨年度 counts from here.
    reference_on = StatedDateField("作成時期（推定）")
    contact_office = models.CharField(
        _("問い合わせ先（部署）"),
        max_length=200,
        blank=True,
        help_text="部署までを入力します。担当者の氏名は登録しません。",
    )
    contact_phone = models.CharField(_("電話"), max_length=60, blank=True)
    contact_fax = models.CharField(_("FAX"), max_length=60, blank=True)
    contact_email = models.EmailField(_("E-mail"), blank=True)
    url = models.URLField(_("掲載先のURL"), max_length=500, blank=True)
    outline = models.TextField(
        _("見出しの順"),
        blank=True,
        help_text="資料の見出しを、出てくる順に一行に一つずつ。出典の「箇所」はこの中から選びます。",
    )
    text_file = models.CharField(
        _("登録テキストのファイル名"),
        max_length=120,
        blank=True,
        help_text="引用が原文のとおりかを確かめるときに使います。公開されません。",
    )

    # Set by the list: how many public values rest on it.
    told: int

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("資料")
        verbose_name_plural = _("資料")
        ordering = [F("issued_on_first").desc(nulls_last=True), "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=DocumentKind.values),
                name="sources_sourcedocument_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(slug__isnull=True) | ~Q(slug="differences"),
                name="sources_sourcedocument_address_free",
                violation_error_message=(
                    "「differences」は別のページのアドレスです。ほかの名前にしてください。"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.slug])

    @property
    def places(self) -> list[str]:
        """The document's headings in its own order."""
        return [line.strip() for line in self.outline.splitlines() if line.strip()]


class DocumentIssuer(Involved):
    document = models.ForeignKey(
        SourceDocument, on_delete=models.CASCADE, verbose_name=_("資料"), related_name="issuers"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("発表機関")
        verbose_name_plural = _("発表機関")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            *each_body_once("document", "sources_documentissuer"),
        ]


class GapKind(models.TextChoices):
    LOST = "lost", _("テキスト化で失われた部分")
    OMITTED = "omitted", _("登録していない部分")


class DocumentGap(Tracked):
    """A part of the document that the portal does not hold: a lost figure, a name left out."""

    document = models.ForeignKey(
        SourceDocument, on_delete=models.CASCADE, verbose_name=_("資料"), related_name="gaps"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    kind = models.CharField(_("種類"), max_length=20, choices=GapKind, default=GapKind.LOST)
    place = models.CharField(_("箇所"), max_length=300)
    quotation = models.TextField(_("手がかりとなる記載（原文のまま）"), blank=True)
    description = models.TextField(_("載せていないもの"))

    class Meta:
        verbose_name = _("載せていない部分")
        verbose_name_plural = _("載せていない部分")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=GapKind.values),
                name="sources_documentgap_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
        ]

    def __str__(self) -> str:
        return self.description[:60]
