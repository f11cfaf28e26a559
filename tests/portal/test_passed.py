"""What was announced for a time that has passed, with nothing on file about what came of it."""

import pytest

from partnerships.models import Agreement, Ceremony
from portal.passed import passed
from tests.world import (
    COMING,
    DRAFT,
    NOW,
    activity,
    agreement,
    cite,
    day,
    document,
    plan,
    project,
    renewal,
)

pytestmark = pytest.mark.django_db


def open_now():
    return [(event.date.text, event.kind) for event in passed(NOW)]


def test_an_agreement_that_was_signed_leaves_nothing_open():
    made = agreement("one", planned_signing_on=day("2021年4月22日", "planned"))
    Ceremony.objects.create(agreement=made, held_on=day("2021年4月22日", "planned"))
    assert open_now() == [("2021年4月22日", "ceremony"), ("2021年4月22日", "planned_signing")]
    Agreement.objects.filter(pk=made.pk).update(
        signed_on_text="2021年4月22日",
        signed_on_first="2021-04-22",
        signed_on_last="2021-04-22",
        signed_on_certainty="confirmed",
    )
    assert open_now() == []


def test_a_plan_of_which_a_later_document_tells_is_not_open():
    done = project("one")
    planned = activity(done, "予定", happened_on=day("2020年10月"), state="planned")
    assert [event.row for event in passed(NOW)] == [planned]
    told = activity(done, "成果", happened_on=day("2020年11月"))
    later = document("later", issued_on=day("2021年4月20日"))
    cite(told, "text", later, "成果")
    assert open_now() == []


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_what_is_hidden_has_not_passed(state):
    agreement("one", planned_signing_on=day("2021年4月22日", "planned"), **state)
    activity(project(**state), happened_on=day("2020年10月"), state="planned")
    plan(starts_on=day("2020年度", "planned"), **state)
    assert open_now() == []


def test_a_period_has_passed_by_its_latest_renewal():
    """The day is 2021-06-01."""
    made = agreement("one", ends_on=day("2021年3月末", "planned"))
    assert open_now() == [("2021年3月末", "ends")]
    renewal(made, "2021年3月20日", "2021年5月末")
    assert open_now() == [("2021年5月末", "ends")]
    renewal(made, "2021年5月20日", "2022年3月末")
    assert open_now() == []


def test_a_plan_that_was_to_begin_is_open_until_it_is_known_to_be_adopted():
    made = plan(starts_on=day("2020年度", "planned"))
    assert open_now() == [("2020年度", "plan_starts")]
    made.adopted_on = day("2020年3月")
    made.save()
    assert open_now() == []
