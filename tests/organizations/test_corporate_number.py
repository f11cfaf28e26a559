"""The 法人番号 of an organisation: its check digit, and that it is registered once."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from common.codes import municipality_corporate_number
from organizations.models import Organization, Representative
from organizations.models.organization import validate_corporate_number
from tests.world import day, organization

EXAMPLE = "8700110005901"  # of the National Tax Agency
WRONG = [
    *(f"{digit}{EXAMPLE[1:]}" for digit in "012345679"),
    EXAMPLE[:-1],
    f"{EXAMPLE}0",
    "８７００１１０００５９０１",
    "8700-11000590",
    "T870011000590",
]


@pytest.mark.parametrize("number", [EXAMPLE, municipality_corporate_number("012068")])
@pytest.mark.django_db
def test_a_number_whose_check_digit_holds_is_taken(number):
    row = organization(corporate_number=number)
    row.full_clean()
    assert Organization.objects.get(corporate_number=number) == row


@pytest.mark.parametrize("number", WRONG)
def test_any_other_number_is_refused_by_name(number):
    with pytest.raises(ValidationError) as refusal:
        validate_corporate_number(number)
    assert f"法人番号「{number}」が正しくありません。" in refusal.value.messages[0]


@pytest.mark.parametrize("number", [EXAMPLE.replace("1", "一"), EXAMPLE[:-1], "x" * 13])
@pytest.mark.django_db
def test_the_database_refuses_what_is_not_thirteen_digits(number):
    with pytest.raises(IntegrityError), transaction.atomic():
        organization(corporate_number=number)


@pytest.mark.django_db
def test_a_form_refuses_a_wrong_number_at_its_own_field():
    row = organization()
    row.corporate_number = WRONG[0]
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert list(refusal.value.message_dict) == ["corporate_number"]


@pytest.mark.django_db
def test_a_number_belongs_to_one_organisation_and_many_have_none():
    organization("one", corporate_number=EXAMPLE)
    for slug in ("two", "three"):
        organization(slug).full_clean()
    other = organization("four")
    other.corporate_number = EXAMPLE
    with pytest.raises(ValidationError, match="すでに登録されています。"):
        other.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


@pytest.mark.django_db
def test_who_represents_an_organisation_stands_with_the_office_of_that_time():
    made = organization()
    for order, office in ((2, "会長"), (1, "理事長")):
        Representative.objects.create(
            organization=made, order=order, office=office, name="代表者", as_of=day("2020年12月")
        )
    assert [str(row) for row in made.representatives.all()] == ["理事長 代表者", "会長 代表者"]
    assert {row.as_of.text for row in made.representatives.all()} == {"2020年12月"}
