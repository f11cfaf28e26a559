"""The page of an agreement as plain text: whole, and as a summary, safe to answer from."""

import re
from functools import cache

import pytest
from django.test import Client

from tests.content.reading import body_of

ASAHIKAWA = "hokkaido-asahikawa-2020"
MURORAN = "hokkaido-muroran-2020"
KUSHIRO = "hokkaido-kushiro-2021"
KOSHI = "kyushu-koshi-2019"
ALL = (ASAHIKAWA, MURORAN, KUSHIRO, KOSHI, "hokkaido-obihiro-2020", "hokkaido-kitami-2021")
NOT_STATED = "登録資料に記載なし"
KUSHIRO_RELEASE = (
    "北海道経済産業局「釧路市と地域経済の成長促進に関する覚書を締結」（発表資料）、"
    "2021年（令和3年）4月20日（火）"
)

pytestmark = pytest.mark.usefixtures("lasting_content", "db", "clock")


@cache  # the clock stands still
def whole(slug, language=""):
    response = Client().get(f"{language}/agreements/{slug}.txt")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Content-Disposition"] == f'inline; filename="{slug}.txt"'
    return response.content.decode()


@cache
def page(slug):
    return body_of(f"/agreements/{slug}/")


def summary(slug):
    [text] = list(page(slug).iter("pre"))
    return "".join(text.itertext())


def section(text, title):
    """The lines of one section of the whole text."""
    [found] = [part for part in text.split("\n\n") if part.startswith(f"■ {title}")]
    return found.splitlines()[1:]


def line(text, start):
    [found] = [one for one in text.splitlines() if one.startswith(start)]
    return found


def test_the_head_says_what_is_known_as_of_when_and_what_that_does_not_say():
    head = whole(KUSHIRO).split("\n\n")[0].splitlines()
    assert head == [
        "釧路市と北海道経済産業局の地域経済の成長促進に関する覚書",
        "2021年（令和3年）6月1日（火）現在　http://testserver/agreements/hokkaido-kushiro-2021/",
        "状況：締結予定日経過　2021年（令和3年）4月22日の締結が予定として発表されています。"
        "締結を確認する資料は登録されていません。",
        "※2021年（令和3年）4月20日（火）までの登録資料で確認しています。"
        "更新・見直し・終了を記した資料は未登録です。法的な効力を判断したものではありません。",
        "公開資料による試作。経済産業省の公式サイトではありません。",
    ]


def test_every_key_fact_has_its_source_and_what_is_not_stated_is_said():
    facts = section(whole(KUSHIRO), "要点")
    assert f"締結日：{NOT_STATED}" in facts
    assert (
        "締結予定日：2021年（令和3年）4月22日（木）（予定）〔資料1・1. 覚書締結式の概要〕" in facts
    )
    assert f"協力期間の始まり：{NOT_STATED}" in facts
    assert f"協力期間の終わり：{NOT_STATED}" in facts
    assert f"フォローアップ：{NOT_STATED}" in facts


def test_differing_dates_stand_in_both_texts_with_their_documents_and_the_choice():
    text = whole(ASAHIKAWA)
    assert line(text, "締結日：2020年（令和2年）1月20日（月）〔資料1").endswith(
        "※資料による記載の違いあり"
    )
    for told in ("\n".join(section(text, "資料による記載の違い")), summary(ASAHIKAWA)):
        assert "「2020年1月20日」（採用）〔資料1" in told
        assert "「2020.2.1」〔資料1" in told
        assert "本サイトで採用した記載とその理由：「これまでの覚書締結自治体」の一覧に" in told
    assert "「2020.2.1」〔資料1・旭川市との連携プロジェクト(2020.2.1締結)〕" in text


def test_items_keep_their_numbers_and_say_what_they_rest_on():
    items = section(whole(MURORAN), "連携・協力事項")
    assert items[0] == "※発表資料による。覚書・協定の本文は未登録です。"
    assert any(one.startswith("　(1) 経済産業省予算を活用した") for one in items)
    assert "　○ 先端ものづくり産業への参入支援" in items
    linked = [one for one in items if "関連するプロジェクト：先端ものづくり" in one]
    assert len(linked) == 1
    assert "（達成1・開始2・予定2）〔編集上の補足・注" in linked[0]


