"""Plans tied to the world's; its own plan with many parts, where other bodies stand too."""

from types import SimpleNamespace

from projects.models import (
    AgreementPlan,
    PlanCost,
    PlanField,
    PlanLink,
    PlanMaker,
    PlanParticipant,
    PlanProject,
    PlanRole,
    PlanSection,
    SectorCount,
)
from tests.portal.crowd.bulk import bulk


def tie_plans(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    for body in ({"municipality": world.kushiro}, {"organization": world.organization}):
        bulk(PlanMaker, ({"plan": p, **body} for p in crowd.plans))
        bulk(PlanParticipant, ({"plan": p, **body} for p in crowd.plans))
    based = {"relation": "based_on"}
    bulk(AgreementPlan, ({"agreement": world.agreement, "plan": p, **based} for p in crowd.plans))
    bulk(AgreementPlan, ({"agreement": a, "plan": world.plan, **based} for a in crowd.agreements))
    feeds = {"relation": "feeds"}
    bulk(PlanLink, ({"plan": world.plan, "other": p, **feeds} for p in crowd.plans))
    bulk(PlanLink, ({"plan": p, "other": world.plan, **feeds} for p in crowd.plans))
    bulk(PlanProject, ({"plan": world.plan, "project": p} for p in crowd.projects))
    bulk(PlanProject, ({"plan": p, "project": world.project} for p in crowd.plans))
    _parts(world, crowd)


def _parts(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    """Of every plan, and as many of the world's own, each part in its section."""
    own = [world.plan] * len(crowd.plans)
    plans = [*crowd.plans, *own]
    sections = bulk(PlanSection, ({"plan": p, "heading": "節", "text": "文"} for p in plans))
    bulk(
        PlanSection,
        ({"plan": s.plan, "parent": s, "number": "ア", "text": "文"} for s in sections),
    )
    there = [{"plan": s.plan, "section": s} for s in sections]
    bulk(PlanCost, ({**at, "amount": 1, "amount_as_stated": "1円"} for at in there))
    bulk(PlanField, ({"plan": p, "text": "水産", "sector": "food"} for p in plans))
    bulk(SectorCount, ({"plan": p, "sector": "it", "number": 1} for p in crowd.plans))
    participants = bulk(
        PlanParticipant,
        (
            {**at, "organization": one}
            for at, one in zip(there[-len(own) :], crowd.organizations, strict=True)
        ),
    )
    roles = [*participants, *[world.participant_of_plan] * len(own)]
    bulk(PlanRole, ({"participant": one, "section": sections[-1], "text": "役割"} for one in roles))
