"""What an officer types is checked, computed, and kept; what is unusual is pointed out."""

from datetime import date

import pytest

from editorial.models import State
from organizations.models import Organization
from partnerships.models import Agreement, Attendee, Commitment, Party
from sources.models import Citation
from tests.admin.pages import errors, messages, words
from tests.whole_world import build_world
from tests.world import DRAFT, OPENED, agreement, commitment, municipality, organization

PUBLISH = {"state": "published", "publish_at_0": "2021-04-20", "publish_at_1": "00:00:00"}


@pytest.fixture
def world(db, clock):
    """Made anew: other tests of this module begin with nothing."""
    return build_world()


@pytest.fixture
def draft(clock, officer):
    return agreement(parties=(municipality(),), **DRAFT)


def test_a_new_agreement_with_its_parties(officer):
    place = municipality()
    response = officer.send(
        Agreement,
        "add",
        kind="memorandum",
        display_title="釧路市との覚書",
        headline="「稼ぐ力」\u3000創出",
        parties__0__bureau=officer.user.bureau_id,
        parties__1__municipality=place.pk,
    )
    assert messages(response, officer.client)
    made = Agreement.objects.get()
    assert (made.bureau, made.state, made.version) == (officer.user.bureau, State.DRAFT, 1)
    assert [party.body for party in made.parties.all()] == [officer.user.bureau, place]


def test_the_interval_of_a_date_is_computed_from_its_words(draft, officer):
    page = officer.open(draft)
    assert "signed_on_first" not in page.content.decode()
    officer.send(draft, signed_on_text="令和3年4月", signed_on_certainty="confirmed")
    draft.refresh_from_db()
    assert (draft.signed_on_first, draft.signed_on_last) == (date(2021, 4, 1), date(2021, 4, 30))
    assert "読み：2021年（令和3年）4月" in words(officer.open(draft))


def test_an_impossible_date_is_refused_beside_its_field(draft, officer):
    response = officer.send(draft, signed_on_text="2021年2月30日", signed_on_certainty="confirmed")
    assert "という日はありません" in errors(response)
    assert "signed_on_text" in response.context["adminform"].form.errors


def test_an_unusual_date_is_saved_with_a_warning(draft, officer):
    response = officer.send(draft, ends_on_text="平成39年度", ends_on_certainty="planned")
    (warning,) = [text for text in messages(response, officer.client) if "確かめて" in text]
    assert "元号の期間の外" in warning
    assert "協力期間の終わり" in warning


def test_a_warning_in_an_inline_is_shown_too(world, officer):
    response = officer.send(
        world.agreement,
        ceremonies__0__held_on_text="2021年4月22日(金)",
        ceremonies__0__held_on_certainty="planned",
    )
    assert any("曜日が合いません" in text for text in messages(response, officer.client))


@pytest.mark.parametrize(
    ("constraint", "typed"),
    [
        (
            "signed_not_planned",
            {"signed_on_text": "2021年4月22日", "signed_on_certainty": "planned"},
        ),
        (
            "period_forward",
            {
                "starts_on_text": "2021年4月",
                "starts_on_certainty": "confirmed",
                "ends_on_text": "2020年4月",
                "ends_on_certainty": "confirmed",
            },
        ),
        ("end_reasoned", {"ended_on": "2021-04-01"}),
        (
            "dropped_unsigned",
            {
                "dropped_on": "2021-04-01",
                "signed_on_text": "2021年4月",
                "signed_on_certainty": "confirmed",
            },
        ),
        ("published_whole", {"state": "published", "slug": ""}),
    ],
)
def test_what_the_database_would_refuse_is_a_message(draft, officer, constraint, typed):
    assert message_of(constraint) in errors(officer.send(draft, **typed))
    assert Agreement.objects.get().version == 1


def message_of(constraint):
    named = {each.name: each for each in Agreement._meta.constraints}
    return str(named[f"partnerships_agreement_{constraint}"].violation_error_message)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"slug": "Hokkaido_Kushiro"}, "英小文字"),
        ({"headline": "稼ぐ\u202e力"}, "制御文字"),
    ],
)
def test_text_that_cannot_stand_is_refused(draft, officer, typed, message):
    assert message in errors(officer.send(draft, **typed))


