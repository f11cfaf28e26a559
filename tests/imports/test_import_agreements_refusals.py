"""What import_agreements refuses: with row, column and what to do, and nothing written."""

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from bureaus.models import Scope, User
from common.resources import TableResource
from common.spreadsheets import read_csv
from editorial.models import State
from imports.actions import import_agreements, preview_agreements
from municipalities.models import Municipality, Prefecture
from partnerships import resources
from partnerships.models import Agreement, Attendee, Ceremony, Party
from partnerships.resources import AgreementResource
from tests.imports.tables import HEADERS, KUSHIRO, refused, run, write
from tests.world import DRAFT, agreement, bureau, cite, day, document, theme

NEW = {"協定等ID": "hokkaido-muroran-2020", "担当局": "北海道", "種別": "覚書", "件名": "室蘭市"}


def unchanged(made):
    made.refresh_from_db()
    return made.version == 1 and made.history.count() == 1 and Agreement.objects.count() == 1


def test_a_broken_date_is_named_and_nothing_is_written(kushiro, tmp_path):
    path = write(tmp_path, NEW, KUSHIRO | {"締結予定日": "2021年4月31日", "件名": "別の件名"})
    output = refused(path)
    assert "3行目「締結予定日」：「2021年4月31日」という日はありません。" in output
    assert "エラー 1件。何も保存していません。エラーの行を直して" in output
    assert unchanged(kushiro)


def test_rows_are_counted_as_in_the_file(kushiro, tmp_path):
    path = write(tmp_path, KUSHIRO | {"発表日": "4月20日"})
    path.write_text("覚書一覧\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert "4行目「発表日」：「4月20日」は年が先頭にありません。" in refused(path)


def test_an_error_in_one_row_hides_none_of_another(kushiro, tmp_path):
    output = refused(write(tmp_path, KUSHIRO | {"種別": "契約"}, NEW | {"担当局": "札幌局"}))
    assert "2行目「種別」：「契約」は使えません。次のどれかを入力してください：覚書・協定" in output
    assert "3行目「担当局」：「札幌局」は登録されていません。" in output
    assert "北海道経済産業局" in output
    assert unchanged(kushiro)


def test_a_dry_run_fails_on_the_same_errors(kushiro, tmp_path):
    assert "「発表日」" in refused(write(tmp_path, KUSHIRO | {"発表日": "不明"}), "--dry-run")


@pytest.mark.parametrize("name", ["担当局", "種別", "件名"])
def test_a_new_row_needs_bureau_kind_and_title(places, name, tmp_path):
    assert f"2行目「{name}」：入力してください。" in refused(write(tmp_path, NEW | {name: ""}))
    rest = {header: cell for header, cell in NEW.items() if header != name}
    assert f"2行目「{name}」：入力してください。" in refused(write(tmp_path, rest))
    assert not Agreement.objects.exists()


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("協定等ID", "", "半角の英小文字・数字・ハイフンで入力してください"),
        ("協定等ID", "Hokkaido-Kushiro-2021", "半角の英小文字・数字・ハイフン"),
        ("協定等ID", "釧路市-2021", "半角の英小文字・数字・ハイフン"),
        ("件名", "覚" * 301, "300文字以内で入力してください（今は301文字）。"),
        ("締結式の時刻", "時" * 61, "60文字以内で入力してください"),
        ("締結日", "2021年4月22日（予定）", "予定の日は「締結日」ではなく「締結予定日」に"),
        ("協力期間の終わり", "44308", "日付の番号のようです"),
        ("分野", "観光、人材", "「観光、人材」は登録されていません。複数は「;」で区切って"),
        ("分野", "観光;観光", "同じ値が二度あります"),
        ("連携する自治体の団体コード", "012345", "検査数字を含む6桁"),
        ("連携する自治体の団体コード", "012068、012041", "複数は「;」で区切ってください"),
        ("連携する自治体の団体コード", "012068;釧路市", "同じ団体が二度あります"),
        ("連携する自治体の団体コード", "東京市", "団体コード「東京市」が正しくありません"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(kushiro, column, cell, message, tmp_path):
    output = refused(write(tmp_path, KUSHIRO | {column: cell}))
    assert "2行目" in output
    assert message in output
    assert unchanged(kushiro)


def test_a_period_that_ends_before_it_begins_is_refused(kushiro, tmp_path):
    period = {"協力期間の始まり": "2021年4月", "協力期間の終わり": "2020年4月"}
    output = refused(write(tmp_path, KUSHIRO | period))
    assert "2行目：協力期間の終わりが、始まりより前になっています。" in output


def test_a_name_that_several_municipalities_have_asks_for_the_code(kushiro, tmp_path):
    fukushima = Prefecture.objects.create(code="07", name="福島県", kana="ふくしまけん")
    for code, prefecture in ("012335", Prefecture.objects.get(code="01")), ("072133", fukushima):
        Municipality.objects.create(
            code=code, name="伊達市", kana="だてし", kind="city", prefecture=prefecture
        )
    output = refused(write(tmp_path, KUSHIRO | {"連携する自治体の団体コード": "伊達市"}))
    assert "「伊達市」は複数あります。団体コードで入力してください" in output
    assert "北海道伊達市 012335、福島県伊達市 072133" in output
    run(write(tmp_path, KUSHIRO | {"連携する自治体の団体コード": "福島県伊達市"}))
    assert kushiro.parties.last().municipality.code == "072133"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("協定等ID,件名,備考\na,b,c\n", "1行目「備考」：この見出しは使えません。"),
        ("件名,種別\na,覚書\n", "1行目「協定等ID」：この見出しの列がありません。"),
        ("協定等ID,件名,件名\na,b,c\n", "1行目「件名」：同じ見出しの列が二つ以上あります。"),
        ("協定等ID,件名\na,b\na,c\n", "3行目「協定等ID」：2行目と同じです。"),
        ("協定等ID,件名\na,\x00\n", "2行目「件名」：1文字目に使えない制御文字（U+0000）"),
        ("協定等ID,状態\na,公開中\n", "1行目「状態」：この見出しは使えません。"),
        ("協定等ID,state,publish_at,version\na,published,,9\n", "1行目「publish_at」"),
        ("何かの一覧\n", "見出しの行が見つかりません。"),
    ],
)
def test_a_file_with_a_wrong_shape_is_refused(kushiro, text, message, tmp_path):
    path = tmp_path / "一覧.csv"
    path.write_text(text, encoding="utf-8")
    output = refused(path)
    assert message in output
    assert "何も保存していません。" in output
    assert unchanged(kushiro)


