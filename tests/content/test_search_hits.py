"""What a hit tells beside its words, and what is told where nothing holds all the words."""

from urllib.parse import quote

import pytest

from tests.portal.markup import parse, words

pytestmark = pytest.mark.usefixtures("db")


def hits(client, asked, noun, prefix=""):
    page = parse(client.get(f"{prefix}/search/", {"q": asked, "noun": noun}).content.decode())
    return [[words(part) for part in hit] for hit in page.iterfind(".//ul[@class='found']/li")]


def test_an_agreement_that_is_not_known_to_be_signed_does_not_look_so(client):
    [[_title, status, about, *_passages]] = hits(client, "釧路市と北海道", "agreements")
    assert status == "締結予定日経過"
    assert about == "覚書 締結予定日 2021年（令和3年）4月22日（木）"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("北見市と", ["締結済み", "覚書 締結日 2021年（令和3年）3月25日（木）"]),
        ("合志市", ["当初期間経過", "連携モデル 発表日 2019年（令和元年）11月5日（火）"]),
    ],
)
def test_each_date_goes_by_its_own_name(client, asked, expected):
    [hit] = hits(client, asked, "agreements")
    assert hit[1:3] == expected


def test_a_municipality_tells_how_many_agreements_are_on_file(client):
    found = hits(client, "釧路", "municipalities")
    assert [hit[:3] for hit in found] == [
        ["釧路市", "北海道", "協定等：1件"],
        ["釧路町", "北海道", "協定等：登録なし"],
    ]


def test_where_no_record_holds_all_the_words_each_is_counted_alone(client):
    page = parse(client.get("/search/", {"q": "k-Biz 相談件数"}).content.decode())
    told = {words(a): a.get("href") for a in page.iterfind(".//ul[@class='tips']/li/a")}
    assert told["「k-Biz」だけで探す：4件"] == "?q=k-Biz"
    assert told["「相談件数」だけで探す：0件"] == f"?q={quote('相談件数')}"


def test_counting_the_words_asks_no_query_more(client, django_assert_num_queries):
    client.get("/search/", {"q": "釧路"})  # the content types are known from here on
    for asked in ("存在しない語", "k-Biz 相談件数"):
        with django_assert_num_queries(42):
            client.get("/search/", {"q": asked})
