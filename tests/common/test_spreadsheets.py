"""Files as people save them are read; what cannot be read is refused with its row and column."""

import codecs
import csv
import io

import pytest

from common import spreadsheets
from common.spreadsheets import SpreadsheetError, read_csv

COLUMNS = ["協定等ID", "件名", "締結日", "テーマ（原文）"]
PLAIN = "協定等ID,件名,締結日\na-1,旭川市との覚書,2020年1月20日\n"


def table(text, encoding="utf-8", **limits):
    return read_csv(text.encode(encoding), columns=COLUMNS, key="協定等ID")


def problems(text):
    with pytest.raises(SpreadsheetError) as caught:
        table(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_the_encoding_is_found_out(encoding):
    (line,) = table(PLAIN, encoding).lines
    assert line.cells == {
        "協定等ID": "a-1",
        "件名": "旭川市との覚書",
        "締結日": "2020年1月20日",
    }


def test_euc_jp_is_refused_and_not_read_as_half_width_kana():
    content = "コード,名称\n1,テーマ\n".encode("euc-jp")
    assert "ﾌｾｾﾎ" in content.decode("cp932")
    with pytest.raises(SpreadsheetError, match=r"見出しの行が見つかりません.*UTF-8"):
        read_csv(content, columns=["コード", "名称"], key="コード")


def test_bytes_after_a_mark_that_contradict_it_are_refused():
    content = codecs.BOM_UTF8 + PLAIN.encode("cp932")
    with pytest.raises(SpreadsheetError, match="CSV UTF-8"):
        read_csv(content, columns=COLUMNS, key="協定等ID")


def test_titles_above_the_header_and_blank_rows_are_skipped_and_counted():
    rows = ["覚書一覧,,,", "（単位：件）,,,", "", "協定等ID,件名,締結日,", "a-1,覚書,2020.2.1,"]
    found = table("\n".join([*rows, "", ",,,", "a-2,協定,,"]))
    assert [(line.row, line.cells["件名"]) for line in found.lines] == [(5, "覚書"), (8, "協定")]
    assert found.columns == ["協定等ID", "件名", "締結日"]


def test_a_row_counts_as_one_however_many_lines_its_cells_have():
    assert problems('"一覧\n（二行）",,\n協定等ID,件名,締結日\na-1,"一\n二",\n') == [
        "3行目「件名」：改行やタブは使えません。1行で入力してください。"
    ]


def test_headers_are_known_in_any_width_and_with_line_breaks():
    found = table('協定等ＩＤ,"テーマ\n（原文） "\na-1,稼ぐ力\n')
    assert found.columns == ["協定等ID", "テーマ（原文）"]


def test_a_row_without_its_last_commas_is_blank_there():
    (line,) = table("協定等ID,件名,締結日\na-1,覚書\n").lines
    assert line.cells["締結日"] == ""


def test_a_quoted_cell_keeps_commas_and_quotes():
    (line,) = table('協定等ID,件名\na-1,"「稼ぐ力」, ""強化"""\n').lines
    assert line.cells["件名"] == '「稼ぐ力」, "強化"'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("協定等ID,件名,締結曰\na-1,覚書,\n", "「締結曰」：この見出しは使えません。「締結日」では"),
        ("協定等ID,件名,備考\na-1,覚書,\n", "使える見出し：協定等ID、件名、締結日、テーマ（原文）"),
        ("協定等ID,件名,件名\na-1,覚書,協定\n", "1行目「件名」：同じ見出しの列が二つ以上あります"),
        ("件名,締結日\n覚書,\n", "1行目「協定等ID」：この見出しの列がありません"),
        ("協定等ID,件名\n", "見出しの下に行がありません"),
        ("協定等ID,件名\na-1,覚書\nＡ-1,協定\n", "3行目「協定等ID」：2行目と同じです"),
        ("協定等ID,件名,\na-1,覚書,余り\n", "2行目「3列目」：見出しのない列に値があります"),
        ("協定等ID,件名\na-1,覚書,余り\n", "2行目「3列目」：見出しのない列に値があります"),
        ("協定等ID,件名\na-1,覚\x00書\n", "2行目「件名」：2文字目に使えない制御文字（U+0000）"),
        ("協定等ID,件名\na-1,\x1b覚書\n", "2行目「件名」：1文字目に使えない制御文字（U+001B）"),
        ("協定等ID,件名\na-1,覚\u202e書\n", "2行目「件名」：2文字目に使えない制御文字（U+202E）"),
        ("協定等ID,件名\na-1,覚\t書\n", "2行目「件名」：改行やタブは使えません"),
        ('協定等ID,件名\na-1,覚書\na-2,"協定\na-3,覚書\n', '3行目：引用符（"）が閉じていないか'),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text, message):
    assert message in "\n".join(problems(text))


def test_all_problems_are_named_at_once():
    assert len(problems("協定等ID,件名\na-1,\x00\na-2,\x00\na-1,覚書\n")) == 3


def test_sizes_are_limited(monkeypatch):
    monkeypatch.setattr(spreadsheets, "MAX_LINES", 1)
    assert problems("協定等ID,件名\na-1,覚書\na-2,協定\n") == [
        "2行あります。1行以下に分けてください。"
    ]
    monkeypatch.setattr(spreadsheets, "MAX_BYTES", 10)
    assert "ファイルが大きすぎます" in problems(PLAIN)[0]


def test_a_cell_too_large_for_the_parser_is_a_problem_and_no_crash():
    text = f"協定等ID,件名\na-1,{'覚' * (csv.field_size_limit() + 1)}\n"
    assert problems(text)[0].startswith("2行目：")


@pytest.mark.parametrize("content", [b"", b"\xff", b"\xff\xfe\x00", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(SpreadsheetError, match="見出しの行が見つかりません"):
        read_csv(content, columns=COLUMNS, key="協定等ID")


def test_what_a_writer_writes_is_read_back():
    cells = ["a-1", 'コンマ, 引用符", 「=1+1」', "+81", "@"]
    buffer = io.StringIO()
    csv.writer(buffer).writerows([COLUMNS, cells])
    (line,) = table(buffer.getvalue()).lines
    assert list(line.cells.values()) == cells
