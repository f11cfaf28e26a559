"""Content files become records with their citations, again and again to the same effect."""

from datetime import date

import pytest

from editorial.models import State
from organizations.models import Organization
from partnerships.models import Agreement, Commitment
from projects.models import Activity, CommitmentProject, Project
from sources.checks import lost_pointers
from sources.models import Basis, Citation, Difference, SourceDocument
from tests.imports.content_files import WHOLE, history_rows, load, write
from tests.world import municipality

ANNOUNCED = 'announced_on = { quote = "2021年4月20日", place = "（冒頭）" }'
DIFFERING = """\
announced_on.quote = "2021年4月20日"
announced_on.place = "（冒頭）"
announced_on.stated = "20日"
announced_on.also = [{ quote = "日時：2021年4月22日(木)", place = "1. 概要", stated = "22日" }]
"""


@pytest.fixture(autouse=True)
def places(db):
    return municipality("釧路市"), municipality("旭川市")


@pytest.fixture
def loaded(tmp_path):
    path = write(tmp_path)
    load(path)
    return path


def rewrite(path, old, new):
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


def test_each_record_is_counted(tmp_path):
    assert "作成 4・変更 0・変更なし 0" in load(write(tmp_path))


def test_a_value_keeps_its_quotation_and_place(loaded):
    agreement = Agreement.objects.get(slug="test-agreement")
    title, announced = Citation.objects.about([agreement]).order_by("pk")
    assert agreement.announced_on.first == date(2021, 4, 20)
    assert (announced.field, announced.place) == ("announced_on", "（冒頭）")
    assert (announced.quotation, announced.document.slug) == ("2021年4月20日", "test-release")
    assert (title.basis, title.reason, title.document) == (Basis.EDITORIAL, "標題による。", None)


def test_a_place_holds_for_the_table_and_what_is_inside(loaded):
    item = Commitment.objects.get(level="initiative")
    assert item.parent.heading == "窓口の充実"
    assert item.agreement.slug == "test-agreement"
    assert Citation.objects.about([item]).get().place == "1. 概要"


def test_the_party_is_cited_as_the_body(loaded, places):
    party = Agreement.objects.get(slug="test-agreement").parties.get()
    assert party.municipality == places[0]
    assert Citation.objects.about([party]).get().field == "body"


def test_relative_words_count_from_the_day_of_the_document(loaded):
    held = Activity.objects.get().happened_on
    assert (held.text, held.first, held.last) == ("昨年6月", date(2020, 6, 1), date(2020, 6, 30))


def test_a_row_is_named_by_its_id(loaded):
    link = CommitmentProject.objects.get()
    assert link.commitment.text == "試験市は、支援の窓口を充実する。"
    assert Citation.objects.about([link]).get().field == "project"


def test_bureau_and_hour_are_those_of_the_document(loaded):
    document = SourceDocument.objects.get()
    for model in (Agreement, Organization, Project):
        row = model.objects.get()
        assert (row.bureau, row.publish_at) == (document.bureau, document.publish_at)
        assert row.state == State.PUBLISHED


def test_the_history_says_which_file_and_one_change(loaded):
    agreement = Agreement.objects.get(slug="test-agreement")
    rows = [agreement.history.get(), agreement.parties.get().history.get()]
    assert {row.history_change_reason for row in rows} == {"資料の登録：000-test.toml"}
    assert len({row.change_id for row in rows}) == 1


def test_a_second_run_changes_nothing(loaded):
    before = history_rows()
    assert "作成 0・変更 0・変更なし 4" in load(loaded)
    assert history_rows() == before
    assert Agreement.objects.get(slug="test-agreement").version == 1


def test_a_changed_text_is_an_update_of_the_same_row(loaded):
    item = Commitment.objects.get(level="initiative")
    before = history_rows()
    rewrite(loaded, "支援の窓口を充実する。", "支援の窓口を")
    assert "変更 1・変更なし 3" in load(loaded)
    changed = Commitment.objects.get(pk=item.pk)
    assert changed.text == "試験市は、支援の窓口を"
    assert Citation.objects.about([changed]).get().quotation == changed.text
    assert changed.agreement.version == 2
    assert history_rows() == before + 3  # the item, its citation, the agreement


