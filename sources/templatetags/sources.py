"""`{% cite row "field" %}`: the sources of a value, beside the value."""

from typing import Any

from django import template
from django.db import models
from django.template.context import Context

from sources.labels import label_of

register = template.Library()


@register.inclusion_tag("components/source.html", takes_context=True)
def cite(context: Context, row: models.Model, field: str) -> dict[str, Any]:
    """The page's view puts a `sources.shown.Sources` into the context as `sources`."""
    sources = context["sources"]
    return {
        "citations": sources.citations(row, field),
        "shown": sources.difference(row, field),
        "label": label_of(type(row), field),
        "request": context["request"],
    }
