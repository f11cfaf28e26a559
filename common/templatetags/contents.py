"""`{% contents %}…{% endcontents %}`: the table of contents of what stands between."""

import re
from collections.abc import Iterator

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
FEWEST = 3  # fewer sections need no table


class ContentsNode(template.Node):
    """Read from the headings as rendered, so that the table lists what the page holds.

    A section that is not shown on a page is not listed either, and no view repeats the conditions.
    """

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        sections = self.nodelist.render(context)
        headings = list(headings_in(sections))
        if len(headings) < FEWEST:
            return sections
        table = context.template.engine.get_template("components/contents.html")  # type: ignore[union-attr]
        with context.push(headings=headings):
            return mark_safe(table.render(context) + sections)


def headings_in(html: str) -> Iterator[tuple[str, SafeString]]:
    """Id and words of each second-level heading that has an id."""
    for found in HEADING.finditer(html):
        yield found[1], mark_safe(strip_tags(found[2]).strip())


@register.tag
def contents(parser: Parser, token: Token) -> ContentsNode:
    nodelist = parser.parse(("endcontents",))
    parser.delete_first_token()
    return ContentsNode(nodelist)
