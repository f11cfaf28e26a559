"""Records that nobody may see yet, with children, and with links to and from public records."""

from types import SimpleNamespace
from typing import Any

from tests.portal.hidden.agreements import tie_agreements, tie_organizations
from tests.portal.hidden.cited import tie_citations
from tests.portal.hidden.documents import tie_document
from tests.portal.hidden.monitored import tie_monitoring
from tests.portal.hidden.plans import tie_plans, tie_programmes
from tests.portal.hidden.projects import tie_projects
from tests.portal.hidden.secret import SECRET
from tests.world import (
    agreement,
    day,
    document,
    organization,
    plan,
    programme,
    project,
    theme,
)

__all__ = ["SECRET", "add_hidden"]


def add_hidden(world: SimpleNamespace, **state: Any) -> SimpleNamespace:
    """One record of every kind that `state` hides, tied to the public ones wherever they can be.

    It sorts first in every list, so that one that is counted shows. `hidden.links` are the rows of
    public records that lead to a hidden one, or belong to such a row.
    """
    hidden = SimpleNamespace(**_records(world, **state), links=[])
    for tie in (
        tie_organizations,
        tie_agreements,
        tie_projects,
        tie_plans,
        tie_programmes,
        tie_monitoring,
        tie_document,
        tie_citations,
    ):
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
