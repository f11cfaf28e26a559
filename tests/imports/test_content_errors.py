"""A mistake in a content file is named with file, table and key, and nothing is written."""

import pytest
from django.core.management import CommandError

from sources.models import SourceDocument
from tests.imports.content_files import (
    AGREEMENT,
    DOCUMENT,
    PROJECT,
    WHOLE,
    history_rows,
    load,
    write,
)
from tests.world import municipality

OF_AGREEMENT = "000-test.toml agreements「test-agreement」"


@pytest.fixture(autouse=True)
def places(db):
    return municipality("釧路市")


def mistakes(*paths):
    """What the command refuses, line by line; nothing may have been written."""
    before = history_rows()
    with pytest.raises(CommandError) as refused:
        load(*paths)
    assert history_rows() == before
    *lines, last = str(refused.value).splitlines()
    assert last == f"{len(lines)} 件の誤り。何も変更していません。"
    return lines


MISTAKES = [
    ('kind = "memorandum"', 'kindd = "memorandum"', "項目「kindd」はありません。「kind」ではあり"),
    ('kind = "memorandum"', 'kind = "memo"', "項目 kind: "),
    ('kind = "memorandum"', 'kind = "memo"', "memorandum（覚書）"),
    ('kind = "memorandum"', "", "項目 kind: このフィールドは空ではいけません。"),
    (
        "012068",
        "012069",
        "項目 municipality: 市区町村「012069」は登録されていません。先に manage.py",
    ),
    (
        'quote = "2021年4月20日", place = "（冒頭）"',
        'quote = "きのう", place = "（冒頭）"',
        "「きのう」",
    ),
    (
        'quote = "2021年4月20日", place',
        'value = "2021年4月20日", place',
        "引用（quote）がありません",
    ),
    ('basis = "editorial", reason = "標題による。"', 'basis = "editorial"', "理由（reason）が"),
    ('place = "1. 概要"', 'place = "2. 概要"', "place「2. 概要」は資料の outline にありません。"),
    ('number = "(1)"', 'number = { value = "(1)", quote = "1" }', "出典を付けられません"),
    ('number = "(1)"', "number = { words = 1 }", "項目 number: 項目「words」はありません。"),
    ('id = "window"', "id = 1", "id は引用符で囲んで"),
    ('"012068"', '["012068"]', "項目 municipality: 名前（slug・コード・id）を引用符で"),
    ('number = "(1)"', "number.value.value = 1", "項目 number: ここには表や一覧を書けません。"),
    ('kind = "memorandum"', "publish_at = 2021-04-20T00:00:00", "日時には時差を付けて"),
    ('kind = "memorandum"', 'publish_at = "2021-04-20"', "日時には時差を付けて"),
    ('basis = "editorial", reason', 'basis = ["editorial"], reason', "項目 display_title: "),
    ('heading = "窓口の充実"', "", "見出しか本文を入力してください。"),
    ('level = "initiative"', 'children = "x"', "commitments 1 children 1 children: [[…]] の形の"),
    ('number = "(1)"', 'number = "\\u202e"', "使えない制御文字（U+202E）"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_named_with_its_place(tmp_path, right, wrong, message):
    assert right in AGREEMENT
    content = DOCUMENT + AGREEMENT.replace(right, wrong, 1)
    found = [line for line in mistakes(write(tmp_path, content)) if message in line]
    assert found
    assert found[0].startswith(OF_AGREEMENT)


def test_every_mistake_of_a_file_is_named_at_once(tmp_path):
    content = DOCUMENT + AGREEMENT.replace('"memorandum"', '"memo"').replace("012068", "1")
    assert len(mistakes(write(tmp_path, content))) == 3


def test_a_record_that_does_not_exist_is_named(tmp_path):
    [line] = mistakes(write(tmp_path, DOCUMENT + AGREEMENT + PROJECT))
    assert line == (
        "000-test.toml projects「test-project」 activities 1 participants 1 項目 organization: "
        "機関・企業「test-center」は登録されていません。"
    )


def test_two_files_that_disagree_are_both_named(tmp_path):
    later = '[[agreements]]\nslug = "test-agreement"\nkind = "agreement"\n'
    [line] = mistakes(write(tmp_path), write(tmp_path, later, "001-test.toml"))
    assert line.startswith("001-test.toml agreements「test-agreement」 項目 kind: 「agreement」は ")
    assert f"{OF_AGREEMENT} 項目 kind の「memorandum」と違います" in line


def test_an_id_used_twice_is_named(tmp_path):
    second = PROJECT.replace("[[projects.activities]]", '[[projects.activities]]\nid = "a"')
    both = second + second.replace("test-project", "test-second")
    lines = mistakes(write(tmp_path, WHOLE.replace(PROJECT, both)))
    assert "id「a」は 000-test.toml projects「test-project」 activities 1 でも使われて" in lines[0]


def test_records_that_are_each_other_s_parents_are_named(tmp_path):
    organization = '\n[[organizations]]\nslug = "{}"\nkind = "other"\nname = "x"\nparent = "{}"\n'
    circle = organization.format("one", "two") + organization.format("two", "one")
    [line] = mistakes(write(tmp_path, DOCUMENT + circle))
    assert "記録が互いに指し合っています" in line


def test_a_difference_needs_two_statements(tmp_path):
    content = WHOLE.replace(
        'announced_on = { quote = "2021年4月20日", ',
        'announced_on = { difference = { note = "違い" }, quote = "2021年4月20日", ',
    )
    [line] = mistakes(write(tmp_path, content))
    assert line.startswith(f"{OF_AGREEMENT} 項目 announced_on difference: ")


def test_what_the_database_refuses_is_named(tmp_path):
    twice = AGREEMENT.replace(
        "    [[agreements.commitments]]",
        '    [[agreements.parties]]\n    municipality = "012068"\n\n    [[agreements.commitments]]',
    )
    [line] = mistakes(write(tmp_path, DOCUMENT + twice))
    assert line.startswith(f"{OF_AGREEMENT} parties 2: ")
    assert "二度登録されています。" in line
    assert not SourceDocument.objects.exists()


def test_a_file_that_is_not_toml_is_named(tmp_path):
    [line] = mistakes(write(tmp_path, "[document\n"))
    assert line.startswith("000-test.toml: TOML として読めません")


def test_a_file_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "000-test.toml"
    path.write_bytes(DOCUMENT.encode("cp932"))
    assert mistakes(path) == ["000-test.toml: 文字コードを UTF-8 にして保存してください。"]


def test_a_folder_without_files_is_named(tmp_path):
    with pytest.raises(CommandError, match="に内容ファイル"):
        load(tmp_path / "nothing.toml")


def test_an_unknown_table_is_named(tmp_path):
    lines = mistakes(write(tmp_path, WHOLE.replace("[[agreements]]", "[[agreement]]", 1)))
    assert any("項目「agreement」はありません。「agreements」ではありませんか" in x for x in lines)


def test_an_unusual_date_is_a_warning(tmp_path):
    content = WHOLE.replace('2021年4月20日", place', '2021年4月20日(月)", place')
    said = load(write(tmp_path, content))
    assert f"確認してください: {OF_AGREEMENT} 項目 announced_on" in said
    assert "作成 4" in said
