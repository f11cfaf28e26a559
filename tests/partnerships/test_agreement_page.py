"""What the page of an agreement tells, and in which words."""

from datetime import date

import pytest

from partnerships.models import AgreementTheme, ChangeNote, Commitment
from sources.models import Claim, GlossaryTerm, RankScope
from tests.portal.addresses import text_of
from tests.portal.markup import parse, words
from tests.world import (
    agreement,
    cite,
    commitment,
    day,
    document,
    pointing_at,
    statement,
    theme,
)


def main(client, record):
    return parse(client.get(record.get_absolute_url()).content.decode()).find(".//main")


def read(client, record):
    return words(main(client, record))


def test_both_sides_speak_under_their_own_names_the_partner_first(world, client):
    sides = main(client, world.agreement).find(".//div[@class='sides']")
    partner, own = (words(side) for side in sides)
    assert partner.startswith(
        "釧路市・釧路市ビジネスサポートセンター 趣旨 釧路市は、地域経済を支える。"
    )
    assert own.startswith("北海道経済産業局 趣旨 局は、施策で支える。")


def test_what_was_agreed_is_a_tree_with_its_numbers_as_printed(world, client):
    tops = main(client, world.agreement).findall(".//ol[@class='tree']/li")
    [top] = [one for one in tops if words(one.find("div")).startswith("(1)地域企業の支援")]
    below = [words(item) for item in top.findall("ol/li")]
    assert below == ["○ DMOの支援", "○ 人材の確保"]


def test_items_stand_in_the_order_of_the_document(db, clock, client):
    made = agreement()
    for order, heading in ((2, "三番目"), (0, "一番目"), (1, "二番目")):
        row = commitment(made, heading)
        Commitment.objects.filter(pk=row.pk).update(order=order)
    page = read(client, made)
    assert page.index("一番目") < page.index("二番目") < page.index("三番目")


def test_what_a_document_leaves_out_is_told_by_its_kind(db, clock, client):
    made = agreement()
    Commitment.objects.create(
        agreement=made, heading="期間", absence="not_stated", level="initiative"
    )
    assert "期間 記載なし" in read(client, made)


def test_the_text_of_the_memorandum_itself_is_not_on_file(world, client):
    assert "発表資料による。覚書・協定の本文は未登録です。" in read(client, world.agreement)


def test_an_agreement_of_which_little_is_known_accuses_nobody(db, clock, client):
    page = read(client, agreement())
    for said in (
        "連携・協力事項を記した資料は未登録です。",
        "この協定等の取組を記した資料は未登録です（取組がないことを示すものではありません）。",
        "資料未登録",
        "登録資料に記載なし",
    ):
        assert said in page


def test_a_candidate_theme_is_marked_as_one(db, clock, client):
    made = agreement(themes=(theme(),))
    assert "（候補）" not in read(client, made)
    AgreementTheme.objects.update(state="candidate")
    assert "観光（候補）" in read(client, made)


@pytest.mark.parametrize(("text", "explained"), [("DMOの支援", True), ("企業の支援", False)])
def test_a_word_is_explained_where_it_is_used(world, client, text, explained):
    made = agreement("other")
    statement(made, text)
    by = document("glossary")
    GlossaryTerm.objects.create(document=by, term="DMO", expansion="観光地域づくり法人")
    assert "観光地域づくり法人" not in read(client, made), "no document of the page explains it"

    cite(made, "headline", by, "観光")
    assert ("観光地域づくり法人" in read(client, made)) == explained


def test_both_ends_of_a_succession_lead_to_each_other(world, client):
    assert f"後継の協定等 {world.successor}" in read(client, world.earlier)
    assert f"引き継いだ協定等 {world.earlier}" in read(client, world.successor)


def test_both_dates_stand_on_the_pages_of_agreement_and_municipality_with_the_choice(world, client):
    for record in (world.earlier, world.asahikawa):
        page = read(client, record)
        assert "2020年1月20日（採用）" in page
        assert "2020年2月1日" in page
        assert "本サイトで採用した記載とその理由：後の資料による。" in page


def test_attendees_hold_the_office_of_the_day(world, client):
    page = read(client, world.agreement)
    assert "出席予定者（役職は発表時） 釧路市長 代理" in page
    assert "時刻 13:30~14:00" in page
    world.ceremony.held_on = day("2021年4月22日")
    world.ceremony.save()
    assert "出席者（役職は当時） 釧路市長 代理" in read(client, world.agreement)


def test_a_topic_keeps_the_words_of_the_document_and_its_and_so_on(world, client):
    page = read(client, world.agreement)
    told = page[page.index("分野 観光「観光の振興」") :]
    assert "「等」" in told
    assert "分野 観光（候補）" in read(client, world.renewed)
    assert "「等」" not in read(client, world.renewed)


def test_what_changed_an_agreement_is_told_with_its_day(world, client):
    amended, renewed = (read(client, row) for row in (world.agreement, world.renewed))
    assert "変更・更新 内容の変更・2021年（令和3年）5月 分野に人材を加える。" in amended
    assert "更新・延長・2021年（令和3年）3月20日（土） 2024年3月末まで延長する。" in renewed
    assert "更新後の協力期間の終わり：2024年（令和6年）3月末 （予定）" in renewed


def test_the_signed_text_is_told_apart_from_the_release(world, client):
    page = read(client, world.earlier)
    assert f"覚書・協定の本文：{world.signed_text}" in page
    assert "本文は未登録です" not in page


def test_a_claim_about_something_else_on_the_page_gets_no_rank(world, client):
    ranked = read(client, world.agreement).count("件目です")
    said = {"document": world.document, "words": "管内で初めて", "said_by": "局"}
    Claim.objects.create(
        **pointing_at(world.commitment, ""), **said, ranked_within=RankScope.BUREAU
    )
    page = read(client, world.agreement)
    assert "管内で初めて" in page
    assert page.count("件目です") == ranked == 1


def test_changes_of_the_record_are_told_the_latest_first(world, client):
    ChangeNote.objects.create(
        agreement=world.agreement, noted_on=date(2021, 5, 20), text="資料を一つ加えました。"
    )
    told = read(client, world.agreement)
    later = "2021年（令和3年）5月20日（木） 資料を一つ加えました。"
    earlier = "2021年（令和3年）5月10日（月） 締結式の時刻を、発表資料に合わせて直しました。"
    assert 0 < told.find(later) < told.find(earlier)
    assert "お知らせはありません" not in told
    assert "公開してからの訂正や追加のお知らせはありません。" in read(client, world.earlier)


def test_files_tell_the_changes_too(world, client):
    page = world.agreement.get_absolute_url().rstrip("/")
    note = "締結式の時刻を、発表資料に合わせて直しました。"
    told = client.get(f"{page}.json").json()["change_notes"]
    assert told == [{"noted_on": "2021-05-10", "text": note}]
    told = f"2021年（令和3年）5月10日（月）：{note}"
    assert told in client.get(f"{page}.txt").content.decode()
    assert told in text_of(client.get(f"{page}.xlsx"))
