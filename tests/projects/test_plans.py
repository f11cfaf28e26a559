"""Plans as their documents print them: sections, who takes part, what joins them to others."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.trees import tree
from projects.models import (
    PlanLink,
    PlanParticipant,
    PlanProject,
    PlanRole,
    PlanSection,
    ProgrammeUse,
    UseFunder,
)
from tests.world import (
    COMING,
    DRAFT,
    NOW,
    agreement,
    municipality,
    organization,
    plan,
    programme,
    project,
    section,
)

pytestmark = pytest.mark.django_db

HIDDEN = pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])


def test_the_sections_of_a_plan_are_a_tree_with_numbers_as_printed():
    top = section(plan(), "手続", "申請する。", "承認する。", kind="procedure")
    [node] = tree(top.plan.sections.all())
    assert str(node.row) == "1 手続"
    assert [str(below.row) for below in node.children] == ["ア 申請する。", "ア 承認する。"]


def test_a_section_stands_under_one_of_the_same_plan():
    own, other = section(plan("own")), section(plan("other"))
    below = PlanSection.objects.create(plan=own.plan, parent=own, heading="下")
    below.full_clean()
    below.parent = other
    with pytest.raises(ValidationError) as refusal:
        below.full_clean()
    assert refusal.value.message_dict == {
        "parent": ["上位の項目は、同じ記録の中から選んでください。"]
    }


def test_a_section_that_says_nothing_says_so():
    PlanSection(plan=plan(), heading="費用", absence="not_stated").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanSection.objects.create(plan=plan("other"))


def test_a_role_may_be_told_several_times_and_outlives_its_section():
    one = PlanParticipant.objects.create(plan=plan(), municipality=municipality())
    first, second = section(one.plan, "体制"), section(one.plan, "役割")
    for order, where in enumerate((first, second)):
        PlanRole.objects.create(participant=one, section=where, order=order, text=str(where))
    first.delete()
    assert [(row.text, row.section) for row in one.roles.all()] == [
        ("1 体制", None),
        ("1 役割", second),
    ]


def test_a_plan_has_a_participant_once_but_many_in_words():
    made = plan()
    for _ in range(2):
        PlanParticipant.objects.create(plan=made, name_as_stated="管内の金融機関")
    PlanParticipant.objects.create(plan=made, organization=(body := organization()))
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanParticipant.objects.create(plan=made, organization=body)


@HIDDEN
def test_a_link_between_plans_shows_only_with_both(state):
    shown, other, hidden = plan("shown"), plan("other"), plan("hidden", **state)
    for one, two in ((shown, other), (shown, hidden), (hidden, other)):
        PlanLink.objects.create(plan=one, other=two, relation="aligned")
    assert [link.other for link in PlanLink.objects.public(NOW)] == [other]


@HIDDEN
def test_a_link_to_a_project_shows_only_with_both(state):
    shown, hidden = plan("shown"), plan("hidden", **state)
    public, secret = project("shown"), project("hidden", **state)
    for one, two in ((shown, public), (shown, secret), (hidden, public)):
        PlanProject.objects.create(plan=one, project=two)
    assert [link.project for link in PlanProject.objects.public(NOW)] == [public]


@HIDDEN
def test_a_use_tells_nothing_of_a_hidden_agreement_plan_or_funder(state):
    use = ProgrammeUse.objects.create(
        programme=programme(),
        relation="used",
        timing="before",
        name_as_stated="市内の企業",
        agreement=agreement(**state),
        plan=plan(**state),
    )
    UseFunder.objects.create(use=use, organization=organization(**state))
    UseFunder.objects.create(use=use, municipality=municipality())
    [shown] = ProgrammeUse.objects.shown(NOW)
    assert (shown.agreement, shown.plan) == (None, None)
    assert [str(one) for one in shown.funders.all()] == ["釧路市"]


def test_a_use_tells_of_a_public_agreement_and_plan():
    ends = {"agreement": agreement(), "plan": plan()}
    ProgrammeUse.objects.create(
        programme=programme(), relation="used", name_as_stated="市内の企業", **ends
    )
    [shown] = ProgrammeUse.objects.shown(NOW)
    assert {name: getattr(shown, name) for name in ends} == ends
