"""Official numbers: 全国地方公共団体コード (6 digits) and 法人番号 (13 digits)."""

import re
from collections.abc import Container

from common.text import fold


def municipality_code_check_digit(code5: str) -> str:
    """The sixth digit for five: (11 − Σ dᵢ·wᵢ mod 11) mod 10 with weights 6, 5, 4, 3, 2."""
    total = sum(int(digit) * weight for digit, weight in zip(code5, (6, 5, 4, 3, 2), strict=True))
    return str((11 - total % 11) % 10)


def is_valid_municipality_code(code6: str) -> bool:
    """Whether six ASCII digits name a prefecture or municipality and the check digit holds."""
    return (
        re.fullmatch(r"(?:0[1-9]|[1-3][0-9]|4[0-7])(?:000|[1-9][0-9]{2})[0-9]", code6) is not None
        and municipality_code_check_digit(code6[:5]) == code6[5]
    )


def read_municipality_code(text: str, *, known: Container[str] | None = None) -> str:
    """The 6-digit code, also where the check digit or a leading zero was lost.

    012041, 12041, 01204 and 1204 all give 012041. `known` narrows to codes that exist. Five
    digits can mean two places (11100: 清田区 without its zero, or さいたま市 without its check
    digit): ValueError, in Japanese, as for anything that is no code.
    """
    digits = "".join(fold(text).split())
    candidates = [code for code in _candidates(digits) if known is None or code in known]
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise ValueError(
            f"団体コード「{text}」は{'と'.join(candidates)}のどちらか分かりません。"
            "検査数字を含む6桁で入力してください。"
        )
    raise ValueError(
        f"団体コード「{text}」が正しくありません。"
        "検査数字を含む6桁（例：012041）で入力してください。"
    )


def _candidates(digits: str) -> list[str]:
    """The valid codes that may have been written so."""
    if not re.fullmatch(r"[0-9]{4,6}", digits):
        return []
    whole = digits.zfill(6)
    without_check = digits.zfill(5)
    codes = [whole] if len(digits) > 4 else []
    if len(digits) < 6:
        codes.append(without_check + municipality_code_check_digit(without_check))
    return [code for code in codes if is_valid_municipality_code(code)]


def corporate_number_check_digit(base12: str) -> str:
    """The first digit for twelve: 9 − (Σ Pₙ·Qₙ mod 9), n from the right, Q = 1 odd, 2 even.

    法人番号の指定等に関する省令第2条.
    """
    total = sum(int(digit) * (1 + n % 2) for n, digit in enumerate(reversed(base12)))
    return str(9 - total % 9)


def is_valid_corporate_number(number13: str) -> bool:
    """Whether thirteen ASCII digits carry the right check digit."""
    return (
        re.fullmatch(r"[0-9]{13}", number13) is not None
        and corporate_number_check_digit(number13[1:]) == number13[0]
    )


def municipality_corporate_number(code6: str) -> str:
    """The 法人番号 of a municipality: check digit, 000020, its code."""
    base = f"000020{code6}"
    return corporate_number_check_digit(base) + base