def test_activities_are_told_with_their_bodies_and_whose_they_are():
    text = whole(MURORAN)
    begun = "\n".join(section(text, "取組・成果　開始・実施・達成"))
    planned = "\n".join(section(text, "取組・成果　予定・計画"))
    assert "キメラは、金属の精密加工技術や金型の製造技術を活かし" in begun
    assert "（JIS Q 9100）を道内中小企業で初めて取得。〔資料1・○ 道内中小企業で" in begun
    assert (
        "参加企業：キメラ【精密金型】、今野鉄工所【機械加工】、永澤機械【機械・難削材加工】、"
        "ミヤタ技研工業【製缶・機械加工】〔編集上の補足・注" in begun
    )
    assert "認証取得・達成・2020年（令和2年）6月（資料の表記は「昨年6月」）" in begun
    assert (
        "永澤機械の認証取得（認証取得・予定・2022年（令和4年）（資料の表記は「来年」）" in planned
    )
    assert "キメラは" not in planned


def test_plans_and_uses_are_told_with_their_timing():
    text = whole(KOSHI)
    uses = "\n".join(section(text, "施策・制度の活用状況"))
    assert uses.startswith("※「協定等の前」とあるものは、この協定等の成果ではありません。")
    assert "・合志市　活用・協定等の前" in uses
    assert "・第2期室蘭市総合戦略（整合を図る）〔資料2" in whole(MURORAN)
    assert "フォローアップ：年に1回程度フォローアップ〔資料1" in text


@pytest.mark.parametrize("slug", ALL)
def test_every_mark_leads_to_a_document_or_a_note_of_the_text(slug):
    text = whole(slug)
    documents = {int(n) for n in re.findall(r"^資料(\d+)　", text, re.M)}
    notes = {int(n) for n in re.findall(r"^注(\d+)：", text, re.M)}
    marks = "".join(re.findall("〔[^〕]*〕", text))
    assert {int(n) for n in re.findall(r"資料(\d+)", marks)} == documents
    assert {int(n) for n in re.findall(r"注(\d+)", marks)} == notes


def test_the_documents_are_listed_as_one_cites_them():
    documents = section(whole(ASAHIKAWA), "資料（")
    assert documents[0] == f"資料1　{KUSHIRO_RELEASE}"
    assert documents[1].endswith("（発表資料）、2019年（令和元年）12月17日（火）")


def test_the_summary_fits_a_screen_and_separates_what_is_done_from_what_is_planned():
    told = summary(MURORAN)
    assert len(told.splitlines()) <= 45
    assert "締結日：2020年（令和2年）1月31日（金）〔資料1；資料2〕" in told
    begun, planned = told.split("予定・計画（実施を記した資料は未登録）：予定4")
    assert "開始・実施・達成（資料で確認できるもの）：達成1・開始2" in begun
    assert "キメラ" in begun
    assert "キメラ" not in planned
    assert f"資料1　{KUSHIRO_RELEASE}" in planned
    assert "2021年（令和3年）6月1日（火）現在" in planned


def test_the_summary_says_the_status_with_its_limits_and_the_missing_date():
    told = summary(KUSHIRO)
    assert "状況：締結予定日経過" in told
    assert f"締結日：{NOT_STATED}" in told
    assert "法的な効力を判断したものではありません。" in told
    assert "趣旨（釧路市）：釧路市では、" in told
    assert "　　　(1) k-Bizと連携した事業支援体制の構築" in told


@pytest.mark.parametrize("slug", [MURORAN, KUSHIRO])
def test_items_and_activities_are_the_words_of_the_page(slug):
    shown = "".join("".join(page(slug).itertext()).replace(summary(slug), "").split())
    text = whole(slug)
    told = [
        one.strip()
        for title in ("連携・協力事項", "取組・成果　予定・計画")
        for one in section(text, title)
        if not one.strip().startswith(("→", "・", "（", "※", "参加企業", "この事項"))
    ]
    assert len(told) >= 10
    for words in told:
        assert "".join(re.sub("〔.*?〕", "", words).strip("［］").split()) in shown


def test_the_text_is_english_around_japanese_contents():
    text = whole(KUSHIRO, "/en")
    assert "Planned signing date: 22 April 2021 (planned) [" in text
    assert "〔" not in text
    assert "地域の魅力を生かした『稼ぐ力』創出・強化" in text


def test_an_absent_agreement_has_no_text():
    assert Client().get("/agreements/absent.txt").status_code == 404
