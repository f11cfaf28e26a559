"""What a reader finds in the portal of the first document, once its content is loaded."""

import csv
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.core.management import call_command
from django.test import Client

from common.text import plain

pytestmark = pytest.mark.slow  # loads the whole content

FACTS = Path(__file__).parent.parent / "data" / "facts-000.tsv"


@pytest.fixture
def site(db: None, client: Client) -> Client:
    call_command("load_reference", verbosity=0)
    call_command("load_content", verbosity=0)
    return client


def body_of(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200, address
    page = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    body = page.find("body")
    assert body is not None
    return body


def words(body: Element) -> str:
    """The text as a reader sees it, white space and markup apart."""
    return plain("".join(body.itertext()))


def read(client: Client, address: str) -> str:
    return words(body_of(client, address))


def walk(client: Client) -> dict[str, str]:
    """The text of every page that links lead to from the home page, but the list of all places."""
    texts: dict[str, str] = {}
    waiting = ["/"]
    while waiting:
        address = waiting.pop()
        if address in texts:
            continue
        body = body_of(client, address)
        texts[address] = words(body)
        links = [urljoin(address, link.get("href")) for link in body.iterfind(".//a[@href]")]
        waiting += [link.split("#")[0] for link in links if is_followed(link)]
    return texts


def is_followed(address: str) -> bool:
    """Inside the Japanese pages; of the 1,741 places only those that the document names."""
    named = ("/municipalities/012041/", "/municipalities/012068/")
    return address.startswith("/") and (
        address in named
        or not address.startswith(("/en/", "/static/", "/municipalities/", "/prefectures/"))
    )


def test_every_fact_of_the_document_can_be_read(site: Client) -> None:
    with FACTS.open(encoding="utf-8", newline="") as lines:
        facts = list(csv.DictReader(lines, delimiter="\t"))
    everything = "\n".join(walk(site).values())
    assert [row for row in facts if plain(row["value"]) not in everything] == []
    assert len(facts) == 57


def test_home_counts_five_agreements(site: Client) -> None:
    home = read(site, "/")
    assert "5登録されている協定等4締結済み1締結予定日経過" in home


def test_each_count_of_the_home_page_is_a_list_of_as_many(site: Client) -> None:
    assert "5件の協定等" in read(site, "/agreements/")
    assert "4件の協定等" in read(site, "/agreements/?status=signed")
    assert "1件の協定等" in read(site, "/agreements/?status=plan_passed")


def test_kushiro_shows_its_items_k_biz_and_their_sources(site: Client) -> None:
    page = read(site, "/municipalities/012068/")
    items = [
        "(1)地元企業の地盤づくり強化やビジネスマッチング推進に関すること",
        "(1)k-Bizと連携した事業支援体制の構築",
        "(2)首都圏企業等と地元企業とのビジネスマッチング推進",
        "(2)地域経済を支える人材確保と地元雇用の促進に関すること",
        "(1)RESAS※を活用した高校や大学に対するふるさと教育の推進",
        "(3)地元企業のインターンシップ支援",
        "(3)地域資源を活用した観光関連ビジネスの創出支援に関すること",
        "(2)食関連ビジネス等との連携による観光産業の付加価値向上",
    ]
    for item in items:
        assert f"{item}＋出典" in page or f"{item}出典" in page, item
    assert "釧路市と北海道経済産業局の地域経済の成長促進に関する覚書" in page


def test_asahikawa_shows_both_dates_the_choice_and_its_reason(site: Client) -> None:
    page = read(site, "/municipalities/012041/")
    assert "2020年1月20日（採用）" in page
    assert "2020.2.1—" in page
    assert "採用した値と理由：「これまでの覚書締結自治体」の一覧に" in page


def test_mas_net_shows_its_four_companies_with_their_fields(site: Client) -> None:
    page = read(site, "/projects/muroran-mas-net/")
    for company in [
        "キメラ【精密金型】",
        "今野鉄工所【機械加工】",
        "永澤機械【機械・難削材加工】",
        "ミヤタ技研工業【製缶・機械加工】",
    ]:
        assert f"参加企業：{company}" in page


def test_no_contact_person_is_named(site: Client) -> None:
    texts = walk(site)
    assert not [address for address, text in texts.items() if "担当者" in text]
