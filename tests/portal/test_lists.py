"""The list of agreements: counts beside the choices, conditions taken away, orders, no match."""

import re
from typing import Any

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from municipalities.models import Municipality
from tests.portal.markup import words
from tests.world import (
    COMING,
    agreement,
    bureau,
    day,
    document,
    municipality,
    organization,
    prefecture,
    programme,
    theme,
)

ERRORS = "読み取れない条件があるため、一覧を表示していません。"

# Two values of the column by which a shorter list is narrowed.
KINDS: dict[Any, tuple[str, str]] = {
    organization: ("company", "bank"),
    programme: ("support", "subsidy"),
    document: ("press_release", "report"),
}


@pytest.fixture
def agreements(db, clock):
    """Four agreements: three of Hokkaido, one of Tohoku; the day is 2021-06-01."""
    tourism, snow = theme(), theme("snow", "雪")
    agreement("kushiro", (municipality("釧路市"),), (tourism, snow), signed_on=day("2021年4月22日"))
    agreement("asahikawa", (municipality("旭川市"),), (snow,), signed_on=day("2020年1月20日"))
    agreement(
        "island", (prefecture("01"),), kind="agreement", planned_signing_on=day("2021年7月1日")
    )
    agreement(
        "aomori",
        (municipality("青森市"),),
        (tourism,),
        bureau=bureau("tohoku"),
        announced_on=day("2021年"),
    )


def get(client, **query):
    response = client.get("/agreements/", query)
    assert response.status_code == 200
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def listed(page):
    return [link.get("href").split("/")[-2] for link in page.iterfind(".//main//a[@class='title']")]


def counts(page, name):
    """The number beside each choice of a filter."""
    options = page.iterfind(f".//select[@name='{name}']/option")
    found = {option.get("value"): re.search(r"（(\d+)件）$", option.text) for option in options}
    return {value: int(match[1]) for value, match in found.items() if match}


def linked(page, group):
    """The links of a part of the page: what each says, without blanks, and where it leads."""
    return {
        "".join(words(link).split()): link.get("href")
        for part in page.iterfind(f".//*[@class='{group}']")
        for link in part.iter("a")
    }


def told(page):
    return words(page.find(".//*[@id='count']")).strip()


def test_each_choice_tells_how_many_it_would_give(agreements, client):
    page = get(client)
    assert counts(page, "bureau") == {"hokkaido": 3, "tohoku": 1}
    assert counts(page, "prefecture") == {"01": 3, "02": 1}
    assert counts(page, "municipality") == {"012041": 1, "012068": 1, "022012": 1}
    assert counts(page, "theme") == {"tourism": 2, "snow": 2}
    assert counts(page, "fiscal_year") == {"2021": 2, "2019": 1, "unknown": 1}
    kinds = {"memorandum": 3, "agreement": 1, "cooperation_model": 0, "other": 0}
    assert counts(page, "kind") == kinds
    occurring = {value: n for value, n in counts(page, "status").items() if n}
    assert occurring == {"signed": 2, "planned": 1, "announced": 1}


def test_a_count_keeps_the_other_conditions_and_leaves_its_own_out(agreements, client):
    page = get(client, theme="tourism", bureau="hokkaido")
    assert listed(page) == ["kushiro"]
    assert counts(page, "bureau") == {"hokkaido": 1, "tohoku": 1}
    assert counts(page, "theme") == {"tourism": 1, "snow": 2}
    assert counts(page, "fiscal_year") == {"2021": 1, "2019": 0, "unknown": 0}


def test_words_narrow_the_list_and_its_counts_and_can_be_taken_away(agreements, client):
    page = get(client, q="雪")
    assert listed(page) == ["kushiro", "asahikawa"]
    assert counts(page, "theme") == {"tourism": 1, "snow": 2}
    assert page.find(".//input[@id='id_q']").get("value") == "雪"
    assert linked(page, "chips")["語句：雪×（この条件を外す）"] == "/agreements/"
    nothing = get(client, q="雪", kind="agreement")
    assert linked(nothing, "nothing")["「語句：雪」を外す（1件）"] == "/agreements/?kind=agreement"


def test_a_choice_finds_as_many_as_it_promises(agreements, client):
    query = {"bureau": "hokkaido"}
    page = get(client, **query)
    for name in ("bureau", "prefecture", "municipality", "theme", "kind", "status", "fiscal_year"):
        for value, promised in counts(page, name).items():
            found = listed(get(client, **{**query, name: value}))
            assert len(found) == promised, (name, value)


def test_a_municipality_counts_once_whatever_stood_under_its_code(db, clock, client):
    now = municipality("北見市")
    Municipality.objects.filter(pk=now.pk).update(valid_from="2006-03-05")
    before = Municipality.objects.get(pk=now.pk)
    before.pk, before.valid_from, before.valid_until = None, None, now.valid_from
    before.valid_until = Municipality.objects.get(pk=now.pk).valid_from
    before.save()
    agreement("both", (before, now))
    assert counts(get(client), "municipality") == {"012084": 1}
    assert counts(get(client), "prefecture") == {"01": 1}


def test_hidden_agreements_count_nowhere(agreements, client):
    before = get(client)
    hidden = theme("hidden", "未公開", **COMING)
    agreement("hidden", (municipality(),), (theme("more", "別"), hidden), **COMING)
    after = get(client)
    for name in ("bureau", "prefecture", "municipality", "kind", "status", "fiscal_year"):
        assert counts(after, name) == counts(before, name)
    assert counts(after, "theme") == {**counts(before, "theme"), "more": 0}


