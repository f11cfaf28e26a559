from projects.admin.activity import ActivityAdmin
from projects.admin.links import (
    AgreementPlanAdmin,
    AgreementProjectAdmin,
    CommitmentProjectAdmin,
)
from projects.admin.plan import PlanAdmin
from projects.admin.programme import ProgrammeAdmin
from projects.admin.project import ProjectAdmin

__all__ = [
    "ActivityAdmin",
    "AgreementPlanAdmin",
    "AgreementProjectAdmin",
    "CommitmentProjectAdmin",
    "PlanAdmin",
    "ProgrammeAdmin",
    "ProjectAdmin",
]
