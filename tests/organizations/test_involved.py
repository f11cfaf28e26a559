"""Who stands somewhere is one body, or words; readers are led only to what is public."""

import pytest

from organizations.models import OrganizationLink
from partnerships.models import Party
from tests.world import (
    COMING,
    DRAFT,
    NOW,
    agreement,
    bureau,
    involving,
    municipality,
    organization,
    prefecture,
    subprefecture,
)

pytestmark = pytest.mark.django_db

BODIES = [bureau, prefecture, subprefecture, municipality, organization]


@pytest.mark.parametrize("make", BODIES)
def test_a_row_knows_its_one_body(make):
    body = make()
    row = Party(**involving(body))
    assert (row.body, str(row)) == (body, str(body))


def test_a_row_of_words_has_no_body():
    row = Party(name_as_stated="十勝18町村")
    assert (row.body, str(row)) == (None, "十勝18町村")


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_the_rows_of_a_hidden_organisation_are_left_out(state):
    hidden = organization(**state)
    made = agreement(parties=(hidden, municipality(), "旭川商工会議所"))
    rows = made.parties.with_public_body(NOW)
    assert [str(row) for row in rows] == ["北海道経済産業局", "釧路市", "旭川商工会議所"]
    assert made.parties.with_public_body(COMING["publish_at"]).count() == 3 + (state == COMING)


def test_the_bodies_of_many_rows_take_one_query(django_assert_num_queries):
    made = agreement(parties=(municipality(), prefecture(), subprefecture(), organization()))
    with django_assert_num_queries(1):
        assert len([str(row) for row in made.parties.with_bodies()]) == 5


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_a_link_shows_only_with_both_its_ends(state):
    public, other, hidden = (organization(s) for s in ("one", "two", "three"))
    type(hidden).objects.filter(pk=hidden.pk).update(**state)
    for of, one in ((public, other), (public, hidden), (hidden, other)):
        OrganizationLink.objects.create(of=of, organization=one, kind="member")
    assert [link.organization for link in OrganizationLink.objects.public(NOW)] == [other]


def test_the_page_of_an_organisation_names_its_network_and_the_network_its_members(world, client):
    page = client.get(world.organization.get_absolute_url()).content.decode()
    network = client.get(world.network.get_absolute_url()).content.decode()
    assert "k-Biz（略称）" in page
    for text in (page, network):
        assert "構成機関" in text
    assert f'href="{world.network.get_absolute_url()}"' in page
    assert f'href="{world.organization.get_absolute_url()}"' in network


def test_a_facility_that_is_only_planned_says_so(world, client):
    page = client.get(world.facility.get_absolute_url()).content.decode()
    assert "サテライトオフィス（仮称）" in page
    assert "整備予定" in page
