"""Documents that speak of the world, and citations that differ."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from sources.models import (
    AreaFact,
    Citation,
    Claim,
    Difference,
    DocumentGap,
    DocumentIssuer,
    GlossaryTerm,
)
from tests.portal.crowd.bulk import bulk
from tests.world import PLACE, day, pointing_at

STATED = {
    "basis": "stated",
    "place": PLACE,
    "quotation": "日時",
    "value_stated": "2021年5月1日",
}


def tie_documents(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    bulk(
        DocumentIssuer,
        ({"document": world.document, "organization": o} for o in crowd.organizations),
    )
    bulk(
        DocumentGap,
        ({"document": world.document, "place": PLACE, "description": "図"} for _ in crowd.plans),
    )
    bulk(GlossaryTerm, ({"document": world.document, "term": o.name} for o in crowd.organizations))
    _area_facts(world, crowd)
    said = {"words": "5例目", "said_by": "局", "ranked_within": "bureau"}
    for row in (world.agreement, world.project):
        bulk(Claim, ({**pointing_at(row, ""), "document": d, **said} for d in crowd.documents))
    bulk(
        Claim,
        ({**pointing_at(a, ""), "document": world.document, **said} for a in crowd.agreements),
    )


def _area_facts(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    """Numbers of the municipality, each compared with one of the prefecture."""
    fact = {
        "kind": "statistics",
        "text": "10%",
        "item": "割合",
        "number": 10,
        "unit": "%",
        "survey": "工業統計",
        "as_of": day("2015年"),
    }
    by = [*crowd.documents, *[world.document] * len(crowd.documents)]
    elsewhere = {"prefecture": world.kushiro.prefecture, **fact}
    compared = bulk(AreaFact, ({"document": d, **elsewhere} for d in by))
    bulk(
        AreaFact,
        (
            {"document": d, "municipality": world.kushiro, "compared_with": other, **fact}
            for d, other in zip(by, compared, strict=True)
        ),
    )


def tie_citations(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    """Each agreement's date by two documents that differ; the world's agreement by all."""
    signed = [
        {**pointing_at(a, "signed_on"), "document": document, **STATED}
        for a in crowd.agreements
        for document in (world.document, world.older)
    ]
    own = pointing_at(world.agreement, "headline")
    bulk(Citation, [*signed, *({**own, "document": d, **STATED} for d in crowd.documents)])
    bulk(
        Citation,
        (
            {**pointing_at(row, field), "document": world.document, **STATED}
            for row, field in _cited(crowd)
        ),
    )
    bulk(
        Difference,
        ({**pointing_at(a, "signed_on"), "note": "日が異なる。"} for a in crowd.agreements),
    )


def _cited(crowd: SimpleNamespace) -> Iterator[tuple[Any, str]]:
    for rows, field in (
        (crowd.projects, "summary"),
        (crowd.activities, "text"),
        (crowd.plans, "title"),
        (crowd.item_links, "project"),
        (crowd.uses, "relation"),
        (crowd.indicators, "name"),
        (crowd.review_rules, "words"),
    ):
        yield from ((row, field) for row in rows)
