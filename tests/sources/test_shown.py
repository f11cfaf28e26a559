"""The sources of the values on a page, and how a reader sees them beside each value."""

from datetime import date

import html5lib
import pytest
from django.template import Context, Template

from sources.models import Citation, SourceDocument
from sources.shown import Sources
from sources.templatetags.sources import anchor
from tests.portal.markup import words
from tests.world import COMING, DRAFT, NOW, agreement, bureau, cite, day, differ, document


@pytest.fixture
def row(db, clock):
    return agreement()


def html(row, field):
    """What `{% cite row field %}` puts on a page."""
    context = Context({"row": row, "field": field, "sources": Sources([row], NOW), "request": None})
    return Template("{% cite row field %}").render(context)


def shown(row, field):
    return words(html5lib.parse(html(row, field), namespaceHTMLElements=False))


def test_citations_are_found_by_row_and_field_in_the_order_of_their_entry(row):
    other = agreement("other")
    first = cite(row, "signed_on", document(), "4月22日")
    second = cite(row, "signed_on", document("second"), "2021.4.22")
    cite(row, "headline", document("third"), "観光")
    cite(other, "signed_on", document("fourth"), "5月1日")
    sources = Sources([row], NOW)
    assert sources.citations(row, "signed_on") == [first, second]
    assert sources.citations(row, "ends_on") == []
    assert sources.citations(other, "signed_on") == []


def test_a_row_of_another_model_with_the_same_number_is_another_row(row):
    by = document()
    SourceDocument.objects.filter(pk=by.pk).update(id=row.pk)
    by = SourceDocument.objects.get(pk=row.pk)
    cite(row, "headline", by, "観光")
    assert Sources([by], NOW).citations(by, "headline") == []


@pytest.mark.parametrize("rows", [1, 30])
def test_the_sources_of_any_number_of_rows_take_two_queries(
    db, clock, rows, django_assert_num_queries
):
    by = document()
    made = [agreement(f"a-{n}") for n in range(rows)]
    for one in made:
        differ(one, "signed_on", *(cite(one, "signed_on", by, w, value_stated=w) for w in "一二"))
    Sources([*made, by], NOW)  # content types are known from here on
    with django_assert_num_queries(2):
        sources = Sources([*made, by], NOW)
        for one in made:
            assert [c.document.title for c in sources.citations(one, "signed_on")] == [by.title] * 2
            assert sources.difference(one, "signed_on").chosen.quotation == "一"
        assert sources.documents == [by]


def test_the_documents_cited_come_latest_first_and_the_undated_last(row):
    dates = {"undated": None, "late": "2021年5月30日", "early": "2020年2月"}
    for slug, printed in dates.items():
        made = document(slug, issued_on=day(printed) if printed else None)
        cite(row, "headline", made, "観光")
        cite(row, "signed_on", made, "4月22日")
    assert [found.slug for found in Sources([row], NOW).documents] == ["late", "early", "undated"]


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_a_citation_of_a_hidden_document_stays_out(row, clock, state):
    cite(row, "headline", document(**state), "観光")
    assert Sources([row], NOW).citations(row, "headline") == []
    assert Sources([row], NOW).documents == []
    assert shown(row, "headline") == ""


def test_a_quotation_stands_with_its_place_and_its_document(row):
    by = document(title="覚書を締結")
    cite(row, "headline", by, "人才ホーク", reading="人材育成", place="2. 概要")
    assert shown(row, "headline") == (
        "出典：テーマ（原文） 「人才ホーク」 訂正した読み：人材育成"
        "（登録したテキストでは上のとおり。テキスト化の際の誤りと思われます。）"
        " 資料の記載 — 覚書を締結 2. 概要"
    )
    assert f'href="{by.get_absolute_url()}#{anchor("2. 概要")}"' in html(row, "headline")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"basis": "confirmed", "confirmed_by": bureau, "confirmed_on": date(2021, 5, 1)},
            "局の確認：テーマ（原文） 局の確認 — 北海道経済産業局 2021年（令和3年）5月1日（土）",
        ),
        (
            {"basis": "computed", "reason": "5年の計"},
            "計算による：テーマ（原文） 5年の計 計算による",
        ),
        (
            {"basis": "editorial", "reason": "内容が対応"},
            "編集上の補足：テーマ（原文） 内容が対応 編集上の補足",
        ),
    ],
)
def test_a_value_without_a_document_says_what_it_rests_on(row, values, words):
    values = {name: value() if callable(value) else value for name, value in values.items()}
    cite(row, "headline", None, "", place="", **values)
    assert shown(row, "headline") == words


