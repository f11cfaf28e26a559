import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from tests.portal.addresses import FORMATS, addresses
from tests.whole_world import build_world
from tests.world import NOW, WITHDRAWN, agreement

NOWHERE = {
    "not found": ["/nonsense/", "/en/agreements/nonsense/"],
    "gone": ["/agreements/gone/", "/en/agreements/gone/"],
}
Site = dict[str, dict[str, HttpResponse]]


@pytest.fixture(scope="session")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Site:
    """The answers of every public page of a whole world, by kind of page and address: one walk."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: NOW)
        groups = {**addresses(build_world()), **NOWHERE}
        agreement("gone", **WITHDRAWN)
        answers: Site = {
            kind: {address: Client().get(address) for address in group}
            for kind, group in groups.items()
            if kind not in FORMATS
        }
        transaction.set_rollback(True)
    return answers
