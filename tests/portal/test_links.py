"""Every page can be reached, and every link of a page leads to one."""

import re

import pytest

from tests.portal.addresses import FORMATS, LANGUAGES, addresses, language_of
from tests.portal.crowd import add_crowd
from tests.portal.markup import links, parse

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("asked", ["en", "ja", "fr, en;q=0.5"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_asked_language_changes_nothing(world, client, language, asked):
    for address in ("/", world.agreement.get_absolute_url(), "/nonsense/"):
        address = address if language == "ja" else f"/en{address}"
        plain, other = client.get(address), client.get(address, headers={"accept-language": asked})
        assert other.content == plain.content
        assert other.headers.items() == plain.headers.items()


def test_no_link_is_dead(world, client):
    waiting, seen, places, pointed = ["/", "/en/"], set(), {}, []
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        assert response.status_code == 200, address
        seen.add(address)
        if not response.headers["Content-Type"].startswith("text/html"):
            continue
        body = response.content.decode()
        places[address] = set(re.findall(r'\bid="([^"]+)"', body))
        for target, fragment in links(address, parse(body)):
            # Conditions are followed one by one, not in all their combinations.
            if "?" in address and "?" in target and target not in seen:
                continue
            assert language_of(target) == language_of(address) or is_translation(target, address)
            if fragment:
                pointed.append((address, target, fragment))
            if target not in seen and target not in waiting:
                waiting.append(target)
    assert not [one for one in pointed if one[2] not in places[one[1]]], "places that are not there"
    public = {
        address for group in addresses(world).values() for address in group if "?" not in address
    }
    assert not public - seen, "pages that no link leads to"


def is_translation(target, address):
    return target.removeprefix("/en") == address.removeprefix("/en")


def test_long_lists_lead_on_to_every_page(world, client):
    add_crowd(world, range(25))
    pages = {kind: group for kind, group in addresses(world).items() if kind not in FORMATS}
    for kind, group in pages.items():
        first = client.get(group[0])
        following = [
            link
            for link, _ in links(group[0], parse(first.content.decode()))
            if re.search(r"[?&]page=2\b", link)
        ]
        if (listed := first.context.get("page")) and listed.paginator.num_pages > 1:
            assert following, kind
            second = client.get(following[0])
            parse(second.content.decode())
            assert set(second.context["page"].object_list).isdisjoint(listed.object_list)
        else:
            assert not following
