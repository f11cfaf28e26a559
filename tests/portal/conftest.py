from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from tests.portal.addresses import FORMATS, addresses
from tests.whole_world import build_world
from tests.world import NOW

NOWHERE = {"not found": ["/nonsense/", "/en/agreements/nonsense/"]}
Site = dict[str, dict[str, HttpResponse]]


@pytest.fixture(scope="module")
def lasting_content(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The content of the five documents, loaded once for a module; tests ask for `db` too."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_reference", verbosity=0)
        call_command("load_content", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Site:
    """The answers of every public page of a whole world, by kind of page and address: one walk."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: NOW)
        groups = {**addresses(build_world()), **NOWHERE}
        answers: Site = {
            kind: {address: Client().get(address) for address in group}
            for kind, group in groups.items()
            if kind not in FORMATS
        }
        transaction.set_rollback(True)
    return answers
