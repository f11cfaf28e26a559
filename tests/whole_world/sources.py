"""Documents, and what they say besides: facts about the area, claims, words explained."""

from decimal import Decimal
from types import SimpleNamespace

from common.stated_dates import StatedDate
from sources.models import AreaFact, Claim, DocumentGap, DocumentIssuer, GlossaryTerm
from tests.world import PLACE, day, document, pointing_at


def add_documents(world: SimpleNamespace) -> None:
    world.document = document(
        subtitle="道内5例目",
        contact_office="地域経済課",
        contact_phone="011-709-2311",
        contact_fax="011-709-2566",
        contact_email="office@example.com",
    )
    world.older = document(
        "hokkaido-2020-02-03-asahikawa", title="旭川市との覚書", issued_on=day("2020年2月3日")
    )
    world.report = document(
        "hokkaido-2021-05-20-report", title="取組の報告", issued_on=day("2021年5月20日")
    )
    world.undated = document(
        "kushiro-plan",
        title="釧路市の総合計画",
        kind="plan",
        issued_on=StatedDate("", None, None, "not_stated"),
        reference_on=day("2016年度", "estimated"),
    )
    world.signed_text = document(
        "asahikawa-memorandum-text",
        title="覚書",
        kind="signed_text",
        issued_on=day("2020年1月20日"),
    )
    DocumentIssuer.objects.create(document=world.document, bureau=world.bureau)


def add_knowledge(world: SimpleNamespace) -> None:
    world.gap = DocumentGap.objects.create(
        document=world.document, place=PLACE, description="会場の写真"
    )
    world.omission = DocumentGap.objects.create(
        document=world.undated,
        kind="omitted",
        place=PLACE,
        quotation="担当：",
        description="担当者の氏名",
    )
    world.term = GlossaryTerm.objects.create(
        document=world.document,
        term="DMO",
        expansion="観光地域づくり法人",
        definition="観光地域づくりの舵取り役",
        provider="観光庁",
        as_of=day("2020年4月"),
    )
    world.claim = Claim.objects.create(
        **pointing_at(world.agreement, ""),
        document=world.document,
        words="道内5例目",
        said_by="北海道経済産業局",
        as_of=day("2021年4月"),
        ranked_within="bureau",
    )
    _area_facts(world)


def _area_facts(world: SimpleNamespace) -> None:
    """In words; and as a number, which is compared with the prefecture's of another survey."""
    world.fact = AreaFact.objects.create(
        document=world.document,
        municipality=world.kushiro,
        kind="geography",
        text="北海道の東にある。",
        as_of=day("2020年"),
    )
    counted = {"document": world.undated, "kind": "statistics", "item": "製造業の割合", "unit": "%"}
    world.fact_elsewhere = AreaFact.objects.create(
        prefecture=world.kushiro.prefecture,
        text="北海道では約9%。",
        number=9,
        qualifier="about",
        survey="経済センサス",
        as_of=day("2014年"),
        **counted,
    )
    world.fact_in_numbers = AreaFact.objects.create(
        municipality=world.kushiro,
        text="製造業の割合は12.5%以上。",
        number=Decimal("12.5"),
        qualifier="at_least",
        survey="工業統計",
        as_of=day("2015年"),
        compared_with=world.fact_elsewhere,
        **counted,
    )
