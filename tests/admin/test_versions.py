"""Two officers at one record: the second save tells of the first, and loses nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bureaus.models import Scope
from partnerships.models import Agreement, Attendee, Ceremony, Party
from sources.models import Citation
from tests.admin.conftest import account, at_desk
from tests.admin.pages import address, body, errors, form_of, words
from tests.whole_world import build_world
from tests.world import DRAFT, NOW, agreement, bureau, municipality

pytestmark = pytest.mark.slow


@pytest.fixture
def world(db, clock):
    """Made anew: other tests of this module begin with nothing."""
    return build_world()


@pytest.fixture
def draft(clock, officer):
    return agreement(parties=(municipality(),), **DRAFT)


@pytest.fixture
def colleague(draft):
    user = account("colleague", Scope.BUREAU, bureau())
    user.last_name, user.first_name = "職員", "乙"
    user.save()
    return at_desk(user)


def version_of(row):
    return type(row).objects.get(pk=row.pk).version


def test_the_second_save_is_refused_and_everything_typed_stays(draft, officer, colleague):
    opened = officer.open(draft)
    colleague.send(draft, display_title="先に保存した件名")
    response = officer.send(
        draft,
        form=opened,
        headline="後から入力したテーマ",
        parties__1__order="7",
        parties__TOTAL_FORMS="3",
        parties__2__name_as_stated="十勝18町村",
    )
    assert "保存していません" in errors(response)
    typed = form_of(response)
    assert typed["headline"] == ["後から入力したテーマ"]
    assert typed["parties-1-order"] == ["7"]
    assert typed["parties-2-name_as_stated"] == ["十勝18町村"]
    draft.refresh_from_db()
    assert (draft.display_title, draft.headline) == ("先に保存した件名", "")
    assert draft.parties.count() == 2


def test_the_message_says_who_when_and_what_to_do(draft, officer, colleague, clock):
    opened = officer.open(draft)
    clock(NOW + timedelta(minutes=5))
    colleague.send(draft, display_title="先に保存した件名")
    response = officer.send(draft, form=opened)
    assert "職員 乙（2021年6月1日 12:05）が同じ記録を変更しました" in errors(response)
    links = {link.get("href"): link.get("target") for link in body(response).iter("a")}
    assert links[address(draft, "history")] == links[address(draft)] == "_blank"
    assert "先に保存した件名" in words(officer.open(draft, "history"))


def test_sending_the_refused_form_again_is_refused_again(draft, officer, colleague):
    opened = officer.open(draft)
    colleague.send(draft)
    refused = officer.send(draft, form=opened)
    assert "保存していません" in errors(officer.send(draft, form=refused))
    assert officer.send(draft).status_code == 302


def test_a_row_that_the_other_deleted_is_no_error_page(draft, officer, colleague):
    opened = officer.open(draft)
    colleague.send(draft, parties__0__DELETE="on")
    response = officer.send(draft, form=opened, parties__0__order="5", headline="入力したテーマ")
    assert "保存していません" in errors(response)
    assert form_of(response)["headline"] == ["入力したテーマ"]


def test_a_record_that_the_other_deleted_is_no_error_page(draft, officer, colleague):
    opened = officer.open(draft)
    assert colleague.delete(draft).status_code == 302
    assert officer.send(draft, form=opened).status_code == 302
    assert not Agreement.objects.exists()


def test_every_save_raises_the_version(draft, officer):
    officer.send(draft, headline="テーマ")
    assert version_of(draft) == 2
    officer.send(draft, parties__1__order="7")
    assert version_of(draft) == 3
    officer.send(draft, parties__1__DELETE="on")
    assert version_of(draft) == 4
    assert draft.history.first().version == 4


def test_a_form_without_its_version_is_refused(draft, officer):
    data = form_of(officer.open(draft))
    del data["opened_version"]
    assert "opened_version" in officer.client.post(address(draft), data).context["errors"].as_text()
    assert version_of(draft) == 1


def test_a_part_with_a_page_of_its_own_counts_for_the_record(draft, officer):
    ceremony = Ceremony.objects.create(agreement=draft, place="釧路市役所")
    Attendee.objects.create(ceremony=ceremony, office="釧路市長")
    opened = officer.open(draft)
    officer.send(ceremony, attendees__0__office="釧路市副市長")
    assert version_of(draft) == 2
    assert "保存していません" in errors(officer.send(draft, form=opened))
    opened = officer.open(ceremony)
    officer.send(draft, ceremonies__0__place="釧路市役所本庁舎")
    assert "保存していません" in errors(officer.send(ceremony, form=opened))
    officer.delete(ceremony)
    assert version_of(draft) == 4


def test_a_row_that_stands_by_itself_has_its_own_version(world, officer):
    citation = Citation.objects.about([world.agreement]).first()
    record, opened = officer.open(world.agreement), officer.open(citation)
    assert officer.send(citation, reading="訂正した読み").status_code == 302
    assert "保存していません" in errors(officer.send(citation, form=opened, reading="別の読み"))
    citation.refresh_from_db()
    assert citation.reading == "訂正した読み"
    assert officer.send(world.agreement, form=record).status_code == 302


def test_another_record_is_no_conflict(draft, officer, colleague):
    other = agreement("hokkaido-obihiro-2020", parties=(municipality("帯広市"),), **DRAFT)
    opened = officer.open(draft)
    colleague.send(other)
    assert officer.send(draft, form=opened).status_code == 302
    assert Party.objects.count() == 4


def test_the_row_is_locked_before_its_version_is_compared(draft, officer):
    if connection.vendor == "postgresql":
        with CaptureQueriesContext(connection) as queries:
            officer.send(draft)
        statements = [query["sql"] for query in queries]
        lock = next(i for i, sql in enumerate(statements) if sql.endswith("FOR UPDATE"))
        assert lock < next(i for i, sql in enumerate(statements) if sql.startswith("UPDATE"))
    else:  # a transaction that may write holds the only write lock from its beginning
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
