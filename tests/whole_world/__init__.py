"""One record of every kind, linked both ways, each value with its source: 釧路市 and 旭川市."""

from types import SimpleNamespace

from tests.whole_world.cited import add_citations
from tests.whole_world.monitoring import add_monitoring
from tests.whole_world.organizations import add_organizations
from tests.whole_world.partnerships import add_agreements
from tests.whole_world.projects import add_plan, add_programmes, add_projects
from tests.whole_world.sources import add_documents, add_knowledge
from tests.world import bureau, municipality, theme


def build_world() -> SimpleNamespace:
    """Every record by its noun; `earlier` is a second agreement, `older` a second document.

    `report` is a document that nothing cites, `undated` that of the plan."""
    world = SimpleNamespace(
        bureau=bureau(),
        kushiro=municipality("釧路市"),
        asahikawa=municipality("旭川市"),
        theme=theme(),
    )
    for add in (
        add_organizations,
        add_documents,
        add_agreements,
        add_knowledge,
        add_projects,
        add_plan,
        add_programmes,
        add_monitoring,
        add_citations,
    ):
        add(world)
    return world
