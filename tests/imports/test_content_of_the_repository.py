"""The content that the repository brings along."""

from collections import Counter

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


def test_four_agreements_are_signed_and_one_is_only_announced(clock):
    load()
    now = timezone.now()
    found = Agreement.objects.public(now).with_status(timezone.localdate(now), now)
    assert Counter(row.status for row in found) == {Status.SIGNED: 4, Status.PLAN_PASSED: 1}
    announced = found.get(status=Status.PLAN_PASSED)
    assert announced.slug == "hokkaido-kushiro-2021"
