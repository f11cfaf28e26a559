"""What documents say of an area: numbers with their unit, compared with those of elsewhere."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sources.models import AreaFact, DocumentGap, GlossaryTerm
from tests.world import COMING, DRAFT, NOW, day, document, municipality, organization, prefecture

pytestmark = pytest.mark.django_db

HIDDEN = pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
COUNTED = {"item": "製造業の割合", "number": 9, "unit": "%"}


def fact(by=None, **values):
    plain = {"kind": "statistics", "text": "約9%"}
    body = {} if "organization" in values else {"municipality": municipality()}
    return AreaFact(document=by or document(), **{**plain, **body, **values})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"item": "製造業の割合"},
        COUNTED,
        {**COUNTED, "number": 0, "qualifier": "about", "survey": "工業統計"},
    ],
)
def test_a_fact_is_told_in_words_or_as_a_number_of_something(values):
    row = fact(**values)
    row.full_clean()
    row.save()


@pytest.mark.parametrize(
    "values",
    [
        {"number": 9},
        {**COUNTED, "item": ""},
        {**COUNTED, "unit": ""},
        {"unit": "%"},
        {"qualifier": "about"},
        {**COUNTED, "qualifier": "x"},
    ],
)
def test_half_a_number_is_refused(values):
    row = fact(**values)
    with pytest.raises(ValidationError):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_fact_is_compared_with_one_of_another_area_by_another_survey():
    by = document()
    elsewhere = fact(by, survey="経済センサス", **COUNTED)
    elsewhere.municipality, elsewhere.prefecture = None, prefecture()
    elsewhere.save()
    own = fact(by, survey="工業統計", compared_with=elsewhere, **COUNTED)
    own.full_clean()
    own.save()
    assert list(elsewhere.comparisons.all()) == [own]
    elsewhere.delete()
    own.refresh_from_db()
    assert own.compared_with is None


@HIDDEN
def test_what_a_hidden_document_says_is_hidden(state):
    for slug, values in (("shown", {}), ("hidden", state)):
        by = document(slug, **values)
        fact(by, text=slug).save()
        GlossaryTerm.objects.create(document=by, term="DMO", expansion=slug)
    assert [row.text for row in AreaFact.objects.public(NOW)] == ["shown"]
    assert [row.expansion for row in GlossaryTerm.objects.public(NOW)] == ["shown"]


@HIDDEN
def test_a_fact_about_a_hidden_organisation_is_told_apart(state):
    by = document()
    fact(by, organization=organization(**state)).save()
    fact(by, text="shown").save()
    assert [row.text for row in AreaFact.objects.public(NOW).with_public_body(NOW)] == ["shown"]


def test_a_gap_is_what_the_text_lost_unless_told_otherwise():
    gap = DocumentGap.objects.create(document=document(), place="（冒頭）", description="右図Ⅰ")
    assert gap.get_kind_display() == "テキスト化で失われた部分"


def test_a_document_without_a_date_keeps_when_it_was_probably_made():
    made = document(issued_on=None, reference_on=day("2016年度", "estimated"))
    made.full_clean()
    made.refresh_from_db()
    assert (made.issued_on, made.reference_on.fiscal_year) == (None, 2016)
