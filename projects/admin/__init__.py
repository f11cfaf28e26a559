from projects.admin.activity import ActivityAdmin
from projects.admin.links import (
    AgreementPlanAdmin,
    AgreementProjectAdmin,
    CommitmentProjectAdmin,
    PlanLinkAdmin,
    PlanProjectAdmin,
)
from projects.admin.plan import PlanAdmin
from projects.admin.plan_parts import PlanParticipantAdmin, PlanSectionAdmin
from projects.admin.programme import ProgrammeAdmin, ProgrammeUseAdmin
from projects.admin.project import ProjectAdmin

__all__ = [
    "ActivityAdmin",
    "AgreementPlanAdmin",
    "AgreementProjectAdmin",
    "CommitmentProjectAdmin",
    "PlanAdmin",
    "PlanLinkAdmin",
    "PlanParticipantAdmin",
    "PlanProjectAdmin",
    "PlanSectionAdmin",
    "ProgrammeAdmin",
    "ProgrammeUseAdmin",
    "ProjectAdmin",
]
