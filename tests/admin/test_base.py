"""What every page of the admin has in common: Japanese, short pages, modest searches."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group

from common.admin import PortalAdmin, ReferenceAdmin, shortened
from municipalities.models import Municipality
from partnerships.models import Agreement
from tests.admin.pages import address, body, words
from tests.world import agreement, municipality

REGISTERED = admin.site._registry
JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
REFERENCE = [model for model, own in REGISTERED.items() if isinstance(own, ReferenceAdmin)]


def test_every_page_rests_on_the_common_base():
    assert all(isinstance(own, PortalAdmin) for own in REGISTERED.values())


@pytest.mark.parametrize("own", REGISTERED.values(), ids=str)
def test_every_list_is_searched_and_short(own):
    assert own.search_fields
    assert own.list_per_page <= 100
    assert own.list_max_show_all <= 100
    assert not own.actions
    assert own.search_help_text


def test_no_button_imports_or_exports(world, system):
    pages = [system.open(Agreement, "changelist"), system.open(world.agreement)]
    assert not [page for page in pages if re.search("import|export", page.content.decode())]


def test_a_search_is_cut_to_what_both_databases_can_do(world, officer):
    assert len(shortened("あ" * 500)) == 100
    assert shortened("い\u3000ろ は に ほ へ と ち り ぬ") == "い ろ は に ほ へ と ち"
    endless = "釧路 " * 1200
    assert officer.listed(Agreement, q=endless) == [world.agreement]
    assert officer.found(Agreement, "succeeds", endless) == [str(world.agreement)]
    assert officer.found(Agreement, "succeeds", "\x00釧路") == [str(world.agreement)]
    assert officer.listed(Agreement, q='"釧路') == []


def test_an_agreement_is_found_by_the_names_of_its_partners(world, officer):
    for term in ("釧路", "くしろ", "hokkaido-kushiro", "地域経済の成長"):
        assert officer.listed(Agreement, q=term) == [world.agreement]
    assert officer.listed(Agreement, q="旭川 釧路") == []


def test_agreements_are_filtered_by_their_status_today(world, officer):
    assert officer.listed(Agreement, status="within_period") == [world.renewed]
    assert officer.listed(Agreement, status="plan_passed") == [world.agreement]
    assert officer.listed(Agreement, status="succeeded") == [world.earlier]


def test_a_list_shows_partners_and_status(world, officer):
    page = words(officer.open(Agreement, "changelist"))
    for shown in ("釧路市、釧路市ビジネスサポートセンター", "締結予定日経過", "2020年1月20日"):
        assert shown in page


def test_no_regular_expression_is_asked_of_the_database(world, officer):
    for lookup in ("display_title__regex", "slug__iregex"):
        response = officer.open(Agreement, "changelist", **{lookup: "(a+)+$"})
        assert response.status_code == 400


def test_no_lookup_reaches_into_another_table(world, officer):
    response = officer.open(Agreement, "changelist", bureau__staff__password__startswith="m")
    assert response.status_code == 400


def test_reference_data_is_looked_up_only(world, officer, system):
    for model in REFERENCE:
        row = model._default_manager.first()
        for desk in (officer, system):
            assert row in desk.listed(model)
            assert desk.open(row).status_code == 200
            for page in ("change", "delete"):
                assert desk.client.post(address(row, page), {"post": "yes"}).status_code == 403
            assert desk.open(model, "add").status_code == 403


def test_a_municipality_is_found_by_code_kana_and_romaji(officer):
    place = municipality()
    for term in ("012068", "くしろ", "kushiro", "釧路市"):
        assert officer.listed(Municipality, q=term) == [place]


@pytest.mark.slow
def test_staff_pages_are_japanese(world, system):
    pages = [address(model, "changelist") for model in REGISTERED]
    pages += [address(model, "add") for model in REGISTERED if model not in REFERENCE]
    pages += [address(world.agreement), address(world.document), address(world.project)]
    for page in ["/admin/", *pages]:
        response = system.client.get(page, headers={"accept-language": "en"}, follow=True)
        foreign = [text for text in labels(response) if not JAPANESE.search(text)]
        assert not foreign, (page, foreign)


def labels(response):
    """The words that name something: headings, labels, columns, buttons."""
    for element in body(response).iter():
        named = "field-" in element.get("class", "")  # a row's own name in a list
        if element.tag in {"h1", "h2", "h3", "label", "th"} and not named:
            text = "".join(element.itertext()).strip(" :：\n")
            if text and not text.isdecimal() and text not in {"FAX", "E-mail"}:
                yield text


def test_the_index_begins_with_agreements(officer):
    page = officer.client.get("/admin/")
    rooms = [room["name"] for room in page.context["app_list"]]
    nouns = [noun["name"] for noun in page.context["app_list"][0]["models"]]
    assert rooms[:3] == ["協定等", "プロジェクト・計画・施策", "資料と出典"]
    assert nouns[0] == "協定等"
    assert "自治体連携協定ポータル" in words(page)


def test_roles_are_given_by_the_programme(system):
    assert Group not in REGISTERED


@pytest.mark.parametrize("page", ["changelist", "add"])
def test_a_visitor_is_asked_to_log_in(client, db, page):
    response = client.get(address(Agreement, page))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")


def count(desk, row, page, most):
    with most(100) as captured:
        assert desk.open(row, page).status_code == 200
    return len(captured)


@pytest.mark.parametrize("desk", ["officer", "system"])
def test_pages_cost_the_same_for_few_agreements_and_many(
    world, request, django_assert_max_num_queries, desk
):
    desk = request.getfixturevalue(desk)
    desk.open(world.agreement)  # reads the content types, once a process

    def queries():
        return [
            count(desk, row, page, django_assert_max_num_queries)
            for row, page in ((Agreement, "changelist"), (world.agreement, "change"))
        ]

    before = queries()
    for number in range(45):
        agreement(
            f"hokkaido-kushiro-2021-{number + 2}",
            parties=(world.kushiro, world.organization),
            themes=(world.theme,),
            succeeds=world.earlier,
        )
    assert queries() == before
    assert before[0] <= 15
    assert before[1] <= 30
