"""What the page of a plan tells: its own outline, and what stands in it."""

import pytest

from tests.portal.markup import parse, words
from tests.world import day, indicator, plan, review_rule


@pytest.fixture
def page(world, client):
    return read(client, world.plan)


def read(client, record):
    return words(parse(client.get(record.get_absolute_url()).content.decode()).find(".//main"))


def after(page, heading):
    return page[page.index(heading) :]


def test_the_outline_is_the_document_s_own(page):
    outline = after(page, "計画の構成（原文の順）")
    assert outline.index("計画の評価") < outline.index("ア 毎年5月に評価する。")


def test_who_takes_part_stands_with_each_wording_of_the_role(page):
    told = after(page, "参加機関と役割")
    for part in ("代表", "窓口", "計画の評価：相談を受け付ける。", "相談の窓口となる。"):
        assert part in told
    assert told.index("釧路市ビジネスサポートセンター") < told.index("旭川市")


def test_a_dash_of_the_document_is_no_zero_and_a_zero_is_one(page):
    table = after(page, "相談の件数（計）")
    assert "10件" in table
    assert "記載なし（原文：-）" in table
    assert table.index("120件") < table.index("うち新規") < table.index(" 0件")


def test_a_target_says_how_it_is_counted(page):
    assert "累計 数え方：窓口で受けたものを数える。" in page


@pytest.mark.parametrize(
    ("cumulative", "said"),
    [
        ("yes", "累計"),
        ("no", "各時点・各年度の値"),
        ("not_stated", "累計かどうか記載なし"),
    ],
)
def test_whether_it_adds_up_is_told_in_three_ways(db, clock, client, cumulative, said):
    made = plan()
    indicator(made, cumulative=cumulative)
    assert f"単位：件 {said}" in read(client, made)


def test_costs_and_counts_stand_as_the_document_has_them(page):
    assert "総事業費 32,000千円（32,000,000円）" in page
    assert "記号：A3007" in page
    counts = after(page, "登録から数えた計画の数")
    assert counts.index("食料品製造関連 19") < counts.index("釧路市の総合戦略")


def test_the_next_review_is_computed_and_says_so(page):
    told = after(page, "実施状況の確認（フォローアップ）")
    assert "次は2022年（令和4年）5月頃（毎年5月・計算による）" in told
    for part in (
        "市、金融機関、大学",
        "2020年（令和2年）5月 （対象：2019年度（令和元年度）） おおむね計画どおり",
    ):
        assert part in told


@pytest.mark.parametrize("cycle", ["quarter", "year_end", "about_yearly", "other"])
def test_no_review_is_called_late(db, clock, client, cycle):
    made = plan(starts_on=day("2016年4月1日"), ends_on=day("2018年3月末"))
    review_rule(made, "年1回程度", cycle=cycle)
    told = after(read(client, made), "実施状況の確認（フォローアップ）")
    assert not [word for word in ("期限", "遅れ", "未実施", "報告なし", "次は") if word in told]


def test_plans_and_projects_lead_to_one_another(world, client, page):
    assert "釧路市の総合戦略" in page
    assert "評価の結果を反映させる計画" in page
    assert "k-Bizの支援" in page
    assert "この計画に触れている計画 釧路市の総合計画" in read(client, world.other_plan)
