"""What a field is called for people."""

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _


def label_of(model: type[models.Model], field: str) -> str:
    """The Japanese (or translated) name of a citable field; of the row itself for `body`."""
    attribute = getattr(model, field, None)
    if label := getattr(attribute, "label", ""):
        return _(label)
    try:
        return str(model._meta.get_field(field).verbose_name)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return str(model._meta.verbose_name)
