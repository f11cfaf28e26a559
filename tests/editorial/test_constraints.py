"""The database refuses every impossible row, and says why in Japanese: a case a constraint.

A case turns a sound row of the whole world into an impossible one. Constraints that several models
share (`…_kind_known`) share a case, which is found by the end of the name.
"""

import re
from datetime import date

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from bureaus.models import User
from common.fields import stated_dates
from imports.models import LoadedContent
from municipalities.models import Municipality
from organizations.models import BODIES, Organization
from partnerships.models import Agreement, Party
from tests.house.source import ROOMS
from tests.world import bureau, involving, municipality, prefecture, subprefecture

DAY = date(2021, 4, 22)
LATER = date(2030, 4, 1)


def changed(**changes):
    """A row with impossible values; a function is given the row."""

    def impossible(model):
        row = model._default_manager.order_by("pk").first()
        for name, value in changes.items():
            setattr(row, name, value(row) if callable(value) else value)
        return row

    return impossible


def again(*, where=None, **changes):
    """A row once more, or what it becomes by the changes."""

    def impossible(model):
        row = model._default_manager.filter(**(where or {})).order_by("pk").first()
        row.pk, row._state.adding = None, True
        for name, value in changes.items():
            setattr(row, name, value)
        return row

    return impossible


def itself(row):
    return row


def twice(body):
    """A second row with the body of the first, which is given one where no row has it yet."""

    def impossible(model):
        rows = model._default_manager.order_by("pk")
        if not rows.filter(**{f"{body}__isnull": False}).exists():
            bodies = {**dict.fromkeys(BODIES), "name_as_stated": "", **involving(SOME[body]())}
            rows.filter(pk=rows.first().pk).update(**bodies)
        return again(where={f"{body}__isnull": False})(model)

    return impossible


SOME = {
    "bureau": bureau,
    "prefecture": prefecture,
    "subprefecture": subprefecture,
    "municipality": lambda: Municipality.objects.first(),
    "organization": lambda: Organization.objects.first(),
}


CASES = {
    "bureaus_user_scope_matches_bureau": lambda model: User(
        username="officer", password="!", scope="bureau"
    ),
    "prefecture_code_two_digits": changed(code="1"),
    "subprefecture_code_five_digits": changed(code="0166"),
    "municipality_code_six_digits": changed(code="01206"),
    "municipality_one_current_per_code": again(valid_from=LATER),
    "municipality_one_first_per_code": again(valid_until=LATER),
    "municipality_code_and_day": again(where={"valid_from": DAY}, valid_until=date(2031, 4, 1)),
    "municipality_period_in_order": changed(valid_from=DAY, valid_until=DAY),
    "municipality_office_in_japan": changed(latitude=43),
    "state_known": changed(state="x"),
    "published_whole": changed(slug=None),
    "withdrawn_reasoned": changed(state="withdrawn", withdrawn_on=DAY),
    "changenote_not_empty": changed(text=""),
    "one_body": changed(name_as_stated="別の団体"),
    "text_or_absence": changed(text="本文", absence="not_stated"),
    "not_empty": changed(heading="", text="", absence=""),
    "absence_known": changed(text="", absence="x"),
    "_once": again(),
    "once_a_document": again(),
    "once_a_field": again(),
    "not_own_parent": changed(parent=itself),
    "not_own_predecessor": changed(preceded_by=itself),
    "not_own_successor": changed(succeeds=itself),
    "organizationlink_two_ends": changed(organization=lambda row: row.of),
    "planlink_two_ends": changed(other=lambda row: row.plan),
    "corporate_number_digits": changed(corporate_number="870011000590"),
    "corporate_number_once": again(where={"corporate_number__gt": ""}, slug="another"),
    "amendment_renewal_dated": changed(kind="renewal"),
    "areafact_number_whole": changed(number=1),
    "areafact_not_with_itself": changed(compared_with=itself),
    "areafact_qualifier_known": changed(qualifier="x", item="割合", number=1, unit="%"),
    "_one_subject": changed(agreement=lambda row: Agreement.objects.first()),
    "indicator_part_named": changed(part_of=itself),
    "indicatorvalue_amount_or_absence": changed(absence="not_stated"),
    "indicatorvalue_time_or_whole": changed(is_whole_period=True),
    "reviewrule_cycle_known": changed(cycle="x", month=None),
    "reviewrule_month_of_year": changed(month=13),
    "review_held": changed(held_on=None),
    "citation_stated_has_quotation": changed(document=None, place="", quotation=""),
    "citation_confirmed_by_whom": changed(basis="confirmed", confirmed_on=DAY),
    "citation_reasoned": changed(basis="editorial", reason=""),
    "difference_choice_reasoned": changed(reason=""),
    "citation_quotation_whole": changed(basis="editorial", reason="理由", quotation=""),
    "agreement_end_reasoned": changed(ended_on=DAY),
    "agreement_titled": changed(display_title=""),
    "agreement_published_dated": changed(
        **{
            f"{name}_{column}": None if column in ("first", "last") else ""
            for name in ("announced_on", "planned_signing_on", "signed_on", "starts_on")
            for column in ("text", "first", "last", "certainty")
        }
    ),
    "plan_period_forward": changed(
        starts_on_text="2021年度",
        starts_on_first=date(2021, 4, 1),
        starts_on_last=date(2022, 3, 31),
        starts_on_certainty="confirmed",
        ends_on_text="2020年",
        ends_on_first=date(2020, 1, 1),
        ends_on_last=date(2020, 12, 31),
        ends_on_certainty="confirmed",
    ),
    "ceremony_not_empty": lambda model: model(agreement=model.objects.first().agreement),
    "sourcedocument_address_free": changed(slug="differences"),
    "bureaus_user_scope_known": lambda model: User(username="officer", password="!", scope="x"),
    "agreement_period_forward": changed(
        ends_on_first=date(2020, 1, 1), ends_on_last=date(2020, 1, 31)
    ),
    "agreement_dropped_unsigned": changed(
        dropped_on=DAY, signed_on_first=DAY, signed_on_last=DAY, signed_on_certainty="confirmed"
    ),
    "agreement_signed_not_planned": changed(signed_on_text="春", signed_on_certainty="planned"),
    "statement_one_subject": changed(bureau=lambda row: bureau()),
    **{f"_{body}_once": twice(body) for body in BODIES},
    **{
        f"{field}_known": changed(**{field: "x"})
        for field in (
            *("kind", "role", "relation", "level", "stage", "timing", "basis", "side"),
            *("component", "cumulative", "sector", "ranked_within"),
        )
    },
}


