"""Prefectures, subprefectures and municipalities: reference data from `fixtures/reference/`.

`manage.py load_reference` writes it; there is no history and nobody edits it by hand.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CharField, F, Func, Q, Value
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.codes import is_valid_municipality_code

from .querysets import MunicipalityQuerySet, PlaceQuerySet

HOKKAIDO = "01"


def digits_only(field: str, length: int) -> Q:
    """Condition: exactly `length` ASCII digits.

    LTRIM, not a regular expression: SQLite knows REGEXP only inside Django, and other programs
    must be able to write, check and compact the file (docs/adr/0006-municipality-data.md).
    """
    rest = Func(F(field), Value("0123456789"), function="LTRIM", output_field=CharField())
    return Q(Exact(Length(field), length), Exact(rest, Value("")))


def validate_municipality_code(code: str) -> None:
    if not is_valid_municipality_code(code):
        raise ValidationError(
            f"団体コード「{code}」の検査数字が合いません。6桁のコードを確かめてください。"
        )


class Place(models.Model):
    """What every kind of place has."""

    name = models.CharField("名称", max_length=40)
    kana = models.CharField("かな", max_length=60)
    name_en = models.CharField("英語名", max_length=80)

    class Meta:
        abstract = True
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name


class Prefecture(Place):
    code = models.CharField("都道府県コード", max_length=2, unique=True)

    objects = PlaceQuerySet.as_manager()

    class Meta(Place.Meta):
        verbose_name = "都道府県"
        verbose_name_plural = "都道府県"
        constraints = [
            models.CheckConstraint(
                condition=digits_only("code", 2),
                name="municipalities_prefecture_code_two_digits",
                violation_error_message="都道府県コードは2桁の数字です。",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("prefecture", args=[self.code])


class Subprefecture(Place):
    """One of the fourteen (総合)振興局 of Hokkaido."""

    code = models.CharField("標準地域コード", max_length=5, unique=True)
    slug = models.SlugField("スラッグ", max_length=20, unique=True)
    prefecture = models.ForeignKey(
        Prefecture,
        on_delete=models.PROTECT,
        related_name="subprefectures",
        verbose_name="都道府県",
    )

    objects = PlaceQuerySet.as_manager()

    class Meta(Place.Meta):
        verbose_name = "振興局"
        verbose_name_plural = "振興局"
        constraints = [
            models.CheckConstraint(
                condition=digits_only("code", 5),
                name="municipalities_subprefecture_code_five_digits",
                violation_error_message="標準地域コードは5桁の数字です。",
            ),
        ]


class Municipality(Place):
    """A municipality in one period. A merger under the same code makes a second row.

    `valid_from` is the first day; None: the register records no beginning. `valid_until` is the
    day of abolition (廃止日), the first day on which it no longer exists; None: it stands.
    """

    class Kind(models.TextChoices):
        CITY = "city", _("市")
        DESIGNATED_CITY = "designated_city", _("政令指定都市")
        TOWN = "town", _("町")
        VILLAGE = "village", _("村")
        SPECIAL_WARD = "special_ward", _("特別区")

    code = models.CharField("団体コード", max_length=6, validators=[validate_municipality_code])
    romaji = models.SlugField("ローマ字", max_length=40, help_text="市・町などを除いた部分")
    kind = models.CharField("種別", max_length=20, choices=Kind)
    prefecture = models.ForeignKey(
        Prefecture,
        on_delete=models.PROTECT,
        related_name="municipalities",
        verbose_name="都道府県",
    )
    subprefecture = models.ForeignKey(
        Subprefecture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="municipalities",
        verbose_name="振興局",
    )
    latitude = models.DecimalField(
        "役所の緯度", max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        "役所の経度", max_digits=8, decimal_places=5, null=True, blank=True
    )
    valid_from = models.DateField(
        "設置日", null=True, blank=True, help_text="空欄は、設置日を収録していないもの"
    )
    valid_until = models.DateField(
        "廃止日", null=True, blank=True, help_text="空欄は、現存するもの"
    )
    successors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="predecessors",
        verbose_name="後継の市区町村",
    )

    objects = MunicipalityQuerySet.as_manager()

    class Meta(Place.Meta):
        verbose_name = "市区町村"
        verbose_name_plural = "市区町村"
        ordering = ["code", F("valid_until").desc(nulls_first=True)]
        constraints = [
            models.CheckConstraint(
                condition=digits_only("code", 6),
                name="municipalities_municipality_code_six_digits",
                violation_error_message="団体コードは6桁の数字です。",
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(valid_until__isnull=True),
                name="municipalities_municipality_one_current_per_code",
                violation_error_message="この団体コードの現存する市区町村は既に登録されています。",
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(valid_from__isnull=True),
                name="municipalities_municipality_one_first_per_code",
                violation_error_message="この団体コードで設置日のない市区町村は既に登録されています。",
            ),
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="municipalities_municipality_code_and_day",
                violation_error_message="同じ団体コードと設置日の市区町村が既に登録されています。",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_from__lt=F("valid_until")),
                name="municipalities_municipality_period_in_order",
                violation_error_message="廃止日は設置日より後の日にしてください。",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(20, 46),
                    longitude__range=(122, 154),
                ),
                name="municipalities_municipality_office_in_japan",
                violation_error_message="緯度と経度は両方を、日本国内の値で入力してください。",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("municipality", args=[self.code])

    def clean(self) -> None:
        hokkaido = bool(self.prefecture_id) and self.prefecture.code == HOKKAIDO
        if hokkaido != bool(self.subprefecture_id):
            raise ValidationError(
                {"subprefecture": "振興局は北海道の市町村だけに、必ず指定してください。"}
            )
