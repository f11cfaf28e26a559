"""What belongs to one change carries one change id; what does not, does not."""

import pytest
from django.http import HttpResponse
from django.urls import path

from editorial.changes import change
from partnerships.models import Agreement
from projects.models import Project
from tests.world import agreement, project

pytestmark = pytest.mark.django_db


def save_all(world, title):
    """Change a row of three rooms."""
    world.agreement.display_title = title
    world.project.title = title
    world.organization.name = title
    for row in (world.agreement, world.project, world.organization):
        row.save()


def latest(world):
    """The change id of the latest history row of each of the three."""
    return [
        row.history.first().change_id
        for row in (world.agreement, world.project, world.organization)
    ]


def test_what_is_saved_inside_one_change_shares_its_id(world):
    with change() as change_id:
        save_all(world, "改めた件名")
    assert latest(world) == [change_id] * 3


def test_an_inner_change_belongs_to_the_outer_one(world):
    with change() as outer, change() as inner:
        save_all(world, "改めた件名")
    assert (inner, latest(world)) == (outer, [outer] * 3)


def test_separate_changes_differ(world):
    with change():
        save_all(world, "一度目")
    first = latest(world)
    with change():
        save_all(world, "二度目")
    assert not set(first) & set(latest(world))


def test_what_is_saved_outside_of_any_change_stands_alone(world):
    save_all(world, "改めた件名")
    assert len(set(latest(world))) == 3


def test_an_error_ends_the_change(world):
    with pytest.raises(ZeroDivisionError), change() as failed:
        raise ZeroDivisionError
    save_all(world, "改めた件名")
    assert failed not in latest(world)


def test_the_reason_is_written_into_every_row_of_the_change(world):
    with change("資料の訂正による"):
        save_all(world, "改めた件名")
    save_all(world, "理由なし")
    for row in (world.agreement, world.project, world.organization):
        reasons = row.history.values_list("history_change_reason", flat=True)[:2]
        assert list(reasons) == [None, "資料の訂正による"]


def test_a_long_reason_is_cut_to_what_the_history_holds(world):
    with change("理" * 300):
        save_all(world, "改めた件名")
    assert world.agreement.history.first().history_change_reason == "理" * 100


def save_both(request):
    for model in (Agreement, Project):
        model.objects.filter(slug=request.GET["slug"]).get().save()
    return HttpResponse()


urlpatterns = [path("save/", save_both)]


@pytest.mark.urls(__name__)
def test_one_request_is_one_change(db, client):
    agreement("kushiro")
    project("kushiro")
    ids = []
    for _ in range(2):
        client.get("/save/", {"slug": "kushiro"})
        ids.append({m.history.first().change_id for m in (Agreement, Project)})
    assert [len(found) for found in ids] == [1, 1]
    assert ids[0] != ids[1]
