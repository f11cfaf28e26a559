import pytest

from partnerships.models import Ceremony
from tests.world import agreement, day, municipality, theme


@pytest.fixture
def places(db):
    return [municipality(name) for name in ("釧路市", "旭川市", "室蘭市", "青森市")]


@pytest.fixture
def themes(db):
    return theme("tourism", "観光"), theme("talent", "人材")


@pytest.fixture
def kushiro(places, themes):
    """The memorandum with 釧路市 as `tests.imports.tables.KUSHIRO` tells it, published."""
    made = agreement(
        "hokkaido-kushiro-2021",
        parties=(places[0],),
        themes=themes,
        display_title="釧路市との覚書",
        announced_on=day("2021年4月20日"),
        planned_signing_on=day("2021年4月22日(木)", "planned"),
    )
    held_on = day("2021年4月22日(木)", "planned")
    Ceremony.objects.create(
        agreement=made, held_on=held_on, hours="13:30~14:00", place="釧路市役所"
    )
    return made