def test_a_file_that_is_not_there_is_named(db, tmp_path):
    assert "読めません。場所と名前を確かめてください。" in refused(tmp_path / "ない.csv")
    assert "読めません" in refused(tmp_path)


def test_a_party_or_ceremony_on_which_something_hangs_is_not_taken_away(kushiro, tmp_path):
    party, ceremony = Party.objects.get(municipality__name="釧路市"), Ceremony.objects.get()
    cite(party, "body", document(), "釧路市")
    Attendee.objects.create(ceremony=ceremony, office="釧路市長")
    gone = dict.fromkeys(("締結式の日", "締結式の時刻", "締結式の場所"), "（削除）")
    output = refused(write(tmp_path, KUSHIRO | gone | {"連携する自治体の団体コード": "旭川市"}))
    assert "「連携する自治体の団体コード」：「釧路市」には出典か出席者が登録されている" in output
    assert "2行目「締結式の日」：" in output
    assert unchanged(kushiro)


def test_one_of_several_ceremonies_is_not_guessed(kushiro, tmp_path):
    Ceremony.objects.create(agreement=kushiro, held_on=day("2021年5月1日"))
    assert "変更なし" in run(write(tmp_path, KUSHIRO))
    output = refused(write(tmp_path, KUSHIRO | {"締結式の場所": "市民ホール"}))
    assert "締結式が二つ以上登録されています。" in output


def failing(exception):
    """In place of `save_agreement`: the second row fails after the first was written."""
    calls = []

    def save(**values):
        calls.append(values)
        if len(calls) > 1:
            raise exception
        values["agreement"].save()

    return save


def test_a_failure_of_the_database_undoes_all_rows(kushiro, monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "save_agreement", failing(IntegrityError("重複")))
    path = write(tmp_path, NEW, KUSHIRO | {"件名": "別の件名"})
    assert "ほかの人がデータベースに書き込みました（重複）。何も保存していません。" in refused(path)
    assert unchanged(kushiro)


