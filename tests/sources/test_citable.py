"""Which rows can be cited in public: those of one root, of several, and those that join."""

import pytest

from monitoring.models import (
    Indicator,
    IndicatorValue,
    Review,
    Reviewer,
    ReviewRule,
)
from projects.models import PlanParticipant, PlanRole, ProgrammeUse, UseFunder
from sources import citable, targets
from tests.world import (
    COMING,
    DRAFT,
    NOW,
    agreement,
    day,
    indicator,
    municipality,
    organization,
    plan,
    programme,
    project,
    review_rule,
    section,
)

pytestmark = pytest.mark.django_db

BUILDERS = {"agreement": agreement, "plan": plan, "project": project}
MONITORED = (Indicator, IndicatorValue, ReviewRule, Reviewer, Review)
HIDDEN = pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
SUBJECT = pytest.mark.parametrize("noun", BUILDERS)


def monitored(record):
    """A row of each model of monitoring that hangs on the record."""
    target, rule = indicator(record), review_rule(record)
    return (
        target,
        IndicatorValue.objects.create(indicator=target, at=day("2021年度"), amount=1),
        rule,
        Reviewer.objects.create(rule=rule, municipality=municipality()),
        Review.objects.create(rule=rule, held_on=day("2021年5月")),
    )


def public(model):
    return list(citable.of(model).public(NOW).order_by("pk"))


@SUBJECT
def test_a_row_with_several_roots_stands_on_the_page_of_the_one_that_it_has(noun):
    record = BUILDERS[noun]("one")
    for row in monitored(record):
        assert citable.of(type(row)).root_of(row) == record
        assert targets.holder_of(row) == record


@SUBJECT
@HIDDEN
def test_it_is_public_with_its_root(noun, state):
    """A public record of each kind does not bring the hidden one along."""
    shown = [monitored(build("shown")) for build in BUILDERS.values()]
    monitored(BUILDERS[noun]("hidden", **state))
    for model, rows in zip(MONITORED, zip(*shown, strict=True), strict=True):
        assert public(model) == list(rows)


@SUBJECT
def test_a_record_has_the_rows_of_its_own_kind_of_root(noun):
    made = {name: monitored(build("one")) for name, build in BUILDERS.items()}
    of_record = made[noun][0].subject
    rows = [row for _, found in targets.parts_of(of_record) for row in found]
    for name, own in made.items():
        assert all((row in rows) == (name == noun) for row in own)


def test_the_paths_to_the_roots_are_joined_at_once(django_assert_num_queries):
    for name, build in BUILDERS.items():
        monitored(build(name))
    for model in MONITORED:
        entry = citable.of(model)
        assert len(entry.paths) == len(BUILDERS)
        with django_assert_num_queries(1):
            assert len([entry.root_of(row) for row in entry.with_root()]) == len(BUILDERS)


@HIDDEN
def test_what_a_hidden_reviewer_does_is_not_public(state):
    rule = review_rule(plan())
    Reviewer.objects.create(rule=rule, organization=organization(**state))
    assert public(Reviewer) == []


@HIDDEN
def test_the_role_of_a_hidden_organisation_is_not_public(state):
    made = plan()
    section(made)
    for body in (organization(**state), organization("shown")):
        one = PlanParticipant.objects.create(plan=made, organization=body)
        PlanRole.objects.create(participant=one, text=str(body.slug))
    assert [row.text for row in public(PlanRole)] == ["shown"]


@HIDDEN
def test_who_paid_for_the_use_by_a_hidden_organisation_is_not_public(state):
    made = programme()
    for body in (organization(**state), organization("shown")):
        use = ProgrammeUse.objects.create(programme=made, relation="used", organization=body)
        UseFunder.objects.create(use=use, municipality=municipality())
    [funder] = public(UseFunder)
    assert funder.use.organization.slug == "shown"
