"""What a page that is not there can still offer: `{% load lost %}`."""

import re
from urllib.parse import unquote

from django import template

register = template.Library()

MOST_WORDS = 4


@register.filter
def words_of_address(path: str) -> str:
    """What the reader may have looked for: the words of the last part of an address."""
    parts = [part for part in unquote(path).split("/") if part]
    words = re.findall(r"\w+", parts[-1])[:MOST_WORDS] if parts else []
    return " ".join(words)[:60]
