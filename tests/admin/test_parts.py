"""Parts with a list of their own: added from their record's page, they belong to that record."""

from datetime import timedelta

import pytest

from monitoring.models import Indicator, IndicatorValue, Review, ReviewRule
from projects.models import Plan, PlanParticipant, PlanRole, PlanSection
from tests.admin.pages import address, body, errors, form_of, messages, words
from tests.world import DRAFT, NOW, agreement, bureau, indicator, plan, section

pytestmark = pytest.mark.slow

PARTS = [PlanSection, PlanParticipant, Indicator, ReviewRule]
NEW = {
    PlanSection: {"kind": "goal", "heading": "計画の目標"},
    PlanParticipant: {"name_as_stated": "十勝18町村"},
    Indicator: {"name": "窓口の数", "unit": "か所"},
    ReviewRule: {"words": "毎年5月", "cycle": "month", "month": "5"},
}
SUBJECTS = ["agreement", "plan", "project"]


def new(model, record, page="add"):
    """The address of the form that adds a part of `record`, or of the list that leads to it."""
    of = f"{record._meta.model_name}__id__exact"
    if page == "changelist":
        return f"{address(model, page)}?{of}={record.pk}"
    return f"{address(model, page)}?_changelist_filters={of}%3D{record.pk}"


def add(desk, model, record, **typed):
    page = desk.client.get(new(model, record))
    assert page.status_code == 200
    named = {name.replace("__", "-"): value for name, value in typed.items()}
    return desk.client.post(new(model, record), form_of(page) | NEW[model] | named)


def links(page):
    return [link.get("href") for link in body(page).iter("a")]


def version_of(record):
    return type(record).objects.get(pk=record.pk).version


@pytest.mark.parametrize("model", PARTS)
def test_a_plan_leads_to_its_parts_and_they_are_added_there(world, officer, clock, model):
    clock(NOW + timedelta(minutes=5))
    assert new(model, world.plan, "changelist") in links(officer.open(world.plan))
    listed = officer.client.get(new(model, world.plan, "changelist"))
    assert listed.context["cl"].result_count == model.objects.filter(plan=world.plan).count()
    assert new(model, world.plan) in links(listed)
    before = version_of(world.plan)
    response = add(officer, model, world.plan)
    assert messages(response, officer.client)
    made = model.objects.latest("pk")
    assert made.plan == world.plan
    assert version_of(world.plan) == before + 1
    assert str(made) in words(officer.open(world.plan, "history"))


@pytest.mark.parametrize("model", [Indicator, ReviewRule])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_is_monitored_hangs_on_the_record_it_was_added_from(world, officer, model, subject):
    record = getattr(world, subject)
    assert new(model, record, "changelist") in links(officer.open(record))
    response = add(officer, model, record)
    assert response.status_code == 302, errors(response)
    made = model.objects.latest("pk")
    assert (made.subject, made.section) == (record, None)
    page = officer.open(made)
    assert [name for name in SUBJECTS if f"field-{name}" in page.content.decode()] == [subject]
    assert ("section" in form_of(page)) == (subject == "plan")


@pytest.mark.parametrize("model", PARTS)
def test_a_part_counts_for_its_record_and_is_told_in_its_history(world, officer, clock, model):
    clock(NOW + timedelta(minutes=5))
    row = model.objects.filter(plan=world.plan).first()
    before, opened = version_of(world.plan), officer.open(row)
    assert officer.send(row, order="7").status_code == 302
    assert version_of(world.plan) == before + 1
    assert "保存していません" in errors(officer.send(row, form=opened, order="8"))
    told = words(officer.open(world.plan, "history"))
    assert f"{model._meta.verbose_name}「{row}」を変更" in told
    assert officer.delete(row).status_code == 302
    assert version_of(world.plan) == before + 2
    assert not model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", PARTS)
def test_another_bureau_adds_nothing_and_moves_nothing(world, neighbour, model):
    count = model.objects.count()
    assert new(model, world.plan) not in links(
        neighbour.client.get(new(model, world.plan, "changelist"))
    )
    assert neighbour.client.get(new(model, world.plan)).status_code == 403
    assert neighbour.client.post(new(model, world.plan), NEW[model]).status_code == 403
    own = plan("tohoku-plan", bureau=bureau("tohoku"))
    page = neighbour.client.get(new(model, own))
    typed = form_of(page) | NEW[model] | {"plan": world.plan.pk}
    assert neighbour.client.post(new(model, own), typed).status_code == 302
    assert model.objects.filter(plan=own).count() == model.objects.count() - count == 1


@pytest.mark.parametrize("model", PARTS)
def test_a_part_of_a_foreign_draft_is_neither_seen_nor_added(drafts, neighbour, model):
    row = model.objects.filter(plan=drafts.plan).first()
    assert neighbour.open(row).status_code == 302
    assert neighbour.client.get(new(model, drafts.plan)).status_code == 302
    assert neighbour.listed(model) == []


