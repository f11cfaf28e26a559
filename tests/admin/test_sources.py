"""Citations, differences and claims: named by what they are about, never by numbers."""

import pytest

from partnerships.models import Agreement
from sources import citable
from sources.models import Citation, Claim, Difference
from sources.targets import key_of, target_of
from tests.admin.pages import address, body, errors, form_of, messages, words
from tests.world import DRAFT, PLACE, agreement, bureau, cite, statement

pytestmark = pytest.mark.slow

PATHS = {"citation": Citation, "difference": Difference, "claim": Claim}


def links(page):
    """The links above a form: their words, by the path they lead to."""
    tools = next(part for part in body(page).iter("ul") if part.get("class") == "object-tools")
    return {link.get("href"): "".join(link.itertext()).strip() for link in tools.iter("a")}


def link_to(page, model):
    (found,) = [
        link for link in links(page) if link.startswith(f"{address(model, 'changelist')}?r")
    ]
    return found


def new(desk, model, holder):
    """The address of the form that adds a row about the holder."""
    return f"{address(model, 'add')}?_changelist_filters=record%3D{key_of(holder)}"


def add(desk, model, holder, row, field, **typed):
    page = desk.client.get(new(desk, model, holder))
    data = form_of(page) | {"target": target_of(row, field)} | typed
    return desk.client.post(new(desk, model, holder), data)


STATED = {"basis": "stated", "place": PLACE, "quotation": "日時：2021年4月22日(木)"}


def test_a_record_leads_to_the_sources_of_all_its_parts(world, officer):
    page = officer.open(world.agreement)
    about = Citation.objects.about(
        [
            world.agreement,
            *world.agreement.parties.all(),
            *world.agreement.theme_links.all(),
            world.commitment,
            world.ceremony,
            world.attendee,
            world.amendment,
            world.item_link,
        ]
    )
    assert links(page)[link_to(page, Citation)] == f"出典（{about.count()}件）"
    listed = officer.client.get(link_to(page, Citation)).context["cl"].result_list
    assert set(listed) == set(about)
    assert "「初めて」などの記載（1件）" in links(page).values()
    assert link_to(officer.open(world.ceremony), Citation) == link_to(page, Citation)


def test_every_citable_record_leads_to_its_sources(world, officer):
    for entry in citable.registered():
        if not entry.paths:
            row = entry.model._default_manager.first()
            assert link_to(officer.open(row), Citation).endswith(f"={key_of(row)}")


def test_the_list_says_which_value_of_what(world, officer):
    page = words(officer.open(Citation, "changelist"))
    for named in (
        "当事者：釧路市",
        "協定等の分野：観光",
        "協定等：覚書（hokkaido-asahikawa-2020） 締結日",
    ):
        assert named in page


def test_the_form_offers_the_values_of_this_record_alone(world, officer):
    page = officer.client.get(new(officer, Citation, world.agreement))
    groups = [group.get("label") for group in body(page).iter("optgroup")]
    assert "協定等：覚書（hokkaido-kushiro-2021）" in groups
    assert "締結式：2021年（令和3年）4月22日（木）" in groups
    assert not [name for name in groups if "asahikawa" in name]


def test_a_citation_is_added(world, officer):
    document = {"document": world.document.pk}
    response = add(
        officer, Citation, world.agreement, world.ceremony, "hours", **STATED, **document
    )
    assert messages(response, officer.client)
    assert f"record={key_of(world.agreement)}" in response.headers["Location"]
    made = Citation.objects.latest("pk")
    assert (made.record, made.field, made.document) == (world.ceremony, "hours", world.document)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"quotation": ""}, "資料・箇所・引用は、三つとも入力"),
        ({"document": ""}, "資料・箇所・引用を入力"),
        ({"place": "2. 覚書の内容"}, f"「{PLACE}」"),
        ({"basis": "confirmed"}, "確認した局と確認した日"),
        ({"basis": "editorial"}, "理由・計算の方法"),
        ({"target": ""}, "必須"),
    ],
)
def test_what_a_citation_lacks_is_a_message(world, officer, typed, message):
    given = {**STATED, "document": world.document.pk, **typed}
    response = add(officer, Citation, world.agreement, world.ceremony, "hours", **given)
    assert message in errors(response)


def test_a_citation_points_at_a_value_that_exists(world, officer):
    count = Citation.objects.count()
    given = {**STATED, "document": world.document.pk}
    strange = [
        target_of(world.earlier, "signed_on"),
        target_of(world.agreement, "nonsense"),
        target_of(Agreement(pk=999), "signed_on"),
        target_of(bureau(), "name"),
        "12",
        "a:b:c",
    ]
    for target in strange:
        response = add(
            officer,
            Citation,
            world.agreement,
            world.agreement,
            "kind",
            **{**given, "target": target},
        )
        assert "この記録にある項目から" in errors(response)
    assert Citation.objects.count() == count


def test_the_document_and_its_headings_are_offered(world, officer):
    page = officer.client.get(new(officer, Citation, world.agreement))
    assert form_of(page)["document"] == [str(world.document.pk)]
    assert [option.get("value") for option in next(body(page).iter("datalist"))] == [PLACE]


