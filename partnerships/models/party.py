"""Who concludes an agreement."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Involved, each_body_once
from partnerships.models.agreement import Agreement


class Party(Involved):
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, verbose_name=_("協定等"), related_name="parties"
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("当事者")
        verbose_name_plural = _("当事者")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            *each_body_once("agreement", "partnerships_party"),
        ]
