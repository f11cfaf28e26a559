"""What a section chief asks of the page of an agreement, and what it must not claim."""

from datetime import datetime

import pytest

from projects.models import AgreementProject, CommitmentProject, ProgrammeUse
from sources.models import Claim
from tests.partnerships.test_agreement_page import main, read
from tests.portal.markup import words
from tests.world import (
    JST,
    activity,
    agreement,
    cite,
    commitment,
    day,
    document,
    involving,
    municipality,
    organization,
    pointing_at,
    programme,
    project,
    renewal,
    review_rule,
)

UNTIL = "2021年（令和3年）4月20日（火）までの登録資料で確認しています。"
UNCHANGED = "更新・見直し・終了を記した資料は未登録です。"
NO_JUDGEMENT = "法的な効力を判断したものではありません。"
UNTOLD = "この事項の取組を記した資料は未登録です（取組がないことを示すものではありません）。"
USES_APART = (
    "施策の活用は、項目との関係が資料に記されていないため「施策・制度の活用状況」に掲げています。"
)
PASSED = "予定の時期を過ぎていますが、結果を記した資料は未登録です。"
DONE, COMING = "開始・実施・達成（資料で確認できるもの）", "予定・計画（実施を記した資料は未登録）"

pytestmark = pytest.mark.usefixtures("db", "clock")


@pytest.fixture
def made():
    """An agreement that a document of 20 April 2021 tells of."""
    made = agreement()
    cite(made, "headline", document(issued_on=day("2021年4月20日")), "観光")
    return made


def box(client, record):
    return main(client, record).find(".//div[@class='status status-signed']")


def fact(client, record, label):
    rows = main(client, record).findall(".//dl[@class='facts']/div")
    [value] = [words(row.find("dd")) for row in rows if words(row.find("dt")) == label]
    return value


def working(made, *states, **values):
    """A project of the agreement with an activity in each state."""
    work = project()
    AgreementProject.objects.create(agreement=made, project=work)
    for state in states:
        activity(work, heading=f"取組{state}", text=f"本文{state}", state=state, **values)
    return work


def use(made, **values):
    used = {"relation": "used", "timing": "under", **involving(organization()), **values}
    return ProgrammeUse.objects.create(programme=programme(), agreement=made, **used)


def test_the_box_says_until_when_it_is_followed_and_judges_nothing(made, client):
    made.signed_on = day("2020年1月31日")
    made.save()
    told = box(client, made)
    assert words(told).endswith(f"{UNTIL} {UNCHANGED} {NO_JUDGEMENT} 状況の見方")
    address = told.find(".//a").get("href")
    assert address == "/about/#statuses"
    assert 'id="statuses"' in client.get("/about/").content.decode()


def test_what_is_on_file_is_not_said_to_be_missing(made, client):
    assert UNCHANGED in read(client, made)
    renewal(made, "2021年5月1日", "2024年3月末")
    page = read(client, made)
    assert UNCHANGED not in page
    assert NO_JUDGEMENT in page


def test_renewal_follow_up_and_plans_are_told_even_where_nothing_is_stated(made, client):
    none = "登録資料に記載なし"
    assert fact(client, made, "更新・見直し") == none
    assert fact(client, made, "フォローアップ") == none
    assert f"関連する計画 {none}" in read(client, made)
    review_rule(made, "年1回程度")
    renewal(made, "2021年5月1日", "2024年3月末")
    assert fact(client, made, "フォローアップ") == "年1回程度"
    assert fact(client, made, "更新・見直し").startswith("更新・延長 2021年（令和3年）5月1日")


@pytest.mark.parametrize(
    ("timing", "told"), [("under", True), ("unknown", True), ("before", False)]
)
def test_an_item_without_activities_leads_to_the_uses_that_no_item_names(
    made, client, timing, told
):
    commitment(made, "企業への支援")
    assert f"{UNTOLD} {USES_APART}" not in read(client, made)
    use(made, timing=timing)
    page = main(client, made)
    assert (f"{UNTOLD} {USES_APART}" in words(page)) == told
    assert (page.find(".//p/a[@href='#uses']") is not None) == told


def test_the_timing_that_an_editor_judged_is_told_with_its_reason(made, client):
    used = use(made)
    assert "が活用（協定等の下で）" in read(client, made)
    why = {"basis": "editorial", "reason": "時期の記載がないため。"}
    cite(used, "timing", document("by"), "活用した。", **why)
    assert "が活用（協定等の締結後とみられる）" in read(client, made)
    assert "編集上の補足：時期の記載がないため。" in read(client, made)
    ProgrammeUse.objects.update(relation="planned")
    assert "が活用する予定（協定等の下での予定とみられる）" in read(client, made)


def test_what_was_done_stands_before_what_was_only_planned(made, client):
    working(made, "planned", "done", "started")
    page = read(client, made)
    done, coming = page.split(f" {DONE} ")[1].split(f" {COMING} ")
    assert "取組done" in done
    assert "取組started" in done
    assert "取組planned" not in done
    assert "取組planned" in coming.split("関連する計画")[0]


def test_what_an_item_shows_is_one_line_that_leads_to_the_project(made, client):
    work = working(made, "planned")
    assert "本文planned" in read(client, made)
    commitment(made, "支援")
    CommitmentProject.objects.create(commitment=made.commitments.get(), project=work)
    assert "本文planned" not in read(client, made)
    [planned] = main(client, made).findall(".//ul[@class='rows compact planned']/li/div[@id]")
    address = f"{work.get_absolute_url()}#{planned.get('id')}"
    assert planned.find("a").get("href") == address
    assert f'id="{planned.get("id")}"' in client.get(work.get_absolute_url()).content.decode()


def test_a_project_under_two_items_is_told_once(made, client):
    work = working(made, "done")
    for heading in ("一番目", "二番目"):
        CommitmentProject.objects.create(commitment=commitment(made, heading), project=work)
    told = [words(one) for one in main(client, made).findall(".//div[@class='followed']")]
    assert "取組done" in told[0]
    assert told[1].endswith("取組は、このプロジェクトを先に挙げた事項に記しています。")


def test_a_plan_of_a_time_that_is_over_says_so_without_accusation(made, client, clock):
    planned = activity(working(made), state="planned", happened_on=day("2022年"))
    cite(planned, "heading", document("first", issued_on=day("2021年4月20日")), "取組")
    assert PASSED not in read(client, made)
    clock(datetime(2023, 1, 1, tzinfo=JST))
    assert PASSED in read(client, made)
    assert PASSED in read(client, planned.project)
    cite(planned, "text", document("later", issued_on=day("2023年4月20日")), "取組")
    assert PASSED not in read(client, made), "the later document may tell the result"


def test_a_claim_about_an_activity_stands_beside_it_alone(made, client):
    done = activity(working(made), heading="認証の取得")
    said = {"document": document("by"), "words": "道内で初めて", "said_by": "局"}
    Claim.objects.create(**pointing_at(done, ""), **said)
    page = read(client, made)
    assert page.count("道内で初めて") == 1
    assert page.index("認証の取得") < page.index("道内で初めて") < page.rindex("関連する計画")


def test_the_head_of_the_print_numbers_the_documents_with_who_issued_them(made, client):
    by = made_by(document("by", title="発表資料", issued_on=day("2021年4月20日")))
    cite(made, "kind", by, "覚書")
    page = main(client, made)
    [first, *_rest] = [words(row) for row in page.findall(".//ol[@class='print-documents']/li")]
    assert first == "資料1 釧路市「発表資料」 2021年（令和3年）4月20日（火）"


def made_by(by):
    by.issuers.create(**involving(municipality()))
    return by
