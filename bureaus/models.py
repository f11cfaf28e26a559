"""The regional bureaus of economy and their staff."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from municipalities.models import Prefecture


class Bureau(models.Model):
    slug = models.SlugField("スラッグ", unique=True)
    order = models.PositiveSmallIntegerField("並び順（北から）", unique=True)
    name = models.CharField("名称", max_length=60, unique=True)
    short_name = models.CharField("略称", max_length=20)
    name_en = models.CharField("英語名", max_length=120)
    prefectures = models.ManyToManyField(
        Prefecture,
        through="Jurisdiction",
        verbose_name="管轄する都道府県",
        related_name="bureaus",
    )

    class Meta:
        verbose_name = "経済産業局"
        verbose_name_plural = "経済産業局"
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name

    def get_absolute_url(self) -> str:
        return reverse("bureau", args=[self.slug])


class Jurisdiction(models.Model):
    """A prefecture in a bureau's area. Each prefecture lies in exactly one (経済産業省組織令)."""

    bureau = models.ForeignKey(Bureau, on_delete=models.CASCADE, verbose_name="経済産業局")
    prefecture = models.OneToOneField(
        Prefecture,
        on_delete=models.PROTECT,
        verbose_name="都道府県",
        error_messages={"unique": "この都道府県は、すでに別の局の管轄として登録されています。"},
    )

    class Meta:
        verbose_name = "管轄"
        verbose_name_plural = "管轄"
        ordering = ["prefecture__code"]

    def __str__(self) -> str:
        return f"{self.bureau.short_name}：{self.prefecture}"


class Scope(models.TextChoices):
    """Whose records a member of staff sees; never derived from an empty bureau."""

    BUREAU = "bureau", "所属する局"
    HEADQUARTERS = "headquarters", "本省（全局の閲覧）"
    SYSTEM = "system", "システム管理（全局）"


class UserManager(DjangoUserManager["User"]):
    def create_superuser(
        self,
        username: str,
        email: str | None = None,
        password: str | None = None,
        **extra_fields: Any,
    ) -> "User":
        return super().create_superuser(
            username, email, password, **{"scope": Scope.SYSTEM, **extra_fields}
        )


class User(AbstractUser):
    scope = models.CharField(
        "権限の範囲",
        max_length=20,
        choices=Scope,
        help_text="「所属する局」を選ぶときは、所属する局も選んでください。",
    )
    bureau = models.ForeignKey(
        Bureau,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="所属する局",
        related_name="staff",
    )

    objects = UserManager()  # type: ignore[misc]

    class Meta:
        verbose_name = "職員"
        verbose_name_plural = "職員"
        constraints = [
            models.CheckConstraint(
                condition=Q(scope__in=Scope.values),
                name="bureaus_user_scope_known",
                violation_error_message="権限の範囲を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(scope=Scope.BUREAU, bureau__isnull=False)
                | (~Q(scope=Scope.BUREAU) & Q(bureau__isnull=True)),
                name="bureaus_user_scope_matches_bureau",
                violation_error_message=_(
                    "「所属する局」の職員には局を一つ選び、本省・システム管理の職員には局を選ばないでください。"
                ),
            ),
        ]

    def reads_all_bureaus(self) -> bool:
        return self.scope in {Scope.SYSTEM, Scope.HEADQUARTERS}

    def edits_all_bureaus(self) -> bool:
        return self.scope == Scope.SYSTEM
