"""Two agreements beside each other: of the five documents, and what is asked for wrongly."""

import html5lib
import pytest

from tests.portal.markup import words
from tests.world import COMING, agreement, municipality

KUSHIRO, KOSHI = "hokkaido-kushiro-2021", "kyushu-koshi-2019"
MURORAN, ASAHIKAWA = "hokkaido-muroran-2020", "hokkaido-asahikawa-2020"
UNKNOWN = "指定された協定等のうち、見つからないものがあります。一覧から選び直してください。"
TWICE = "同じ協定等が二度選ばれています。別の協定等を選んでください。"
THREE = "比べられるのは二つまでです。はじめの二つを示します。"
NONE = "登録資料に記載なし"

pytestmark = pytest.mark.usefixtures("lasting_content", "db")


def compare(client, *slugs):
    response = client.get("/compare/", {"a": slugs})
    assert response.status_code == 200
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def rows(page):
    """The words of both cells, by the name of the row; sources apart."""
    for cell in page.iterfind(".//table[@class='comparison']//td"):
        for hidden in list(cell.iter()):
            if hidden.tag == "details" or hidden.get("class") == "whose":
                after = hidden.tail
                hidden.clear()
                hidden.tail = after
    return {
        words(row.find("th")).strip(): [words(cell).strip() for cell in row.findall("td")]
        for row in page.iterfind(".//table[@class='comparison']/tbody/tr")
    }


def chosen(page):
    return [
        next((o.get("value") for o in select.iter("option") if o.get("selected") is not None), "")
        for select in page.iterfind(".//select[@name='a']")
    ]


def test_the_key_facts_stand_beside_each_other(client, clock):
    found = rows(compare(client, KUSHIRO, KOSHI))
    assert found["状況"][0].startswith("締結予定日経過 2021年（令和3年）4月22日の締結が予定として")
    assert found["種別"] == ["覚書", "連携モデル"]
    assert found["連携する局と自治体・機関"] == ["北海道経済産業局 釧路市", "九州経済産業局 合志市"]
    assert found["テーマ（原文）"][0] == "地域の魅力を生かした『稼ぐ力』創出・強化"
    assert found["テーマ（原文）"][1].startswith("発表時は候補のみ")
    assert found["締結予定日"] == [
        "2021年（令和3年）4月22日（木） （予定） 2021年度（令和3年度）",
        NONE,
    ]
    assert found["発表日"][1] == "2019年（令和元年）11月5日（火） 2019年度（令和元年度）"
    assert found["協力期間の終わり"] == [
        NONE,
        "2021年（令和3年）6月末 （予定） 2021年度（令和3年度）",
    ]
    assert found["期間後の扱い"] == [NONE, "その後の進め方は双方で協議"]


def test_topics_items_and_documents_are_compared_too(client, clock):
    found = rows(compare(client, KUSHIRO, KOSHI))
    assert "創業・ビジネスマッチング（共通）" in found["分野"][0]
    assert "創業・ビジネスマッチング（候補）（共通）" in found["分野"][1]
    assert found["分野"][0].count("共通") == 1
    assert found["連携・協力事項"][0].startswith("(1) 地元企業の地盤づくり強化")
    assert found["連携・協力事項"][1].startswith("番号を付けた事項の記載はなく、手法が")
    assert "（取組がないことを示すものではありません）" in found["取組・成果"][1]
    assert "釧路市と地域経済の成長促進に関する覚書を締結" in found["資料"][0]


def test_purpose_and_follow_up_of_both_sides_are_compared(client, clock):
    found = rows(compare(client, KUSHIRO, KOSHI))
    assert found["趣旨・背景"][0].startswith("釧路市 趣旨 釧路市では、")
    assert "当局では、釧路市の強みや特性を活かした" in found["趣旨・背景"][0]
    assert found["更新・見直し"] == [NONE, NONE]
    assert found["フォローアップ"][0] == NONE
    assert found["フォローアップ"][1].startswith("年に1回程度フォローアップ 結果を記した資料は")


def test_what_a_document_says_of_neither_side_is_no_absence(client, clock):
    found = rows(compare(client, ASAHIKAWA, KOSHI))["趣旨・背景"]
    assert found[0].startswith("北海道経済産業局 背景 ")
    assert "推進方法 プロジェクトの推進" in found[0]
    assert "選定理由" in found[1]
    assert "基礎自治体の視点" in found[1]
    assert "手法" not in found[1]
    assert NONE not in found[1]


def test_every_item_and_activity_is_compared(client, clock):
    """Not the two headings alone that all releases share."""
    found = rows(compare(client, MURORAN, ASAHIKAWA))
    one, other = found["連携・協力事項"]
    assert one.startswith("主な連携・協力事項 (1)")
    assert "(2) 地方創生推進交付金等を活用した事業構築への支援" in one
    assert "○ 先端ものづくり産業への参入支援 高度な技術力を有するものづくり企業に対し" in one
    assert "取組：達成1・開始2・予定2" in one
    assert "(1) 地方創生推進のための事業構築への支援" in other
    assert "(1) 地方創生推進のための" not in one
    done, _other = found["取組・成果"]
    assert done.startswith("達成1・開始2・予定4 MAS-NET")
    assert "認証取得・達成・2020年（令和2年）6月 （資料の表記は「昨年6月」）" in done
    assert "第2期室蘭市総合戦略 整合を図る" in found["関連する計画"][0]


def test_they_stand_in_the_order_asked_for_and_stay_chosen(client, clock):
    page = compare(client, KOSHI, KUSHIRO)
    assert rows(page)["種別"] == ["連携モデル", "覚書"]
    assert chosen(page) == [KOSHI, KUSHIRO]


def test_every_value_names_its_agreement_for_a_phone(client, clock):
    page = compare(client, KUSHIRO, KOSHI)
    names = [words(e) for e in page.iter("span") if e.get("class") == "whose"]
    assert names[:2] == ["釧路市", "合志市"]
    assert names == names[:2] * (len(names) // 2)


@pytest.mark.parametrize(
    ("slugs", "problems", "stay"),
    [
        ((), [], ["", ""]),
        ((KOSHI,), [], [KOSHI, ""]),
        (("nonsense", KOSHI), [UNKNOWN], [KOSHI, ""]),
        (("\0", "'; --"), [UNKNOWN], ["", ""]),
        ((KOSHI, KOSHI), [TWICE], [KOSHI, ""]),
        (("あ" * 5000, "nonsense"), [UNKNOWN], ["", ""]),
    ],
    ids=str,
)
def test_what_cannot_be_compared_is_told(client, clock, slugs, problems, stay):
    page = compare(client, *slugs)
    assert rows(page) == {}
    assert [words(p).strip() for p in page.iterfind(".//*[@class='nothing']/p")] == problems
    assert chosen(page) == stay


def test_of_more_than_two_the_first_two_are_shown(client, clock):
    page = compare(client, KUSHIRO, KOSHI, "hokkaido-kitami-2021")
    assert chosen(page) == [KUSHIRO, KOSHI]
    assert THREE in words(page)
    assert len(rows(page)["種別"]) == 2


def test_a_hidden_agreement_is_as_one_that_never_was(client, clock):
    agreement("secret", (municipality(),), **COMING)
    asked, nonsense = (
        client.get(f"/compare/?a={KOSHI}&a={slug}").content.decode()
        for slug in ("secret", "absent")
    )
    assert asked.replace("secret", "absent") == nonsense
