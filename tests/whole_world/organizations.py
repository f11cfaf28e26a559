"""A support centre in a network, who speaks for it, and a facility that is only planned."""

from types import SimpleNamespace

from organizations.models import OrganizationAlias, OrganizationLink, Representative
from tests.world import day, organization


def add_organizations(world: SimpleNamespace) -> None:
    world.network = organization("mas-net", "MAS-NET", kind="network", kana="ますねっと")
    world.organization = organization(
        parent=world.network,
        municipality=world.kushiro,
        kana="けーびず",
        description="相談の窓口",
        corporate_number="8700110005901",  # the example of the National Tax Agency
        address="釧路市内",
    )
    world.facility = organization(
        "satellite-office",
        "サテライトオフィス",
        kind="facility",
        is_tentative=True,
        is_planned=True,
    )
    OrganizationAlias.objects.create(organization=world.organization, kind="short", name="k-Biz")
    world.representative = Representative.objects.create(
        organization=world.organization, office="代表", name="代表者", as_of=day("2020年12月")
    )
    world.link = OrganizationLink.objects.create(
        of=world.network, kind="member", organization=world.organization
    )
