"""Organisations in the network, and what each organisation of the world has many of."""

from types import SimpleNamespace

from organizations.models import OrganizationAlias, OrganizationLink, Representative
from projects.models import ProjectBody
from tests.portal.crowd.bulk import bulk


def tie_organizations(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    ends = [(world.network, one) for one in crowd.organizations]
    ends += [(one, world.organization) for one in crowd.organizations]
    bulk(OrganizationLink, ({"of": of, "organization": one, "kind": "member"} for of, one in ends))
    own = {"organization": world.organization}
    bulk(
        OrganizationAlias,
        ({**own, "kind": "short", "name": one.name} for one in crowd.organizations),
    )
    bulk(
        Representative,
        ({**own, "office": "代表", "name": one.name} for one in crowd.organizations),
    )
    bulk(
        ProjectBody,
        (
            {"project": world.project, "role": "lead", "organization": one}
            for one in crowd.organizations
        ),
    )
