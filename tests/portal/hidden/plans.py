"""Hidden plans and programmes; participants and uses of public ones by a hidden organisation."""

from types import SimpleNamespace
from typing import Any

from projects.models import (
    AgreementPlan,
    PlanCost,
    PlanField,
    PlanLink,
    PlanMaker,
    PlanParticipant,
    PlanProject,
    PlanRole,
    ProgrammeProvider,
    ProgrammeUse,
    SectorCount,
    UseFunder,
)
from tests.portal.hidden.secret import SECRET
from tests.world import section


def tie_plans(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    _parts(world, hidden)
    secret = {"organization": hidden.organization}
    participant = PlanParticipant.objects.create(plan=world.plan, **secret, is_lead=True)
    hidden.links += [
        PlanMaker.objects.create(plan=world.plan, **secret),
        participant,
        PlanRole.objects.create(participant=participant, section=world.section, text=SECRET),
        *_joins(world, hidden),
    ]
    world.other_activity.plan = hidden.plan
    world.other_activity.save()


def _parts(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    """All that hangs on the hidden plan; the bodies that stand in it are public."""
    of = {"plan": hidden.plan}
    hidden.section = section(hidden.plan, SECRET, SECRET)
    at = {"section": hidden.section}
    for body in _bodies(world):
        PlanMaker.objects.create(**of, **body)
        hidden.participant = PlanParticipant.objects.create(**of, **at, **body)
        hidden.role = PlanRole.objects.create(participant=hidden.participant, text=SECRET)
    hidden.plan_field = PlanField.objects.create(**of, text=SECRET, sector="food")
    hidden.sector_count = SectorCount.objects.create(**of, sector="food", number=1)
    hidden.cost = PlanCost.objects.create(
        **of, **at, code=SECRET, amount=1, amount_as_stated=SECRET
    )


def _joins(world: SimpleNamespace, hidden: SimpleNamespace) -> list[Any]:
    """Rows with one public end and one that is hidden, both ways."""
    advances = {"relation": "advances"}
    feeds = {"relation": "feeds"}
    return [
        AgreementPlan.objects.create(agreement=world.agreement, plan=hidden.plan, **advances),
        AgreementPlan.objects.create(agreement=hidden.agreement, plan=world.plan, **advances),
        PlanLink.objects.create(plan=world.plan, other=hidden.plan, **feeds),
        PlanLink.objects.create(plan=hidden.plan, other=world.plan, **feeds),
        PlanProject.objects.create(plan=world.plan, project=hidden.project),
        PlanProject.objects.create(plan=hidden.plan, project=world.project),
    ]


def _bodies(world: SimpleNamespace) -> tuple[dict[str, Any], ...]:
    return {"organization": world.organization}, {"municipality": world.kushiro}


def tie_programmes(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    ends = {"activity": world.activity, "agreement": world.agreement, "plan": world.plan}
    used = {**ends, "relation": "used", "title": SECRET}
    for body in _bodies(world):
        ProgrammeProvider.objects.create(programme=hidden.programme, **body)
        hidden.use = ProgrammeUse.objects.create(programme=hidden.programme, **used, **body)
        hidden.funder = UseFunder.objects.create(use=hidden.use, **body)
    secret = {"organization": hidden.organization}
    use = ProgrammeUse.objects.create(programme=world.programme, **used, **secret)
    hidden.links += [
        ProgrammeProvider.objects.create(programme=world.programme, **secret),
        use,
        UseFunder.objects.create(use=use, municipality=world.kushiro),
        UseFunder.objects.create(use=world.use, **secret),
    ]
    for name in ("activity", "agreement", "plan"):
        setattr(world.other_use, name, getattr(hidden, name))
    world.other_use.save()
