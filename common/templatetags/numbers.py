"""Numbers as people write them."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def number(value: Decimal | int | None) -> str:
    """With commas, without zeros at the end: 32,000 and 8.6; nothing for None."""
    if value is None:
        return ""
    text = f"{Decimal(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
