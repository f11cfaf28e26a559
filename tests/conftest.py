"""What the tests of every room may ask for: a whole world, and a clock that stands still."""

from collections.abc import Callable, Iterator
from datetime import datetime
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from tests.whole_world import build_world
from tests.world import NOW


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """The time is `tests.world.NOW`; call it with another aware instant to move there."""

    def set_to(instant: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: instant)

    set_to(NOW)
    return set_to


@pytest.fixture
def world(db: None, clock: Callable[[datetime], None]) -> SimpleNamespace:
    """One record of every kind, linked both ways, seen at `tests.world.NOW`."""
    return build_world()


@pytest.fixture(scope="module")
def lasting_world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[SimpleNamespace]:
    """The same, made once for a module whose tests leave its objects as they are.

    They ask for `db` too, and for `clock` where they visit pages.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(timezone, "now", lambda: NOW)
            made = build_world()
        yield made
        transaction.set_rollback(True)
