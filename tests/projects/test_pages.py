"""What the pages of projects, plans and programmes tell."""

import pytest

from projects.models import ActivityParticipant, ProgrammeUse
from sources.models import Claim
from tests.portal.markup import parse, words
from tests.world import activity, day, organization, pointing_at, programme, project


def read(client, record):
    return words(parse(client.get(record.get_absolute_url()).content.decode()).find(".//main"))


def test_a_project_tells_what_was_done_when_by_whom_and_with_what(world, client):
    page = read(client, world.project)
    assert "相談を受ける。" in page
    assert "① 相談会" in page
    assert "支援・実施・2020年（令和2年）10月" in page
    assert "相談会を開いた。" in page
    assert "成果物：相談票" in page
    assert "計画：釧路市の総合計画" in page
    assert "主催 1 釧路市ビジネスサポートセンター センター長 所長（役職は当時）【観光】" in page
    assert "地域未来投資 釧路市が活用" in page
    used = page[page.index("地域未来投資 釧路総合振興局他が活用") :]
    assert "窓口の整備 財源：釧路市" in used


def test_the_companies_of_a_project_stand_with_their_fields(db, clock, client):
    made = project()
    held = activity(made)
    for order, (name, field) in enumerate((("甲社", "精密金型"), ("乙社", "鋳造"))):
        company = organization(f"c-{order}", name, kind="company")
        ActivityParticipant.objects.create(
            activity=held, organization=company, role="company", field=field, order=order
        )
    page = read(client, made)
    assert "参加企業 2 甲社 【精密金型】 乙社 【鋳造】" in page


def test_a_project_leads_to_what_came_before_it_and_after_it(world, client):
    for record in (world.project, world.before):
        page = read(client, record)
        assert f"前の事業 {world.project}" in page[page.index("取組のつながり") :]


def test_a_project_leads_to_its_agreement_and_to_the_item_that_it_serves(world, client):
    page = read(client, world.project)
    assert world.agreement.display_title in page
    assert "締結予定日経過" in page
    items = page[page.index("対応する連携・協力事項") :]
    assert "(1) 地域企業の支援" in items
    assert "内容が対応するため。 編集上の補足" in items


def test_a_project_of_which_nothing_is_told_accuses_nobody(world, client):
    assert "（取組がないことを示すものではありません）" in read(client, world.before)


def test_a_date_that_is_not_certain_says_so(db, clock, client):
    made = project()
    activity(made, happened_on=day("2021年7月", "estimated"))
    assert "支援・実施・2021年（令和3年）7月 （推定）" in read(client, made)


def test_what_was_only_planned_says_so_and_accuses_nobody(db, clock, client):
    made = project()
    activity(made, happened_on=day("2021年7月", "planned"), state="planned")
    page = read(client, made)
    assert "支援・予定・2021年（令和3年）7月" in page
    assert "（取組がないことを示すものではありません）" in page


def test_a_claim_stands_in_quotation_marks_under_who_made_it(world, client):
    claim = {"document": world.document, "words": "道内で初めて", "said_by": "釧路市"}
    Claim.objects.create(**pointing_at(world.project, ""), **claim)
    assert "「初めて」などの記載（釧路市） 「道内で初めて」" in read(client, world.project)


def test_a_plan_leads_to_its_makers_its_agreements_and_what_it_led_to(world, client):
    page = read(client, world.plan)
    for part in (
        "作成主体 釧路市ビジネスサポートセンター",
        "釧路総合振興局",
        "平成39年度（2027年度）",
        "基づく",
        "相談会",
    ):
        assert part in page


@pytest.mark.parametrize(
    ("timing", "said"),
    [("before", "協定等の前"), ("under", "協定等の下で"), ("unknown", "時期の記載なし")],
)
def test_the_use_of_a_programme_says_when_it_was_seen_from_the_agreement(
    db, clock, client, timing, said
):
    made = programme()
    ProgrammeUse.objects.create(
        programme=made, name_as_stated="(株)ビタミン・カラー", relation="used", timing=timing
    )
    assert f"(株)ビタミン・カラーが活用（{said}）" in read(client, made)


def test_projects_are_listed_by_their_reading(db, clock, client):
    project("b", "漢字の事業", kana="かんじのじぎょう")
    project("a", "愛の事業", kana="あいのじぎょう")
    page = words(parse(client.get("/projects/").content.decode()).find(".//main"))
    assert page.index("愛の事業") < page.index("漢字の事業")
