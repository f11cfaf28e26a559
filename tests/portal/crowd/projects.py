"""Projects with activities, and programmes with their uses."""

from types import SimpleNamespace

from projects.models import (
    Activity,
    ActivityParticipant,
    AgreementProject,
    CommitmentProject,
    ProgrammeProvider,
    ProgrammeUse,
    ProjectBody,
    UseFunder,
)
from tests.portal.crowd.bulk import bulk


def tie_projects(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    bulk(AgreementProject, ({"agreement": a, "project": world.project} for a in crowd.agreements))
    bulk(AgreementProject, ({"agreement": world.agreement, "project": p} for p in crowd.projects))
    pairs = [(item, world.project) for item in crowd.commitments]
    pairs += zip(crowd.items, crowd.projects, strict=True)
    crowd.item_links = bulk(
        CommitmentProject, ({"commitment": item, "project": project} for item, project in pairs)
    )
    told = {"kind": "support", "state": "done", "heading": "支援", "plan": world.plan}
    crowd.activities = bulk(
        Activity, ({"project": p, **told} for p in [*crowd.projects, *[world.project] * len(pairs)])
    )
    for body in ({"municipality": world.kushiro}, {"organization": world.organization}):
        bulk(ProjectBody, ({"project": p, "role": "lead", **body} for p in crowd.projects))
        bulk(
            ActivityParticipant, ({"activity": a, "role": "host", **body} for a in crowd.activities)
        )


def tie_programmes(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    """Uses of each programme and of the world's own, seen from its agreement and its plan."""
    used = {
        "activity": world.activity,
        "agreement": world.agreement,
        "plan": world.plan,
        "relation": "used",
        "title": "整備",
    }
    for body in ({"municipality": world.kushiro}, {"organization": world.organization}):
        bulk(ProgrammeProvider, ({"programme": p, **body} for p in crowd.programmes))
        crowd.uses = bulk(
            ProgrammeUse,
            (
                {"programme": p, **used, **body}
                for one in crowd.programmes
                for p in (one, world.programme)
            ),
        )
        bulk(UseFunder, ({"use": use, **body} for use in crowd.uses))
    own = [{"organization": one} for one in crowd.organizations]
    bulk(ProgrammeUse, ({"programme": world.programme, **used, **one} for one in own))
    bulk(ProgrammeProvider, ({"programme": world.programme, **one} for one in own))
    bulk(UseFunder, ({"use": world.use, **one} for one in own))
