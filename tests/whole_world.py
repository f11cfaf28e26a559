"""One record of every kind, linked both ways, each value with its source: 釧路市 and 旭川市."""

from datetime import date
from types import SimpleNamespace

from organizations.models import OrganizationAlias, OrganizationLink
from partnerships.models import Attendee, Ceremony
from projects.models import (
    ActivityParticipant,
    AgreementPlan,
    AgreementProject,
    CommitmentProject,
    PlanMaker,
    ProgrammeUse,
    ProjectBody,
)
from sources.models import AreaFact, Claim, DocumentGap, DocumentIssuer, GlossaryTerm
from tests.world import (
    PLACE,
    activity,
    agreement,
    bureau,
    cite,
    commitment,
    day,
    differ,
    document,
    municipality,
    organization,
    plan,
    pointing_at,
    programme,
    project,
    statement,
    subprefecture,
    theme,
)


def build_world() -> SimpleNamespace:
    """Every record by its noun; `earlier` is a second agreement, `older` a second document.

    `report` is a document that nothing cites."""
    world = SimpleNamespace(
        bureau=bureau(),
        kushiro=municipality("釧路市"),
        asahikawa=municipality("旭川市"),
        theme=theme(),
        network=organization("mas-net", "MAS-NET", kind="network", kana="ますねっと"),
    )
    world.organization = organization(
        parent=world.network, municipality=world.kushiro, kana="けーびず", description="相談の窓口"
    )
    steps = (_documents, _agreements, _more_agreements, _what_was_agreed, _organizations, _project)
    for add in (*steps, _plans, _cite):
        add(world)
    return world


def _documents(world: SimpleNamespace) -> None:
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
    DocumentIssuer.objects.create(document=world.document, bureau=world.bureau)
    DocumentGap.objects.create(document=world.document, place=PLACE, description="会場の写真")
    GlossaryTerm.objects.create(
        document=world.document,
        term="DMO",
        expansion="観光地域づくり法人",
        definition="観光地域づくりの舵取り役",
        provider="観光庁",
    )
    AreaFact.objects.create(
        document=world.document,
        municipality=world.kushiro,
        kind="geography",
        text="北海道の東にある。",
        as_of=day("2020年"),
    )


def _agreements(world: SimpleNamespace) -> None:
    world.agreement = agreement(
        parties=(world.kushiro, world.organization),
        themes=(world.theme,),
        official_title="連携に関する覚書",
        headline="地域経済の成長促進",
        renewal_terms="双方で協議",
        announced_on=day("2021年4月20日"),
        planned_signing_on=day("2021年4月22日(木)", "planned"),
        starts_on=day("2021年4月"),
        ends_on=day("2022年3月末", "planned"),
    )
    Claim.objects.create(
        **pointing_at(world.agreement, ""),
        document=world.document,
        words="道内5例目",
        said_by="北海道経済産業局",
        as_of=day("2021年4月"),
    )


def _more_agreements(world: SimpleNamespace) -> None:
    world.earlier = agreement(
        "hokkaido-asahikawa-2020",
        parties=(world.asahikawa, "旭川商工会議所"),
        signed_on=day("2020年1月20日"),
    )
    world.successor = agreement(
        "hokkaido-asahikawa-2021",
        parties=(world.asahikawa,),
        succeeds=world.earlier,
        signed_on=day("2021年5月10日"),
    )
    world.dropped = agreement(
        "hokkaido-muroran-2021",
        parties=(municipality("室蘭市"),),
        dropped_on=date(2021, 4, 25),
    )
    world.ended = agreement(
        "hokkaido-obihiro-2018",
        parties=(municipality("帯広市"),),
        signed_on=day("2018年4月"),
        ended_on=date(2021, 3, 31),
        ended_reason="目的を達した",
    )


def _what_was_agreed(world: SimpleNamespace) -> None:
    world.commitment = commitment(world.agreement, "地域企業の支援", "DMOの支援", "人材の確保")
    statement(world.agreement, "釧路市は、地域経済を支える。", side="partner")
    statement(world.agreement, "局は、施策で支える。", side="bureau", heading="趣旨")
    statement(world.agreement, "協定の概要", kind="summary")
    world.policy = statement(world.bureau, "自治体との連携を進める。", kind="policy")
    world.ceremony = Ceremony.objects.create(
        agreement=world.agreement,
        held_on=day("2021年4月22日", "planned"),
        hours="13:30~14:00",
        place="釧路市役所",
    )
    world.attendee = Attendee.objects.create(
        ceremony=world.ceremony,
        party=world.agreement.parties.all()[1],
        office="釧路市長",
        name="代理",
    )


