"""Companies, banks, support agencies, networks, councils and facilities."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.codes import is_valid_corporate_number
from common.fields import StatedDateField
from editorial.models import LinkQuerySet, Record, RecordQuerySet, Tracked
from municipalities.models import Municipality


class OrganizationKind(models.TextChoices):
    COMPANY = "company", _("企業")
    BANK = "bank", _("金融機関")
    UNIVERSITY = "university", _("大学・教育機関")
    SUPPORT = "support", _("支援機関")
    NETWORK = "network", _("ネットワーク")
    COUNCIL = "council", _("会議体")
    FACILITY = "facility", _("拠点・施設")
    ADMINISTRATION = "administration", _("行政機関")
    OTHER = "other", _("その他・資料に記載なし")


def validate_corporate_number(number: str) -> None:
    """Refuse what is no 法人番号: 13 digits whose first one is the check digit."""
    if not is_valid_corporate_number(number):
        raise ValidationError(
            "法人番号「%(number)s」が正しくありません。半角数字13桁で、検査数字（最初の1桁）も含めて"
            "入力してください。",
            params={"number": number},
        )


class Organization(Record):
    kind = models.CharField(_("種類"), max_length=20, choices=OrganizationKind)
    name = models.CharField(_("名称"), max_length=120)
    kana = models.CharField(_("読み"), max_length=200, blank=True)
    name_en = models.CharField(_("英語名"), max_length=200, blank=True)
    corporate_number = models.CharField(
        _("法人番号"),
        max_length=13,
        blank=True,
        validators=[validate_corporate_number],
        help_text="13桁。国税庁の公表サイトで確かめて入力します。",
    )
    is_tentative = models.BooleanField(_("仮称"), default=False)
    is_planned = models.BooleanField(_("整備予定"), default=False)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("上部組織"),
        related_name="units",
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("所在する市区町村"),
        related_name="organizations",
    )
    address = models.CharField(_("住所（原文のまま）"), max_length=200, blank=True)
    description = models.TextField(_("説明"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("機関・企業")
        verbose_name_plural = _("機関・企業")
        ordering = ["kana", "name", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=OrganizationKind.values),
                name="organizations_organization_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="organizations_organization_not_own_parent",
                violation_error_message="自分自身を上部組織にはできません。",
            ),
            models.CheckConstraint(
                condition=Q(corporate_number="") | Q(corporate_number__regex=r"^[0-9]{13}$"),
                name="organizations_organization_corporate_number_digits",
                violation_error_message="法人番号は半角数字13桁で入力してください。",
            ),
            models.UniqueConstraint(
                fields=["corporate_number"],
                condition=~Q(corporate_number=""),
                name="organizations_organization_corporate_number_once",
                violation_error_message="この法人番号の機関・企業はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（仮称）" if self.is_tentative else self.name

    def get_absolute_url(self) -> str:
        return reverse("organization", args=[self.slug])


class AliasKind(models.TextChoices):
    SHORT = "short", _("略称")
    VARIANT = "variant", _("別表記")
    FORMER = "former", _("旧称")


class OrganizationAlias(Tracked):
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, verbose_name=_("機関・企業"), related_name="aliases"
    )
    kind = models.CharField(_("種類"), max_length=20, choices=AliasKind)
    name = models.CharField(_("別名"), max_length=120)

    class Meta:
        verbose_name = _("別名")
        verbose_name_plural = _("別名")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=AliasKind.values),
                name="organizations_organizationalias_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
            models.UniqueConstraint(
                fields=["organization", "name"],
                name="organizations_organizationalias_once",
                violation_error_message="この別名はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Representative(Tracked):
    """Who held which office, as a document states it. The office is the one held at `as_of`."""

    organization = models.ForeignKey(
        Organization,
        on_delete=models.CASCADE,
        verbose_name=_("機関・企業"),
        related_name="representatives",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    office = models.CharField(_("役職（当時）"), max_length=120)
    name = models.CharField(_("氏名（原文のまま）"), max_length=120)
    as_of = StatedDateField("時点")

    class Meta:
        verbose_name = _("代表者")
        verbose_name_plural = _("代表者")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.office} {self.name}"


class LinkKind(models.TextChoices):
    MEMBER = "member", _("構成機関")
    SECRETARIAT = "secretariat", _("事務局")
    COOPERATION = "cooperation", _("連携協定")
    SUBORDINATE = "subordinate", _("下部組織")


_INVERSE = {
    LinkKind.MEMBER: _("構成機関となっている会議体・ネットワーク"),
    LinkKind.SECRETARIAT: _("事務局を務める会議体・ネットワーク"),
    LinkKind.COOPERATION: _("連携協定の相手"),
    LinkKind.SUBORDINATE: _("上位の会議体・組織"),
}


class OrganizationLinkQuerySet(LinkQuerySet):
    ends = ("of", "organization")


class OrganizationLink(Tracked):
    """`organization` is a member (secretariat, …) of `of`."""

    of = models.ForeignKey(
        Organization, on_delete=models.CASCADE, verbose_name=_("相手の機関"), related_name="links"
    )
    kind = models.CharField(_("関係"), max_length=20, choices=LinkKind)
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        verbose_name=_("機関・企業"),
        related_name="linked_to",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    objects = OrganizationLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("機関どうしの関係")
        verbose_name_plural = _("機関どうしの関係")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=LinkKind.values),
                name="organizations_organizationlink_kind_known",
                violation_error_message="関係を一覧から選んでください。",
            ),
            models.UniqueConstraint(
                fields=["of", "kind", "organization"],
                name="organizations_organizationlink_once",
                violation_error_message="この関係はすでに登録されています。",
            ),
            models.CheckConstraint(
                condition=~Q(of=F("organization")),
                name="organizations_organizationlink_two_ends",
                violation_error_message="同じ機関どうしを結ぶことはできません。",
            ),
        ]

    @property
    def inverse_label(self) -> str:
        """What `of` is to `organization`."""
        return str(_INVERSE[LinkKind(self.kind)])

    def __str__(self) -> str:
        return f"{self.of}―{self.get_kind_display()}―{self.organization}"
