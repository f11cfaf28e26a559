from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(scope="package", autouse=True)
def lasting_content(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The content of the five documents, loaded once for all tests here, which ask for `db` too.

    A test that needs an empty database stands elsewhere.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_reference", verbosity=0)
        call_command("load_content", verbosity=0)
        yield
        transaction.set_rollback(True)