def test_publishing_an_address_that_is_frozen_still_asks_for_the_hour(world, officer):
    response = officer.send(world.agreement, publish_at_0="", publish_at_1="")
    assert message_of("published_whole") in errors(response)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"parties__0__municipality": "{kushiro}"}, "一つだけを選ぶか"),
        ({"parties__1__municipality": ""}, "一つだけを選ぶか"),
        ({"parties__0__bureau": "", "parties__0__municipality": "{kushiro}"}, "二度"),
    ],
)
def test_a_wrong_party_is_a_message(draft, officer, typed, message):
    place = str(municipality().pk)
    typed = {name: value.format(kushiro=place) for name, value in typed.items()}
    assert message in errors(officer.send(draft, **typed))
    assert draft.parties.count() == 2


def test_a_party_is_not_added_twice_at_once(draft, officer):
    place = municipality("帯広市").pk
    new = {"municipality": place, "order": 3}
    twice = {f"parties__{i}__{key}": value for i in (2, 3) for key, value in new.items()}
    response = officer.send(draft, parties__TOTAL_FORMS=4, **twice)
    assert "同じ当事者「帯広市」が二度あります" in errors(response)


def test_publishing_takes_two_parties_one_of_them_a_bureau(draft, officer):
    response = officer.send(draft, **PUBLISH, parties__1__DELETE="on")
    assert "当事者が二者以上必要です" in errors(response)
    response = officer.send(
        draft, **PUBLISH, parties__0__bureau="", parties__0__name_as_stated="十勝18町村"
    )
    assert "経済産業局にしてください" in errors(response)
    assert Agreement.objects.get().state == State.DRAFT
    response = officer.send(draft, **PUBLISH)
    assert response.status_code == 302, errors(response)
    draft.refresh_from_db()
    assert draft.publish_at == OPENED


def test_a_draft_needs_no_parties(draft, officer):
    response = officer.send(draft, parties__0__DELETE="on", parties__1__DELETE="on")
    assert response.status_code == 302, errors(response)
    assert not Party.objects.exists()


def test_an_address_is_frozen_once_readers_could_see_it(draft, officer):
    officer.send(draft, slug="hokkaido-kushiro-2021-2")
    officer.send(draft, **PUBLISH)
    officer.send(draft, slug="hokkaido-kushiro-2021-3")
    officer.send(draft, state="draft", slug="hokkaido-kushiro-2021-4")
    officer.send(draft, slug="hokkaido-kushiro-2021-5")
    draft.refresh_from_db()
    assert (draft.slug, draft.state) == ("hokkaido-kushiro-2021-2", State.DRAFT)


def test_what_was_public_is_taken_down_with_a_reason_and_keeps_its_address(draft, officer):
    taken = {"state": "withdrawn", "slug": "hokkaido-kushiro-2021-2"}
    told = {"withdrawn_on": "2021-05-28", "withdrawn_reason": "二度登録していたため。"}
    assert "まだ公開していない記録は" in errors(officer.send(draft, **PUBLISH | taken))
    officer.send(draft, **PUBLISH, slug="hokkaido-kushiro-2021")
    assert "掲載終了日とその理由を入力してください" in errors(officer.send(draft, **taken))
    response = officer.send(draft, **taken, **told)
    assert response.status_code == 302, errors(response)
    draft.refresh_from_db()
    assert (draft.state, draft.slug) == (State.WITHDRAWN, "hokkaido-kushiro-2021")
    assert officer.delete(draft).status_code == 403
    assert officer.client.get("/agreements/hokkaido-kushiro-2021/").status_code == 410


@pytest.mark.prove
def test_a_long_agreement_is_one_form(draft, officer):
    for number in range(130):
        commitment(draft, f"項目{number}")
    response = officer.send(draft, commitments__129__heading="最後の項目")
    assert response.status_code == 302
    assert draft.commitments.filter(heading="最後の項目").exists()