def test_the_label_of_a_date_is_that_of_the_date(row):
    cite(row, "signed_on", document(), "4月22日")
    assert shown(row, "signed_on").startswith("出典：締結日 ")


def two_statements(row):
    by, other = document("by", title="前の資料"), document("other", title="後の資料")
    return (
        cite(row, "signed_on", by, "2020.2.1", value_stated="2020年2月1日", place="表"),
        cite(row, "signed_on", other, "令和2年1月20日", value_stated="2020年1月20日", place="脚注"),
    )


def test_a_difference_shows_both_statements_the_choice_and_its_reason(row):
    made = differ(row, "signed_on", *two_statements(row), chosen=1, note="日が異なる。")
    page = shown(row, "signed_on")
    assert "資料による記載の違い：日が異なる。" in page
    assert "2020年2月1日 — 前の資料 表" in page
    assert "2020年1月20日（採用） — 後の資料 脚注" in page
    assert page.endswith("本サイトで採用した記載とその理由：後の資料による。")
    assert f'id="difference-{made.pk}"' in html(row, "signed_on")


def test_an_undecided_difference_says_so(row):
    differ(row, "signed_on", *two_statements(row), chosen=None)
    page = shown(row, "signed_on")
    assert "（採用）" not in page
    assert page.endswith("どの記載によるかは、登録資料からは確定できません。")


def test_a_chosen_statement_that_equals_the_value_is_shown_by_its_words(row):
    one, other = two_statements(row)
    Citation.objects.filter(pk=other.pk).update(value_stated="")
    differ(row, "signed_on", one, other, chosen=1)
    assert "令和2年1月20日（採用） — 後の資料 脚注" in shown(row, "signed_on")


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
@pytest.mark.parametrize("hidden", [0, 1])
def test_a_difference_with_fewer_than_two_public_statements_is_not_shown(
    row, client, clock, hidden, state
):
    statements = two_statements(row)
    differ(row, "signed_on", *statements, note="日が異なる。")
    SourceDocument.objects.filter(pk=statements[hidden].document_id).update(**state)
    for page in (shown(row, "signed_on"), client.get("/documents/differences/").content.decode()):
        assert "日が異なる。" not in page


def test_the_list_of_differences_names_the_record_and_the_field(row, client):
    differ(row, "signed_on", *two_statements(row), note="日が異なる。")
    page = html5lib.parse(
        client.get("/documents/differences/").content.decode(), namespaceHTMLElements=False
    )
    assert words(page.find(".//main//h3")) == f"{row.display_title}：締結日"
    assert page.find(".//main//section//a").get("href") == row.get_absolute_url()
    assert "2020年2月1日" in words(page)


@pytest.mark.parametrize("state", [DRAFT, COMING], ids=["a draft", "before its hour"])
def test_the_difference_of_a_hidden_record_is_not_listed(row, client, state):
    differ(row, "signed_on", *two_statements(row), note="日が異なる。")
    type(row).objects.filter(pk=row.pk).update(**state)
    assert "日が異なる。" not in client.get("/documents/differences/").content.decode()


def test_a_document_leads_to_its_original_or_says_that_its_address_is_unknown(row, client):
    document("known", url="https://www.example.go.jp/release.html")
    document("unknown")
    known, unknown = (
        client.get(f"/documents/{slug}/").content.decode() for slug in ("known", "unknown")
    )
    link = '<a href="https://www.example.go.jp/release.html">発行者のページ（原本）</a>'
    assert link in known
    assert "原本の所在（URL）は未登録です。" not in known
    assert "原本の所在（URL）は未登録です。" in unknown


def test_one_mark_for_fields_on_different_grounds_names_both_and_says_which_rests_on_which(row):
    cite(row, "headline", document(title="覚書を締結"), "稼ぐ力")
    cite(row, "signed_on", None, "", place="", basis="editorial", reason="前後の記載から。")
    told = shown(row, "headline signed_on")
    assert told.startswith("出典・編集上の補足：テーマ（原文） テーマ（原文） 「稼ぐ力」")
    assert "締結日 前後の記載から。 編集上の補足" in told
