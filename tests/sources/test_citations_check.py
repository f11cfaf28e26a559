"""`check_citations` on a small document: passes when all is in order, else names what is not."""

import pytest
from django.core.management import CommandError, call_command

from partnerships.models import Agreement, Commitment, Party
from sources.models import Citation, Claim, DocumentGap, SourceDocument
from tests.imports.content_files import DOCUMENT, TEXT, WHOLE, load, write
from tests.world import municipality

EXCUSED = """
### test-release

| 行 | 理由 |
|---|---|
| 日時：2021年4月22日(木) | 試験のため |
| 試験局は、試験市と覚書を締結します。 | 主語は引用しません |
"""


@pytest.fixture(autouse=True)
def folder(db, tmp_path, settings, monkeypatch):
    """A folder with the text of the one document, which is loaded."""
    municipality("釧路市")
    load(write(tmp_path))
    (tmp_path / "test.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "content.md").write_text(EXCUSED, encoding="utf-8")
    settings.SEEDS_DIR = str(tmp_path)
    monkeypatch.setattr(
        "sources.management.commands.check_citations.EXCUSES", tmp_path / "content.md"
    )
    return tmp_path


def refused(**options):
    with pytest.raises(CommandError) as error:
        call_command("check_citations", **options)
    return str(error.value)


def test_all_in_order(capsys):
    call_command("check_citations")
    said = capsys.readouterr().out
    assert "test-release: 行 7・引用 8・見出し 2・失われた部分 0・理由のある行 2・誤り 0" in said


def test_words_that_are_not_in_the_document():
    Citation.objects.filter(field="text").update(quotation="支援の窓口を閉じる。")
    said = refused()
    assert (
        "test.txt 連携・協力事項「試験市は、支援の窓口を充実する。」の text: 引用「支援の" in said
    )
    assert "は原文にありません。" in said


def test_a_value_that_its_quotation_does_not_hold():
    item = Commitment.objects.get(level="initiative")
    Commitment.objects.filter(pk=item.pk).update(text="試験市は、支援の窓口を閉じる。")
    assert "登録した値「試験市は、支援の窓口を閉じる。」が、引用「試験市は、" in refused()
    Citation.objects.about([item]).update(reading="試験市は、支援の窓口を閉じる。")
    call_command("check_citations")


def test_a_date_that_its_quotation_does_not_hold():
    Agreement.objects.update(announced_on_text="2021年4月21日")
    assert "登録した値「2021年4月21日」が、引用「2021年4月20日」の中に" in refused()


def test_a_citation_that_points_at_nothing():
    Party.objects.all().delete()
    assert "指している当事者" in refused()


def test_a_claim_that_points_at_nothing():
    claim = Claim(record=Party.objects.get(), document=SourceDocument.objects.get())
    claim.words = claim.said_by = "x"
    claim.save()
    Claim.objects.update(object_id=claim.object_id + 1)
    assert "「初めて」などの記載" in refused()


def test_a_field_that_does_not_exist():
    Citation.objects.filter(field="title").update(field="titel")
    assert "資料に項目「titel」はありません。" in refused()


def test_a_record_that_cannot_be_cited():
    from django.contrib.auth.models import Group
    from django.contrib.contenttypes.models import ContentType

    kind = ContentType.objects.get_for_model(Group)
    Citation.objects.filter(field="title").update(content_type=kind)
    assert "は出典を付けられる記録ではありません。" in refused()


def test_a_place_outside_the_outline():
    Citation.objects.filter(field="title").update(place="別紙")
    assert "箇所「別紙」は資料の見出しにありません。" in refused()


def test_a_gap_outside_the_outline():
    document = SourceDocument.objects.get()
    DocumentGap.objects.create(document=document, place="別紙", description="図")
    assert "箇所「別紙」は資料の見出しにありません。" in refused()


def test_a_heading_that_the_document_does_not_have():
    SourceDocument.objects.update(outline="（冒頭）\n1. 概要\n2. 内容")
    assert "見出し「2. 内容」は、原文のこの順の位置にありません。" in refused()


def test_a_line_that_nobody_quotes(folder):
    (folder / "test.txt").write_text(f"{TEXT}附則は別に定める。\n", encoding="utf-8")
    assert "test.txt 9行目: 「附則は別に定める。」が、どの引用にも" in refused()


def test_an_excuse_that_is_not_needed(folder):
    more = f"{EXCUSED}| 昨年6月に相談会を開いた。 | 不要 |\n"
    (folder / "content.md").write_text(more, encoding="utf-8")
    assert "理由の表の行「昨年6月に相談会を開いた。」は、すべて引用されています。" in refused()


def test_only_the_named_documents_are_checked(folder):
    second = DOCUMENT.replace("test-release", "second").replace("test.txt", "second.txt")
    load(write(folder), write(folder, second, "001-second.toml"))
    (folder / "second.txt").write_text("別の資料", encoding="utf-8")
    assert "second.txt" in refused()
    call_command("check_citations", documents=["test-release"])
    assert "「nothing」はありません" in refused(documents=["nothing"])


def test_without_a_folder_it_says_what_to_set(settings):
    settings.SEEDS_DIR = ""
    assert "環境変数 SEEDS_DIR に設定してください。" in refused()


def test_without_the_text_it_says_which_file(folder):
    (folder / "test.txt").unlink()
    assert "登録テキスト test.txt が" in refused()


def test_without_documents_it_says_what_to_run():
    SourceDocument.objects.update(text_file="")
    assert "先に manage.py load_content" in refused()


def test_removed_rows_leave_no_citation(folder):
    """The loader removes what points at a row together with the row."""
    load(write(folder, WHOLE.replace('role = "host"', 'role = "partner"')))
    load(write(folder, WHOLE[: WHOLE.index("    [[agreements.parties]]")]))
    assert "指している" not in refused()
