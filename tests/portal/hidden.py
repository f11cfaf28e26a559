"""Records that nobody may see yet, with children, and with links to and from public records."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from django.db import models

from organizations.models import OrganizationAlias, OrganizationLink
from partnerships.models import AgreementTheme, Attendee, Ceremony, Party
from projects.models import (
    ActivityParticipant,
    AgreementPlan,
    AgreementProject,
    CommitmentProject,
    PlanMaker,
    ProgrammeUse,
    ProjectBody,
)
from sources import citable
from sources.models import AreaFact, Citation, Claim, DocumentGap, DocumentIssuer, GlossaryTerm
from tests.world import (
    PLACE,
    activity,
    agreement,
    cite,
    commitment,
    day,
    differ,
    document,
    organization,
    plan,
    pointing_at,
    programme,
    project,
    statement,
    theme,
)

SECRET = "未公開"


def add_hidden(world: SimpleNamespace, **state: Any) -> SimpleNamespace:
    """One record of every kind that `state` hides, tied to the public ones wherever they can be.

    It sorts first in every list, so that one that is counted shows.
    """
    hidden = SimpleNamespace(**_records(world, **state))
    for tie in (_organizations, _agreements, _projects, _plans, _programmes, _document, _cited):
        tie(world, hidden)
    return hidden


def _records(world: SimpleNamespace, **state: Any) -> dict[str, Any]:
    title, slug = f"あ{SECRET}", "hidden"
    records = {
        "organization": organization(
            slug, title, kana="あ", municipality=world.kushiro, parent=world.network, **state
        ),
        "document": document(slug, title=title, issued_on=day("2021年5月31日"), **state),
        "theme": theme(slug, title, **state),
        "plan": plan(slug, title, **state),
        "programme": programme(slug, title, **state),
        "project": project(slug, title, preceded_by=world.project, **state),
    }
    records["agreement"] = agreement(
        slug,
        parties=(world.kushiro, world.asahikawa, world.organization),
        themes=(world.theme, records["theme"]),
        display_title=title,
        headline=SECRET,
        signed_on=day("2018年5月1日"),
        ends_on=day("2099年3月"),
        succeeds=world.agreement,
        **state,
    )
    return records


def _organizations(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    OrganizationAlias.objects.create(organization=hidden.organization, kind="short", name=SECRET)
    hidden.links = [
        OrganizationLink.objects.create(of=of, kind="secretariat", organization=organization)
        for of, organization in (
            (world.network, hidden.organization),
            (hidden.organization, world.organization),
        )
    ]
    world.network.parent = hidden.organization
    world.network.save()


def _agreements(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    hidden.commitment = commitment(hidden.agreement, SECRET, SECRET)
    statement(hidden.agreement, SECRET, side="both")
    ceremony = Ceremony.objects.create(agreement=hidden.agreement, place=SECRET)
    Attendee.objects.create(ceremony=ceremony, office=SECRET)
    party = Party.objects.create(agreement=world.agreement, organization=hidden.organization)
    attendee = Attendee.objects.create(ceremony=world.ceremony, party=party, office=SECRET)
    theme = AgreementTheme.objects.create(agreement=world.agreement, theme=hidden.theme)
    hidden.links += [party, attendee, theme]
    world.earlier.succeeds = hidden.agreement
    world.earlier.save()


def _projects(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
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


def _plans(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    for body in ({"organization": world.organization}, {"municipality": world.kushiro}):
        PlanMaker.objects.create(plan=hidden.plan, **body)
    hidden.links += [
        PlanMaker.objects.create(plan=world.plan, organization=hidden.organization),
        AgreementPlan.objects.create(
            agreement=world.agreement, plan=hidden.plan, relation="advances"
        ),
        AgreementPlan.objects.create(
            agreement=hidden.agreement, plan=world.plan, relation="advances"
        ),
    ]
    world.other_activity.plan = hidden.plan
    world.other_activity.save()


def _programmes(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    under = {"activity": world.activity, "relation": "used"}
    for body in ({"organization": world.organization}, {"municipality": world.kushiro}):
        ProgrammeUse.objects.create(programme=hidden.programme, **under, **body)
    secret = {"organization": hidden.organization}
    hidden.links.append(ProgrammeUse.objects.create(programme=world.programme, **under, **secret))
    world.other_use.activity = hidden.activity
    world.other_use.save()


def _document(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    """A hidden document that speaks of public records, and a public one that speaks of hidden."""
    secret = hidden.document
    DocumentIssuer.objects.create(document=secret, bureau=world.bureau)
    DocumentGap.objects.create(document=secret, place=PLACE, description=SECRET)
    GlossaryTerm.objects.create(document=secret, term="人材", expansion=SECRET)
    AreaFact.objects.create(
        document=secret, municipality=world.kushiro, kind="industry", text=SECRET
    )
    for row in (world.agreement, world.project, world.activity):
        _claim(secret, row)
    DocumentIssuer.objects.create(document=world.document, organization=hidden.organization)
    hidden.links.append(
        AreaFact.objects.create(
            document=world.document, organization=hidden.organization, kind="industry", text=SECRET
        )
    )
    for row in (hidden.agreement, hidden.project, *hidden.links):
        _claim(world.document, row)


def _claim(by: Any, row: Any) -> None:
    Claim.objects.create(**pointing_at(row, ""), document=by, words=SECRET, said_by=SECRET)


def _cited(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    """Public values cited by the hidden document; hidden values and links by public documents."""
    for public in list(Citation.objects.filter(document=world.document)):
        cite(public.record, public.field, hidden.document, SECRET, value_stated=SECRET)
    one, other = Citation.objects.about([world.agreement]).filter(field="planned_signing_on")
    differ(world.agreement, "planned_signing_on", one, other, note=SECRET)
    for row, field in _secrets(world, hidden):
        both = [
            cite(row, field, by, SECRET, value_stated=SECRET)
            for by in (world.document, world.report)
        ]
        differ(row, field, *both, note=SECRET)


def _secrets(world: SimpleNamespace, hidden: SimpleNamespace) -> Iterator[tuple[Any, str]]:
    """Each field of each hidden record, and of each link to one, that can be cited."""
    yield world.earlier, "succeeds"
    yield world.before, "preceded_by"
    fields = {entry.model: entry.fields for entry in citable.registered()}
    for row in (*vars(hidden).values(), *hidden.links):
        if isinstance(row, models.Model):
            yield from ((row, field) for field in sorted(fields.get(type(row), ())))
