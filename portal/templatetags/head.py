"""What the head of a page says twice: `{% load head %}`."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe

register = template.Library()


class CaptureNode(template.Node):
    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Any) -> str:
        """Keep what is inside as one line of text; what was escaped there stays so."""
        text = " ".join(strip_tags(self.nodelist.render(context)).split())
        context[self.name] = mark_safe(text)
        return ""


@register.tag
def capture(parser: Parser, token: Token) -> CaptureNode:
    """`{% capture name %}{% block … %}…{% endcapture %}`: a block for more than one place."""
    _, name = token.split_contents()
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return CaptureNode(nodelist, name)
