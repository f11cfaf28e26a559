"""Plans, programmes, targets and reviews in content files: loaded once, then left alone."""

from datetime import date

import pytest

from monitoring.models import Indicator, IndicatorValue, Review, Reviewer, ReviewRule
from organizations.models import Organization
from partnerships.models import Agreement
from projects.models import (
    Plan,
    PlanCost,
    PlanLink,
    PlanParticipant,
    PlanProject,
    PlanRole,
    PlanSection,
    Programme,
    ProgrammeUse,
)
from sources.checks import lost_pointers
from sources.models import AreaFact, Citation, DocumentGap, SourceDocument
from tests.imports.content_files import history_rows, load, write
from tests.imports.content_whole import RECORDS_IN_IT, WHOLE_DOMAIN
from tests.world import municipality


@pytest.fixture
def path(db, tmp_path):
    municipality("釧路市")
    return write(tmp_path, WHOLE_DOMAIN)


@pytest.fixture
def loaded(path):
    load(path)
    return path


def fields_cited(row):
    return sorted(Citation.objects.about([row]).values_list("field", flat=True))


def test_it_loads_once_and_then_changes_nothing(path):
    assert f"作成 {RECORDS_IN_IT}・変更 0・変更なし 0" in load(path)
    before = history_rows()
    assert f"作成 0・変更 0・変更なし {RECORDS_IN_IT}" in load(path)
    assert history_rows() == before
    assert list(lost_pointers()) == []


def test_rows_of_a_plan_point_at_its_sections_by_their_id(loaded):
    top, below = PlanSection.objects.order_by("pk")
    assert (below.parent, below.plan, below.number) == (top, Plan.objects.get(pk=top.plan_id), "ア")
    for model in (PlanParticipant, PlanCost, Indicator):
        assert model.objects.order_by("pk").first().section == top
    for model in (PlanRole, ReviewRule):
        assert model.objects.filter(section__isnull=False).get().section == below
    assert fields_cited(PlanParticipant.objects.get()) == ["body", "is_lead"]
    assert fields_cited(PlanCost.objects.get()) == ["amount", "code"]
    assert PlanLink.objects.get().other.slug == "test-next"
    assert PlanProject.objects.get().plan == top.plan


def test_a_part_points_at_its_whole_and_an_absence_is_cited_like_a_number(loaded):
    whole, part, other = Indicator.objects.order_by("pk")
    assert (part.part_of, part.plan, other.project.slug) == (whole, whole.plan, "test-project")
    number, absent, total = IndicatorValue.objects.order_by("pk")
    assert (number.amount, absent.amount, total.amount) == (10, None, 120)
    assert (absent.absence, absent.as_printed) == ("not_stated", "-")
    assert [fields_cited(row) for row in (number, absent, total)] == [["amount"], ["amount"], []]


def test_a_review_points_at_its_rule_and_its_document(loaded):
    review, other = Review.objects.order_by("pk")
    assert other.document is None
    assert (review.rule.subject.slug, review.document.slug) == ("test-plan", "test-plan")
    assert (review.due_on.text, fields_cited(review)) == ("2016年度", ["held_on"])
    assert fields_cited(Reviewer.objects.get()) == ["body"]
    assert ReviewRule.objects.get(cycle="about_yearly").subject == Agreement.objects.get()


def test_a_use_names_its_agreement_its_plan_and_who_paid(loaded):
    use = ProgrammeUse.objects.get()
    assert (use.agreement.slug, use.plan.slug) == ("test-agreement", "test-plan")
    assert fields_cited(use) == ["and_others", "relation", "title"]
    assert use.funders.get().bureau.slug == "hokkaido"
    assert Programme.objects.get().providers.get().name_as_stated == "国"


def test_a_renewal_and_a_representative_are_loaded(loaded):
    renewal = Agreement.objects.get().amendments.get()
    assert (renewal.kind, renewal.ends_on.last) == ("renewal", date(2019, 3, 31))
    assert fields_cited(renewal) == ["ends_on", "text"]
    assert fields_cited(Agreement.objects.get()) == ["themes_open_ended"]
    office = Organization.objects.get().representatives.get()
    assert (str(office), office.as_of.text) == ("代表 代表者", "2016年12月")


def test_a_fact_is_compared_with_one_named_by_its_id(loaded):
    elsewhere, own = AreaFact.objects.order_by("pk")
    assert own.compared_with == elsewhere
    assert (float(own.number), own.survey, fields_cited(own)) == (
        12.5,
        "工業統計",
        ["number", "survey", "text"],
    )
    assert DocumentGap.objects.get().kind == "omitted"


def test_in_an_undated_document_relative_words_count_from_its_probable_time(loaded):
    document = SourceDocument.objects.get()
    assert (document.issued_on.certainty, document.reference_on.text) == ("not_stated", "2016年度")
    value = IndicatorValue.objects.get(at_text="昨年度")
    assert (value.at.first, value.at.last) == (date(2015, 4, 1), date(2016, 3, 31))


def test_a_wrong_corporate_number_is_named(path):
    path.write_text(WHOLE_DOMAIN.replace("8700110005901", "7700110005901"), encoding="utf-8")
    with pytest.raises(Exception, match="法人番号「7700110005901」が正しくありません。"):
        load(path)


@pytest.mark.parametrize("model", [PlanSection, IndicatorValue, PlanRole])
def test_what_staff_edit_below_a_plan_stays(loaded, model):
    row = model.objects.order_by("pk").first()
    name = "amount" if model is IndicatorValue else "text"
    model.objects.filter(pk=row.pk).update(**{name: 11})
    before = history_rows()
    assert "局の編集あり：変更せず" in load(loaded)
    assert history_rows() == before
