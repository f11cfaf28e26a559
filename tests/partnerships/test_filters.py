"""What narrows the list of agreements, and what its choices tell."""

from datetime import date

import html5lib
import pytest

from municipalities.models import Municipality
from partnerships.models import AgreementTheme
from partnerships.rules import Status
from tests.world import (
    COMING,
    DRAFT,
    agreement,
    bureau,
    day,
    municipality,
    prefecture,
    subprefecture,
    theme,
)

pytestmark = pytest.mark.slow

NUL = "何か文字を入力してください。"  # Django's own
UNKNOWN = "候補にない値です。一覧から選び直してください。"
EMPTY = "条件に合う協定等は登録されていません。"
FILTERS = {
    "bureau",
    "dated_by",
    "prefecture",
    "municipality",
    "theme",
    "kind",
    "status",
    "fiscal_year",
    "sort",
}


@pytest.fixture
def agreements(db, clock):
    """Five agreements that differ in all that can be asked for; the day is 2021-06-01."""
    tourism, snow = theme(), theme("snow", "雪")
    agreement("signed", (municipality("釧路市"),), (tourism, snow), signed_on=day("2021年4月22日"))
    agreement(
        "planned",
        (municipality("旭川市"),),
        (snow,),
        kind="agreement",
        planned_signing_on=day("2022年1月", "planned"),
    )
    agreement(
        "model",
        (municipality("青森市"),),
        bureau=bureau("tohoku"),
        kind="cooperation_model",
        announced_on=day("2021年3月31日"),
    )
    agreement("whole-year", (prefecture("01"),), signed_on=day("2021年"))
    agreement(
        "district",
        (subprefecture(),),
        announced_on=None,
        starts_on=day("2020年5月"),
        ended_on=date(2021, 5, 1),
        ended_reason="達成",
    )


def page(client, **query):
    response = client.get("/agreements/", query)
    assert response.status_code == 200
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def listed(document):
    """The slugs of the agreements on a page."""
    links = document.iterfind(".//main//a[@class='title']")
    return [link.get("href").split("/")[-2] for link in links]


def found(client, **query):
    return set(listed(page(client, **query)))


def choices(client):
    """The values that each filter offers."""
    return {
        select.get("name"): [option.get("value") for option in select.iter("option")]
        for select in page(client).iter("select")
    }


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({"bureau": "tohoku"}, {"model"}),
        ({"bureau": "hokkaido"}, {"signed", "planned", "whole-year", "district"}),
        ({"prefecture": "01"}, {"signed", "planned", "whole-year", "district"}),
        ({"prefecture": "02"}, {"model"}),
        ({"municipality": "012068"}, {"signed"}),
        ({"theme": "snow"}, {"signed", "planned"}),
        ({"theme": "tourism"}, {"signed"}),
        ({"kind": "cooperation_model"}, {"model"}),
        ({"kind": "memorandum"}, {"signed", "whole-year", "district"}),
        ({"status": "signed"}, {"signed"}),
        ({"status": "planned"}, {"planned", "whole-year"}),
        ({"status": "ended"}, {"district"}),
        ({"status": "announced"}, {"model"}),
        ({"status": "not_concluded"}, set()),
        ({"fiscal_year": "2021"}, {"signed", "planned"}),
        ({"fiscal_year": "2020"}, {"model"}),
        ({"theme": "snow", "kind": "agreement"}, {"planned"}),
        ({"q": "釧路"}, {"signed", "district"}),
        ({"q": "釧路市 観光"}, {"signed"}),
        ({"q": "雪", "kind": "memorandum"}, {"signed"}),
        ({"q": "小樽"}, set()),
        ({"theme": "snow", "fiscal_year": "2021", "status": "signed"}, {"signed"}),
        ({"bureau": "tohoku", "prefecture": "01"}, set()),
        ({"bureau": "", "theme": ""}, {"signed", "planned", "model", "whole-year", "district"}),
    ],
    ids=str,
)
def test_a_filter_finds_what_it_names(agreements, client, query, slugs):
    assert found(client, **query) == slugs


def test_the_filters_offer_what_is_there(agreements, client):
    offered = choices(client)
    assert set(offered) == FILTERS
    assert offered["bureau"] == ["", "hokkaido", "tohoku"]
    assert offered["prefecture"] == ["", "01", "02"]
    assert offered["municipality"] == ["", "012041", "012068", "022012"]
    assert sorted(offered["theme"]) == ["", "snow", "tourism"]
    assert offered["fiscal_year"] == ["", "2021", "2020", "unknown"]
    assert offered["status"] == ["", *Status.values]


