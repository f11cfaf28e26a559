"""What is done: projects with their activities, a plan as its document prints it, a programme."""

from types import SimpleNamespace

from projects.models import (
    ActivityParticipant,
    AgreementPlan,
    AgreementProject,
    CommitmentProject,
    PlanCost,
    PlanField,
    PlanLink,
    PlanMaker,
    PlanParticipant,
    PlanProject,
    PlanRole,
    ProgrammeProvider,
    ProgrammeUse,
    ProjectBody,
    SectorCount,
    UseFunder,
)
from tests.world import activity, day, plan, programme, project, section, subprefecture


def add_projects(world: SimpleNamespace) -> None:
    world.before = project("kushiro-before", "前の事業")
    world.plan = plan(
        summary="市の将来像",
        legal_basis="地域再生法第5条第1項",
        area="釧路市の全域",
        adopted_on=day("2018年3月"),
        starts_on=day("平成30年度"),
        ends_on=day("平成39年度"),
    )
    world.other_plan = plan("kushiro-strategy", "釧路市の総合戦略", stage="next")
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


def add_plan(world: SimpleNamespace) -> None:
    of = {"plan": world.plan}
    bodies = ("organization", "municipality", "subprefecture")
    for name, body in zip(bodies, _bodies(world), strict=True):
        PlanMaker.objects.create(**of, **{name: body})
    world.section = section(world.plan, "計画の評価", "毎年5月に評価する。", kind="evaluation")
    world.section_below = world.section.children.get()
    at = {"section": world.section_below}
    _participants(world, {**of, **at})
    world.plan_field = PlanField.objects.create(
        **of, text="水産物の加工", resource="水産物", sector="food"
    )
    world.sector_count = SectorCount.objects.create(**of, sector="food", number=19)
    world.cost = PlanCost.objects.create(
        **of,
        **at,
        clause="地域再生法第5条第4項第1号イ",
        code="A3007",
        scope="総事業費",
        amount=32_000_000,
        amount_as_stated="32,000千円",
    )
    world.plan_to_plan = PlanLink.objects.create(**of, other=world.other_plan, relation="feeds")
    world.plan_project = PlanProject.objects.create(**of, project=world.project)
    world.plan_link = AgreementPlan.objects.create(
        **of, agreement=world.agreement, relation="based_on"
    )


def _bodies(world: SimpleNamespace) -> tuple[object, object, object]:
    return world.organization, world.kushiro, subprefecture()


def _participants(world: SimpleNamespace, there: dict[str, object]) -> None:
    world.participant_of_plan = PlanParticipant.objects.create(
        **there, number="1", organization=world.organization, is_lead=True, is_contact=True
    )
    PlanParticipant.objects.create(**there, number="2", order=1, municipality=world.asahikawa)
    world.role = PlanRole.objects.create(
        participant=world.participant_of_plan, section=world.section, text="相談を受け付ける。"
    )
    PlanRole.objects.create(
        participant=world.participant_of_plan, order=1, text="相談の窓口となる。"
    )


def add_programmes(world: SimpleNamespace) -> None:
    world.programme = programme(
        kind="bureau", number="3", frequency="毎年", summary="設備投資を支える制度"
    )
    world.provider = ProgrammeProvider.objects.create(
        programme=world.programme, bureau=world.bureau
    )
    used = {"programme": world.programme, "activity": world.activity, "relation": "used"}
    for body in ({"organization": world.organization}, {"municipality": world.kushiro}):
        ProgrammeUse.objects.create(**used, **body)
    world.use = ProgrammeUse.objects.create(
        **used,
        subprefecture=subprefecture(),
        agreement=world.agreement,
        plan=world.plan,
        timing="under",
        title="窓口の整備",
        and_others=True,
    )
    world.other_use = ProgrammeUse.objects.create(
        programme=world.programme, relation="planned", timing="before", name_as_stated="市内の企業"
    )
    world.funder = UseFunder.objects.create(use=world.use, municipality=world.kushiro)
