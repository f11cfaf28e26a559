"""The head of a page: its title, and the address by which search engines know it.

A query makes another page where it turns the pages of a whole list (`?page=2`) or of the calendar
(`?month=`, `?fiscal_year=`): its address keeps that, in both languages. Any other query (words,
conditions, an order, what is compared) gives a view of a page: it is not for search engines, and
its address is that of the page alone. Empty values and the first page are the page itself.
"""

from dataclasses import dataclass
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.base import NodeList, Parser, Token
from django.utils.html import strip_tags
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

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


@dataclass(frozen=True)
class Own:
    """`query`: what of the query belongs to the address; `is_view`: it shows a page in part."""

    query: str
    is_view: bool


@register.simple_tag(takes_context=True)
def own_address(context: Any) -> Own:
    """`turned`: the query that a view of its own takes for another page."""
    turned = dict(context.get("turned", {}))
    if isinstance(context.get("page"), Page):
        turned["page"] = _page_number(context)
    asked = {name for name, values in context["request"].GET.lists() if any(values)}
    if asked - turned.keys():
        return Own("", is_view=True)
    kept = {name: value for name, value in turned.items() if value}
    return Own(f"?{urlencode(kept)}" if kept else "", is_view=False)


@register.simple_tag(takes_context=True)
def told_in_title(context: Any) -> str:
    """Which part of a list is shown: the conditions in force and, from the second on, the page."""
    told = [
        _("{label}：{value}").format(label=c.label, value=c.value) for c in context.get("chips", ())
    ]
    if narrowed := context.get("narrowed"):
        told += [choice.label for choice in narrowed.choices if choice.chosen]
    if number := _page_number(context):
        told.append(_("{number}ページ目").format(number=number))
    return "".join(_("（{told}）").format(told=one) for one in told)


def _page_number(context: Any) -> int:
    """Of the second page and on; the first is the list itself."""
    page = context.get("page")
    return page.number if isinstance(page, Page) and page.number > 1 else 0
