"""Hidden projects and their activities."""

from types import SimpleNamespace

from projects.models import ActivityParticipant, AgreementProject, CommitmentProject, ProjectBody
from tests.portal.hidden.secret import SECRET
from tests.world import activity


def tie_projects(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    hidden.activity = activity(hidden.project, SECRET, text=SECRET, plan=world.plan)
    for body in ({"organization": world.organization}, {"municipality": world.kushiro}):
        ProjectBody.objects.create(project=hidden.project, role="lead", **body)
        ActivityParticipant.objects.create(activity=hidden.activity, role="host", **body)
    secret = {"organization": hidden.organization}
    hidden.links += [
        ProjectBody.objects.create(project=world.project, role="lead", **secret),
        ActivityParticipant.objects.create(activity=world.activity, role="company", **secret),
        AgreementProject.objects.create(agreement=world.agreement, project=hidden.project),
        AgreementProject.objects.create(agreement=hidden.agreement, project=world.project),
        CommitmentProject.objects.create(commitment=world.commitment, project=hidden.project),
        CommitmentProject.objects.create(commitment=hidden.commitment, project=world.project),
    ]
    world.before.preceded_by = hidden.project
    world.before.save()
