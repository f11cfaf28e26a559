"""What a first visit transfers, compressed as production sends it: pages for a slow telephone."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import translation

from partnerships.models import Agreement
from tests.portal.addresses import LANGUAGES
from tests.portal.markup import parse

KILOBYTE = 1000
LINKED = {"stylesheet", "icon", "preload", "manifest"}


def page(address: str) -> tuple[int, list[str]]:
    """The bytes of a page as it is sent, and the addresses of what it loads."""
    sent = Client().get(address, headers={"accept-encoding": "gzip"})
    assert (sent.status_code, sent["Content-Encoding"]) == (200, "gzip"), address
    tree = parse(gzip.decompress(sent.content).decode())
    loaded = [link.get("href") for link in tree.iter("link") if link.get("rel") in LINKED]
    loaded += [one.get("src") for name in ("script", "img") for one in tree.iter(name)]
    return len(sent.content), [address for address in loaded if address]


def static_file(address: str) -> int:
    """The bytes of a static file, and of the files that it names, as WhiteNoise sends them."""
    found = finders.find(address.removeprefix(f"/{settings.STATIC_URL.strip('/')}/"))
    assert isinstance(found, str), address
    content = Path(found).read_bytes()
    if found.endswith(".css"):
        assert not re.search(rb"@import|url\((?!['\"]?data:)", content), f"{address} loads more"
    return min(len(content), len(gzip.compress(content)))


def weight(address: str) -> int:
    size, loaded = page(address)
    return size + sum(map(static_file, dict.fromkeys(loaded)))


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_home_transfers_a_hundred_kilobytes_at_most(lasting_content, db, address):
    assert weight(address) <= 100 * KILOBYTE


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_agreement_transfers_sixty_kilobytes_at_most(lasting_content, db, language):
    with translation.override(language):
        addresses = [one.get_absolute_url() for one in Agreement.objects.all()]
    heavy = {address: weight(address) for address in addresses}
    assert {address for address, size in heavy.items() if size > 60 * KILOBYTE} == set()
    assert len(heavy) == 6