def own_models():
    """The concrete models of our rooms, without the tables of their history."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in ROOMS and not hasattr(model, "history_object")
    ]


def stated(name):
    return changed(**{f"{name}_first": None, f"{name}_last": LATER})


CONSTRAINTS = {
    constraint.name: (model, constraint)
    for model in own_models()
    for constraint in model._meta.constraints
}
DATES = {
    f"{model._meta.app_label}_{model._meta.model_name}_{name}_stated": stated(name)
    for model in own_models()
    for name in stated_dates(model)
}


def endings(name):
    """The ends of a name that have a case, the longest first."""
    return sorted((end for end in CASES if name.endswith(end)), key=len, reverse=True)


def impossible(name):
    make = DATES.get(name) or CASES[endings(name)[0]]
    return make(CONSTRAINTS[name][0])


@pytest.fixture(scope="module")
def rows(lasting_world):
    """A row of every model that has constraints: what the whole world lacks is added."""
    for body in (prefecture(), subprefecture()):
        Party.objects.create(agreement=lasting_world.agreement, **involving(body))
    again(valid_from=DAY, valid_until=LATER)(type(municipality())).save()
    content_type = ContentType.objects.get_for_model(Party)
    LoadedContent.objects.create(content_type=content_type, slug="釧路市", digest="0")


def test_every_constraint_has_a_case_and_every_case_a_constraint():
    without = [name for name in CONSTRAINTS if name not in DATES and not endings(name)]
    used = {endings(name)[0] for name in CONSTRAINTS if endings(name)}
    assert (without, set(CASES) - used, set(DATES) - set(CONSTRAINTS)) == ([], set(), set())


def test_every_model_with_constraints_has_a_row_to_break(rows, db):
    models_without = {
        model.__name__
        for model, _ in CONSTRAINTS.values()
        if model is not User and not model._default_manager.exists()
    }
    assert models_without == set()


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_the_database_refuses(rows, db, name):
    row, constraint = impossible(name), CONSTRAINTS[name][1]
    is_check = isinstance(constraint, models.CheckConstraint)
    # SQLite names the columns of a broken unique constraint, not the constraint.
    named = name if is_check or connection.vendor == "postgresql" else "UNIQUE constraint failed"
    with pytest.raises(IntegrityError, match=named), transaction.atomic():
        row.save()


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_a_form_is_told_why_in_japanese(rows, db, name):
    row, constraint = impossible(name), CONSTRAINTS[name][1]
    with pytest.raises(ValidationError):
        row.full_clean()
    with pytest.raises(ValidationError) as refusal:
        row.validate_constraints()
    assert str(constraint.violation_error_message) in refusal.value.messages
    assert re.search(r"[ぁ-ん].*。$", str(constraint.violation_error_message))
