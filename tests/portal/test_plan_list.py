"""The list of plans by place, agreement, stage, and whether targets are on file."""

import html5lib
import pytest

from projects.models import AgreementPlan, PlanMaker
from tests.portal.markup import words
from tests.world import COMING, agreement, indicator, municipality, plan, prefecture


@pytest.fixture
def plans(db, clock):
    """Four public plans, and a hidden one that would change every number."""
    kushiro, asahikawa = municipality("釧路市"), municipality("旭川市")
    first = plan("first", "釧路の計画", stage="adopted")
    joint = plan("joint", "二市の計画", stage="next")
    plan("wide", "北海道の計画", stage="next", prefecture=prefecture("01"))
    south = plan("south", "青森の計画", stage="adopted")
    hidden = plan("hidden", "極秘の計画", stage="agreed", **COMING)
    for order, (made, by) in enumerate(
        [
            (first, kushiro),
            (joint, kushiro),
            (joint, asahikawa),
            (south, municipality("青森市")),
            (hidden, kushiro),
            (hidden, municipality("室蘭市")),
        ]
    ):
        PlanMaker.objects.create(plan=made, municipality=by, order=order)
    for made in (joint, hidden):
        indicator(made)
    public, secret = agreement("kushiro"), agreement("secret", **COMING)
    for made in (first, joint, hidden):
        AgreementPlan.objects.create(agreement=public, plan=made, relation="aligned")
    AgreementPlan.objects.create(agreement=secret, plan=first, relation="aligned")


def get(client, **query):
    response = client.get("/plans/", query)
    assert response.status_code == 200
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def titles(page):
    return [words(link) for link in page.iterfind(".//div[@id='results']//a[@class='title']")]


def offered(page, name):
    select = page.find(f".//select[@name='{name}']")
    return [option.text for option in select.iter("option")][1:]


def test_each_choice_tells_how_many_public_plans_it_gives(plans, client):
    page = get(client)
    assert words(page.find(".//*[@id='count']")) == "4件の計画"
    assert offered(page, "prefecture") == ["北海道（3件）", "青森県（1件）"]
    assert offered(page, "municipality") == [
        "北海道 旭川市（1件）",
        "北海道 釧路市（2件）",
        "青森県 青森市（1件）",
    ]
    assert offered(page, "targets") == ["目標値あり（1件）", "資料未登録（3件）"]
    assert [one for one in offered(page, "stage") if "（0件）" not in one] == [
        "次期（2件）",
        "策定済み（2件）",
    ]
    assert len(offered(page, "agreement")) == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"municipality": "012068"}, {"釧路の計画", "二市の計画"}),
        ({"municipality": "012041"}, {"二市の計画"}),
        ({"prefecture": "01"}, {"釧路の計画", "二市の計画", "北海道の計画"}),
        ({"agreement": "kushiro"}, {"釧路の計画", "二市の計画"}),
        ({"targets": "yes"}, {"二市の計画"}),
        ({"targets": "no"}, {"釧路の計画", "北海道の計画", "青森の計画"}),
        ({"stage": "next", "targets": "no"}, {"北海道の計画"}),
    ],
)
def test_the_list_keeps_what_meets_all_conditions(plans, client, query, expected):
    page = get(client, **query)
    assert set(titles(page)) == expected
    assert words(page.find(".//*[@id='count']")) == f"{len(expected)}件の計画"


def test_a_plan_with_targets_says_so_in_the_list(plans, client):
    rows = get(client).findall(".//div[@id='results']/ul/li")
    told = [words(row.find("a")) for row in rows if "数値目標（KPI）あり" in words(row)]
    assert told == ["二市の計画"]


def test_what_hides_a_plan_is_named_where_nothing_is_found(plans, client):
    page = words(get(client, municipality="012041", targets="no"))
    assert "条件に合う計画は登録されていません。" in page
    assert "「市区町村（作成主体）：北海道 旭川市」を外す（3件）" in page


@pytest.mark.parametrize("query", [{"stage": "nonsense"}, {"agreement": "secret"}])
def test_a_condition_that_cannot_be_read_lists_nothing(plans, client, query):
    page = get(client, **query)
    assert titles(page) == []
    assert "読み取れない条件があるため、一覧を表示していません。" in words(page)
