from projects.models.activity import (
    Activity,
    ActivityKind,
    ActivityParticipant,
    ActivityState,
    ParticipantRole,
)
from projects.models.plan import AgreementPlan, Plan, PlanMaker, PlanRelation, PlanStage
from projects.models.plan_field import PlanField, Sector, SectorCount
from projects.models.plan_link import PlanLink, PlanLinkRelation, PlanProject
from projects.models.plan_section import (
    InSection,
    ParticipantKind,
    PlanCost,
    PlanParticipant,
    PlanRole,
    PlanSection,
    SectionKind,
)
from projects.models.programme import (
    Programme,
    ProgrammeKind,
    ProgrammeProvider,
    ProgrammeUse,
    Timing,
    UseFunder,
    UseRelation,
)
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
    "InSection",
    "ParticipantKind",
    "ParticipantRole",
    "Plan",
    "PlanCost",
    "PlanField",
    "PlanLink",
    "PlanLinkRelation",
    "PlanMaker",
    "PlanParticipant",
    "PlanProject",
    "PlanRelation",
    "PlanRole",
    "PlanSection",
    "PlanStage",
    "Programme",
    "ProgrammeKind",
    "ProgrammeProvider",
    "ProgrammeUse",
    "Project",
    "ProjectBody",
    "SectionKind",
    "Sector",
    "SectorCount",
    "Timing",
    "UseFunder",
    "UseRelation",
]
