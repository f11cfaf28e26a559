"""Pages as trees."""

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

INLINE = {"a", "b", "mark", "span", "time"}


@lru_cache(maxsize=200)
def parse(text: str) -> Element:
    """The page; markup that a browser would have to mend is an error. Shared: to be read only."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def links(address: str, page: Element) -> Iterator[tuple[str, str]]:
    """The addresses inside the site that a page leads to, each with its fragment.

    Not those that robots shall leave: the same page once more for every page of the site.
    """
    for link in page.iter("a"):
        if link.get("rel") == "nofollow":
            continue
        target = urlsplit(urljoin(address, link.get("href")))
        if not target.scheme and not target.netloc:
            yield target._replace(fragment="").geturl(), target.fragment


def words(page: Element) -> str:
    """The text of a page as a reader sees it: a blank between blocks, and for white space."""
    return " ".join("".join(_texts(page)).split())


def _texts(element: Element) -> Iterator[str]:
    if element.tag == "script":
        return
    edge = "" if element.tag in INLINE else " "
    yield edge + (element.text or "")
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield edge
