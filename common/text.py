"""Japanese text: folding for search, stripping for comparison, refusal of control characters."""

import re
import unicodedata

from django.core.exceptions import ValidationError

# CJK radicals that look like an everyday character. NFKC folds those of U+2F00 (⽇), not these;
# equivalents after Unicode's EquivalentUnifiedIdeograph.txt, where ⻱ stands for 龜.
_RADICALS = dict(
    zip(
        "⺄⺊⺌⺒⺓⺜⺝⺟⺠⺧⺩⺫⺬⺮⺶⺼⺽⻁⻄⻆⻊⻑⻗⻘⻝⻣⻤⻨⻩⻫⻭⻯⻱⻲",
        "乙卜小巳幺日月母民牛王目示竹羊肉臼虎西角足長雨青食骨鬼麦黄斉歯竜亀亀",
        strict=True,
    )
)
_VARIANTS = dict(zip("髙﨑𠮷ヶヵゖゕ", "高崎吉ケカけか", strict=True))
_MARKS = {"〜": "~"} | dict.fromkeys("‐‑‒–—―−", "-")
_FOLD = str.maketrans(_RADICALS | _VARIANTS | _MARKS)
_INVISIBLE = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u200b-\u200d\u2060\ufeff\u00ad]")

_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}

# C0 but for tab and line ends, DEL, C1, directional overrides, surrogates, noncharacters.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)

_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\s]*\)")
_TAG = re.compile(r"</?(?:p|ul|ol|li|br|b|strong|em)\b[^<>]*>", re.IGNORECASE)
_RULE_LINE = re.compile(r"^[ \t|:]*-{3,}[ \t|:-]*$", re.MULTILINE)
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}|[-*])(?=\s)", re.MULTILINE)
_RUBY = re.compile(r"\^\{([^{}]*)\}")


def fold(text: str) -> str:
    """NFKC, and what it leaves: radicals (⻑), variants (髙), variation selectors, dashes.

    For reading and searching only. What is shown keeps its own characters.
    """
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_FOLD)


def normalise(text: str) -> str:
    """The form that is searched: folded, lower case, katakana as hiragana, single spaces.

    Idempotent. Kana become one, so that a reading is found in whichever it is typed.
    """
    return " ".join(fold(text).lower().translate(_HIRAGANA).split())


def plain(text: str) -> str:
    """The bare characters of a document or quotation: no white space, no markup.

    Removes `**`, heading and list marks, table rules, a few HTML tags; keeps the words of links
    `[a](b)` and of ruby `^{…}`. A quotation is verbatim when `plain(quotation)` stands in
    `plain(document)`: nothing else is folded.
    """
    text = _RUBY.sub(r"\1", _TAG.sub("\n", _LINK.sub(r"\1", text)))
    text = _LINE_MARK.sub("", _RULE_LINE.sub("", text))
    return re.sub(r"\s+", "", text.replace("**", ""))


def refuse_control(text: str) -> None:
    """Validator: control characters, directional overrides and the like are not text.

    PostgreSQL cannot store NUL, SQLite does so silently. Raises ValidationError in Japanese.
    """
    found = _CONTROL.search(text)
    if found:
        raise ValidationError(
            f"{found.start() + 1}文字目に使えない制御文字（U+{ord(found[0]):04X}）があります。"
            "その文字を削除してください。",
            code="control_character",
        )
