"""What the public is told of a change to the record of an agreement."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import Tracked
from partnerships.models.agreement import Agreement


class ChangeNote(Tracked):
    """「変更のお知らせ」: what the portal corrected or added, and when.

    What the partners changed is no note but an `Amendment`; what was typed, and by whom, is
    history, which only staff read.
    """

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, verbose_name=_("協定等"), related_name="change_notes"
    )
    noted_on = models.DateField(_("お知らせの日"))
    text = models.TextField(
        _("お知らせの内容"),
        help_text="公開ページに示します。例：締結日を、5月10日の資料に基づいて追加しました。",
    )

    class Meta:
        verbose_name = _("変更のお知らせ")
        verbose_name_plural = _("変更のお知らせ")
        ordering = ["-noted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="partnerships_changenote_not_empty",
                violation_error_message="お知らせの内容を入力してください。",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