def test_a_changed_record_is_one_step_of_its_history(loaded):
    rewrite(loaded, "標題による。", "資料の標題による。")
    rewrite(loaded, '"試験の覚書"', '"試験市との覚書"')
    load(loaded)
    agreement = Agreement.objects.get()
    assert [row.version for row in agreement.history.order_by("history_id")] == [1, 2]


def test_a_row_keeps_its_identity_when_another_comes_before_it(loaded):
    item = Commitment.objects.get(number="(1)")
    new = '[[agreements.commitments]]\nlevel = "memorandum"\nheading = "序"\n\n'
    rewrite(loaded, "    [[agreements.commitments]]\n", f"{new}    [[agreements.commitments]]\n")
    load(loaded)
    tops = Commitment.objects.filter(parent=None)
    assert [row.heading for row in tops] == ["序", "窓口の充実"]
    assert tops[1].pk == item.pk


def test_what_the_file_no_longer_has_goes_with_its_citations(loaded):
    quotations = Citation.objects.count()
    start = WHOLE.index("    [[projects.activities]]")
    rewrite(loaded, WHOLE[start:], "")
    load(loaded)
    assert not Activity.objects.exists()
    assert Citation.objects.count() == quotations - 2
    assert list(lost_pointers()) == []


def test_a_record_that_the_files_no_longer_have_stays(loaded):
    rewrite(loaded, WHOLE[WHOLE.index("[[projects]]") :], "")
    load(loaded)
    assert Project.objects.filter(slug="test-project").exists()


def test_a_difference_without_a_reason_is_undecided(tmp_path):
    content = WHOLE.replace(
        ANNOUNCED,
        DIFFERING + 'announced_on.difference.note = "二通りの日"',
    )
    load(write(tmp_path, content))
    assert Difference.objects.get().chosen is None


def test_a_difference_with_a_reason_follows_the_first_statement(tmp_path):
    content = WHOLE.replace(
        ANNOUNCED,
        DIFFERING
        + 'announced_on.difference = { note = "二通りの日", reason = "冒頭の日による。" }',
    )
    path = write(tmp_path, content)
    load(path)
    difference = Difference.objects.get()
    assert difference.chosen.quotation == "2021年4月20日"
    assert "変更なし 4" in load(path)
    path.write_text(WHOLE, encoding="utf-8")
    load(path)
    assert not Difference.objects.exists()


def test_a_later_file_goes_on_with_a_record(tmp_path):
    """It adds a citation to a value, and a text to an item that has an id."""
    later = """
[[agreements]]
slug = "test-agreement"
place = "1. 概要"
announced_on.also = [
    { document = "test-release", quote = "日時：2021年4月22日(木)", stated = "22日" },
]

    [[agreements.commitments]]
    id = "second"
    level = "initiative"
    text = "つづき"
"""
    files = write(tmp_path), write(tmp_path, later, "001-test.toml")
    assert "作成 4" in load(*files)
    assert "変更なし 4" in load(*files)
    agreement = Agreement.objects.get()
    announced = Citation.objects.about([agreement]).filter(field="announced_on").order_by("pk")
    assert [row.value_stated for row in announced] == ["", "22日"]
    assert [row.text for row in agreement.commitments.filter(parent=None)] == ["", "つづき"]
    reason = agreement.history.latest().history_change_reason
    assert reason == "資料の登録：000-test.toml、001-test.toml"


def test_a_calculation_may_quote_what_it_counts_from(tmp_path):
    counted = (
        'title = { value = "相談会", basis = "computed", reason = "数えた。", quote = "相談会" }'
    )
    content = WHOLE.replace('title = "相談会"', f'place = "1. 概要"\n{counted}')
    load(write(tmp_path, content))
    citation = Citation.objects.get(basis=Basis.COMPUTED)
    assert (citation.place, citation.document.slug) == ("1. 概要", "test-release")
