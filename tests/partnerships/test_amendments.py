"""What changed an agreement: which renewals there can be, and which one decides the period."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from common.stated_dates import StatedDate
from partnerships.models import Agreement, Amendment
from tests.world import DRAFT, NOW, agreement, day, renewal

pytestmark = pytest.mark.django_db

AT_AN_EVENT = StatedDate("事業の完了まで", None, None, "planned")
NOT_STATED = StatedDate("", None, None, "not_stated")
AGREED = {"agreed_on": day("2021年3月20日")}


def amendment(kind, **values):
    return Amendment(agreement=agreement(), kind=kind, text="変更する。", **values)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("amendment", {}),
        ("amendment", AGREED),
        ("amendment", {"agreed_on": NOT_STATED}),
        ("renewal", {**AGREED, "ends_on": day("2024年3月末", "planned")}),
        ("renewal", {**AGREED, "ends_on": AT_AN_EVENT}),
    ],
)
def test_a_renewal_says_when_and_until_when_an_amendment_need_not(kind, values):
    row = amendment(kind, **values)
    row.full_clean()
    row.save()


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("amendment", {**AGREED, "ends_on": day("2024年3月末")}),
        ("amendment", {**AGREED, "ends_on": NOT_STATED}),
        ("renewal", AGREED),
        ("renewal", {"ends_on": day("2024年3月末")}),
        ("renewal", {**AGREED, "ends_on": NOT_STATED}),
        ("renewal", {"agreed_on": AT_AN_EVENT, "ends_on": day("2024年3月末")}),
    ],
)
def test_a_renewal_without_its_days_is_refused(kind, values):
    row = amendment(kind, **values)
    with pytest.raises(ValidationError, match="更新・延長のときは"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_they_stand_in_the_order_in_which_they_were_agreed():
    made = agreement()
    for words in ("2021年5月", "認定の日から", "2020年5月"):
        Amendment.objects.create(agreement=made, kind="amendment", text=words, agreed_on=day(words))
    assert [str(row) for row in made.amendments.all()] == ["2020年5月", "2021年5月", "認定の日から"]


def test_a_renewal_of_another_agreement_changes_nothing():
    one, other = (agreement(slug, signed_on=day("2020年4月1日")) for slug in ("one", "other"))
    renewal(other, "2021年3月20日", "2021年4月末")
    shown = Agreement.objects.with_status(date(2021, 5, 1), NOW)
    assert {row.slug: row.status for row in shown} == {"one": "signed", "other": "period_passed"}
    assert shown.get(pk=one.pk).facts.extended is None


def test_the_new_end_keeps_its_words():
    renewal(agreement(), "2021年3月20日", "2024年3月末")
    [row] = Agreement.objects.with_status(date(2021, 3, 20), NOW)
    assert row.facts.period_ends == day("2024年3月末", "planned")
    [row] = Agreement.objects.with_status(date(2021, 3, 19), NOW)
    assert row.facts.period_ends is None


def test_the_signed_text_is_a_document_of_that_kind(world):
    world.earlier.full_clean()
    world.earlier.signed_text = world.document
    with pytest.raises(ValidationError) as refusal:
        world.earlier.full_clean()
    assert list(refusal.value.message_dict) == ["signed_text"]


def test_what_is_for_staff_is_shown_to_nobody_else(world, client):
    secret = {
        "partner_confirmed_on": date(2019, 12, 3),
        "reference_number": "第一一一号",
        "decision_number": "第二二二号",
        "contact_notes": "三三三に連絡",
    }
    Agreement.objects.filter(pk=world.earlier.pk).update(**secret)
    page = client.get(world.earlier.get_absolute_url()).content.decode()
    assert not [word for word in ("2019", "一一一", "二二二", "三三三") if word in page]
    type(world.signed_text).objects.filter(pk=world.signed_text.pk).update(**DRAFT)
    page = client.get(world.earlier.get_absolute_url()).content.decode()
    assert world.signed_text.get_absolute_url() not in page