def test_without_a_record_the_officer_is_told_where_to_begin(world, officer):
    for model in PATHS.values():
        assert address(model, "add") not in officer.client.get("/admin/").content.decode()
        (message,) = messages(officer.open(model, "add"), officer.client)
        assert f"「{model._meta.verbose_name}」のボタンから追加" in message


@pytest.mark.parametrize("key", ["", "x", "1-", "999-1", "{user}", "9" * 40 + "-1"])
def test_a_nonsense_record_is_none(world, officer, key):
    key = key.format(user=key_of(officer.user))
    assert officer.open(Citation, "add", record=key).status_code == 302
    assert officer.listed(Citation, record=key or "x") == []


def test_sources_of_another_bureau_are_read_alone(world, neighbour):
    count = Citation.objects.count()
    response = neighbour.client.get(new(neighbour, Citation, world.agreement))
    assert response.status_code == 403
    row = Citation.objects.about([world.agreement]).first()
    assert "対象の記載" in words(neighbour.open(row))
    assert neighbour.client.post(address(row), {"reading": "x"}).status_code == 403
    assert neighbour.delete(row).status_code == 403
    assert Citation.objects.count() == count


def test_a_citation_of_own_record_is_not_moved_to_another(world, neighbour):
    own = agreement("tohoku-aomori-2021", bureau=bureau("tohoku"))
    row = cite(own, "headline", world.document, "稼ぐ力")
    response = neighbour.send(row, target=target_of(world.agreement, "headline"))
    assert "この記録にある項目から" in errors(response)
    row.refresh_from_db()
    assert row.record == own


def test_a_citation_of_a_draft_document_of_another_bureau_is_refused(world, neighbour):
    own = agreement("tohoku-aomori-2021", bureau=bureau("tohoku"))
    type(world.report).objects.filter(pk=world.report.pk).update(**DRAFT)
    given = {**STATED, "document": world.report.pk}
    response = add(neighbour, Citation, own, own, "headline", **given)
    assert "候補にありません" in errors(response)


def test_a_difference_follows_a_citation_of_the_same_value(world, officer):
    other = Citation.objects.about([world.ceremony]).first()
    own = cite(world.agreement, "headline", world.document, "稼ぐ力", value_stated="稼ぐ力")
    typed = {"note": "表記が異なります。", "reason": "後の資料による。"}
    given = (officer, Difference, world.agreement, world.agreement, "headline")
    assert "同じ対象の記載" in errors(add(*given, **typed, chosen=other.pk))
    foreign = world.difference.chosen_id
    assert "候補にありません" in errors(add(*given, **typed, chosen=foreign))
    assert "採用した理由" in errors(add(*given, note="表記", chosen=own.pk))
    assert add(*given, **typed, chosen=own.pk).status_code == 302
    assert "すでに登録" in errors(add(*given, note="もう一度"))


def test_a_claim_may_be_about_the_whole_record(world, officer):
    typed = {
        "document": world.document.pk,
        "words": "第一弾",
        "said_by": "北海道経済産業局",
        "as_of_text": "昨年度",
        "as_of_certainty": "confirmed",
    }
    response = add(officer, Claim, world.agreement, world.agreement, "", **typed)
    assert response.status_code == 302, errors(response)
    made = Claim.objects.latest("pk")
    assert (made.record, made.field) == (world.agreement, "")
    assert made.as_of_first.year == 2020


def test_a_statement_of_a_bureau_is_cited_by_that_bureau(world, officer, neighbour):
    given = {**STATED, "document": world.document.pk}
    page = officer.open(world.policy)
    assert link_to(page, Citation).endswith(key_of(world.bureau))
    response = add(officer, Citation, world.bureau, world.policy, "text", **given)
    assert response.status_code == 302, errors(response)
    refused = neighbour.client.get(new(neighbour, Citation, world.bureau))
    assert refused.status_code == 403
    own = statement(bureau("tohoku"), "自治体との連携を進める。", kind="policy")
    response = add(neighbour, Citation, bureau("tohoku"), own, "text", **given)
    assert response.status_code == 302, errors(response)


def test_a_citation_whose_row_is_gone_is_left_to_the_system(world, officer, headquarters, system):
    row = Citation.objects.about([world.agreement]).first()
    Citation.objects.filter(pk=row.pk).update(object_id=999_999)
    assert row not in officer.listed(Citation)
    assert "（削除された記録）" in words(headquarters.open(row))
    assert headquarters.delete(row).status_code == 403
    assert system.delete(row).status_code == 302


def test_the_list_of_citations_costs_the_same_for_few_and_many(
    world, officer, django_assert_max_num_queries
):
    def queries():
        with django_assert_max_num_queries(100) as captured:
            officer.open(Citation, "changelist")
        return len(captured)

    queries()  # reads the content types, once a process
    before = queries()
    for number in range(20):
        other = agreement(f"hokkaido-kushiro-2021-{number + 2}", parties=(world.kushiro,))
        cite(other, "headline", world.document, "稼ぐ力")
        cite(other.parties.last(), "body", world.document, "釧路市")
    assert queries() == before
