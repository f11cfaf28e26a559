"""The whole page of an agreement, and of a municipality, with the content of the documents."""

import re

import pytest
from django.test import Client

from tests.content.reading import body_of, words

MURORAN = "/agreements/hokkaido-muroran-2020/"
ASAHIKAWA = "/agreements/hokkaido-asahikawa-2020/"
KUSHIRO = "/agreements/hokkaido-kushiro-2021/"
UNKNOWN = "この事項の取組を記した資料は未登録です（取組がないことを示すものではありません）。"

pytestmark = pytest.mark.usefixtures("lasting_content", "db")


def headings(page):
    return [words(heading) for heading in page.iter("h2")]


def marks(page):
    """Those on the timeline's picture, from the first day to the last."""
    return [mark.get("class") for mark in page.iterfind(".//{*}figure//{*}circle")]


def section(page, anchor):
    """The first list behind a heading."""
    main = [element for element in page.find("main").iter() if element.tag in ("h2", "ol", "ul")]
    start = next(at for at, element in enumerate(main) if element.get("id") == anchor)
    return main[start + 1]


def test_an_agreement_is_told_in_the_order_of_the_portal():
    assert headings(body_of(ASAHIKAWA)) == [
        "要点",
        "趣旨・背景",
        "連携・協力事項",
        "取組・成果",
        "関連する計画",
        "施策・制度の活用状況",
        "年表",
        "締結式",
        "資料",
        "資料による記載の違い",
        "このページの引用とテキスト",
        "変更のお知らせ",
    ]


def test_the_status_stands_before_the_title_with_its_reason():
    text = words(body_of(KUSHIRO).find("main"))
    reason = text.index("2021年（令和3年）4月22日の締結が予定として発表されています。")
    assert text.index("締結予定日経過") < reason < text.index("釧路市（くしろし）")


def test_the_table_of_contents_lists_the_sections_that_the_page_has():
    page = body_of(KUSHIRO)
    [table] = [nav for nav in page.iter("nav") if nav.get("class") == "contents"]
    links = {link.get("href"): words(link) for link in table.iter("a")}
    assert links["#items"] == "連携・協力事項"
    assert links["#plans"] == "関連する計画"
    assert "#uses" not in links
    ids = {element.get("id") for element in page.iter()}
    assert {target.removeprefix("#") for target in links} <= ids


def test_an_item_leads_to_its_activities_newest_first():
    page = body_of(MURORAN)
    followed = [e for e in page.iter("div") if e.get("class") == "followed"]
    [net] = [one for one in followed if "MAS-NET" in words(one.find("ul"))]
    lines = [words(item) for item in net.iterfind("ul/li")]
    assert lines[0].startswith("MAS-NET–「室蘭航空宇宙産業ネットワーク」が活動開始組織設立・開始")
    assert lines[-1].startswith("今後成長が期待される航空宇宙産業等への新規参入を促進支援・予定")
    targets = [link.get("href").removeprefix("#") for link in net.iterfind("ul/li/a")]
    assert set(targets) <= {element.get("id") for element in page.iter()}


def test_what_no_document_follows_is_said_once_a_branch_and_accuses_nobody():
    tops = [e for e in section(body_of(KUSHIRO), "items") if e.tag == "li"]
    assert [words(top).count(UNKNOWN) for top in tops] == [1, 1, 1]
    assert UNKNOWN not in words(tops[0].find("ol/li/ol/li"))


def test_projects_stand_with_the_latest_told_first():
    text = words(body_of(ASAHIKAWA).find("main"))
    latest = text.index("取組1「デザイン都市旭川」のデザイン性を活かした新商品開発")
    assert latest < text.rindex("国内外富裕層の獲得・通年の滞在型観光へ向けた環境整備")


def test_the_timeline_is_a_picture_and_a_table_with_one_row_a_day():
    page = body_of(KUSHIRO)
    texts = page.iterfind(".//{*}figure//{*}text")
    drawn = [words(text) for text in texts if not text.get("text-anchor")]
    assert drawn[0].startswith("2021年4月20日発表")
    assert drawn[1].startswith("2021年4月22日（予定）")
    assert marks(page) == ["mark", "mark planned"]
    [table] = [e for e in page.iter("table") if e.get("class") == "timeline-list"]
    rows = table.find("tbody")
    told = {words(row.find("th")): [words(e) for e in row.iter("li")] for row in rows}
    assert told == {
        "2021年（令和3年）4月20日（火）": [
            "発表",
            "資料の発表釧路市と地域経済の成長促進に関する覚書を締結",
        ],
        "2021年（令和3年）4月22日（木）": [
            "締結予定日",
            "締結式（予定）13:30~14:00釧路市役所本庁舎2階第3委員会室",
        ],
    }


