"""`{% drawing row as picture %}`: an indicator as a picture, with what an editor judged marked."""

from typing import Any

from django import template
from django.template.context import Context

from monitoring.charts import Drawing, draw
from monitoring.tables import Row
from sources.models import Basis

register = template.Library()


@register.simple_tag(takes_context=True)
def drawing(context: Context, row: Row) -> Drawing | None:
    return draw(row.indicator, row.parts, _judged(context["sources"], row.indicator))


def _judged(sources: Any, indicator: Any) -> dict[int, str]:
    """The reasons by the values' keys: what the table marks as 編集上の補足."""
    return {
        value.pk: citation.reason
        for value in indicator.values.all()
        for citation in sources.citations(value, "amount")[:1]
        if citation.basis == Basis.EDITORIAL
    }