@pytest.mark.parametrize("model", PARTS)
@pytest.mark.parametrize("pk", ["", "x", "999999", "9" * 40])
def test_without_a_record_the_officer_is_told_where_to_begin(world, officer, model, pk):
    address_of = f"{address(model, 'add')}?_changelist_filters=plan__id__exact%3D{pk}"
    (message,) = messages(officer.client.get(address_of), officer.client)
    assert f"「{model._meta.verbose_name}」のボタンから追加" in message
    assert address(model, "add") not in officer.client.get("/admin/").content.decode()


def test_a_section_is_one_of_the_same_plan(world, officer):
    foreign = section(plan("other-plan"), "別の計画の節")
    rows = {
        world.participant_of_plan: "section",
        world.indicator: "section",
        world.review_rule: "section",
        world.section: "parent",
    }
    for row, field in rows.items():
        assert "別の計画の節" not in words(officer.open(row))
        assert "候補にありません" in errors(officer.send(row, **{field: foreign.pk}))
    role = {"roles__0__section": foreign.pk}
    assert "候補にありません" in errors(officer.send(world.participant_of_plan, **role))
    cost = {"costs__0__section": foreign.pk}
    assert "候補にありません" in errors(officer.send(world.plan, **cost))


def test_sections_form_no_ring(world, officer):
    """Neither a section itself nor what lies below it is offered as the one above."""
    deeper = PlanSection.objects.create(
        plan=world.plan, parent=world.section_below, heading="詳しい手順"
    )
    for below in (world.section, world.section_below, deeper):
        assert "候補にありません" in errors(officer.send(world.section, parent=below.pk))
    assert officer.send(deeper, parent=world.section.pk).status_code == 302


def test_a_target_is_part_of_a_whole_of_the_same_record(world, officer):
    foreign = indicator(world.agreement, "別の記録の指標")
    single = indicator(world.plan, "研修の回数")
    assert "候補にありません" in errors(officer.send(single, part_of=foreign.pk, component="new"))
    assert "候補にありません" in errors(
        officer.send(single, part_of=world.part.pk, component="new")
    )
    assert "候補にありません" in errors(
        officer.send(world.indicator, part_of=single.pk, component="new")
    )
    assert "内訳（新規・継続）" in errors(officer.send(single, part_of=world.indicator.pk))
    response = officer.send(single, part_of=world.indicator.pk, component="continuing")
    assert response.status_code == 302, errors(response)
    single.refresh_from_db()
    assert single.part_of == world.indicator


def test_a_dash_is_not_zero(world, officer):
    page = officer.open(world.indicator)
    assert form_of(page)["values-0-amount"] == ["10"]
    dash = {"values__0__amount": "", "values__0__as_printed": "-"}
    assert "「-」は0ではありません" in errors(officer.send(world.indicator, **dash))
    response = officer.send(world.indicator, **dash, values__0__absence="not_stated")
    assert response.status_code == 302, errors(response)
    value = IndicatorValue.objects.get(pk=world.value.pk)
    assert (value.amount, value.absence, value.as_printed) == (None, "not_stated", "-")


def test_an_occasion_is_recorded_with_its_day(world, officer):
    typed = {"reviews__TOTAL_FORMS": "2", "reviews__1__result": "継続する。"}
    assert "実施日を入力" in errors(officer.send(world.review_rule, **typed))
    held = {"reviews__1__held_on_text": "2021年5月", "reviews__1__held_on_certainty": "confirmed"}
    response = officer.send(world.review_rule, **typed, **held)
    assert response.status_code == 302, errors(response)
    assert Review.objects.filter(rule=world.review_rule, result="継続する。").exists()


def test_a_participant_takes_its_roles_along(world, officer):
    response = add(
        officer,
        PlanParticipant,
        world.plan,
        name_as_stated="",
        municipality=world.kushiro.pk,
        section=world.section.pk,
        roles__TOTAL_FORMS="1",
        roles__0__order="0",
        roles__0__text="会議を開く。",
        roles__0__section=world.section_below.pk,
    )
    assert response.status_code == 302, errors(response)
    role = PlanRole.objects.get(text="会議を開く。")
    assert (role.participant.body, role.section) == (world.kushiro, world.section_below)
    twice = add(
        officer, PlanParticipant, world.plan, name_as_stated="", municipality=world.kushiro.pk
    )
    assert "二度登録されています" in errors(twice)


def test_lists_cost_the_same_for_few_parts_and_many(world, officer, django_assert_max_num_queries):
    def queries(model):
        with django_assert_max_num_queries(60) as captured:
            officer.open(model, "changelist")
        return len(captured)

    queries(Indicator)  # reads the content types, once a process
    before = [queries(model) for model in PARTS]
    for number in range(10):
        other = plan(f"plan-{number}", f"計画{number}")
        above = section(other, "目標", "下位の節")
        PlanParticipant.objects.create(plan=other, municipality=world.kushiro, section=above)
        indicator(other, f"指標{number}")
        indicator(agreement(f"agreement-{number}", **DRAFT), f"指標{number}")
        ReviewRule.objects.create(plan=other, words="毎年度末", cycle="year_end")
    assert [queries(model) for model in PARTS] == before
    assert Plan.objects.count() > 10
