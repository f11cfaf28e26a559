"""The Northern Territories (北方領土) and their six villages.

They have codes, but no office and no council: they are not among the 1,741 municipalities and
no table holds them. A file or a reader that gives such a code is told what it stands for.
"""

# Source: 総務省『都道府県コード及び市区町村コード』.
NORTHERN_VILLAGES = {
    "016951": "色丹村",
    "016969": "泊村",
    "016977": "留夜別村",
    "016985": "留別村",
    "016993": "紗那村",
    "017001": "蘂取村",
}


def northern_village(code: str) -> str | None:
    """The name of the village with this 6-digit code; None if the code is another's."""
    return NORTHERN_VILLAGES.get(code)


_READINGS = {
    "016951": "しこたんむら",
    "016969": "とまりむら",
    "016977": "るやべつむら",
    "016985": "るべつむら",
    "016993": "しゃなむら",
    "017001": "しべとろむら",
}
# The islands as a whole and each, as readers may call them; 色丹 is the village too.
_TERRITORIES = frozenset(
    [
        *("北方領土", "北方四島", "ほっぽうりょうど", "northernterritories"),
        *("択捉", "択捉島", "えとろふ", "etorofu"),
        *("国後", "国後島", "くなしり", "kunashiri"),
        *("色丹島", "shikotan"),
        *("歯舞", "歯舞群島", "はぼまい", "habomai"),
    ]
)


def names_of(code: str) -> set[str]:
    """A village by code, name and reading; also without 村, but for 泊: others are called so."""
    whole = {NORTHERN_VILLAGES[code], _READINGS[code]}
    short = {NORTHERN_VILLAGES[code][:-1], _READINGS[code][:-2]} - {"泊", "とまり"}
    return {code, *whole, *short}


def are_territories(name: str) -> bool:
    return name in _TERRITORIES
