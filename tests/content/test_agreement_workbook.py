"""An agreement as an Excel file: its sheets, each row with document and place."""

import io
from functools import cache

import pytest
from django.test import Client
from openpyxl import load_workbook

from common.workbook import Sheet, workbook
from partnerships.models import Agreement
from projects.models import AgreementPlan, Plan

ASAHIKAWA = "hokkaido-asahikawa-2020"
KITAMI = "hokkaido-kitami-2021"
KOSHI = "kyushu-koshi-2019"
RELEASE = "道内基礎自治体との連携の推進"

pytestmark = pytest.mark.usefixtures("lasting_content", "db", "clock")


def read(slug, language=""):
    response = Client().get(f"{language}/agreements/{slug}.xlsx")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == f'attachment; filename="{slug}.xlsx"'
    return load_workbook(io.BytesIO(response.content))


book = cache(read)


def rows(sheet):
    headings, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in found]


def test_the_sheets_are_set_up_to_be_read_and_printed():
    found = book(ASAHIKAWA)
    assert found.sheetnames == [
        "要点",
        "趣旨・背景",
        "連携・協力事項",
        "取組・成果",
        "数値目標",
        "資料",
    ]
    assert found.properties.title == "旭川市と北海道経済産業局の覚書"
    for sheet in found:
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])
        assert int(sheet.page_setup.paperSize) == 9  # A4
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert all(8 <= column.width <= 44 for column in sheet.column_dimensions.values())


def test_a_fact_stands_beside_its_document_place_and_basis():
    facts = {row["項目"]: row for row in rows(book(ASAHIKAWA)["要点"])}
    announced = facts["発表日"]
    assert announced["値"] == "2019年（令和元年）12月17日（火）"
    assert announced["資料"] == f"資料2 {RELEASE}"
    assert (announced["箇所"], announced["根拠"]) == ("（冒頭）", "資料の記載")
    assert facts["状況の基準日"]["値"] == "2021年（令和3年）6月1日（火）"
    assert facts["状況"]["値"].startswith("締結済み　2020年（令和2年）1月20日締結。")
    assert facts["状況"]["根拠"] == "計算による"
    assert facts["URL"]["値"] == f"http://testserver/agreements/{ASAHIKAWA}/"
    assert facts["協力期間の終わり"]["値"] == "登録資料に記載なし"


def test_statements_that_differ_stand_in_rows_of_their_own_with_the_choice():
    told = [
        (row["値"], row["箇所"])
        for row in rows(book(ASAHIKAWA)["要点"])
        if row["項目"] == "資料による記載の違い（締結日）"
    ]
    assert ("「2020年1月20日」（採用）", "参考：これまでの覚書締結自治体") in told
    assert ("「2020.2.1」", "旭川市との連携プロジェクト(2020.2.1締結)") in told
    assert "本サイトで採用した記載とその理由" in told[-1][0]


def test_an_item_has_its_number_level_source_and_what_came_of_it():
    items = {row["見出し"]: row for row in rows(book(ASAHIKAWA)["連携・協力事項"])}
    item = items["プロジェクトの広報に関する連携・協力"]
    assert (item["番号"], item["水準"]) == ("(3)", "覚書の内容（発表による）")
    assert (item["資料"], item["箇所"]) == (
        f"資料2 {RELEASE}",
        "（《主な連携・協力事項》 旭川市）",
    )
    above = items["主な連携・協力事項"]
    assert "取組がないことを示すものではありません" in above["取組の数"]
    followed = items["ものづくり企業のデザイン力向上による持続可能な創造都市の実現"]
    assert followed["取組の数"] == 5


def test_activities_tell_stage_time_and_who_took_part():
    [told] = [
        row
        for row in rows(book(ASAHIKAWA)["取組・成果"])
        if row["見出し"] and "を活かした新商品開発" in row["見出し"]
    ]
    assert told["プロジェクト"] == "「スノースポーツ×デザイン」によるブランディング"
    assert (told["段階"], told["時期"]) == ("製品開発・実施", "記載なし")
    assert told["参加者"] == "参加企業：カンディハウス、ベクターグライド〔資料1〕"
    assert told["箇所"] == "取組1「デザイン都市旭川」のデザイン性を活かした新商品開発"


def test_what_is_not_on_file_is_said_and_methods_are_told():
    found = book(KOSHI)
    [none] = rows(found["連携・協力事項"])
    assert none["本文"] == "番号を付けた事項の記載はなく、手法が記されています。"
    assert {"手法", "期待される効果"} <= {row["種類"] for row in rows(found["趣旨・背景"])}
    [none] = rows(found["取組・成果"])
    assert "取組がないことを示すものではありません" in none["本文"]
    facts = rows(found["要点"])
    assert [row["値"] for row in facts if row["項目"] == "フォローアップ"] == [
        "年に1回程度フォローアップ"
    ]


def test_targets_of_a_plan_are_numbers_with_their_record():
    plan = Plan.objects.get(slug="kitami-regional-revitalization-2016")
    agreement = Agreement.objects.get(slug=KITAMI)
    AgreementPlan.objects.create(agreement=agreement, plan=plan, relation="based_on")
    told = rows(read(KITAMI)["数値目標"])
    assert {row["もとになる記録"] for row in told} == {str(plan)}
    assert {row["目標・実績"] for row in told} == {"目標値"}
    assert any(isinstance(row["値"], int | float) for row in told)
    assert all(row["資料"] and row["箇所"] for row in told)


def test_documents_are_numbered_as_the_rows_name_them():
    told = rows(book(ASAHIKAWA)["資料"])
    assert [row["番号"] for row in told] == ["資料1", "資料2"]
    assert (told[1]["標題"], told[1]["発表した機関"]) == (RELEASE, "北海道経済産業局")
    assert told[1]["このサイトのページ"].startswith("http://testserver/documents/")


def test_the_labels_are_english_under_the_english_address():
    assert "Documents" in book(KOSHI, "/en").sheetnames


def test_an_agreement_that_is_absent_has_no_file():
    assert Client().get("/agreements/absent.xlsx").status_code == 404


@pytest.mark.parametrize("words", ['=HYPERLINK("x")', "+81", "-", "@all", "#N/A", "=", "\x0b=1"])
def test_a_text_is_never_a_formula(words):
    made = workbook([Sheet("一", ["値"], [[words]])], title="", creator="")
    cell = load_workbook(io.BytesIO(made))["一"]["A2"]
    assert cell.data_type == "s"
    assert cell.value == words.lstrip("\x0b")
    assert cell.quotePrefix == (cell.value[0] in "=+-@")


def test_an_agreement_named_like_a_formula_stays_text():
    agreement = Agreement.objects.get(slug=KITAMI)
    Agreement.objects.filter(pk=agreement.pk).update(display_title="=1+1")
    [cell] = [row[1] for row in read(KITAMI)["要点"] if row[0].value == "表示する件名"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_page_offers_the_file():
    page = Client().get(f"/agreements/{ASAHIKAWA}/").content.decode()
    assert f'href="/agreements/{ASAHIKAWA}.xlsx">Excel</a>' in page
