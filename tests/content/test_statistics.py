"""Every figure counts what the list behind it shows, on home and on the page of statistics."""

import re

import pytest
from django.test import Client

from partnerships.rules import Status
from tests.portal.markup import parse, words

DETAIL = re.compile(r"^(/[a-z]+)/[^/?#]+/$")
OTHERS = {"/documents/differences/"}
ANCHOR = re.compile(r"^/agreements/[^/?#]+/#item-\d+$")


def page(address):
    response = Client().get(address)
    assert response.status_code == 200, address
    return parse(response.content.decode())


def figures(address):
    """The numbers of the figures of a page, by the address of the list that each leads to."""
    found = [link for link in page(address).iter("a") if "figure" in link.get("class", "").split()]
    return [(link.get("href"), int(link.find("b").text)) for link in found]


def rows(address):
    """What the list at an address shows, on all of its pages."""
    found, waiting = set(), address
    while waiting:
        main = page(waiting).find(".//main")
        found |= _rows_of(main, address)
        after = [link.get("href") for link in main.iter("a") if link.get("rel") == "next"]
        waiting = address.partition("?")[0] + after[0] if after else ""
    return found


def _rows_of(main, address):
    if "/differences/" in address:
        return {e.get("id") for e in main.iter("section") if e.get("class") == "differing"}
    targets = [link.get("href", "") for link in main.iter("a")]
    if "/statistics/items/" in address:
        return set(filter(ANCHOR.match, targets))
    noun = address.partition("?")[0]
    listed = "/agreements" if noun.count("/") == 3 else noun.rstrip("/")
    return {t for t in targets if (match := DETAIL.match(t)) and match[1] == listed} - OTHERS


@pytest.mark.parametrize("address", ["/", "/statistics/"])
def test_every_figure_counts_the_rows_of_its_list(lasting_content, db, address):
    found = figures(address)
    assert len(found) > 10
    for target, number in found:
        assert number == len(rows(target)), target


def test_the_figures_of_the_five_documents(lasting_content, db):
    found = dict(figures("/statistics/"))
    years = {year: found.get(f"/agreements/?fiscal_year={year}") for year in (2019, 2020, 2021)}
    assert years == {2019: 4, 2020: 1, 2021: 1}
    assert found["/agreements/?bureau=hokkaido"] == 5
    assert found["/agreements/?bureau=kyushu"] == 1
    statuses = {one.value: found.get(f"/agreements/?status={one.value}") for one in Status}
    assert {value: number for value, number in statuses.items() if number} == {
        "signed": 4,
        "plan_passed": 1,
        "period_passed": 1,
    }
    kinds = [
        found[f"/statistics/items/?activities={kind}"] for kind in ("begun", "planned", "none")
    ]
    assert kinds == [4, 8, 15]
    assert sum(kinds) == found["/statistics/items/"] == 27
    kushiro = "/statistics/items/?activities={}&agreement=hokkaido-kushiro-2021"
    assert [found.get(kushiro.format(kind)) for kind in ("begun", "planned", "none")] == [
        None,
        1,
        6,
    ]


def test_plans_alone_are_never_counted_with_what_was_done(lasting_content, db):
    text = words(page("/statistics/").find(".//main"))
    assert (
        "27の事項のうち、開始・実施・達成を記した資料があるもの4、予定の記載のみ8、"
        "取組を記した資料が未登録のもの15。未登録は、取組がないことを示すものではありません。"
    ) in text
    [table] = [t for t in page("/statistics/").iter("table") if t.get("class") == "figures kinds"]
    sums = [sum(column) for column in zip(*map(_row, table.findall("tbody")), strict=True)]
    assert sums == _row(table.find("tfoot")) == [4, 8, 15, 27]


def _row(group):
    return _numbers(group.findall("tr")[1])


def test_a_fiscal_year_tells_by_which_date_an_agreement_is_counted(lasting_content, db):
    [table] = [t for t in page("/statistics/").iter("table") if "うち発表のみ" in words(t)]
    heads = [words(head) for head in table.find("thead/tr")]
    assert heads == ["年度", "協定等の数", "うち締結", "うち予定", "うち発表のみ"]
    rows = [row for part in ("tbody", "tfoot") for row in table.find(part)]
    assert {words(row.find("th")): _numbers(row) for row in rows} == {
        "2019年度（令和元年度）": [4, 3, 0, 1],
        "2020年度（令和2年度）": [1, 1, 0, 0],
        "2021年度（令和3年度）": [1, 0, 1, 0],
        "年度不明": [0, 0, 0, 0],
        "計": [6, 4, 1, 1],
    }
    found = dict(figures("/statistics/"))
    assert found["/agreements/?fiscal_year=2019&dated_by=signed"] == 3
    assert found["/agreements/?dated_by=planned"] == 1


def _numbers(row):
    return [int(re.match(r"\d+", words(cell))[0]) for cell in row.findall("td")]


def test_topics_are_called_editorial_where_they_are(lasting_content, db):
    main = page("/statistics/").find(".//main")
    keys = [words(key) for key in main.iter("ul") if key.get("class") == "chart-key"]
    assert "分野（編集上の補足を含む） 候補" in keys
    links = [link.get("href") for link in main.iter("a") if words(link) == "検索"]
    assert links == ["/search/"]


def test_all_nine_bureaus_stand_in_their_order_and_none_counts_as_nought(lasting_content, db):
    [table] = [t for t in page("/statistics/").iter("table") if "経済産業局等" in words(t)]
    counted = [words(row).split()[:2] for row in table.find("tbody")]
    assert [name[:2] for name, _number in counted] == [
        *("北海", "東北", "関東", "中部", "近畿", "中国", "四国", "九州", "沖縄")
    ]
    assert [number[0] for _name, number in counted] == ["5", *"000000", "1", "0"]


def test_candidates_are_counted_apart(lasting_content, db):
    [table] = [t for t in page("/statistics/").iter("table") if "うち候補" in words(t)]
    counted = {row.find("th").text: row.findall("td")[1].text for row in table.find("tbody")}
    assert counted["ヘルスケア"] == "1"
    assert counted["スポーツ"] == "0"


def test_each_picture_is_named_and_stands_beside_a_table_with_the_same_numbers(lasting_content, db):
    charts = [e for e in page("/statistics/").iter("div") if e.get("class") == "chart"]
    assert len(charts) == 5
    for chart in charts:
        [picture] = [e for e in chart.iter() if e.get("role") == "img"]
        assert chart.find(f".//*[@id='{picture.get('aria-labelledby')}']").text.strip()
        drawn = [int(e.text[:-1]) for e in picture.iter() if e.get("class") == "value"]
        stacked = chart.find(".//*[@class='bar bar-none']") is not None
        cells = [row.findall("td")[0] for row in chart.find(".//tfoot" if stacked else ".//tbody")]
        assert drawn == [int(re.match(r"\d+", words(cell))[0]) for cell in cells]


def test_the_page_says_how_far_it_reaches_and_as_of_when(lasting_content, db):
    text = words(page("/statistics/"))
    assert "収録：2局・6件（網羅ではありません）" in text
    assert "現在" in text