def test_items_form_a_tree_without_rings(draft, officer):
    above, below = commitment(draft, "地域企業の支援"), commitment(draft, "人材の確保")
    rows = list(draft.commitments.all())
    first, second = (f"commitments__{rows.index(row)}" for row in (above, below))
    response = officer.send(draft, **{f"{second}__parent": above.pk})
    assert response.status_code == 302, errors(response)
    response = officer.send(draft, **{f"{first}__parent": below.pk})
    assert "輪になっています" in errors(response)
    response = officer.send(draft, **{f"{first}__DELETE": "on"})
    assert "下位の項目がある項目" in errors(response)
    response = officer.send(draft, **{f"{first}__DELETE": "on", f"{second}__DELETE": "on"})
    assert response.status_code == 302, errors(response)
    assert not Commitment.objects.exists()


def test_an_item_lies_below_one_of_its_own_agreement(world, officer):
    foreign = commitment(world.earlier, "別の協定の項目")
    response = officer.send(world.agreement, commitments__0__parent=foreign.pk)
    assert "候補にありません" in errors(response)
    assert "別の協定の項目" not in words(officer.open(world.agreement))


def test_an_attendee_belongs_to_a_party_of_the_agreement(world, officer):
    foreign = world.earlier.parties.first()
    response = officer.send(world.ceremony, attendees__0__party=foreign.pk)
    assert "候補にありません" in errors(response)
    own = world.agreement.parties.get(bureau=world.bureau)
    response = officer.send(world.ceremony, attendees__0__party=own.pk)
    assert response.status_code == 302, errors(response)
    assert Attendee.objects.get().party == own


def test_a_part_stays_with_its_record(world, officer):
    for part in (world.ceremony, world.commitment):
        assert officer.send(part, agreement=world.earlier.pk).status_code == 302
        part.refresh_from_db()
        assert part.agreement == world.agreement


def test_line_ends_are_those_of_documents(draft, officer):
    draft.statements.create(kind="purpose", text="一行目")
    officer.send(draft, statements__0__text="一行目\r\n二行目")
    assert draft.statements.get().text == "一行目\n二行目"


def test_relative_words_count_from_the_document(world, officer):
    response = officer.send(
        world.document,
        area_facts__0__as_of_text="昨年度",
        area_facts__0__as_of_certainty="confirmed",
    )
    assert response.status_code == 302, errors(response)
    assert world.document.area_facts.get().as_of_first == date(2020, 4, 1)


def test_two_names_of_one_organisation_differ(officer):
    row = organization(**DRAFT)
    row.aliases.create(kind="short", name="k-Biz")
    row.aliases.create(kind="variant", name="ｋ－Ｂｉｚ")
    assert "すでに登録" in errors(officer.send(row, aliases__1__name="k-Biz"))
    new = {"kind": "short", "name": "釧路市ビジサポ"}
    twice = {f"aliases__{i}__{key}": value for i in (2, 3) for key, value in new.items()}
    assert "重複" in errors(officer.send(row, aliases__TOTAL_FORMS=4, **twice))
    assert Organization.objects.get().version == 1


def test_a_link_to_an_item_says_why(world, officer):
    item = world.agreement.commitments.last()
    chosen = {"commitment": item.pk, "project": world.project.pk}
    model = type(world.item_link)
    assert "必須" in errors(officer.send(model, "add", **chosen))
    response = officer.send(model, "add", **chosen, reason="内容が対応するため。")
    assert response.status_code == 302, errors(response)
    (citation,) = Citation.objects.about([model.objects.get(commitment=item)])
    assert (citation.basis, citation.field) == ("editorial", "project")
    assert citation.reason == "内容が対応するため。"


def test_a_new_row_begins_with_what_its_list_is_filtered_by(world, officer):
    came_from = f"agreement__id__exact={world.agreement.pk}"
    page = officer.open(type(world.project_link), "add", _changelist_filters=came_from)
    assert page.context["adminform"].form["agreement"].value() == str(world.agreement.pk)
