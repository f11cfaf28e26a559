"""Searching in the lasting content."""

from search.find import search
from tests.portal.markup import parse
from tests.world import NOW


def found(asked, **limits):
    """The titles found in the lasting content, by the key of their noun."""
    groups = search(asked, NOW, **limits)
    return {group.noun.key: [hit.entry.title for hit in group.hits] for group in groups}


def towns(asked):
    return found(asked, only="municipalities").get("municipalities", [])


def first(asked, noun):
    """The first hit of a noun."""
    [group] = search(asked, NOW, only=noun)
    return group.hits[0]


def in_brackets(passage):
    return "".join(f"[{text}]" if is_found else text for text, is_found in passage.pieces)


def visit(client, asked, prefix="", **more):
    response = client.get(f"{prefix}/search/", {"q": asked, **more})
    assert response.status_code == 200
    return parse(response.content.decode())
