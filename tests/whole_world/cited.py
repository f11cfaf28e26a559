"""A source for a value of every model, and where documents differ on one."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from tests.world import cite, differ


def add_citations(world: SimpleNamespace) -> None:
    """The differing dates of 旭川市's signing, and one citation for each other kind of value."""
    said = cite(
        world.earlier, "signed_on", world.document, "2020年1月20日", value_stated="2020年1月20日"
    )
    cited = cite(world.earlier, "signed_on", world.older, "2020.2.1", value_stated="2020年2月1日")
    world.difference = differ(world.earlier, "signed_on", said, cited)
    planned = {"value_stated": "2021年4月22日"}
    cite(world.agreement, "planned_signing_on", world.document, "日時：2021年4月22日", **planned)
    for row, field in _stated(world):
        cite(row, field, world.document, f"「{row}」の{field}")
    cite(world.fact_in_numbers, "number", world.undated, "12.5%以上")
    told = [
        cite(world.activity, "text", by, f"相談会を{how}", value_stated=f"相談会を{how}")
        for by, how in ((world.document, "開催"), (world.older, "実施"))
    ]
    world.undecided = differ(world.activity, "text", *told, chosen=None, note="言い方が異なる。")
    reason = {"basis": "editorial", "document": None, "reason": "内容が対応するため。"}
    cite(world.item_link, "project", world.document, "", place="", **reason)


def _stated(world: SimpleNamespace) -> Iterator[tuple[Any, str]]:
    yield world.document, "issued_on"
    yield world.fact, "text"
    yield world.representative, "name"
    yield world.agreement, "headline"
    yield world.agreement.parties.all()[1], "body"
    yield world.theme_link, "theme"
    yield world.commitment, "heading"
    yield world.amendment, "text"
    yield world.renewal, "ends_on"
    yield world.ceremony, "place"
    yield world.attendee, "name"
    yield world.policy, "text"
    yield world.project, "summary"
    yield world.activity, "text"
    yield world.participant, "body"
    yield world.plan, "title"
    yield world.section_below, "text"
    yield world.participant_of_plan, "body"
    yield world.role, "text"
    yield world.plan_field, "text"
    yield world.sector_count, "number"
    yield world.cost, "amount"
    yield world.plan_to_plan, "other"
    yield world.plan_project, "project"
    yield world.programme, "name"
    yield world.provider, "body"
    yield world.use, "relation"
    yield world.funder, "body"
    yield world.indicator, "name"
    yield world.value, "amount"
    yield world.review_rule, "words"
    yield world.reviewer, "body"
    yield world.review, "result"
