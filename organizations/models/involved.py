"""Whoever stands as party, maker, participant, issuer or member: always one body."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bureaus.models import Bureau
from editorial.models import Tracked, public_at
from municipalities.models import Municipality, Prefecture, Subprefecture
from organizations.models.organization import Organization

BODIES = ("bureau", "prefecture", "subprefecture", "municipality", "organization")
Body = Bureau | Prefecture | Subprefecture | Municipality | Organization


def one_body() -> models.CheckConstraint:
    """Exactly one of the five foreign keys, or words as printed."""
    condition = Q()
    for chosen in (*BODIES, None):
        others = {f"{name}__isnull": name != chosen for name in BODIES}
        words = Q(name_as_stated="") if chosen else ~Q(name_as_stated="")
        condition |= Q(**others) & words
    return models.CheckConstraint(
        condition=condition,
        name="%(app_label)s_%(class)s_one_body",
        violation_error_message=(
            "局・都道府県・振興局・市区町村・機関のうち一つだけを選ぶか、"
            "どれもない場合は「名称（原文のまま）」だけを入力してください。"
        ),
    )


def each_body_once(holder: str, prefix: str) -> list[models.UniqueConstraint]:
    """No body twice in what the foreign key `holder` names; `prefix`: "<app>_<model>"."""
    return [
        models.UniqueConstraint(
            fields=[holder, body],
            condition=Q(**{f"{body}__isnull": False}),
            name=f"{prefix}_{body}_once",
            violation_error_message="同じ機関が二度登録されています。",
        )
        for body in BODIES
    ]


class InvolvedQuerySet(models.QuerySet[Any]):
    def with_public_body(self, now: datetime) -> Self:
        """Without the rows whose organisation is not public: a link shows only with both ends."""
        return self.filter(Q(organization__isnull=True) | public_at(now, "organization__"))

    def with_bodies(self) -> Self:
        return self.select_related(*BODIES)


class Involved(Tracked):
    bureau = models.ForeignKey(
        Bureau, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("経済産業局")
    )
    prefecture = models.ForeignKey(
        Prefecture, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("都道府県")
    )
    subprefecture = models.ForeignKey(
        Subprefecture, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("振興局")
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("市区町村")
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("機関・企業")
    )
    name_as_stated = models.CharField(
        _("名称（原文のまま）"),
        max_length=200,
        blank=True,
        help_text="上のどれにも当たらないときだけ、資料の言葉のまま入力します。例：十勝18町村",
    )

    objects: ClassVar[Any] = InvolvedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [one_body()]

    def __str__(self) -> str:
        return self.body_name

    @property
    def body_name(self) -> str:
        return str(self.body or self.name_as_stated)

    @property
    def body(self) -> Body | None:
        """The row that stands here, or None where only the words are known."""
        return next((getattr(self, name) for name in BODIES if getattr(self, f"{name}_id")), None)