def test_every_choice_that_is_offered_finds_something_or_says_that_there_is_nothing(
    agreements, client
):
    for name, values in choices(client).items():
        for value in values:
            document = page(client, **{name: value})
            text = "".join(document.itertext())
            assert UNKNOWN not in text, (name, value)
            assert bool(listed(document)) != (EMPTY in text), (name, value)
            if name not in ("status", "kind", "sort"):
                assert listed(document), (name, value)


def test_a_year_that_lies_in_two_fiscal_years_is_in_none(agreements, client):
    """2021年 is January to December; neither fiscal 2020 nor 2021 holds it."""
    assert "whole-year" not in found(client, fiscal_year="2021") | found(client, fiscal_year="2020")
    assert found(client, fiscal_year="unknown") == {"whole-year", "district"}


@pytest.mark.parametrize(
    ("stated", "year"),
    [
        ("2021年3月31日", "2020"),
        ("2021年4月1日", "2021"),
        ("2021年3月", "2020"),
        ("令和3年4月", "2021"),
        ("平成39年度", "2027"),
    ],
)
def test_a_fiscal_year_runs_from_april_to_march(db, clock, client, stated, year):
    agreement("one", (municipality(),), announced_on=day(stated))
    assert choices(client)["fiscal_year"] == ["", year]
    assert found(client, fiscal_year=year) == {"one"}


def test_the_signing_decides_on_the_fiscal_year_before_the_plan_and_the_announcement(
    db, clock, client
):
    dates = {
        "announced_on": "2019年5月",
        "planned_signing_on": "2020年5月",
        "signed_on": "2021年5月",
    }
    agreement("one", (municipality(),), **{name: day(words) for name, words in dates.items()})
    assert choices(client)["fiscal_year"] == ["", "2021"]


@pytest.mark.parametrize("name", sorted(FILTERS))
@pytest.mark.parametrize("value", ["nonsense", "999999", "\0", "１", "'; --", "あ" * 5000])
def test_an_unknown_value_is_told_in_japanese(agreements, client, name, value):
    text = "".join(page(client, **{name: value}).itertext())
    assert UNKNOWN in text or (value == "\0" and NUL in text)
    assert value == "１" or value not in text


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_no_choice_betrays_a_hidden_agreement(agreements, client, state):
    before = choices(client)
    hidden = theme("hidden-theme", "未公開の分野", **state)
    made = agreement(
        "hidden", (municipality("北見市"),), (hidden,), signed_on=day("2018年5月1日"), **state
    )
    AgreementTheme.objects.create(agreement=made, theme=theme("empty", "空の分野", **state))
    assert choices(client) == before
    for asked in ({"municipality": "012084"}, {"theme": "hidden-theme"}, {"fiscal_year": "2018"}):
        assert UNKNOWN in "".join(page(client, **asked).itertext())


def test_a_municipality_is_found_under_its_code_in_all_its_periods(db, clock, client):
    """北見市 of before and of after the merger of 2006 have the same code."""
    now = municipality("北見市")
    Municipality.objects.filter(pk=now.pk).update(valid_from=date(2006, 3, 5))
    before = Municipality.objects.get(pk=now.pk)
    before.pk, before.valid_from, before.valid_until = None, None, date(2006, 3, 5)
    before.save()
    agreement("old", (before,))
    agreement("new", (now,))
    assert choices(client)["municipality"] == ["", "012084"]
    assert found(client, municipality="012084") == {"old", "new"}


def test_a_long_list_comes_in_pages_that_keep_what_was_asked(db, clock, client):
    place = municipality()
    made = [agreement(f"a-{n:02}", (place,)).slug for n in range(45)]
    first = page(client, kind="memorandum", page="1")
    assert listed(first) == made[:20]
    [after] = [link for link in first.iter("a") if link.get("rel") == "next"]
    assert set(after.get("href")[1:].split("&")) == {"kind=memorandum", "page=2"}
    assert listed(page(client, kind="memorandum", page="3")) == made[40:]
    assert found(client, page="4") == found(client, page="3")


def test_the_latest_come_first_and_the_undated_last(agreements, client):
    assert listed(page(client)) == ["planned", "signed", "model", "whole-year", "district"]
