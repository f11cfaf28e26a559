import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from common.text import fold, normalise, plain, refuse_control

DOCUMENT = """

# 釧路市と地域経済の成長促進に関する覚書を締結 ～地域の魅力を生かした「稼ぐ力」創出・強化へ～

2021年4月20日  
北海道経済産業局

E-mail: [hokkaido-kikakuchosa@meti.go.jp](mailto:hokkaido-kikakuchosa@meti.go.jp)

- 道内地域中核都市それぞれの強みを活かした魅力あるまちづくりと地域課題の解決を目指し、\
**経産局のリソースを集中投入して面的支援を実施。**

**取組1**  
 「デザイン都市旭川」のデザイン性を活かした  
**新商品開発**

西には大雪山^{だいせつざん}、東は網走

3\t<p>①公益財団法人 北海道中小企業総合支援センター</p>\t<ul style="list-style-type: none"> \
<li>・中小企業の総合支援</li> </ul>

<参考> 九州経済産業局における主な協力の状況

* 意欲のある基礎自治体のイメージ

新規参入企業数\t-\t10 社

進出企業数\t-\t1社
-------\t---\t----
"""  # noqa: W291


@pytest.mark.parametrize(
    "quotation",
    [
        "関する覚書を締結 ～地域の魅力を生かした「稼ぐ力」創出・強化へ～ 2021年4月20日",
        "E-mail: hokkaido-kikakuchosa@meti.go.jp",
        "道内地域中核都市それぞれの強みを活かした魅力あるまちづくりと地域課題の解決を目指し、経産局",
        "- 道内地域中核都市それぞれの強み",
        "**経産局のリソースを集中投入して面的支援を実施。**",
        "「デザイン都市旭川」のデザイン性を活かした新商品開発",
        "西には大雪山^{だいせつざん}、東は網走",
        "3 ①公益財団法人 北海道中小企業総合支援センター ・中小企業の総合支援",
        "<参考> 九州経済産業局における主な協力の状況",
        "意欲のある基礎自治体のイメージ",
        "新規参入企業数 - 10社",
    ],
)
def test_a_quotation_is_found_through_markup_and_line_ends(quotation):
    assert plain(quotation) in plain(DOCUMENT)


@pytest.mark.parametrize(
    "quotation",
    [
        "釧路市と地域経済の成長促進に関する覚書を締結 〜地域の魅力",  # another wave dash
        "２０２１年４月２０日",
        "西には大雪山^{たいせつざん}",
        "新規参入企業数 10社",
        "参考 九州経済産業局",
    ],
)
def test_a_quotation_with_other_characters_is_not_verbatim(quotation):
    assert plain(quotation) not in plain(DOCUMENT)


def test_no_markup_is_left():
    left = plain(DOCUMENT)
    assert not any(
        mark in left for mark in ("**", "#", "<p>", "<li>", "](", "^{", "---", " ", "\n")
    )


@pytest.mark.parametrize(
    ("text", "found_as"),
    [
        ("Ｋ－Ｂｉｚ", "k-biz"),
        ("ﾜｰｹｰｼｮﾝ", "わーけーしょん"),
        ("ワーケーション", "わーけーしょん"),
        ("⻑野県⻘木村の⻲", "長野県青木村の亀"),
        ("⽇本", "日本"),
        ("髙﨑市", "高崎市"),
        ("葛\U000e0100城市", "葛城市"),
        ("茅ヶ崎市", "茅け崎市"),
        ("茅ケ崎市", "茅け崎市"),
        ("2019〜2021", "2019~2021"),
        ("2019～2021", "2019~2021"),
        ("011−709–2311", "011-709-2311"),
        ("㈱カンディハウス　 旭川", "(株)かんでぃはうす 旭川"),
        (" 二行\nの 文 ", "二行 の 文"),
    ],
)
def test_spellings_are_searched_as_one(text, found_as):
    assert normalise(text) == found_as


@pytest.mark.parametrize("text", ["ビタミン・カラー", "1~3", "コーヒー"])
def test_marks_that_carry_meaning_stay(text):
    assert fold(text) == text


@given(st.text())
def test_normalised_text_stays_as_it_is(text):
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800"]
)
def test_control_characters_are_refused_with_their_place(character):
    with pytest.raises(ValidationError) as refused:
        refuse_control(f"釧路{character}市")
    assert "3文字目" in refused.value.message
    assert f"U+{ord(character):04X}" in refused.value.message


def test_line_ends_and_tabs_are_text():
    refuse_control("一行目\r\n\t二行目 葛\U000e0100城市 𠮷")
