"""What the documents hold besides agreements is typed where an officer looks for it."""

from datetime import date
from decimal import Decimal

import pytest

from projects.models import PlanLink, PlanProject, ProgrammeUse, UseFunder
from tests.admin.pages import errors, form_of, words
from tests.world import agreement, bureau, document, plan, project

NUMBER = "area_facts__0__number"


def test_a_renewal_says_until_when(world, officer):
    new = {"kind": "renewal", "text": "期間を一年延ばす。"}
    typed = {f"amendments__1__{name}": value for name, value in new.items()}
    typed["amendments__TOTAL_FORMS"] = "2"
    assert "更新・延長のときは" in errors(officer.send(world.agreement, **typed))
    for name, text in (("agreed_on", "2022年3月20日"), ("ends_on", "2023年3月末")):
        typed[f"amendments__1__{name}_text"] = text
        typed[f"amendments__1__{name}_certainty"] = "confirmed"
    response = officer.send(world.agreement, **typed)
    assert response.status_code == 302, errors(response)
    made = world.agreement.amendments.get(kind="renewal")
    assert made.ends_on_last == date(2023, 3, 31)
    assert "期間を一年延ばす。" in words(officer.open(world.agreement, "history"))


def test_a_change_of_the_record_is_told_to_the_public(world, officer):
    typed = {"change_notes__1__noted_on": "2021-05-20", "change_notes__TOTAL_FORMS": "2"}
    assert officer.send(world.agreement, **typed).status_code == 200
    typed["change_notes__1__text"] = "資料を一つ加えました。"
    response = officer.send(world.agreement, **typed)
    assert response.status_code == 302, errors(response)
    assert world.agreement.change_notes.first().noted_on == date(2021, 5, 20)
    assert "資料を一つ加えました。" in words(officer.open(world.agreement, "history"))


def test_the_signed_text_is_a_document_of_that_kind(world, officer):
    response = officer.send(world.agreement, signed_text=world.document.pk)
    assert "候補にありません" in errors(response)
    assert officer.found(type(world.agreement), "signed_text") == [str(world.signed_text)]
    assert officer.send(world.agreement, signed_text=world.signed_text.pk).status_code == 302


def test_a_topic_keeps_the_words_of_the_document(world, officer):
    response = officer.send(
        world.agreement, theme_links__0__words="観光の振興", themes_open_ended="on"
    )
    assert response.status_code == 302, errors(response)
    world.agreement.refresh_from_db()
    assert world.agreement.themes_open_ended
    assert world.agreement.theme_links.get().words == "観光の振興"


def test_a_number_of_an_area_has_an_item_and_a_unit(world, officer):
    assert "項目と単位も入力" in errors(officer.send(world.document, **{NUMBER: "12.5"}))
    typed = {NUMBER: "12.50", "area_facts__0__item": "製造業の割合", "area_facts__0__unit": "%"}
    response = officer.send(world.document, **typed, area_facts__0__qualifier="about")
    assert response.status_code == 302, errors(response)
    world.fact.refresh_from_db()
    assert (world.fact.number, world.fact.qualifier) == (Decimal("12.5"), "about")
    assert form_of(officer.open(world.document))["area_facts-0-number"] == ["12.5"]


def test_a_fact_is_compared_with_one_of_the_same_document(world, officer):
    chosen, rows = "compared_with", list(world.undated.area_facts.all())
    here, there = (
        f"area_facts__{rows.index(row)}" for row in (world.fact_in_numbers, world.fact_elsewhere)
    )
    response = officer.send(world.undated, **{f"{here}__{chosen}": world.fact.pk})
    assert "候補にありません" in errors(response)
    typed = {f"{here}__text": "別の言い方", f"{there}__DELETE": "on"}
    assert "削除できません" in errors(officer.send(world.undated, **typed))
    assert officer.send(world.undated, **typed, **{f"{here}__{chosen}": ""}).status_code == 302
    assert list(world.undated.area_facts.all()) == [world.fact_in_numbers]


