"""manage.py import_agreements: what it takes over, and what it says."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.forms import model_to_dict
from django.test.utils import CaptureQueriesContext

from editorial.models import State
from municipalities.models import Municipality
from partnerships.models import Agreement, AgreementTheme, Ceremony, Party, ThemeState
from sources.models import Basis, Citation
from tests.imports.tables import KUSHIRO, refused, rows_of, run, write
from tests.world import cite, day, document, municipality, organization, theme

ASAHIKAWA = {
    "協定等ID": "hokkaido-asahikawa-2020",
    "担当局": "北海道",
    "種別": "協定",
    "件名": "旭川市との協定",
    "正式な件名": "地域経済の成長促進に関する協定",
    "テーマ（原文）": "デザイン",
    "連携する自治体の団体コード": "12041;北海道",
    "分野": "人材",
    "発表日": "令和2年1月",
    "締結日": "2020.2.1",
    "協力期間の始まり": "2020年2月1日",
    "協力期間の終わり": "2021年6月末（予定）",
    "期間後の扱い": "双方で協議",
}


def test_a_row_that_says_what_stands_changes_nothing(kushiro, tmp_path):
    before = rows_of(kushiro)
    output = run(write(tmp_path, KUSHIRO))
    assert output.endswith("作成 0件・変更 0件・変更なし 1件\n")
    assert "2行目 hokkaido-kushiro-2021：変更なし" in output
    kushiro.refresh_from_db()
    assert (rows_of(kushiro), kushiro.version) == (before, 1)


def test_a_new_row_becomes_a_draft_with_all_that_it_says(places, themes, tmp_path):
    output = run(write(tmp_path, ASAHIKAWA))
    made = Agreement.objects.get(slug="hokkaido-asahikawa-2020")
    assert output.endswith("作成 1件・変更 0件・変更なし 0件\n")
    assert (made.state, made.publish_at, made.version) == (State.DRAFT, None, 1)
    assert (made.kind, made.bureau.slug) == ("agreement", "hokkaido")
    assert made.official_title == "地域経済の成長促進に関する協定"
    assert (made.headline, made.renewal_terms) == ("デザイン", "双方で協議")
    assert made.announced_on == day("令和2年1月")
    assert made.signed_on == day("2020.2.1")
    assert made.ends_on == day("2021年6月末", "planned")
    assert [str(party) for party in made.parties.all()] == ["北海道経済産業局", "旭川市", "北海道"]
    assert [link.theme.name for link in made.theme_links.all()] == ["人材"]
    assert not made.ceremonies.exists()
    assert "変更なし 1件" in run(write(tmp_path, ASAHIKAWA))


def test_a_change_is_written_reported_and_kept_in_history(kushiro, tmp_path):
    path = write(tmp_path, KUSHIRO | {"締結日": "2021年4月22日", "締結式の日": "2021年4月23日"})
    output = run(path)
    assert "  「締結日」：（空欄） → 2021年4月22日\n" in output
    assert "  「締結式の日」：2021年4月22日(木)（予定） → 2021年4月23日\n" in output
    assert "作成 0件・変更 1件・変更なし 0件" in output
    kushiro.refresh_from_db()
    assert (kushiro.signed_on, kushiro.version) == (day("2021年4月22日"), 2)
    assert kushiro.state == State.PUBLISHED
    ceremony = kushiro.ceremonies.get()
    assert (ceremony.held_on, ceremony.hours) == (day("2021年4月23日"), "13:30~14:00")
    latest = [kushiro.history.first(), ceremony.history.first()]
    assert {row.history_change_reason for row in latest} == {"一括取込：協定一覧.csv"}
    assert len({row.change_id for row in latest}) == 1
    assert Party.history.count() == 2, "children that stay are not written"


def test_all_rows_are_one_change(kushiro, tmp_path):
    run(write(tmp_path, ASAHIKAWA, KUSHIRO | {"件名": "釧路市との新しい覚書"}))
    newest = [row.history.first().change_id for row in Agreement.objects.all()]
    assert len(newest) == 2
    assert len(set(newest)) == 1


def test_children_that_a_row_does_not_change_are_not_written(kushiro, tmp_path):
    before = rows_of(kushiro)
    run(write(tmp_path, KUSHIRO | {"件名": "別の件名"}))
    assert rows_of(kushiro) == [before[0] + 1, *before[1:]]


def test_a_long_file_name_fits_into_the_history(kushiro, tmp_path):
    path = write(tmp_path, KUSHIRO | {"件名": "別の件名"})
    run(path.rename(tmp_path / f"{'agreement' * 20}.csv"))
    assert kushiro.history.first().history_change_reason.startswith("一括取込：agreement")


def test_a_dry_run_reads_the_database_only(kushiro, tmp_path):
    path = write(tmp_path, ASAHIKAWA, KUSHIRO | {"件名": "別の件名"})
    with CaptureQueriesContext(connection) as queries:
        output = run(path, "--dry-run")
    read = [query["sql"] for query in queries if query["sql"].startswith("SELECT")]
    other = {query["sql"].split()[0] for query in queries} - {"SELECT", "SAVEPOINT", "RELEASE"}
    assert read
    assert not [sql for sql in read if "FOR UPDATE" in sql]
    assert not other
    assert "作成 1件・変更 1件・変更なし 0件（試し読み。何も保存していません。）" in output
    assert "「件名」：釧路市との覚書 → 別の件名" in output


@pytest.mark.django_db(transaction=True)
def test_a_dry_run_opens_no_transaction(kushiro, tmp_path):
    with CaptureQueriesContext(connection) as queries:
        run(write(tmp_path, ASAHIKAWA, KUSHIRO | {"件名": "別の件名"}), "--dry-run")
    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}
    assert Agreement.objects.get().display_title == "釧路市との覚書"


@pytest.mark.parametrize("column", [name for name in KUSHIRO if name != "協定等ID"])
def test_a_blank_cell_leaves_what_stands(kushiro, column, tmp_path):
    assert "変更なし 1件" in run(write(tmp_path, KUSHIRO | {column: ""}))


def test_a_missing_column_leaves_what_stands_and_is_reported(kushiro, tmp_path):
    names = ("協定等ID", "件名")
    output = run(write(tmp_path, {name: KUSHIRO[name] for name in names}))
    assert "変更なし 1件" in output
    assert "ファイルにない列（変更しません）：担当局、種別、正式な件名、" in output


def test_the_word_for_deletion_empties(kushiro, tmp_path):
    cleared = dict.fromkeys(("締結予定日", "分野", "締結式の時刻"), "（削除）")
    output = run(write(tmp_path, KUSHIRO | cleared | {"締結式の場所": "(削除)"}))
    assert "「締結予定日」：2021年4月22日(木) → （空欄）" in output
    kushiro.refresh_from_db()
    assert kushiro.planned_signing_on is None
    assert not kushiro.theme_links.exists()
    assert (kushiro.ceremonies.get().hours, kushiro.ceremonies.get().place) == ("", "")
    run(write(tmp_path, KUSHIRO | cleared | {"締結式の日": "（削除）", "締結式の場所": "（削除）"}))
    assert not kushiro.ceremonies.exists()


def test_what_must_be_there_cannot_be_emptied(kushiro, tmp_path):
    output = refused(write(tmp_path, KUSHIRO | dict.fromkeys(("件名", "種別"), "（削除）")))
    assert "2行目「件名」：入力してください。" in output
    assert "2行目「種別」：入力してください。" in output


def test_parties_and_candidate_themes_that_a_table_does_not_tell_of_stay(kushiro, tmp_path):
    Party.objects.create(agreement=kushiro, order=2, organization=organization())
    candidate = theme("energy", "エネルギー")
    AgreementTheme.objects.create(agreement=kushiro, theme=candidate, state=ThemeState.CANDIDATE)
    changed = {"連携する自治体の団体コード": "012041；012068", "分野": "人材"}
    run(write(tmp_path, KUSHIRO | changed))
    names = ["北海道経済産業局", "釧路市ビジネスサポートセンター", "旭川市", "釧路市"]
    assert [str(party) for party in kushiro.parties.all()] == names
    links = {(str(link.theme), link.state) for link in kushiro.theme_links.all()}
    assert links == {("人材", "decided"), ("エネルギー", "candidate")}
    run(write(tmp_path, KUSHIRO | changed | {"分野": "人材;エネルギー"}))
    assert kushiro.theme_links.get(theme=candidate).state == ThemeState.DECIDED


@pytest.mark.parametrize(
    "words", ["2021/4/22", "2021-04-22", "令和3年4月22日", "R3.4.22", "２０２１年４月２２日（木）"]
)
def test_another_way_to_write_the_same_day_keeps_the_words_of_the_document(
    kushiro, words, tmp_path
):
    assert "変更なし 1件" in run(write(tmp_path, KUSHIRO | {"締結予定日": words}))


def test_a_mark_confirms_a_planned_day(kushiro, tmp_path):
    output = run(write(tmp_path, KUSHIRO | {"締結式の日": "2021年4月22日（確定）"}))
    assert "「締結式の日」：2021年4月22日(木)（予定） → 2021年4月22日(木)" in output
    assert kushiro.ceremonies.get().held_on == day("2021年4月22日(木)")


@pytest.mark.parametrize("words", ["記載なし", "未定"])
def test_an_absence_is_a_value(kushiro, words, tmp_path):
    run(write(tmp_path, KUSHIRO | {"締結日": words}))
    kushiro.refresh_from_db()
    assert kushiro.signed_on.is_absent
    assert kushiro.signed_on.text == words


def test_unusual_dates_are_taken_over_and_pointed_out(kushiro, tmp_path):
    dates = {"締結日": "2021年4月22日（金）", "協力期間の終わり": "平成39年度"}
    output = run(write(tmp_path, KUSHIRO | dates))
    assert "  要確認「締結日」：「2021年4月22日(金)」の曜日が合いません" in output
    assert "  要確認「協力期間の終わり」：「平成39年度」は元号の期間の外です" in output
    assert output.endswith("変更 1件・変更なし 0件・要確認 2件\n")
    kushiro.refresh_from_db()
    assert kushiro.ends_on.fiscal_year == 2027


def test_a_cited_value_that_changes_is_pointed_out(kushiro, tmp_path):
    cite(kushiro, "announced_on", document(), "2021年4月20日")
    output = run(write(tmp_path, KUSHIRO | {"発表日": "2021年4月21日", "件名": "別の件名"}))
    assert "要確認「発表日」：出典が登録されています" in output
    assert "要確認「件名」" not in output


def test_the_reason_for_a_theme_goes_with_the_theme(kushiro, tmp_path):
    link = kushiro.theme_links.get(theme__name="人材")
    reason = {"basis": Basis.EDITORIAL, "place": "", "reason": "(2)による分類です。"}
    cite(link, "theme", None, "", **reason)
    run(write(tmp_path, KUSHIRO | {"分野": "観光"}))
    assert [str(link) for link in kushiro.theme_links.all()] == ["観光"]
    assert not Citation.objects.exists()
    assert Citation.history.first().history_change_reason == "一括取込：協定一覧.csv"


@pytest.mark.parametrize("cell", ["012041", "12041", "01204", "1204", "０１２０４１", "旭川市"])
def test_a_municipality_is_known_by_what_spreadsheets_leave_of_its_code(kushiro, cell, tmp_path):
    run(write(tmp_path, KUSHIRO | {"連携する自治体の団体コード": cell}))
    assert [str(party) for party in kushiro.parties.all()] == ["北海道経済産業局", "旭川市"]


def test_a_code_means_the_standing_municipality_but_keeps_a_party_of_before(kushiro, tmp_path):
    merged = date(2006, 3, 5)
    standing = municipality("北見市")
    Municipality.objects.filter(pk=standing.pk).update(valid_from=merged)
    same = model_to_dict(standing, exclude=["id", "prefecture", "subprefecture", "successors"])
    before = Municipality.objects.create(
        **same | {"valid_from": None, "valid_until": merged}, prefecture=standing.prefecture
    )
    run(write(tmp_path, KUSHIRO | {"連携する自治体の団体コード": "012084"}))
    party = kushiro.parties.get(municipality__isnull=False)
    assert party.municipality == standing
    Party.objects.filter(pk=party.pk).update(municipality=before)
    assert "変更なし 1件" in run(write(tmp_path, KUSHIRO | {"連携する自治体の団体コード": "12084"}))


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-16"])
def test_files_of_old_and_new_excel_are_read(kushiro, encoding, tmp_path):
    assert "変更なし 1件" in run(write(tmp_path, KUSHIRO, encoding=encoding))


@pytest.mark.parametrize("text", ["=1+1", "+81", "-", "@SUM(A1)", "'=1", "=HYPERLINK(1)"])
def test_what_looks_like_a_formula_stays_text(kushiro, text, tmp_path):
    run(write(tmp_path, KUSHIRO | {"件名": text}))
    kushiro.refresh_from_db()
    assert kushiro.display_title == text


def test_the_bar_runs_on_a_terminal_only(kushiro, tmp_path, capsys):
    call_command("import_agreements", str(write(tmp_path, KUSHIRO)))
    assert capsys.readouterr().err == ""


def test_a_table_need_not_tell_of_a_ceremony(kushiro, tmp_path):
    Ceremony.objects.all().delete()
    names = [name for name in KUSHIRO if not name.startswith("締結式")]
    assert "変更なし 1件" in run(write(tmp_path, {name: KUSHIRO[name] for name in names}))
