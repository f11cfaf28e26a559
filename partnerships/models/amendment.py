"""What changed an agreement after it was concluded: amendments and renewals."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from editorial.models import Tracked
from partnerships.models.agreement import Agreement


class AmendmentKind(models.TextChoices):
    AMENDMENT = "amendment", _("内容の変更")
    RENEWAL = "renewal", _("更新・延長")


class Amendment(Tracked):
    """A renewal says until when; the latest one agreed decides the period (`rules.status_on`).

    A new agreement in place of the old one is no renewal but a successor (`Agreement.succeeds`);
    an end before the period's is `Agreement.ended_on`.
    """

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, verbose_name=_("協定等"), related_name="amendments"
    )
    kind = models.CharField(_("種類"), max_length=20, choices=AmendmentKind)
    agreed_on = StatedDateField("変更・更新の日")
    ends_on = StatedDateField("更新後の協力期間の終わり")
    text = models.TextField(_("変更・更新の内容（原文のまま）"))

    class Meta:
        verbose_name = _("変更・更新")
        verbose_name_plural = _("変更・更新")
        ordering = [F("agreed_on_last").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=AmendmentKind.values),
                name="partnerships_amendment_kind_known",
                violation_error_message="種類を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(kind=AmendmentKind.AMENDMENT, ends_on_text="", ends_on_certainty="")
                | (
                    Q(kind=AmendmentKind.RENEWAL, agreed_on_last__isnull=False)
                    & ~Q(ends_on_text="")
                ),
                name="partnerships_amendment_renewal_dated",
                violation_error_message=(
                    "更新・延長のときは、その日と、更新後の協力期間の終わりを入力してください。"
                    "内容の変更のときは、協力期間の終わりを空欄にしてください。"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
