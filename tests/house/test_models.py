"""Staff meet the model's own words in the admin: all Japanese. The database follows the models."""

import re

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.house.source import ROOMS

JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
ACRONYMS = {"ID", "URL", "E-mail", "FAX"}
# django-simple-history's own columns, which no page shows by this name.
OF_A_LIBRARY = re.compile(r"^history_(id|date|change_reason|type|user|relation)$")


def own_models():
    return [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def is_japanese(words):
    return bool(JAPANESE.search(str(words))) or str(words) in ACRONYMS


def test_every_field_has_a_japanese_name():
    foreign = [
        f"{field}: {field.verbose_name}"
        for model in own_models()
        for field in model._meta.get_fields()
        if field.concrete and not OF_A_LIBRARY.match(field.name)
        if not is_japanese(field.verbose_name)
    ]
    assert not foreign, "\n".join(foreign)


def test_every_model_has_a_japanese_name():
    foreign = [
        model._meta.label
        for model in own_models()
        if not is_japanese(model._meta.verbose_name)
        or not is_japanese(model._meta.verbose_name_plural)
    ]
    assert not foreign, "\n".join(foreign)


def test_every_room_with_models_names_itself_in_japanese():
    labels = {model._meta.app_label for model in own_models()}
    foreign = [
        label for label in labels if not is_japanese(apps.get_app_config(label).verbose_name)
    ]
    assert not foreign, foreign


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    try:
        call_command("makemigrations", check=True, dry_run=True)
    except SystemExit:
        pytest.fail(capsys.readouterr().out)
