"""What a bureau has edited is never undone by loading its content file again."""

import pytest

from organizations.models import Organization
from partnerships.models import Agreement, Commitment, Party
from projects.models import Project
from sources.models import Citation
from tests.imports.content_files import WHOLE, history_rows, load, write
from tests.world import municipality


@pytest.fixture
def loaded(db, tmp_path):
    municipality("釧路市")
    path = write(tmp_path)
    load(path)
    return path


def edit_the_record():
    Agreement.objects.update(renewal_terms="双方で協議")


def edit_a_part():
    Commitment.objects.filter(level="initiative").update(text="局が直した文")


def edit_a_citation():
    Citation.objects.about([Party.objects.get()]).update(quotation="試験市と")


def add_a_part():
    agreement = Agreement.objects.get()
    Commitment.objects.create(agreement=agreement, level="initiative", text="加えた事項")


def remove_a_part():
    Citation.objects.about([Party.objects.get()]).delete()
    Party.objects.get().delete()


def take_it_down():
    Agreement.objects.update(
        state="withdrawn", withdrawn_on="2021-05-28", withdrawn_reason="二度登録していたため。"
    )


EDITS = [edit_the_record, take_it_down, edit_a_part, edit_a_citation, add_a_part, remove_a_part]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("file_changes", [False, True])
def test_an_edit_stays(loaded, edit, file_changes):
    edit()
    before = history_rows()
    if file_changes:
        loaded.write_text(WHOLE.replace("標題による。", "別の理由。"), encoding="utf-8")
    said = load(loaded)
    assert "作成 0・変更 0" in said
    assert "局の編集あり：変更せず" in said
    assert "000-test.toml agreements「test-agreement」" in said
    assert history_rows() == before


@pytest.mark.parametrize("edit", EDITS)
def test_overwriting_restores_what_the_file_says(loaded, edit):
    edit()
    assert "変更 1・変更なし 3" in load(loaded, overwrite=True)
    assert "変更 0・変更なし 4" in load(loaded)
    assert Commitment.objects.get(level="initiative").text == "試験市は、支援の窓口を充実する。"
    assert Agreement.objects.get().renewal_terms == ""
    assert Party.objects.count() == 1


def test_other_records_follow_their_file(loaded):
    edit_the_record()
    loaded.write_text(WHOLE.replace('title = "相談会"', 'title = "相談"'), encoding="utf-8")
    load(loaded)
    assert Project.objects.get().title == "相談"


def test_a_link_to_an_edited_part_stays(loaded):
    """The project points at an item whose text the bureau has changed; both stay as they are."""
    edit_a_part()
    loaded.write_text(WHOLE.replace('title = "相談会"', 'title = "相談"'), encoding="utf-8")
    said = load(loaded)
    assert "局の編集あり：変更せず 2" in said
    assert Project.objects.get().commitment_links.get().commitment.text == "局が直した文"


def test_a_new_record_that_needs_an_edited_part_waits(loaded):
    edit_a_part()
    more = WHOLE + WHOLE[WHOLE.index("[[projects]]") :].replace("test-project", "test-second")
    loaded.write_text(more, encoding="utf-8")
    assert "局の編集あり：変更せず 3" in load(loaded)
    assert not Project.objects.filter(slug="test-second").exists()


def test_a_record_deleted_by_the_bureau_does_not_come_back(loaded):
    Project.objects.get().delete()
    loaded.write_text(WHOLE.replace('title = "相談会"', 'title = "相談"'), encoding="utf-8")
    assert "局の編集あり：変更せず 1" in load(loaded)
    assert not Project.objects.exists()
    assert "作成 1" in load(loaded, overwrite=True)


def test_a_record_that_staff_made_under_the_same_name_stays(db, tmp_path):
    bureau = municipality("釧路市").prefecture.bureaus.get()
    Organization.objects.create(slug="test-center", bureau=bureau, kind="other", name="職員の登録")
    assert "局の編集あり：変更せず 1" in load(write(tmp_path))
    assert Organization.objects.get().name == "職員の登録"


def test_an_edit_that_the_file_takes_over_is_no_edit_any_more(loaded):
    Project.objects.update(title="相談")
    loaded.write_text(WHOLE.replace('title = "相談会"', 'title = "相談"'), encoding="utf-8")
    assert "変更なし 4" in load(loaded)
    loaded.write_text(WHOLE.replace('title = "相談会"', 'title = "相談の会"'), encoding="utf-8")
    assert "変更 1・変更なし 3" in load(loaded)
