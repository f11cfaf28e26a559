"""Hiragana to Hepburn, as the reference data use it."""

import pytest

from scripts.romanise import romanise


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [
        ("くしろ", "kushiro"),
        ("おとふけ", "otofuke"),
        ("くっちゃん", "kutchan"),
        ("わっかない", "wakkanai"),
        ("ちっぷべつ", "chippubetsu"),
        ("とうべつ", "tobetsu"),
        ("おおさか", "osaka"),
        ("きたきゅうしゅう", "kitakyushu"),
        ("すおうおおしま", "suooshima"),
        ("ほんべつ", "honbetsu"),
        ("あづみの", "azumino"),
        ("にいがた", "niigata"),
    ],
)
def test_long_vowels_once_and_n_always_n(kana, romaji):
    assert romanise(kana) == romaji


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [("まつうら", "matsuura"), ("とよおか", "toyooka"), ("こうみ", "koumi"), ("ひろお", "hiroo")],
)
def test_two_vowels_that_only_meet_are_both_kept(kana, romaji):
    assert romanise(kana) == romaji
