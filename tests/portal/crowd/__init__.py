"""Many records around the one world, made in bulk: what grows where a portal grows."""

from types import SimpleNamespace
from typing import Any

from django.db import models

from editorial.models import State
from organizations.models import Organization
from partnerships.models import Agreement, Theme
from projects.models import Plan, Programme, Project
from sources.models import SourceDocument
from tests.portal.crowd.agreements import tie_agreements
from tests.portal.crowd.bulk import bulk
from tests.portal.crowd.documents import tie_citations, tie_documents
from tests.portal.crowd.monitored import tie_monitoring
from tests.portal.crowd.organizations import tie_organizations
from tests.portal.crowd.plans import tie_plans
from tests.portal.crowd.projects import tie_programmes, tie_projects
from tests.world import OPENED, PLACE, day


def add_crowd(world: SimpleNamespace, numbers: range) -> SimpleNamespace:
    """For each number one record of every kind, tied to the world's on every side."""
    crowd = SimpleNamespace(**_records(world, numbers))
    for tie in (
        tie_agreements,
        tie_projects,
        tie_plans,
        tie_programmes,
        tie_monitoring,
        tie_organizations,
        tie_documents,
        tie_citations,
    ):
        tie(world, crowd)
    return crowd


def _records(world: SimpleNamespace, numbers: range) -> dict[str, Any]:
    def many(model: type[models.Model], name: str, **values: Any) -> Any:
        opened = {"state": State.PUBLISHED, "publish_at": OPENED, "bureau": world.bureau}
        return bulk(
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
            signed_text=world.signed_text,
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