def test_the_queries_do_not_grow_with_the_agreements(agreements, client):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            get(client, bureau="hokkaido", status="signed")
        return len(captured)

    few = queries()
    for n in range(8):
        place = municipality("室蘭市")
        agreement(f"more-{n}", (place,), (theme(f"t-{n}", f"分野{n}"),), signed_on=day("2021年5月"))
    assert queries() == few


def test_each_condition_can_be_taken_away_by_itself(agreements, client):
    page = get(client, bureau="hokkaido", theme="snow", sort="old", page="1", nonsense="x")
    assert linked(page, "chips") == {
        "経済産業局：北海道経済産業局×（この条件を外す）": "/agreements/?theme=snow&sort=old",
        "分野（候補テーマを含む）：雪×（この条件を外す）": "/agreements/?bureau=hokkaido&sort=old",
        "条件をすべて外す": "/agreements/",
    }
    assert linked(get(client), "chips") == {}


def test_the_statuses_that_occur_are_links_with_their_numbers(agreements, client):
    assert linked(get(client, bureau="hokkaido", status="planned"), "narrow") == {
        "締結予定（1件）": "/agreements/?bureau=hokkaido&status=planned",
        "締結済み（2件）": "/agreements/?bureau=hokkaido&status=signed",
    }


@pytest.mark.parametrize(
    ("sort", "slugs"),
    [
        ("", ["island", "kushiro", "aomori", "asahikawa"]),
        ("old", ["asahikawa", "aomori", "kushiro", "island"]),
        ("kana", ["aomori", "asahikawa", "kushiro", "island"]),
        ("bureau", ["island", "kushiro", "asahikawa", "aomori"]),
    ],
)
def test_the_order_can_be_chosen(agreements, client, sort, slugs):
    """あおもりし, あさひかわし, くしろし, ほっかいどう."""
    assert listed(get(client, sort=sort)) == slugs


def test_the_number_found_is_told_where_a_script_can_announce_it(agreements, client):
    assert told(get(client)) == "4件の協定等（締結・発表の新しい順）"
    assert told(get(client, theme="snow", sort="old")) == "2件の協定等（締結・発表の古い順）"
    assert get(client).find(".//*[@id='count']").get("role") == "status"


def test_no_match_tells_which_condition_to_take_away_and_what_that_gives(agreements, client):
    page = get(client, bureau="tohoku", theme="snow")
    assert listed(page) == []
    assert linked(page, "nothing") == {
        "「経済産業局：東北経済産業局」を外す（2件）": "/agreements/?theme=snow",
        "「分野（候補テーマを含む）：雪」を外す（1件）": "/agreements/?bureau=tohoku",
        "条件をすべて外す（4件）": "/agreements/",
    }


def test_no_match_tells_when_no_single_condition_helps(agreements, client):
    page = get(client, bureau="tohoku", theme="snow", fiscal_year="2019", kind="other")
    assert "どの条件も、一つ外すだけでは見つかりません。" in words(page)
    assert list(linked(page, "nothing")) == ["条件をすべて外す（4件）"]


def test_a_condition_that_cannot_be_read_shows_no_list_as_if_it_matched(agreements, client):
    page = get(client, theme="nonsense", bureau="hokkaido")
    assert listed(page) == []
    assert told(page) == ERRORS
    assert counts(page, "bureau") == {}
    assert linked(page, "nothing") == {
        "読み取れない条件を外して表示する": "/agreements/?bureau=hokkaido",
        "条件をすべて外す（4件）": "/agreements/",
    }
    select = page.find(".//select[@name='theme']")
    error = page.find(f".//*[@id='{select.get('aria-describedby')}']")
    assert words(error).strip() == "候補にない値です。一覧から選び直してください。"


def test_the_list_of_a_query_can_be_downloaded(agreements, client):
    page = get(client, bureau="tohoku", page="1")
    assert linked(page, "downloads") == {
        "CSV": "/agreements/list.csv?bureau=tohoku",
        "Excel": "/agreements/list.xlsx?bureau=tohoku",
        "JSON（機械向け）": "/agreements/list.json?bureau=tohoku",
    }


@pytest.mark.parametrize(
    ("address", "field", "made"),
    [
        ("/organizations/", "kind", organization),
        ("/programmes/", "kind", programme),
        ("/documents/", "kind", document),
    ],
)
def test_shorter_lists_offer_the_kinds_that_occur_with_their_numbers(
    db, clock, client, address, field, made
):
    one, other = KINDS[made]
    for n, value in enumerate((one, one, other)):
        made(f"record-{n}", **{field: value})
    made("hidden", **{field: other}, **COMING)
    page = client.get(address)
    choices = page.context["narrowed"].choices
    assert {choice.value: choice.count for choice in choices} == {one: 2, other: 1}
    for choice in choices:
        found = client.get(f"{address}?{field}={choice.value}")
        assert f'href="{address}?{field}={choice.value}"' in page.content.decode()
        assert found.context["page"].paginator.count == choice.count
        assert found.content.decode().count(' aria-current="true"') == 1
    wrong = client.get(f"{address}?{field}=nonsense")
    assert wrong.context["page"].paginator.count == 0
    assert "種類の値が候補にないため、一覧を表示していません。" in wrong.content.decode()
