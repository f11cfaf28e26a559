"""Hiragana to Hepburn, by the rule for place names of 国土地理院『地名等の英語表記規程』(2016).

No macrons, long vowels once, ん always n. Kana do not tell a long vowel from two vowels that
meet between two parts of a name (まつ・うら): SPLIT lists those names.
"""

import re

ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
}
SYLLABLES = {
    kana: consonant + vowel
    for consonant, row in ROWS.items()
    for vowel, kana in zip("aiueo", row, strict=True)
}
SYLLABLES |= dict(zip("やゆよわをん", ("ya", "yu", "yo", "wa", "o", "n"), strict=True))
SYLLABLES |= dict(zip("しちつふじぢづ", ("shi", "chi", "tsu", "fu", "ji", "ji", "zu"), strict=True))
SYLLABLES |= {
    kana + small: SYLLABLES[kana][:-1] + ("" if kana in "しちじぢ" else "y") + vowel
    for kana in "きぎしじちぢにひびぴみり"
    for small, vowel in zip("ゃゅょ", "auo", strict=True)
}

SPLIT = {
    joined.replace("・", ""): joined
    for joined in (
        "かつ・うら",
        "こ・うみ",
        "こと・うら",
        "せと・うち",
        "そ・お",
        "たきの・うえ",
        "とよ・うら",
        "とよ・おか",
        "なちかつ・うら",
        "にしの・おもて",
        "ひろ・お",
        "まつ・うら",
        "みの・お",
        "やまの・うち",
        "わの・うち",
    )
}


def romanise(kana: str) -> str:
    """Romaji in lower case of a name in hiragana, without its 市 or 町; other signs stay."""
    kana = SPLIT.get(kana, kana)
    return "".join(shorten(spell(part)) for part in kana.split("・"))


def spell(kana: str) -> str:
    text = "".join(SYLLABLES.get(s, s) for s in re.findall(r".[ゃゅょ]?", kana))
    text = re.sub("っ(?=ch)", "t", text)
    return re.sub(r"っ(.)", r"\1\1", text)


def shorten(text: str) -> str:
    return re.sub("ou|oo", "o", text).replace("uu", "u")
