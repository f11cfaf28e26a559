"""What a bureau keeps for itself: its own staff and headquarters read it, nobody else."""

from datetime import date

import pytest

from partnerships.models import Agreement
from tests.admin.pages import errors, form_of, words
from tests.world import NOW

OWN = {
    "partner_confirmed_on": "2021-04-16",
    "reference_number": "北海道第5号",
    "decision_number": "決裁第7号",
    "contact_notes": "電話で日程を確かめた。",
}
HEADING = "局内の記録（公開されません）"


@pytest.fixture
def noted(world, officer):
    response = officer.send(world.agreement, **OWN)
    assert response.status_code == 302, errors(response)
    world.agreement.refresh_from_db()
    return world.agreement


def test_an_officer_writes_and_reads_it_in_its_own_place(noted, officer):
    assert noted.partner_confirmed_on == date(2021, 4, 16)
    page = officer.open(noted)
    assert HEADING in words(page)
    assert {name: form_of(page)[name] for name in OWN} == {k: [v] for k, v in OWN.items()}
    assert OWN["decision_number"] in words(officer.open(noted, "history"))
    assert HEADING in words(officer.open(Agreement, "add"))


def test_headquarters_reads_it_and_another_bureau_does_not(noted, headquarters, neighbour):
    assert OWN["contact_notes"] in words(headquarters.open(noted))
    page = neighbour.open(noted)
    assert page.status_code == 200
    assert HEADING not in words(page)
    for kept in (*list(OWN.values())[1:], "2021年4月16日"):
        assert kept not in page.content.decode()


@pytest.mark.parametrize("name", OWN)
def test_nobody_guesses_it_by_a_filter(noted, neighbour, name):
    for lookup in (name, f"{name}__gte", f"{name}__startswith"):
        assert neighbour.open(Agreement, "changelist", **{lookup: "北"}).status_code == 400


def test_no_public_page_shows_it(noted, client, clock):
    clock(NOW)
    page = client.get(noted.get_absolute_url())
    assert page.status_code == 200
    assert not [kept for kept in list(OWN.values())[1:] if kept in page.content.decode()]
