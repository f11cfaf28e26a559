from projects.models.activity import (
    Activity,
    ActivityKind,
    ActivityParticipant,
    ActivityState,
    ParticipantRole,
)
from projects.models.plan import AgreementPlan, Plan, PlanMaker, PlanRelation, PlanStage
from projects.models.programme import Programme, ProgrammeUse, Timing, UseRelation
from projects.models.project import (
    AgreementProject,
    BodyRole,
    CommitmentProject,
    Project,
    ProjectBody,
)

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityParticipant",
    "ActivityState",
    "AgreementPlan",
    "AgreementProject",
    "BodyRole",
    "CommitmentProject",
    "ParticipantRole",
    "Plan",
    "PlanMaker",
    "PlanRelation",
    "PlanStage",
    "Programme",
    "ProgrammeUse",
    "Project",
    "ProjectBody",
    "Timing",
    "UseRelation",
]
