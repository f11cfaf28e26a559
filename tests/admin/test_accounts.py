"""Accounts: kept by system administrators, with no password that anybody knows beforehand."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from bureaus.models import Bureau, Jurisdiction, Scope, User
from bureaus.roles import EDITORS, VIEWERS, ensure_roles
from tests.admin.conftest import account, at_desk
from tests.admin.pages import address, errors, words
from tests.world import bureau, prefecture

pytestmark = pytest.mark.slow

PASSWORD = {"password1": "kushiro-2021-04", "password2": "kushiro-2021-04"}


@pytest.fixture
def new(system):
    ensure_roles()
    return {
        "username": "hokkaido",
        "scope": "bureau",
        "bureau": bureau().pk,
        "groups": Group.objects.get(name=EDITORS).pk,
        "is_staff": "on",
        "usable_password": "true",
    }


def test_an_account_is_made_with_its_bureau_and_role(system, new):
    response = system.send(User, "add", **new, **PASSWORD)
    assert response.status_code == 302, errors(response)
    made = User.objects.get(username="hokkaido")
    assert (made.scope, made.bureau, made.is_superuser) == (Scope.BUREAU, bureau(), False)
    assert at_desk(made).client.get("/admin/").status_code == 200


def test_there_is_no_default_password(system, new):
    assert "必須" in errors(system.send(User, "add", **new))
    weak = {"password1": "password", "password2": "password"}
    assert "12 文字以上" in errors(system.send(User, "add", **new, **weak))
    assert not User.objects.filter(username="hokkaido").exists()


def test_no_command_leaves_an_account_behind(db):
    call_command("load_reference", verbosity=0)
    assert not User.objects.exists()


@pytest.mark.parametrize(("scope", "of"), [("bureau", ""), ("headquarters", "hokkaido")])
def test_scope_and_bureau_fit(system, new, scope, of):
    chosen = {"scope": scope, "bureau": bureau(of).pk if of else ""}
    response = system.send(User, "add", **{**new, **chosen}, **PASSWORD)
    assert "局を一つ選び" in errors(response)


def test_an_account_is_closed_and_not_deleted(system, new):
    user = account("hokkaido", Scope.BUREAU, bureau())
    assert system.delete(user).status_code == 403
    response = system.client.get(address(user))
    assert "削除せずにチェックを外します" in words(response)


def test_accounts_are_for_the_system_alone(officer, headquarters):
    local = User.objects.create_superuser(
        "local", password="a-test-only", scope=Scope.BUREAU, bureau=bureau()
    )
    for desk in (officer, headquarters, at_desk(local)):
        assert desk.open(User, "changelist").status_code == 403
        assert desk.open(User, "add").status_code == 403
        assert desk.client.post(address(local), {"scope": "system"}).status_code == 403
    assert User.objects.get(pk=local.pk).scope == Scope.BUREAU


def test_a_viewer_looks_and_an_editor_writes(world):
    ensure_roles()
    ensure_roles()
    viewer = at_desk(account("viewer", Scope.BUREAU, bureau(), role=VIEWERS))
    editor = at_desk(account("editor", Scope.BUREAU, bureau(), role=EDITORS))
    for desk, status in ((viewer, 403), (editor, 200)):
        assert desk.open(world.agreement).status_code == 200
        assert desk.open(type(world.agreement), "add").status_code == status
    assert viewer.client.post(address(world.agreement)).status_code == 403


def test_roles_give_no_power_over_accounts_or_reference_data(db):
    ensure_roles()
    given = {
        permission.codename
        for group in Group.objects.all()
        for permission in group.permissions.all()
    }
    assert "change_agreement" in given
    assert "view_municipality" in given
    for word in ("user", "group", "permission", "historical", "session"):
        assert not [name for name in given if name.split("_", 1)[1].startswith(word)]
    assert not given & {"change_municipality", "change_bureau", "add_jurisdiction"}


def test_a_bureau_shows_its_jurisdiction(officer):
    prefecture()
    page = officer.open(Bureau.objects.get(slug="hokkaido"))
    assert "北海道" in words(page)
    assert Jurisdiction.objects.count() == 1
