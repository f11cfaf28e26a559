"""Who may read and who may change a record: the public, and staff by the scope of their work."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser

from bureaus.models import User
from editorial.models import Record, State, raise_version
from partnerships.models import Agreement
from projects.models import Project
from tests.world import COMING, DRAFT, NOW, OPENED, WITHDRAWN, agreement, bureau, project

pytestmark = pytest.mark.django_db

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


def officer(scope, at=None, **values):
    return User.objects.create(username=scope, scope=scope, bureau=at and bureau(at), **values)


@pytest.fixture
def agreements(clock):
    """A public one, a draft, one to come and one taken down, of each of two bureaus."""
    states = {"public": {}, "draft": DRAFT, "coming": COMING, "withdrawn": WITHDRAWN}
    for slug in ("hokkaido", "tohoku"):
        for name, state in states.items():
            agreement(f"{slug}-{name}", bureau=bureau(slug), **state)


def slugs(rows):
    return set(rows.values_list("slug", flat=True))


PUBLIC = {"hokkaido-public", "tohoku-public"}
PUBLISHED = PUBLIC | {"hokkaido-coming", "tohoku-coming"}
WITHDRAWN_ONES = {"hokkaido-withdrawn", "tohoku-withdrawn"}
KNOWN = PUBLISHED | WITHDRAWN_ONES
HOKKAIDO = {f"hokkaido-{name}" for name in ("public", "draft", "coming", "withdrawn")}
ALL = KNOWN | {"hokkaido-draft", "tohoku-draft"}


def test_the_public_sees_what_is_published_and_whose_hour_has_come(agreements):
    assert slugs(Agreement.objects.public(NOW)) == PUBLIC
    assert slugs(Agreement.objects.public(COMING["publish_at"])) == PUBLISHED
    assert slugs(Agreement.objects.public(OPENED - timedelta(microseconds=1))) == set()


def test_what_is_taken_down_was_public_before(agreements):
    assert slugs(Agreement.objects.withdrawn(NOW)) == WITHDRAWN_ONES
    assert slugs(Agreement.objects.withdrawn(OPENED - timedelta(microseconds=1))) == set()


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_one_row_says_of_itself_what_the_list_says(model):
    hours = [None, OPENED, NOW, NOW + timedelta(microseconds=1)]
    for state in State.values:
        for hour in hours:
            row = model(state=state, publish_at=hour)
            assert row.is_public(NOW) == (state == State.PUBLISHED and hour in (OPENED, NOW))


def test_a_row_is_public_exactly_when_the_list_has_it(agreements):
    for row in Agreement.objects.all():
        assert row.is_public(NOW) == (row.slug in PUBLIC)


@pytest.mark.parametrize(
    ("scope", "at", "reads", "edits"),
    [
        ("bureau", "hokkaido", KNOWN | HOKKAIDO, HOKKAIDO),
        ("headquarters", None, ALL, set()),
        ("system", None, ALL, ALL),
    ],
)
def test_staff_read_and_change_by_their_scope(agreements, scope, at, reads, edits):
    user = officer(scope, at)
    assert slugs(Agreement.objects.visible_to(user)) == reads
    assert slugs(Agreement.objects.editable_by(user)) == edits


@pytest.mark.parametrize("scope", ["bureau", "headquarters", "system"])
def test_an_account_that_is_closed_sees_nothing(agreements, scope):
    user = officer(scope, "hokkaido" if scope == "bureau" else None, is_active=False)
    assert not Agreement.objects.visible_to(user).exists()
    assert not Agreement.objects.editable_by(user).exists()


def test_a_visitor_is_no_member_of_staff(agreements):
    assert not Agreement.objects.visible_to(AnonymousUser()).exists()
    assert not Agreement.objects.editable_by(AnonymousUser()).exists()


def test_a_version_counts_up_and_history_keeps_the_number():
    row = project()
    raise_version(row)
    row.save()
    assert Project.objects.get(pk=row.pk).version == row.history.first().version == 2
