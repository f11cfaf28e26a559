"""The ways in which readers write what they look for: places, dates, marks left out."""

import pytest

from tests.content.searching import first, found, in_brackets, towns, visit
from tests.portal.markup import words


@pytest.mark.parametrize(
    ("asked", "village"),
    [
        ("しべとろ", "蘂取村"),
        ("るやべつむら", "留夜別村"),
        ("紗那", "紗那村"),
        ("シコタン", "色丹村"),
    ],
)
def test_a_village_is_named_by_its_reading_and_without_its_last_part(db, client, asked, village):
    assert f"北方領土の{village}（団体コード" in words(visit(client, asked))


@pytest.mark.parametrize(
    "asked", ["北方領土", "国後", "くなしり", "択捉島", "歯舞", "Northern Territories", "Etorofu"]
)
def test_the_islands_are_told_of_by_their_villages(db, client, asked):
    page = words(visit(client, asked))
    assert "北方領土の6村は、収録している1,741市区町村に含まれていません。" in page
    assert "北方領土" not in words(visit(client, "泊"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("檜山", 7),
        ("ひやま", 7),
        ("Hiyama", 7),
        ("オホーツク総合振興局", 18),
        ("釧路総合振興局", 8),
        ("空知", 24),
        ("オホーツク総合振興局 北見", 1),
    ],
)
def test_a_subprefecture_leads_to_its_towns(lasting_content, db, asked, expected):
    assert len(towns(asked)) == expected


def test_romaji_and_english_are_found_from_the_start_of_a_word(lasting_content, db):
    found_there = found("AT")
    assert found_there["municipalities"] == ["熱海市", "厚木市", "厚真町"]
    assert found_there["terms"] == ["AT", "ATWS"]
    assert found("Matching")["themes"] == ["創業・ビジネスマッチング"]
    assert in_brackets(first("MAT", "themes").passages[0]).endswith("[mat]ching")


@pytest.mark.parametrize(
    ("asked", "noun", "title", "shown"),
    [
        ("kbiz", "organizations", "釧路市ビジネスサポートセンターk-Biz", "[k-Biz]"),
        ("ビタミンカラー", "organizations", "(株)ビタミン・カラー", "[ビタミン・カラー]"),
        ("32000千円", "plans", None, "[32,000千円]"),
    ],
)
def test_marks_that_readers_leave_out_are_not_asked_for(
    lasting_content, db, asked, noun, title, shown
):
    hit = first(asked, noun)
    assert title in (None, hit.entry.title)
    assert shown in "".join(map(in_brackets, [hit.title, *hit.passages]))


@pytest.mark.parametrize(
    ("asked", "japanese"),
    [
        ("20 January 2020", "2020年1月20日"),
        ("20th jan. 2020", "2020年1月20日"),
        ("January 20, 2020", "2020年1月20日"),
        ("January 2020", "2020年1月"),
        ("FY2020", "2020年度"),
        ("fiscal 2020", "2020年度"),
        ("Fiscal year 2020", "2020年度"),
        ("R元", "令和元年"),
    ],
)
def test_a_date_in_english_is_one_word_and_finds_what_the_japanese_one_finds(
    lasting_content, db, asked, japanese
):
    assert found(asked) == found(japanese) != {}


def test_the_day_of_a_signing_is_found_in_english_with_another_word(lasting_content, db):
    titles = found("20 January 2020 Asahikawa")["agreements"]
    assert titles == ["旭川市と北海道経済産業局の覚書"]
