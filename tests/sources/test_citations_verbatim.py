"""What counts as quoted from a document, and what as left out."""

import pytest

from sources.verbatim import RegisteredText, excused_lines

TEXT = """\
# 覚書の締結について

**試験局**は、覚書を締結します。

## 1. 概要

- 日時：4月22日
- 場所：市役所

## 2. 内容

場所：会議室
"""
OUTLINE = ["（冒頭）", "1. 概要", "2. 内容"]


@pytest.fixture
def text():
    return RegisteredText(TEXT, OUTLINE)


def test_markup_and_white_space_do_not_count(text):
    assert text.quote("試験局は、 覚書を\n締結します。", "（冒頭）") == ""
    assert text.quote("日時：4月22日\n場所：市役所", "1. 概要") == ""


def test_words_that_the_document_does_not_have_are_refused_with_the_nearest_line(text):
    problem = text.quote("試験局が、覚書を締結します。", "（冒頭）")
    assert problem == (
        "引用「試験局が、覚書を締結します。」は原文にありません。"
        "近いのは3行目「**試験局**は、覚書を締結します。」です。"
    )


def test_words_of_another_place_are_refused_with_their_line(text):
    problem = text.quote("日時：4月22日", "2. 内容")
    assert (
        problem == "引用「日時：4月22日」は7行目にありますが、箇所「2. 内容」の中ではありません。"
    )


def test_the_same_words_count_only_where_they_are_quoted(text):
    text.quote("場所：", "2. 内容")
    unused = [line for line in text.unused() if "場所" in line]
    assert unused == ["8行目: 「場所：市役所」が、どの引用にも見出しにも含まれていません。"]


def test_a_place_outside_the_outline_is_refused(text):
    assert text.quote("覚書", "3. その他") == "箇所「3. その他」は資料の見出しにありません。"


def test_a_heading_must_stand_in_the_document_in_its_order():
    assert RegisteredText(TEXT, ["1. 概要", "3. その他"]).problems
    assert RegisteredText(TEXT, ["2. 内容", "1. 概要"]).problems
    assert not RegisteredText(TEXT, OUTLINE).problems


def test_a_line_is_unused_while_a_letter_or_digit_of_it_is(text):
    text.quote("日時：", "1. 概要")
    assert any("7行目: 「4月22日」" in line for line in text.unused())
    text.quote("4月22日", "1. 概要")
    assert not any("7行目" in line for line in text.unused())


def test_headings_are_used_and_punctuation_is_no_content():
    text = RegisteredText("# 題\n\n○\n---\n", ["題"])
    assert text.unused() == []


def test_an_excused_line_is_used(text):
    assert text.excuse("場所：…") == ""
    assert not [line for line in text.unused() if "場所" in line]


def test_an_excuse_for_no_line_or_for_a_quoted_line_is_refused(text):
    assert "原文にありません" in text.excuse("担当者：…")
    text.quote("日時：4月22日", "1. 概要")
    assert "すべて引用されています" in text.excuse("日時：4月22日")


def test_excuses_are_read_by_document_and_need_a_reason():
    markdown = """
## first
| 行 | 理由 |
|---|---|
| a \\| b | 図の一部 |
| 理由のない行 | |

| 列 | 意味 |
|---|---|
| c | 別の表 |

## second
| 行 | 理由 |
|---|---|
| d | 注記 |
"""
    assert excused_lines(markdown) == {"first": ["a | b"], "second": ["d"]}
