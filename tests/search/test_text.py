"""What is searched, and where it stands in the original."""

import pytest

from search.old_forms import FORMS
from search.text import BEFORE, EXCERPT, excerpt, marked, searchable, terms, tidy


def shown(pieces):
    return "".join(f"[{text}]" if found else text for text, found in pieces)


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("釧路市", "釧路", "[釧路]市"),
        ("ｸｼﾛの港", "くしろ", "[ｸｼﾛ]の港"),
        ("(株)ﾋﾞﾀﾐﾝ・ｶﾗｰ", "ビタミン", "(株)[ﾋﾞﾀﾐﾝ]・ｶﾗｰ"),
        ("か\u3099く", "がく", "[か\u3099く]"),
        ("㈱ホクト", "(株)", "[㈱]ホクト"),
        ("㈱ホクト", "株", "[㈱]ホクト"),
        ("ＭＡＳ－ＮＥＴの企業", "mas-net", "[ＭＡＳ－ＮＥＴ]の企業"),
        ("1 9条の I T", "it", "1 9条の [I T]"),
        ("地域\n　経済", "地域経済", "[地域\n　経済]"),
        ("邊と邉と辺", "辺", "[邊]と[邉]と[辺]"),
        ("葛󠄀城市", "葛", "[葛󠄀]城市"),
        ("⻑野と髙﨑", "長野 高崎", "[⻑野]と[髙﨑]"),
        ("ああああ", "ああ", "[ああああ]"),
        ("航空宇宙", "航空 空宇 宙", "[航空宇宙]"),
        ("a.c abc", "a.c", "[a.c] abc"),
        ("İstanbul", "stan", "İ[stan]bul"),
        ("Adventure match, at ATWS", "at", "Adventure match, [at] [AT]WS"),
        ("k-Bizとk・BIZ", "kbiz", "[k-Biz]と[k・BIZ]"),
        ("kbiz", "k-biz", "[kbiz]"),
        ("32,000千円と1,2", "32000 12", "[32,000]千円と[1,2]"),
        ("4-6月", "46", "4-6月"),
        ("5つ", "-5", "5つ"),
        ("釧路市", "旭川", "釧路市"),
        ("", "釧", ""),
    ],
)
def test_marks_stand_on_the_characters_of_the_original(text, asked, expected):
    assert shown(marked(text, terms(asked))) == expected


def around(text, *wanted):
    return shown(excerpt(text, wanted, wanted[:1]))


def test_of_a_long_text_the_stretch_around_the_first_find_is_shown():
    before, after = "あ" * 300, "い" * 300
    whole = f"…{'あ' * BEFORE}[釧路]{'い' * (EXCERPT - BEFORE - 2)}…"
    assert around(f"{before}釧路{after}釧路", "釧路") == whole
    assert around(f"{before}釧路{after}北見{after}", "釧路", "北見") == whole
    assert around(f"北見{before}釧路{after}", "釧路", "北見") == whole
    assert around(f"釧路{after}", "釧路") == f"[釧路]{'い' * (EXCERPT - 2)}…"
    assert around(f"{before}釧路", "釧路") == f"…{'あ' * BEFORE}[釧路]"
    assert around(f"釧路{after[:100]}", "釧路") == f"[釧路]{after[:100]}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("　釧路　ＭＡＳ ", ["釧路", "mas"]),
        ("釧路 釧路 クシロ ｸｼﾛ", ["釧路", "くしろ"]),
        ("釧\0路\x1b\u200b北", ["釧", "路", "北"]),
        ("\u202e釧路", ["釧路"]),
        ("國學 澤", ["国学", "沢"]),
        (" ".join("いろはにほへとちりぬ"), list("いろはにほへとち")),
        ("釧路 20 January 2020", ["釧路", "20january2020"]),
        ("FY 2020 may", ["fy2020", "may"]),
        ("", []),
        ("　", []),
    ],
)
def test_the_terms_of_what_is_typed(words, expected):
    assert terms(words) == expected


def test_words_are_cut_at_a_hundred_characters():
    assert tidy("釧" * 101) == "釧" * 100
    assert tidy("  釧路\n\t市 ") == "釧路 市"


def test_old_forms_lead_to_one_form_and_no_further():
    assert not FORMS.keys() & {ord(form) for form in FORMS.values()}
    for old in map(chr, FORMS):
        assert searchable(searchable(old)) == searchable(old) != old
