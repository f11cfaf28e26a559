"""The public site is the same to the byte with and without hidden records."""

from datetime import timedelta
from difflib import ndiff

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.translation import override

from editorial.models import Record, Tracked
from tests.house.source import ROOMS
from tests.portal.addresses import (
    LANGUAGES,
    PAGES,
    addresses,
    every_address,
    language_of,
    public_patterns,
    text_of,
)
from tests.portal.hidden import SECRET, add_hidden
from tests.world import COMING, DRAFT

pytestmark = pytest.mark.slow  # reads every page, several times over

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]

# Pages that no record stands on.
STATIC = {"accessibility", "terms", "privacy", "sitemap", "corrections"}


def noun(model):
    """The name of the pattern of a record's own page."""
    return model._meta.model_name.removeprefix("source")


def tracked_models():
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Tracked) and model._meta.app_label in ROOMS
    ]


def read(client, world, languages=LANGUAGES):
    """The body of every public page in the languages, by address."""
    asked = (one for one in every_address(world) if language_of(one) in languages)
    pages = {address: client.get(address) for address in asked}
    assert {page.status_code for page in pages.values()} == {200}
    return {address: text_of(page) for address, page in pages.items()}


def differences(before, after):
    """Each line that one reading of a page has and the other has not."""
    for address, text in before.items():
        for line in ndiff(text.splitlines(), after[address].splitlines()):
            if line[0] in "+-":
                yield f"{address} {line.strip()}"


def test_the_walk_knows_every_public_address():
    assert public_patterns() == set(PAGES)


def test_drafts_change_no_byte(world, client):
    """Read in English, records before their hour in Japanese: both are made of the same rows."""
    rows = {model: model._default_manager.count() for model in tracked_models()}
    before = read(client, world, ["en"])
    add_hidden(world, **DRAFT)
    assert not [m.__name__ for m, n in rows.items() if m._default_manager.count() == n]
    assert not list(differences(before, read(client, world, ["en"])))


def test_records_before_their_hour_change_no_byte_and_then_almost_every_page(world, client, clock):
    """What comes with the hour shows what the comparison can see."""
    before = read(client, world, ["ja"])
    add_hidden(world, **COMING)
    assert not list(differences(before, read(client, world, ["ja"])))
    clock(COMING["publish_at"])
    after = read(client, world, ["ja"])
    same = {
        name
        for name, group in addresses(world).items()
        if all(before[a] == after[a] for a in group if a in before)
    }
    assert same == {"municipalities", "municipalities-list", "prefectures-json", "data", *STATIC}


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hidden_address_answers_as_one_that_never_was(world, client, language, state):
    hidden = vars(add_hidden(world, **state))
    for model in RECORDS:
        with override(language):
            address = hidden[noun(model)].get_absolute_url()
            nonsense = reverse(noun(model), args=["absent"])
        secret, nothing = client.get(address), client.get(nonsense)
        assert (secret.status_code, nothing.status_code) == (404, 404)
        assert secret.headers.items() == nothing.headers.items()
        assert secret.content.decode() == nothing.content.decode().replace("absent", "hidden")


def test_records_show_from_their_hour_without_any_worker(world, client, clock):
    hidden = vars(add_hidden(world, **COMING))
    found = [hidden[noun(model)].get_absolute_url() for model in RECORDS]
    clock(COMING["publish_at"] - timedelta(microseconds=1))
    assert {client.get(address).status_code for address in found} == {404}
    assert SECRET not in client.get("/").content.decode()
    clock(COMING["publish_at"])
    assert {client.get(address).status_code for address in found} == {200}
    assert SECRET in client.get("/").content.decode()
