"""A group of rows that only an editor added says so before any of them."""

import pytest

from tests.content.reading import body_of, words

pytestmark = pytest.mark.usefixtures("db")

WHY = (
    "資料は「企業4社」とだけ記し、社名を結び付けていません。"
    "同じページに並ぶ4社を編集で補ったものです。"
)


def told(address):
    """What stands outside of folded sources, as the paragraphs of reasons."""
    return [words(note) for note in body_of(address).iterfind(".//p[@class='added']")]


def test_members_that_no_document_names_as_such_are_called_added():
    page = body_of("/organizations/mas-net/")
    assert told("/organizations/mas-net/") == [WHY]
    assert words(page.find(".//h2[@id='links-1']")) == "構成機関（編集上の補足）"


def test_so_are_the_companies_of_the_activity_and_the_network_on_their_own_pages():
    assert told("/projects/muroran-mas-net/") == [WHY]
    # The network itself, and of two activities the one that only an editor ties to the company.
    assert told("/organizations/kimera/") == [WHY, WHY]


def test_members_that_a_document_lists_stand_without_a_note():
    page = body_of("/organizations/tokachi-outdoor-council/")
    assert page.findall(".//p[@class='added']") == []


@pytest.mark.parametrize(
    "address", ["/projects/kushiro-k-biz/", "/organizations/k-biz/", "/organizations/mas-net/"]
)
def test_where_no_document_tells_a_target_the_key_facts_say_so(address):
    facts = [words(row) for row in body_of(address).findall(".//dl[@class='facts'][1]/div")]
    assert "数値目標・実績登録資料に記載なし" in facts


def test_a_project_in_its_list_tells_where_and_under_what():
    rows = [words(row) for row in body_of("/projects/").iterfind(".//ul[@class='rows compact']/li")]
    [row] = [row for row in rows if row.startswith("k-Bizと連携した")]
    assert "釧路市" in row
    assert "締結予定日経過締結予定日2021年（令和3年）4月22日（木）" in row
    assert [row for row in rows if "協定等との関係は資料に記載なし" in row]
    assert "名称の読みの順" in words(body_of("/projects/"))
