"""The history of a record tells in Japanese who changed what, its parts included."""

from datetime import timedelta

import pytest

from editorial.changes import change
from partnerships.models import Agreement
from tests.admin.pages import body, words
from tests.world import NOW, commitment, municipality, theme


@pytest.fixture
def later(world, clock):
    """The world as it was made, and five minutes later."""
    clock(NOW + timedelta(minutes=5))
    return world


def sections(page):
    return [" ".join("".join(part.itertext()).split()) for part in body(page).iter("section")]


def test_one_save_is_one_entry_with_all_that_it_changed(later, officer):
    officer.user.last_name, officer.user.first_name = "職員", "甲"
    officer.user.save()
    officer.send(
        later.agreement,
        display_title="釧路市との覚書",
        kind="agreement",
        succeeds=later.earlier.pk,
        parties__1__order="7",
        commitments__0__DELETE="on",
        commitments__1__DELETE="on",
        commitments__2__DELETE="on",
    )
    latest = sections(officer.open(later.agreement, "history"))[0]
    for told in (
        "職員 甲（2021年6月1日 12:05）",
        "表示する件名覚書（hokkaido-kushiro-2021）釧路市との覚書",
        "種別覚書協定",
        "引き継いだ協定等（空欄）覚書（hokkaido-asahikawa-2020）",
        "当事者「釧路市」を変更",
        "並び順17",
        "連携・協力事項「(1) 地域企業の支援」を削除",
    ):
        assert told in latest
    assert "版" not in latest


def test_what_lies_two_levels_below_is_told_too(later, officer):
    officer.send(later.ceremony, attendees__0__office="釧路市副市長")
    latest = sections(officer.open(later.agreement, "history"))[0]
    assert "出席者「釧路市副市長" in latest
    assert "釧路市長釧路市副市長" in latest


def test_a_save_that_changed_nothing_is_not_told(world, officer):
    before = len(sections(officer.open(world.agreement, "history")))
    officer.send(world.agreement)
    assert len(sections(officer.open(world.agreement, "history"))) == before


def test_what_a_command_did_is_told_with_its_reason(later, officer):
    with change("資料の取込による"):
        later.agreement.headline = "新しいテーマ"
        later.agreement.save()
        commitment(later.agreement, "追加の項目")
    latest = sections(officer.open(later.agreement, "history"))[0]
    assert "取込などの処理" in latest
    assert "資料の取込による" in latest
    assert "追加の項目" in latest


def test_a_deleted_end_is_told_as_deleted(world, officer):
    topic = theme("food", "食")
    link = world.agreement.theme_links.create(theme=topic)
    link.delete()
    topic.delete()
    assert "（削除済み）" in words(officer.open(world.agreement, "history"))


def test_the_history_costs_the_same_for_few_rows_and_many(
    world, officer, django_assert_max_num_queries
):
    def queries():
        with django_assert_max_num_queries(100) as captured:
            officer.open(world.agreement, "history")
        return len(captured)

    queries()  # reads the content types, once a process
    before = queries()
    for number in range(10):
        row = commitment(world.agreement, f"項目{number}")
        row.text = "本文"
        row.save()
        place = municipality("帯広市")
        party = world.agreement.parties.create(municipality=place, order=number)
        party.delete()
    assert queries() == before


def test_long_histories_come_in_pages(later, officer, clock):
    for number in range(25):
        clock(NOW + timedelta(hours=number))
        later.agreement.headline = f"テーマ{number}"
        later.agreement.save()
    page = officer.open(later.agreement, "history")
    assert len(sections(page)) == 20
    older = officer.open(later.agreement, "history", p=2)
    assert "新しい変更" in words(older)
    assert "テーマ24" not in words(older)


def test_the_history_of_a_row_that_never_was_leads_back(officer, db):
    row = Agreement(pk=999)
    assert officer.open(row, "history").status_code == 302
    assert not Agreement.objects.filter(pk=999).exists()
