"""Topics, by which readers find agreements."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from editorial.models import Record, RecordQuerySet, Tracked
from partnerships.models.agreement import Agreement
from partnerships.querysets import AgreementThemeQuerySet


class Theme(Record):
    name = models.CharField(_("分野"), max_length=60, unique=True)
    kana = models.CharField(_("読み"), max_length=120)
    name_en = models.CharField(_("英語名"), max_length=120)
    description = models.TextField(_("説明"), blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("分野")
        verbose_name_plural = _("分野")
        ordering = ["kana", "pk"]
        constraints = [*Record.Meta.constraints]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name

    def get_absolute_url(self) -> str:
        return reverse("theme", args=[self.slug])


class ThemeState(models.TextChoices):
    DECIDED = "decided", _("テーマ")
    CANDIDATE = "candidate", _("候補テーマ")


class AgreementTheme(Tracked):
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, verbose_name=_("協定等"), related_name="theme_links"
    )
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, verbose_name=_("分野"), related_name="agreement_links"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    state = models.CharField(
        _("状態"), max_length=20, choices=ThemeState, default=ThemeState.DECIDED
    )
    words = models.CharField(
        _("資料の言葉"),
        max_length=120,
        blank=True,
        help_text="資料が分野を別の言葉で挙げているとき、その言葉のまま入力します。",
    )

    objects = AgreementThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("協定等の分野")
        verbose_name_plural = _("協定等の分野")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ThemeState.values),
                name="partnerships_agreementtheme_state_known",
                violation_error_message="「テーマ」か「候補テーマ」を選んでください。",
            ),
            models.UniqueConstraint(
                fields=["agreement", "theme"],
                name="partnerships_agreementtheme_once",
                violation_error_message="この分野はすでに選ばれています。",
            ),
        ]

    def __str__(self) -> str:
        return str(self.theme)