def test_a_signing_that_was_planned_and_happened_is_one_full_mark():
    assert marks(body_of(ASAHIKAWA)) == ["mark"] * 4 + ["mark planned"]


def test_the_differences_are_gathered_with_their_places():
    page = body_of(ASAHIKAWA)
    rows = section(page, "differences")
    targets = [link.get("href").removeprefix("#") for link in rows.iter("a")]
    ids = {element.get("id") for element in page.iter()}
    assert len(targets) == 2
    assert set(targets) <= ids


def test_the_page_says_how_to_cite_it_and_each_of_its_documents():
    cited = {e.get("id"): words(e) for e in body_of(ASAHIKAWA).iter("p") if e.get("id")}
    assert cited["cite-page"].startswith(
        "北海道経済産業局・旭川市「旭川市と北海道経済産業局の覚書」（覚書）、自治体連携協定ポータル、"
    )
    assert cited["cite-page"].endswith(f"http://testserver{ASAHIKAWA}")
    later, earlier = cited["cite-document-1"], cited["cite-document-2"]
    assert later.startswith(
        "北海道経済産業局「釧路市と地域経済の成長促進に関する覚書を締結」（発表資料）、"
        "2021年（令和3年）4月20日（火）"
    )
    assert (
        "「道内基礎自治体との連携の推進」（発表資料）、2019年（令和元年）12月17日（火）" in earlier
    )
    assert "cite-document-3" not in cited


def test_a_summary_and_the_whole_text_can_be_copied():
    page = body_of(KUSHIRO)
    copies = {words(a): a.get("href") for a in page.iter("a") if "コピー" in words(a)}
    assert copies == {
        "要約をコピー": "#as-text",
        "全文をコピー": f"{KUSHIRO.removesuffix('/')}.txt",
    }
    [details] = [e for e in body_of(KUSHIRO).iter("details") if e.get("class") == "as-text"]
    assert details.get("open") is not None, "it stands open where no script copies it"


def test_printing_is_offered_by_script_alone():
    [button] = [e for e in body_of(KUSHIRO).iter("button") if e.get("data-print") is not None]
    assert button.get("hidden") is not None


def test_a_quotation_knows_the_number_of_its_document_for_print():
    page = Client().get(ASAHIKAWA).content.decode()
    assert set(re.findall(r'data-number="(\d+)"', page)) == {"1", "2"}


def test_a_municipality_shows_what_was_agreed_in_five_lines_at_most():
    page = body_of("/municipalities/012041/")
    [lines] = [e for e in page.iter("ul") if e.get("class") == "agreed-lines"]
    assert [words(line) for line in lines][:2] == [
        "(1)地方創生推進のための事業構築への支援",
        "(2)経済産業省予算を活用した、プロジェクト参加企業への支援、ネットワーク形成",
    ]
    assert len(lines) == 6
    assert words(lines[-1]).startswith("ほか1件")


def test_a_municipality_names_the_towns_that_it_was_made_of():
    page = body_of("/municipalities/012084/")
    assert [words(row).partition("（")[0] for row in section(page, "former")] == [
        "北見市",
        "端野町",
        "留辺蘂町",
        "常呂町",
    ]
    assert headings(page)[-3:] == ["合併前の市町村", "同じ分野のほかの協定等", "ダウンロード"]


def test_a_municipality_without_any_says_whom_to_ask():
    text = words(body_of("/municipalities/011002/").find("main"))
    assert (
        "登録された協定等はありません。このサイトはすべての協定等を網羅するものではありません。"
        in text
    )
    assert "北海道経済産業局にお問い合わせください。" in text
    assert "011-709-2311" in text


def test_the_timeline_has_what_plans_and_uses_of_programmes_are_dated_with():
    asahikawa, kitami = (
        words(body_of(path).find(".//table[@class='timeline-list']"))
        for path in (ASAHIKAWA, "/agreements/hokkaido-kitami-2021/")
    )
    assert "計画期間の始まり第8次旭川市総合計画" in asahikawa
    assert "計画期間の終わり（予定）第8次旭川市総合計画" in asahikawa
    assert kitami.count("地方創生加速化交付金（協定等の前とみられる）") == 1
    assert "ふるさとテレワーク推進のための地域実証事業（協定等の前とみられる）" in kitami
