from organizations.models.involved import BODIES, Involved, each_body_once
from organizations.models.organization import (
    Organization,
    OrganizationAlias,
    OrganizationLink,
    Representative,
)

__all__ = [
    "BODIES",
    "Involved",
    "Organization",
    "OrganizationAlias",
    "OrganizationLink",
    "Representative",
    "each_body_once",
]
