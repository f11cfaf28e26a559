import pytest

from common.codes import (
    corporate_number_check_digit,
    is_valid_corporate_number,
    is_valid_municipality_code,
    municipality_code_check_digit,
    municipality_corporate_number,
    read_municipality_code,
)


@pytest.mark.parametrize(
    "code", ["010006", "011002", "012041", "012068", "012084", "131016", "432164", "473821"]
)
def test_the_check_digits_of_real_codes_hold(code):
    assert municipality_code_check_digit(code[:5]) == code[5]
    assert is_valid_municipality_code(code)


@pytest.mark.parametrize(
    "code",
    ["012040", "012014", "12041", "0120411", "０１２０４１", "480002", "000000", "010413", ""],
)
def test_other_codes_are_invalid(code):
    assert not is_valid_municipality_code(code)


def test_any_other_check_digit_is_wrong():
    for digit in set("0123456789") - {"1"}:
        assert not is_valid_municipality_code(f"01204{digit}")


@pytest.mark.parametrize("text", ["012041", "12041", "01204", "1204", "０１２０４１", " 01204 1 "])
def test_a_lost_zero_or_check_digit_is_restored(text):
    assert read_municipality_code(text) == "012041"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("13101", "131016"),
        ("131016", "131016"),
        ("1000", "010006"),
        ("10006", "010006"),
        ("01000", "010006"),
    ],
)
def test_other_places_are_read_too(text, code):
    assert read_municipality_code(text) == code


def test_a_code_that_means_two_places_is_refused_by_both_names():
    with pytest.raises(ValueError, match="011100と111007のどちらか"):
        read_municipality_code("11100")


def test_known_codes_decide_between_two_readings():
    assert read_municipality_code("11100", known={"111007"}) == "111007"
    assert read_municipality_code("11100", known={"011100"}) == "011100"
    with pytest.raises(ValueError, match="正しくありません"):
        read_municipality_code("012041", known={"012068"})


@pytest.mark.parametrize(
    "text", ["", "012042", "旭川市", "123", "0120411", "99999", "１２", "-1204"]
)
def test_what_is_no_code_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="012041"):
        read_municipality_code(text)


def test_corporate_numbers_carry_their_check_digit_in_front():
    # The example of the National Tax Agency.
    assert corporate_number_check_digit("700110005901") == "8"
    assert is_valid_corporate_number("8700110005901")
    assert not is_valid_corporate_number("7700110005901")
    assert not is_valid_corporate_number("870011000590")


def test_a_municipality_has_a_corporate_number_made_of_its_code():
    assert municipality_corporate_number("131016") == "8000020131016"
    assert municipality_corporate_number("010006") == "7000020010006"
