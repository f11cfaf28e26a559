"""The content that the repository brings along."""

from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command
from django.utils import timezone

from partnerships.models import Agreement
from partnerships.rules import Status
from sources.checks import lost_pointers
from tests.imports.content_files import history_rows, load


@pytest.fixture(autouse=True)
def _reference(db):
    call_command("load_reference", verbosity=0)


def test_it_loads_once_and_then_changes_nothing():
    load()
    before = history_rows(), set(Agreement.objects.values_list("slug", "version"))
    assert "作成 0・変更 0・変更なし" in load()
    assert (history_rows(), set(Agreement.objects.values_list("slug", "version"))) == before
    assert list(lost_pointers()) == []


def test_four_are_signed_one_is_planned_and_one_only_announced_until_its_period_has_passed(clock):
    load()
    found = statuses(timezone.localdate())
    assert found.pop("hokkaido-kushiro-2021") == Status.PLAN_PASSED
    assert found.pop("kyushu-koshi-2019") == Status.ANNOUNCED
    assert Counter(found.values()) == {Status.SIGNED: 4}
    assert statuses(date(2021, 6, 30))["kyushu-koshi-2019"] == Status.ANNOUNCED
    assert statuses(date(2021, 7, 1))["kyushu-koshi-2019"] == Status.PERIOD_PASSED


def statuses(on):
    now = timezone.now()
    found = Agreement.objects.public(now).with_status(on, now)
    return {row.slug: row.status for row in found}