def test_a_failure_of_the_program_is_not_hidden_and_undoes_all_rows(kushiro, monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "save_agreement", failing(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        run(write(tmp_path, NEW, KUSHIRO | {"件名": "別の件名"}))
    assert unchanged(kushiro)


def test_what_became_wrong_after_the_preview_is_refused_when_writing(kushiro, tmp_path):
    table = read(write(tmp_path, NEW, KUSHIRO | {"締結式の場所": "市民ホール"}))
    assert not preview_agreements(table=table).problems
    Ceremony.objects.create(agreement=kushiro, place="市役所")
    assert import_agreements(table=table, file_name="一覧.csv").problems
    assert unchanged(kushiro)


def test_rows_are_locked_while_they_are_written(kushiro, tmp_path):
    with CaptureQueriesContext(connection) as queries:
        run(write(tmp_path, KUSHIRO | {"件名": "別の件名"}))
    locked = any("FOR UPDATE" in query["sql"] for query in queries)
    assert locked == connection.features.has_select_for_update


def test_the_sequence_of_ids_is_left_alone(places, tmp_path):
    with CaptureQueriesContext(connection) as queries:
        run(write(tmp_path, NEW))
    assert not [q for q in queries if "setval" in q["sql"] or "sqlite_sequence" in q["sql"]]
    assert "after_import" in vars(TableResource)


def test_the_options_that_would_open_a_hole_stay_off():
    options = AgreementResource._meta
    assert not options.use_bulk
    assert not options.skip_diff
    assert options.skip_unchanged
    assert options.clean_model_instances
    assert "id" not in AgreementResource.fields
    assert {"state", "publish_at", "version"}.isdisjoint(AgreementResource.fields)
    assert len(HEADERS) == len(set(HEADERS)) == len(AgreementResource.fields)


def read(path):
    return read_csv(path.read_bytes(), columns=HEADERS, key="協定等ID")


def staff(**values):
    return User.objects.create_user("職員", **values)


def imported(path, user):
    return import_agreements(table=read(path), file_name=path.name, user=user)


def test_staff_import_for_their_own_bureau_only(kushiro, tmp_path):
    user = staff(scope=Scope.BUREAU, bureau=bureau("tohoku"))
    report = imported(write(tmp_path, KUSHIRO | {"件名": "書き換え"}, NEW), user)
    assert [(problem.row, problem.column) for problem in report.problems] == [
        (2, "協定等ID"),
        (3, "担当局"),
    ]
    assert unchanged(kushiro)
    assert not imported(write(tmp_path, NEW | {"担当局": "東北経済産業局"}), user).problems


def test_a_draft_of_another_bureau_is_neither_changed_nor_told_of(places, tmp_path):
    agreement(
        "hokkaido-muroran-2020", display_title="発表前の覚書", bureau=bureau("tohoku"), **DRAFT
    )
    user = staff(scope=Scope.BUREAU, bureau=bureau())
    report = imported(write(tmp_path, NEW), user)
    assert [str(problem) for problem in report.problems] == [
        "2行目「協定等ID」：この協定等を変更する権限がありません。担当局に依頼してください。"
    ]
    assert "発表前の覚書" not in "\n".join(report.lines())


def test_staff_cannot_give_a_record_to_another_bureau(kushiro, tmp_path):
    bureau("tohoku")
    user = staff(scope=Scope.BUREAU, bureau=bureau())
    report = imported(write(tmp_path, KUSHIRO | {"担当局": "東北"}), user)
    assert [problem.column for problem in report.problems] == ["担当局"]


@pytest.mark.parametrize(
    "values", [{"scope": Scope.HEADQUARTERS}, {"scope": Scope.SYSTEM, "is_active": False}]
)
def test_who_may_edit_nothing_imports_nothing(kushiro, values, tmp_path):
    user = staff(**values)
    assert imported(write(tmp_path, KUSHIRO), user).problems
    assert imported(write(tmp_path, NEW), user).problems
    assert unchanged(kushiro)


def test_a_draft_theme_of_another_bureau_cannot_be_chosen(kushiro, tmp_path):
    theme("secret", "準備中の分野", bureau=bureau("tohoku"), **DRAFT)
    user = staff(scope=Scope.BUREAU, bureau=bureau())
    (problem,) = imported(write(tmp_path, KUSHIRO | {"分野": "準備中の分野"}), user).problems
    assert problem.column == "分野"
    assert "観光・人材" in problem.message or "人材・観光" in problem.message
    assert problem.message.count("準備中の分野") == 1


def test_the_system_writes_for_all_bureaus_and_publishes_nothing(places, tmp_path):
    imported(write(tmp_path, NEW), staff(scope=Scope.SYSTEM))
    assert Agreement.objects.get().state == State.DRAFT
