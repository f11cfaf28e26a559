"""Many records around the one world, made in bulk: what grows where a portal grows."""

from types import SimpleNamespace
from typing import Any

from django.db import models

from editorial.models import State
from organizations.models import Organization, OrganizationAlias, OrganizationLink
from partnerships.models import (
    Agreement,
    AgreementTheme,
    Attendee,
    Commitment,
    Party,
    Statement,
    Theme,
)
from projects.models import (
    Activity,
    ActivityParticipant,
    AgreementPlan,
    AgreementProject,
    CommitmentProject,
    Plan,
    PlanMaker,
    Programme,
    ProgrammeUse,
    Project,
    ProjectBody,
)
from sources.models import (
    AreaFact,
    Citation,
    Claim,
    Difference,
    DocumentGap,
    DocumentIssuer,
    GlossaryTerm,
    SourceDocument,
)
from tests.world import OPENED, PLACE, day, pointing_at


def add_crowd(world: SimpleNamespace, numbers: range) -> SimpleNamespace:
    """For each number one record of every kind, tied to the world's on every side."""
    crowd = SimpleNamespace(**_records(world, numbers))
    for tie in (_tie_agreements, _tie_projects, _tie_organizations, _tie_documents, _cite):
        tie(world, crowd)
    return crowd


def _bulk(model: type[models.Model], rows: Any) -> Any:
    return model._default_manager.bulk_create([model(**row) for row in rows])


def _records(world: SimpleNamespace, numbers: range) -> dict[str, Any]:
    def many(model: type[models.Model], name: str, **values: Any) -> Any:
        opened = {"state": State.PUBLISHED, "publish_at": OPENED, "bureau": world.bureau}
        return _bulk(
            model,
            ({"slug": f"n-{n}", name: f"{n}番", **opened, **values} for n in numbers),
        )

    return {
        "agreements": many(
            Agreement,
            "display_title",
            kind="agreement",
            headline="観光",
            signed_on=day("2021年5月1日"),
            ends_on=day("2022年3月"),
        ),
        "themes": many(Theme, "name", kana="かず", name_en="Number"),
        "projects": many(Project, "title", summary="概要", preceded_by=world.project),
        "plans": many(Plan, "title", stage="adopted"),
        "programmes": many(Programme, "name"),
        "organizations": many(
            Organization,
            "name",
            kind="company",
            municipality=world.kushiro,
            parent=world.network,
        ),
        "documents": many(
            SourceDocument, "title", kind="report", issued_on=day("2021年5月2日"), outline=PLACE
        ),
    }


