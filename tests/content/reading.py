"""The content of the five documents, as readers find it in the portal."""

from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from django.test import Client

from common.text import plain

# Of the 1,741 places a walk follows only these.
PLACES = {
    f"/municipalities/{code}/"
    for code in ("012041", "012050", "012068", "012076", "012084", "432164")
} | {"/prefectures/01/"}


def body_of(address: str) -> Element:
    response = Client().get(address)
    assert response.status_code == 200, address
    body = html5lib.parse(response.content.decode(), namespaceHTMLElements=False).find("body")
    assert body is not None
    for parent in list(body.iter()):
        for script in parent.findall("script"):
            parent.remove(script)
    return body


def words(element: Element) -> str:
    """The text as a reader sees it, white space and markup apart."""
    return plain("".join(element.itertext()))


def read(address: str) -> str:
    return words(body_of(address))


def shown(address: str) -> str:
    """What the page says before any source is opened."""
    body = body_of(address)
    for element in body.iter():
        for source in element.findall("details[@class='source']"):
            after = source.tail
            source.clear()
            source.tail = after
    return words(body)


def walk() -> dict[str, str]:
    """The text of every Japanese page that links lead to from the home page."""
    texts: dict[str, str] = {}
    waiting = ["/", *PLACES]
    while waiting:
        address = waiting.pop()
        if address in texts:
            continue
        body = body_of(address)
        texts[address] = words(body)
        links = [urljoin(address, link.get("href")) for link in body.iterfind(".//a[@href]")]
        waiting += [link.split("#")[0] for link in links if is_followed(link)]
    return texts


def is_followed(address: str) -> bool:
    left_out = (
        "/en/",
        "/static/",
        "/municipalities/",
        "/prefectures/",
        "/corrections/",
        "/search/",
    )
    parts = urlsplit(address)
    # A query asks for a part of what the page without it shows.
    is_page = not parts.query and not parts.path.endswith((".csv", ".json", ".txt", ".xlsx"))
    return is_page and address.startswith("/") and not address.startswith(left_out)