def _organizations(world: SimpleNamespace) -> None:
    world.facility = organization(
        "satellite-office",
        "サテライトオフィス",
        kind="facility",
        is_tentative=True,
        is_planned=True,
    )
    OrganizationAlias.objects.create(organization=world.organization, kind="short", name="k-Biz")
    world.link = OrganizationLink.objects.create(
        of=world.network, kind="member", organization=world.organization
    )


def _project(world: SimpleNamespace) -> None:
    world.before = project("kushiro-before", "前の事業")
    world.plan = plan(
        summary="市の将来像",
        adopted_on=day("2018年3月"),
        starts_on=day("平成30年度"),
        ends_on=day("平成39年度"),
    )
    world.project = project(summary="相談を受ける。", preceded_by=world.before)
    world.activity = activity(
        world.project, text="相談会を開いた。", output="相談票", plan=world.plan, number="①"
    )
    world.other_activity = activity(world.project, "研究会", kind="study_group", order=1)
    world.participant = ActivityParticipant.objects.create(
        activity=world.activity,
        organization=world.organization,
        role="host",
        person="所長",
        office="センター長",
        field="観光",
    )
    for body in ({"organization": world.organization}, {"municipality": world.kushiro}):
        ProjectBody.objects.create(project=world.project, role="subject", **body)
    world.project_link = AgreementProject.objects.create(
        agreement=world.agreement, project=world.project
    )
    world.item_link = CommitmentProject.objects.create(
        commitment=world.commitment, project=world.project
    )


def _plans(world: SimpleNamespace) -> None:
    world.programme = programme(summary="設備投資を支える制度")
    for body in (
        {"organization": world.organization},
        {"municipality": world.kushiro},
        {"subprefecture": subprefecture()},
    ):
        PlanMaker.objects.create(plan=world.plan, **body)
        world.use = ProgrammeUse.objects.create(
            programme=world.programme, activity=world.activity, relation="used", **body
        )
    world.other_use = ProgrammeUse.objects.create(
        programme=world.programme, relation="planned", timing="before", name_as_stated="市内の企業"
    )
    world.plan_link = AgreementPlan.objects.create(
        agreement=world.agreement, plan=world.plan, relation="based_on"
    )


def _cite(world: SimpleNamespace) -> None:
    """The differing dates of 旭川市's signing, and one citation for each other kind of value."""
    said = cite(
        world.earlier, "signed_on", world.document, "2020年1月20日", value_stated="2020年1月20日"
    )
    cited = cite(world.earlier, "signed_on", world.older, "2020.2.1", value_stated="2020年2月1日")
    world.difference = differ(world.earlier, "signed_on", said, cited)
    planned = {"value_stated": "2021年4月22日"}
    cite(world.agreement, "planned_signing_on", world.document, "日時：2021年4月22日", **planned)
    for row, field in (
        (world.document, "issued_on"),
        (world.agreement, "headline"),
        (world.agreement.parties.all()[1], "body"),
        (world.agreement.theme_links.get(), "theme"),
        (world.commitment, "heading"),
        (world.ceremony, "place"),
        (world.attendee, "name"),
        (world.policy, "text"),
        (world.project, "summary"),
        (world.activity, "text"),
        (world.participant, "body"),
        (world.plan, "title"),
        (world.programme, "name"),
        (world.use, "relation"),
        (world.document.area_facts.get(), "text"),
    ):
        cite(row, field, world.document, f"「{row}」の{field}")
    told = [
        cite(world.activity, "text", by, f"相談会を{how}", value_stated=f"相談会を{how}")
        for by, how in ((world.document, "開催"), (world.older, "実施"))
    ]
    world.undecided = differ(world.activity, "text", *told, chosen=None, note="言い方が異なる。")
    reason = {"basis": "editorial", "document": None, "reason": "内容が対応するため。"}
    cite(world.item_link, "project", world.document, "", place="", **reason)
