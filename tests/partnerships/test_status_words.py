"""The words of each status, as domain.md (section 2) fixes them, and the day that they hold on."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.conf import settings
from django.utils.translation import override

from common.stated_dates import StatedDate
from partnerships.models import Agreement
from partnerships.rules import Facts, Status, sentence
from tests.world import COMING, JST, NOW, agreement, day

SIGNED = day("2020年1月20日")
KNOWN = Facts(
    dropped_on=date(2021, 4, 25),
    succeeded=day("2021年7月"),
    successor="釧路市との協定",
    ended_on=date(2021, 8, 10),
    ended_reason="目的を達した",
    ends=day("2021年6月末", "planned"),
    planned=day("2021年4月22日", "planned"),
    signed=SIGNED,
)
WORDS = {
    Status.NOT_CONCLUDED: (
        "締結取りやめ",
        "2021年（令和3年）4月25日、締結の取りやめが発表されました。",
    ),
    Status.SUCCEEDED: ("後継へ移行", "釧路市との協定（2021年（令和3年）7月）に引き継がれました。"),
    Status.ENDED: ("終了", "2021年（令和3年）8月10日に終了しました（目的を達した）。"),
    Status.PERIOD_PASSED: (
        "当初期間経過",
        "当初の協力期間（2021年（令和3年）6月末まで・予定）を過ぎています。"
        "延長・終了を示す資料は登録されていません。",
    ),
    Status.PLANNED: ("締結予定", "2021年（令和3年）4月22日に締結予定と発表されています。"),
    Status.PLAN_PASSED: (
        "締結予定日経過",
        "2021年（令和3年）4月22日の締結が予定として発表されています。締結を確認する資料は登録されていません。",
    ),
    Status.WITHIN_PERIOD: (
        "締結済み・期間内",
        "2020年（令和2年）1月20日締結。期間は2021年（令和3年）6月末まで・予定。",
    ),
    Status.SIGNED: (
        "締結済み",
        "2020年（令和2年）1月20日締結。期間の定めは資料に記載がありません。",
    ),
    Status.ANNOUNCED: (
        "取組開始を発表",
        "開始が発表されています。締結の手続は資料に記載がありません。",
    ),
}
# The legal effect of a memorandum is not for the portal to judge.
NEVER = ("有効", "失効", "期限切れ", "継続中", "未履行")


@pytest.mark.parametrize("status", Status)
def test_each_status_has_its_chip_and_its_sentence(status):
    known = replace(KNOWN, ends=None) if status == Status.SIGNED else KNOWN
    assert (status.label, sentence(status, known)) == WORDS[status]
    assert not [word for word in NEVER if word in status.label + sentence(status, known)]


def test_the_chips_are_the_words_of_the_domain_in_both_languages():
    """That a successor is named (“Succeeded by …”) is for the sentence beside the chip."""
    text = (settings.BASE_DIR / "docs/domain.md").read_text(encoding="utf-8")
    table = text.split("## Status of an agreement")[1].split("## ")[0]
    words = dict(re.findall(r"^\| (.+?) \| (.+?)(?: by …)? \|", table, re.M)) | {"chip": ""}
    with override("en"):
        shown = {WORDS[status][0]: str(status.label) for status in Status}
    assert shown == {chip: english for chip, english in words.items() if english}


def test_a_period_that_is_not_planned_ends_without_that_word():
    known = Facts(signed=SIGNED, ends=day("2022年3月"))
    assert (
        sentence(Status.WITHIN_PERIOD, known)
        == "2020年（令和2年）1月20日締結。期間は2022年（令和4年）3月まで。"
    )


def test_a_period_that_ends_with_an_event_is_told_in_the_words_of_the_document():
    known = Facts(signed=SIGNED, ends=StatedDate("事業の完了", None, None, "planned"))
    said = sentence(Status.SIGNED, known)
    assert said == "2020年（令和2年）1月20日締結。期間は事業の完了まで・予定。"


def test_a_renewed_period_is_told_by_its_new_end():
    known = Facts(signed=SIGNED, ends=day("2021年3月"), extended=day("2024年3月末", "planned"))
    within, passed = (
        sentence(status, known) for status in (Status.WITHIN_PERIOD, Status.PERIOD_PASSED)
    )
    assert within == "2020年（令和2年）1月20日締結。期間は2024年（令和6年）3月末まで・予定。"
    assert passed == (
        "更新後の協力期間（2024年（令和6年）3月末まで・予定）を過ぎています。"
        "その後の延長・終了を示す資料は登録されていません。"
    )
    assert not [word for word in NEVER if word in within + passed]


def test_a_renewal_until_an_event_is_told_in_the_words_of_the_document():
    known = Facts(
        signed=SIGNED,
        ends=day("2021年3月"),
        extended=StatedDate("事業の完了", None, None, "planned"),
    )
    said = sentence(Status.SIGNED, known)
    assert said == "2020年（令和2年）1月20日締結。期間は事業の完了まで・予定。"


@pytest.mark.parametrize("kind", ["not_stated", "none", ""])
def test_a_plan_without_a_day_gives_way_to_the_day_of_the_signing(kind):
    known = Facts(signed=SIGNED, planned=StatedDate("", None, None, kind))
    assert (
        sentence(Status.PLANNED, known) == "2020年（令和2年）1月20日に締結予定と発表されています。"
    )


def test_a_date_is_told_as_precisely_as_it_is_known(world):
    """The successor's start is a month: no day of it is invented."""
    world.successor.starts_on = day("2021年4月")
    world.successor.save()
    [row] = Agreement.objects.with_status(NOW.date(), NOW).filter(pk=world.earlier.pk)
    title = world.successor.display_title
    assert row.status_sentence == f"{title}（2021年（令和3年）4月）に引き継がれました。"


def test_a_page_tells_the_period_as_it_was_renewed(world, client, clock):
    address = world.renewed.get_absolute_url()
    for instant, told in (
        (NOW, "2019年（平成31年）4月1日締結。期間は2024年（令和6年）3月末まで・予定。"),
        (
            datetime(2024, 4, 1, tzinfo=JST),
            "更新後の協力期間（2024年（令和6年）3月末まで・予定）を過ぎて",
        ),
    ):
        clock(instant)
        assert told in client.get(address).content.decode()


def test_a_successor_counts_from_the_hour_of_its_publication(world, client, clock):
    Agreement.objects.filter(pk=world.successor.pk).update(**COMING)
    address = world.earlier.get_absolute_url()
    assert "締結済み" in client.get(address).content.decode()
    clock(COMING["publish_at"])
    page = client.get(address).content.decode()
    assert "後継へ移行" in page
    assert f"{world.successor}（2021年（令和3年）5月10日）に引き継がれました。" in page


@pytest.mark.parametrize(
    ("instant", "chip"),
    [
        (datetime(2021, 4, 22, 23, 59, 59, tzinfo=JST), "締結予定"),
        (datetime(2021, 4, 23, 0, 0, 0, tzinfo=JST), "締結予定日経過"),
    ],
)
def test_the_day_turns_at_midnight_in_japan(db, client, clock, instant, chip):
    clock(instant)
    made = agreement(planned_signing_on=day("2021年4月22日", "planned"))
    for address in ("/", "/agreements/", made.get_absolute_url()):
        assert f">{chip}</span>" in client.get(address).content.decode()
