"""Members of staff who are logged in: one of each bureau, of headquarters, of the system."""

from copy import deepcopy
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from bureaus.models import Scope, User
from bureaus.roles import EDITORS, VIEWERS, ensure_roles
from editorial.models import State
from tests.admin.pages import Desk
from tests.world import bureau


def account(username, scope, of=None, role=EDITORS):
    ensure_roles()
    user = User.objects.create_user(
        username, password="a-test-only", is_staff=True, scope=scope, bureau=of
    )
    user.groups.add(Group.objects.get(name=role))
    return user


def at_desk(user):
    client = Client()
    client.force_login(user)
    return Desk(client, user)


@pytest.fixture
def officer(db):
    """Of 北海道経済産業局, which owns everything in `world`."""
    return at_desk(account("hokkaido", Scope.BUREAU, bureau()))


@pytest.fixture
def neighbour(db):
    return at_desk(account("tohoku", Scope.BUREAU, bureau("tohoku")))


@pytest.fixture
def headquarters(db):
    return at_desk(account("honsho", Scope.HEADQUARTERS, role=VIEWERS))


@pytest.fixture
def system(db):
    return at_desk(User.objects.create_superuser("system", password="a-test-only"))


@pytest.fixture
def world(lasting_world: SimpleNamespace, db: None, clock: object) -> SimpleNamespace:
    """The whole world as it was made for the module: rows are rolled back, objects are copied."""
    return deepcopy(lasting_world)


@pytest.fixture
def drafts(world: SimpleNamespace) -> SimpleNamespace:
    """The whole world, every record of it still a draft."""
    for row in vars(world).values():
        if hasattr(row, "publish_at"):
            row.state, row.publish_at = State.DRAFT, None
            row.save()
            row.history.all().delete()
    return world
