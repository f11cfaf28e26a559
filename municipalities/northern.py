"""The six villages of the Northern Territories (北方領土).

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
