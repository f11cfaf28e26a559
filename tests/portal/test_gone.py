"""What has been taken down keeps its address, which says when and why, and nothing else."""

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.translation import override

from editorial.models import Record
from tests.portal.addresses import FILES, LANGUAGES
from tests.portal.markup import parse, words
from tests.world import COMING, DRAFT, WITHDRAWN, agreement

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]
REASON = WITHDRAWN["withdrawn_reason"]


@pytest.fixture
def world(lasting_world, db, clock):
    return lasting_world


def noun(model):
    return model._meta.model_name.removeprefix("source")


def take_down(world, model):
    """The world's record of a model, as the database has it now."""
    row = getattr(world, noun(model))
    model.objects.filter(pk=row.pk).update(**WITHDRAWN)
    return row


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_its_page_says_when_and_why(world, client, model, language):
    with override(language):
        address = take_down(world, model).get_absolute_url()
    answer = client.get(address)
    assert answer.status_code == 410
    page = parse(answer.content.decode())
    day = {"ja": "2021年（令和3年）5月28日", "en": "28 May 2021"}[language]
    told = words(page.find(".//main"))
    assert day in told
    assert REASON in told
    assert str(getattr(world, noun(model))) not in told
    assert page.find("head/meta[@name='robots']").get("content") == "noindex"
    assert page.find("head/link[@rel='canonical']") is None


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_its_files_are_gone_with_it_and_the_lists_forget_it(world, client, model):
    row = take_down(world, model)
    name = noun(model)
    of_agreement = ["agreement-json", "agreement-text", "agreement-excel"]
    for file in of_agreement if name == "agreement" else [FILES[name]]:
        answer = client.get(reverse(file, args=[row.slug]))
        assert (answer.status_code, REASON in answer.content.decode()) == (410, True)
    assert row.get_absolute_url() not in client.get(reverse(f"{name}s")).content.decode()


@pytest.mark.parametrize("state", [DRAFT, COMING, {**COMING, "state": "withdrawn"}])
def test_a_reason_alone_tells_nobody_that_there_was_something(db, clock, client, state):
    agreement("hokkaido-kushiro-2019", **{**WITHDRAWN, **state})
    answer = client.get("/agreements/hokkaido-kushiro-2019/")
    assert answer.status_code == 404
    assert REASON not in answer.content.decode()
