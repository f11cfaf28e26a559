"""Where and when an agreement was, or was to be, signed, and who attended."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from editorial.models import Tracked
from partnerships.models.agreement import Agreement
from partnerships.models.party import Party
from partnerships.querysets import AttendeeQuerySet


class Ceremony(Tracked):
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, verbose_name=_("協定等"), related_name="ceremonies"
    )
    held_on = StatedDateField("日")
    hours = models.CharField(
        _("時刻（原文）"), max_length=60, blank=True, help_text="例：13:30~14:00"
    )
    place = models.CharField(_("場所"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("締結式")
        verbose_name_plural = _("締結式")
        ordering = [F("held_on_first").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(held_on_text="", held_on_certainty="", hours="", place=""),
                name="partnerships_ceremony_not_empty",
                violation_error_message="締結式の日・時刻・場所のどれかを入力してください。",
            ),
        ]

    def __str__(self) -> str:
        return str(self.held_on or self.place)


class Attendee(Tracked):
    """An office-holder acting in office; the office is the one held at the time."""

    ceremony = models.ForeignKey(
        Ceremony, on_delete=models.CASCADE, verbose_name=_("締結式"), related_name="attendees"
    )
    party = models.ForeignKey(
        Party,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("どの当事者の出席者か"),
        related_name="attendees",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    office = models.CharField(_("役職（当時）"), max_length=120)
    name = models.CharField(_("氏名"), max_length=120, blank=True)

    objects = AttendeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("出席者")
        verbose_name_plural = _("出席者")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.office} {self.name}".strip()

    def clean(self) -> None:
        if self.party and self.party.agreement_id != self.ceremony.agreement_id:
            raise ValidationError({"party": "この締結式の協定等の当事者を選んでください。"})
