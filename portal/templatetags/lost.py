"""What a page can still say that is not there, or answers without a request: `{% load lost %}`."""

import re
from urllib.parse import unquote

from django import template

from portal import context_processors

register = template.Library()

MOST_WORDS = 4


@register.simple_tag
def notice() -> str:
    """Whose site this is not, as every page says; answers without a request have no context."""
    return context_processors.notice()


@register.filter
def words_of_address(path: str) -> str:
    """What the reader may have looked for: the words of the last part of an address."""
    parts = [part for part in unquote(path).split("/") if part]
    words = re.findall(r"\w+", parts[-1])[:MOST_WORDS] if parts else []
    return " ".join(words)[:60]
