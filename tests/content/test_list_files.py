"""Every list as a file: the rows of the page, whole, in CSV, Excel and JSON."""

import csv
import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from common import workbook
from portal.open_data.lists import LISTS

SITE = "http://testserver"
PLAN = "kitami-regional-revitalization-2016"

pytestmark = pytest.mark.usefixtures("lasting_content", "db", "clock")


def answer(address):
    response = Client().get(address)
    assert response.status_code == 200, address
    return response


def csv_rows(address):
    text = answer(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def sheet_rows(address):
    """The rows of the only sheet, as the CSV has them."""
    [sheet] = load_workbook(io.BytesIO(answer(address).content))
    headings, *rows = sheet.iter_rows(values_only=True)
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    return [dict(zip(headings, row, strict=True)) for row in cells]


def records(address):
    told = answer(address).json()
    [rows] = [value for name, value in told.items() if name != "count"]
    assert told["count"] == len(rows)
    return rows


@pytest.mark.parametrize(
    ("noun", "query"),
    [
        ("agreements", "?bureau=hokkaido"),
        ("themes", ""),
        ("projects", ""),
        ("plans", "?targets=yes"),
        ("programmes", "?kind=subsidy"),
        ("organizations", "?kind=facility"),
        ("documents", "?kind=plan"),
    ],
)
def test_the_files_hold_the_rows_of_the_page(noun, query):
    listed = answer(f"/{noun}/{query}").context
    shown = [row[0] for row in listed["themes"]] if noun == "themes" else listed["page"]
    total = len(shown) if noun == "themes" else shown.paginator.count
    urls = [f"{SITE}{row.get_absolute_url()}" for row in shown]
    table = csv_rows(f"/{noun}/list.csv{query}")
    assert len(table) == total > 0
    assert [row["URL"] for row in table][: len(urls)] == urls
    assert sheet_rows(f"/{noun}/list.xlsx{query}") == table
    assert [row["url"] for row in records(f"/{noun}/list.json{query}")] == [
        row["URL"] for row in table
    ]
    assert {row["JSON"] for row in table} == {f"{row['URL'][:-1]}.json" for row in table}


def test_every_list_has_its_files_with_the_same_query():
    for noun in LISTS:
        page = answer(f"/{noun}/").content.decode()
        assert all(f'href="/{noun}/list.{form}"' in page for form in ("csv", "xlsx", "json"))
    page = answer("/organizations/?kind=facility").content.decode()
    assert 'href="/organizations/list.csv?kind=facility"' in page


def test_the_files_of_municipalities_hold_what_the_search_finds():
    page = answer("/municipalities/?q=釧路")
    assert 'href="/municipalities/list.csv?q=%E9%87%A7%E8%B7%AF"' in page.content.decode()
    table = csv_rows("/municipalities/list.csv?q=%E9%87%A7%E8%B7%AF")
    assert [row["団体コード"] for row in table] == [row.code for row in page.context["page"]]
    assert (table[0]["名称"], table[0]["読み"]) == ("釧路市", "くしろし")


def test_a_list_is_not_cut_into_pages():
    assert len(csv_rows("/municipalities/list.csv?page=2")) == 1741


def test_a_date_keeps_its_words_beside_the_days_that_they_mean():
    [row] = [row for row in csv_rows("/plans/list.csv") if row["識別名"] == PLAN]
    starts = [value for name, value in row.items() if name.startswith("計画期間の始まり")]
    ends = [value for name, value in row.items() if name.startswith("計画期間の終わり")]
    assert starts == ["地域再生計画認定の日から", "", "", "確定"]
    assert ends == ["平成31年3月31日", "2019-03-31", "2019-03-31", "確定"]
    assert (row["作成主体"], row["数値目標（KPI）"]) == ("北見市", "目標値あり")
    [told] = [row for row in records("/plans/list.json") if row["slug"] == PLAN]
    assert told["starts_on"]["text"] == "地域再生計画認定の日から"
    assert told["makers"][0]["code"] == "012084"


def test_a_project_names_its_places_with_their_codes():
    [row] = [
        row
        for row in sheet_rows("/projects/list.xlsx")
        if row["識別名"] == "kitami-ict-acceleration"
    ]
    assert (row["市区町村"], row["団体コード"]) == ("北見市;斜里町", "012084;015458")


def test_the_labels_are_english_under_the_english_address():
    response = answer("/en/plans/list.xlsx?stage=adopted")
    assert response.headers["Content-Type"] == workbook.TYPE
    assert 'filename="plans_20210601.xlsx"' in response.headers["Content-Disposition"]
    [sheet] = load_workbook(io.BytesIO(response.content))
    headings, first, *_rest = sheet.iter_rows(values_only=True)
    assert headings[2:5] == ("Drawn up by", "Lead", "Stage")
    assert first[4] == "Adopted"


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("query", ["plans?stage=nonsense", "documents?kind=nonsense"])
def test_a_file_is_refused_where_a_condition_cannot_be_read(query, form):
    noun, _mark, asked = query.partition("?")
    response = Client().get(f"/{noun}/list.{form}?{asked}")
    assert response.status_code == 400
    told = response.content.decode()
    assert asked.partition("=")[0] in told
    assert "候補にない値です。" in told


def test_there_is_no_other_form_and_no_other_list():
    assert Client().get("/plans/list.pdf").status_code == 404
    assert Client().get("/bureaus/list.csv").status_code == 404