def _tie_agreements(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    bodies = (
        {"bureau": world.bureau},
        {"municipality": world.kushiro},
        {"prefecture": world.kushiro.prefecture},
        {"organization": world.organization},
    )
    _bulk(Party, ({"agreement": a, **body} for a in crowd.agreements for body in bodies))
    _bulk(Party, ({"agreement": world.agreement, "organization": o} for o in crowd.organizations))
    _bulk(AgreementTheme, ({"agreement": a, "theme": world.theme} for a in crowd.agreements))
    _bulk(AgreementTheme, ({"agreement": world.agreement, "theme": t} for t in crowd.themes))
    item = {"heading": "連携", "text": "支援", "level": "memorandum"}
    crowd.commitments = _bulk(Commitment, ({"agreement": a, **item} for a in crowd.agreements))
    crowd.items = _bulk(
        Commitment,
        ({"agreement": world.agreement, "parent": world.commitment, **item} for _ in crowd.plans),
    )
    for of in ({"agreement": world.agreement, "side": "both"}, {"bureau": world.bureau}):
        _bulk(Statement, ({**of, "kind": "policy", "text": "方針"} for _ in crowd.agreements))
    _bulk(Attendee, ({"ceremony": world.ceremony, "office": "市長"} for _ in crowd.agreements))
    Agreement.objects.filter(pk__in=[a.pk for a in crowd.agreements]).update(
        succeeds=world.agreement
    )


def _tie_projects(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    _bulk(AgreementProject, ({"agreement": a, "project": world.project} for a in crowd.agreements))
    _bulk(AgreementProject, ({"agreement": world.agreement, "project": p} for p in crowd.projects))
    pairs = [(item, world.project) for item in crowd.commitments]
    pairs += zip(crowd.items, crowd.projects, strict=True)
    crowd.item_links = _bulk(
        CommitmentProject, ({"commitment": item, "project": project} for item, project in pairs)
    )
    told = {"kind": "support", "state": "done", "heading": "支援", "plan": world.plan}
    crowd.activities = _bulk(
        Activity, ({"project": p, **told} for p in [*crowd.projects, *[world.project] * len(pairs)])
    )
    for body in ({"municipality": world.kushiro}, {"organization": world.organization}):
        _bulk(ProjectBody, ({"project": p, "role": "lead", **body} for p in crowd.projects))
        _bulk(
            ActivityParticipant, ({"activity": a, "role": "host", **body} for a in crowd.activities)
        )
        _bulk(PlanMaker, ({"plan": p, **body} for p in crowd.plans))
        used = {"activity": world.activity, "relation": "used", **body}
        _bulk(
            ProgrammeUse, ({"programme": p, **used} for p in [*crowd.programmes, world.programme])
        )
    based = {"relation": "based_on"}
    _bulk(AgreementPlan, ({"agreement": world.agreement, "plan": p, **based} for p in crowd.plans))
    _bulk(AgreementPlan, ({"agreement": a, "plan": world.plan, **based} for a in crowd.agreements))


def _tie_organizations(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    ends = [(world.network, one) for one in crowd.organizations]
    ends += [(one, world.organization) for one in crowd.organizations]
    _bulk(OrganizationLink, ({"of": of, "organization": one, "kind": "member"} for of, one in ends))
    _bulk(
        OrganizationAlias,
        (
            {"organization": world.organization, "kind": "short", "name": one.name}
            for one in crowd.organizations
        ),
    )
    _bulk(
        ProjectBody,
        (
            {"project": world.project, "role": "lead", "organization": o}
            for o in crowd.organizations
        ),
    )


def _tie_documents(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    _bulk(
        DocumentIssuer,
        ({"document": world.document, "organization": o} for o in crowd.organizations),
    )
    _bulk(
        DocumentGap,
        ({"document": world.document, "place": PLACE, "description": "図"} for _ in crowd.plans),
    )
    _bulk(GlossaryTerm, ({"document": world.document, "term": o.name} for o in crowd.organizations))
    fact = {"kind": "industry", "text": "産業", "municipality": world.kushiro}
    _bulk(AreaFact, ({"document": d, **fact} for d in [world.document, *crowd.documents]))
    said = {"words": "初めて", "said_by": "局"}
    for row in (world.agreement, world.project):
        _bulk(Claim, ({**pointing_at(row, ""), "document": d, **said} for d in crowd.documents))


def _cite(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    """Each agreement's date by two documents that differ; the world's agreement by all."""
    stated = {
        "basis": "stated",
        "place": PLACE,
        "quotation": "日時",
        "value_stated": "2021年5月1日",
    }
    crowd_cited = [
        {**pointing_at(a, "signed_on"), "document": document, **stated}
        for a in crowd.agreements
        for document in (world.document, world.older)
    ]
    own = pointing_at(world.agreement, "headline")
    _bulk(Citation, [*crowd_cited, *({**own, "document": d, **stated} for d in crowd.documents)])
    _bulk(
        Citation,
        (
            {**pointing_at(row, field), "document": world.document, **stated}
            for rows, field in (
                (crowd.projects, "summary"),
                (crowd.activities, "text"),
                (crowd.plans, "title"),
                (crowd.item_links, "project"),
            )
            for row in rows
        ),
    )
    _bulk(
        Difference,
        ({**pointing_at(a, "signed_on"), "note": "日が異なる。"} for a in crowd.agreements),
    )