def test_relative_words_of_an_undated_document_count_from_when_it_was_made(officer):
    paper = document("undated", issued_on=None, reference_on_text="", title="計画")
    new = {"term": "DMO", "order": "0", "as_of_text": "昨年度", "as_of_certainty": "confirmed"}
    typed = {f"terms__0__{name}": value for name, value in new.items()}
    typed["terms__TOTAL_FORMS"] = "1"
    assert "昨年度" in errors(officer.send(paper, **typed))
    made = {"reference_on_text": "平成29年1月", "reference_on_certainty": "estimated"}
    response = officer.send(paper, **typed, **made)
    assert response.status_code == 302, errors(response)
    assert paper.terms.get().as_of_first == date(2015, 4, 1)


def test_what_is_not_shown_says_why(world, officer):
    gap = world.document.gaps.get()
    assert officer.send(world.document, gaps__0__kind="omitted").status_code == 302
    gap.refresh_from_db()
    assert gap.get_kind_display() == "登録していない部分"


@pytest.mark.parametrize("number", ["6000012010008", "123", "１０００００００００００１"])
def test_a_corporate_number_is_checked(world, officer, number):
    response = officer.send(world.organization, corporate_number=number)
    assert "法人番号" in errors(response)


def test_who_held_an_office_is_part_of_the_organisation(world, officer):
    response = officer.send(world.organization, representatives__0__office="前センター長")
    assert response.status_code == 302, errors(response)
    assert "前センター長" in words(officer.open(world.organization, "history"))


def test_funders_stand_on_the_page_of_a_use(world, officer):
    before = world.programme.version
    page = officer.open(world.programme)
    assert "財源は、保存してから" in words(page)
    new = {"funders__1__bureau": world.bureau.pk, "funders__1__order": "1"}
    response = officer.send(world.use, **new, funders__TOTAL_FORMS="2", agreement=world.earlier.pk)
    assert response.status_code == 302, errors(response)
    world.use.refresh_from_db()
    assert world.use.agreement == world.earlier
    assert UseFunder.objects.filter(use=world.use).count() == 2
    world.programme.refresh_from_db()
    assert world.programme.version == before + 1
    assert "活用の財源「北海道経済産業局」を追加" in words(officer.open(world.programme, "history"))
    assert officer.listed(ProgrammeUse, agreement__id__exact=world.earlier.pk) == [world.use]


def test_costs_fields_and_counts_stand_on_the_page_of_the_plan(world, officer):
    typed = {
        "costs__0__amount_as_stated": "3,200万円",
        "fields__0__resource": "生乳",
        "sector_counts__0__number": "16",
    }
    assert officer.send(world.plan, **typed, legal_basis="地域再生法").status_code == 302
    told = words(officer.open(world.plan, "history"))
    for line in ("3,200万円", "水産物生乳", "（資料の記載）1916", "地域再生法"):
        assert line in told


def test_a_link_of_a_plan_is_made_by_its_bureau(world, neighbour):
    own = plan("tohoku-plan", bureau=bureau("tohoku"))
    theirs = project("tohoku-project", bureau=bureau("tohoku"))
    foreign = {"plan": world.plan.pk}
    for model, end in ((PlanLink, {"other": own.pk}), (PlanProject, {"project": theirs.pk})):
        relation = {"relation": "aligned"} if model is PlanLink else {}
        assert "候補にありません" in errors(
            neighbour.send(model, "add", **foreign, **end, **relation)
        )
    link = {"plan": own.pk, "other": world.plan.pk, "relation": "aligned"}
    assert neighbour.send(PlanLink, "add", **link).status_code == 302
    assert PlanLink.objects.filter(plan=own, other=world.plan).exists()


def test_a_programme_is_not_tied_to_a_draft_of_another_bureau(world, neighbour):
    type(world.programme).objects.update(bureau=bureau("tohoku"))
    hidden = agreement("hokkaido-secret-2021", state="draft", publish_at=None)
    typed = {"agreement": hidden.pk}
    assert "候補にありません" in errors(neighbour.send(world.use, **typed))
