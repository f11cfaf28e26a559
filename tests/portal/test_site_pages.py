"""What the site says of itself, and what it answers where it has no page."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import RequestFactory
from django.views.csrf import csrf_failure
from django.views.defaults import bad_request, permission_denied, server_error

from portal.accessibility import CRITERIA
from portal.templatetags.lost import words_of_address
from portal.views.site import covered
from tests.portal.markup import parse, words
from tests.world import NOW


def text_of(response):
    return words(parse(response.content.decode()).find("body"))


def test_about_counts_what_is_public(world, client):
    told = text_of(client.get("/about/"))
    counts = covered(NOW)
    assert (counts["agreement_count"], counts["bureau_count"], counts["all_bureaus"]) == (6, 1, 1)
    assert "協定等 6件" in told
    assert "1局のうち1局" in told
    assert "運営者は決まっていません" in told


def test_a_correction_quotes_the_address_of_the_page(db, client):
    answer = client.get("/corrections/?page=/agreements/hokkaido-kushiro-2021/")
    told = text_of(answer)
    letter = parse(answer.content.decode()).find(".//pre[@id='letter']").text
    assert letter.startswith(
        "件名：自治体連携協定ポータルの訂正の連絡（/agreements/hokkaido-kushiro-2021/）\n"
    )
    assert 'data-copy="letter"' in answer.content.decode()
    assert "ページのアドレス：http://testserver/agreements/hokkaido-kushiro-2021/" in told
    assert "このサイトの運営者の連絡先は、まだ決まっていません。" in told


@pytest.mark.parametrize(
    "page", ["//elsewhere.example/", "https://elsewhere.example/", "/nonsense/", "/admin/", "words"]
)
def test_a_correction_quotes_nothing_but_pages_of_the_site(db, client, page):
    told = text_of(client.get("/corrections/", {"page": page}))
    assert "ページのアドレス： ページの見出し" in told
    assert "元のページへ戻る" not in told


def test_a_correction_goes_to_the_contact_of_the_settings(db, client, settings):
    settings.OPERATOR_NAME = "連携協定室"
    settings.OPERATOR_CONTACT = "連携協定室 portal@example.jp"
    page = parse(client.get("/corrections/").content.decode())
    assert "連携協定室 portal@example.jp" in words(page.find("body"))
    assert page.find(".//a[@href='mailto:portal@example.jp']") is not None
    assert "運営：連携協定室" in words(page.find(".//footer"))
    assert "公式サイトではありません" not in words(page.find("body"))


def test_a_page_that_is_not_there_offers_a_search_for_its_words(db, client):
    response = client.get("/agreements/hokkaido-kushiro-2021/")
    assert response.status_code == 404
    page = parse(response.content.decode())
    assert "「hokkaido kushiro 2021」を検索する" in words(page.find("body"))
    assert page.find(".//main//a[@href='/search/?q=hokkaido%20kushiro%202021']") is not None
    assert page.find("head/meta[@name='robots']").get("content") == "noindex"
    assert page.find("head/link[@rel='canonical']") is None


def test_each_criterion_of_levels_a_and_aa_is_told_with_what_was_tested(db, client):
    numbers = [tuple(map(int, row.number.split("."))) for row in CRITERIA]
    assert numbers == sorted(set(numbers))
    levels = [row.level for row in CRITERIA]
    assert (levels.count("A"), levels.count("AA")) == (25, 13)
    page = parse(client.get("/accessibility/").content.decode())
    rows = [[words(cell) for cell in row] for row in page.iterfind(".//tbody/tr")]
    assert [row[0] for row in rows] == [f"{row.number} {row.name}" for row in CRITERIA]
    [caption, order] = [next(r for r in rows if r[0][:5] == n) for n in ("1.2.2", "2.4.3")]
    assert caption[1:4] == ["レベル：A", "適用の有無：適用なし", "結果：該当なし"]
    assert order[1:] == [
        "レベル：A",
        "適用の有無：適用",
        "結果：未試験",
        "人による確認が必要です。",
    ]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/", ""),
        ("/%E9%87%A7%E8%B7%AF/", "釧路"),
        ("/a-b-c-d-e/", "a b c d"),
        ("/<script>/", "script"),
        (f"/{'x' * 300}", "x" * 60),
    ],
)
def test_the_words_of_an_address(path, shown):
    assert words_of_address(path) == shown


def test_errors_without_a_request_need_no_database_and_lead_on(rf: RequestFactory):
    request = rf.get("/")
    answers = {
        400: bad_request(request, SuspiciousOperation()),
        403: csrf_failure(request),
        500: server_error(request),
    }
    for status, response in answers.items():
        assert response.status_code == status
        page = parse(response.content.decode())
        assert len(page.findall(".//h1")) == 1
        targets = {link.get("href") for link in page.iter("a")}
        assert {"/", "/agreements/", "/sitemap/", "/corrections/"} <= targets
        skip = page.find("body/*[1]")
        assert skip is not None
        assert skip.attrib == {"class": "skip", "href": "#main"}
        assert page.find(".//main[@id='main'][@tabindex='-1']") is not None
        header = page.find(".//header")
        assert header is not None
        assert "経済産業省の公式サイトではありません。" in words(header)
        assert "style" not in {element.tag for element in page.iter()}


def test_an_operated_site_is_no_trial_in_its_errors_either(rf: RequestFactory, settings):
    settings.OPERATOR_NAME = "連携協定室"
    assert "公式サイトではありません" not in text_of(server_error(rf.get("/")))


def test_a_refusal_leads_on(rf: RequestFactory):
    response = permission_denied(rf.get("/"), PermissionDenied())
    assert response.status_code == 403
    assert "この操作はできません" in text_of(response)
