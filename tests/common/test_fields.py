"""One declaration, four columns: on abstract and concrete models, in migrations and rows."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations import Migration
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter
from django.test.utils import isolate_apps

from common.fields import StatedDateField, stated_dates
from common.stated_dates import Certainty, StatedDate, read
from partnerships.models import Agreement

SIGNING = date(2021, 4, 22)
SIGNED = StatedDate("R3.4.22", SIGNING, SIGNING, Certainty.CONFIRMED)
COLUMNS = ["signed_on_text", "signed_on_first", "signed_on_last", "signed_on_certainty"]


def pact():
    """A model with one date of its own and one from an abstract base."""

    class Announced(models.Model):
        announced_on = StatedDateField("発表日")

        class Meta:
            app_label = "common"
            abstract = True

    class Pact(Announced):  # noqa: DJ008
        name = models.CharField("名称", max_length=20)
        signed_on = StatedDateField("締結日")
        place = models.CharField("場所", max_length=20)

        class Meta:
            app_label = "common"
            constraints = [
                models.CheckConstraint(condition=~models.Q(name="×"), name="%(class)s_name")
            ]

    return Pact


@pytest.fixture
def isolated():
    with isolate_apps("common"):
        yield pact()


@pytest.fixture
def table(isolated, transactional_db):
    with connection.schema_editor() as editor:
        editor.create_model(isolated)
    yield isolated
    with connection.schema_editor() as editor:
        editor.delete_model(isolated)


def operations(before, after):
    asked = MigrationQuestioner(defaults={"ask_initial": True})
    changes = MigrationAutodetector(before, after, asked).changes(graph=MigrationGraph())
    return [
        operation for migration in changes.get("common", []) for operation in migration.operations
    ]


def state_of(model):
    state = ProjectState()
    state.add_model(ModelState.from_model(model))
    return state


def test_a_declaration_adds_four_columns_in_its_place(isolated):
    names = [field.name for field in isolated._meta.concrete_fields]
    assert names[-6:] == ["name", *COLUMNS, "place"]
    labels = [isolated._meta.get_field(name).verbose_name for name in COLUMNS]
    assert labels == [
        "締結日（資料の表記）",
        "締結日（始め）",
        "締結日（終わり）",
        "締結日（確かさ）",
    ]


def test_a_model_knows_its_stated_dates_inherited_ones_too(isolated):
    assert stated_dates(isolated) == ["announced_on", "signed_on"]
    assert isolated.signed_on.label == "締結日"


def test_a_date_is_a_keyword_of_the_constructor_and_an_attribute(isolated):
    row = isolated(signed_on=SIGNED)
    assert row.signed_on == SIGNED
    assert [getattr(row, name) for name in COLUMNS] == ["R3.4.22", SIGNING, SIGNING, "confirmed"]
    assert row.announced_on is None
    row.signed_on = None
    assert [getattr(row, name) for name in COLUMNS] == ["", None, None, ""]
    assert row.signed_on is None


def test_an_absence_is_not_nothing(isolated):
    absence = StatedDate("", None, None, Certainty.NOT_STATED)
    assert isolated(signed_on=absence).signed_on == absence


@pytest.mark.parametrize(
    "value",
    [
        SIGNED,
        None,
        StatedDate("", None, None, Certainty.NOT_STATED),
        StatedDate("特になし", None, None, Certainty.NONE),
        StatedDate("認定の日から", None, None, Certainty.PLANNED),
        read("2016年度～2027年度").value,
    ],
)
def test_a_possible_date_comes_back_from_the_database(table, value):
    row = table.objects.create(name="覚書", signed_on=value, announced_on=value)
    row.full_clean(exclude=["place"])
    again = table.objects.get()
    assert (again.signed_on, again.announced_on) == (value, value)


IMPOSSIBLE = {
    "one end": StatedDate("R3.4.22", SIGNING, None, Certainty.CONFIRMED),
    "other end": StatedDate("R3.4.22", None, SIGNING, Certainty.CONFIRMED),
    "backward": StatedDate("R3.4", SIGNING, date(2021, 4, 1), Certainty.CONFIRMED),
    "absent with a day": StatedDate("R3.4.22", SIGNING, SIGNING, Certainty.UNDECIDED),
    "interval without certainty": StatedDate("R3.4.22", SIGNING, SIGNING, ""),
    "words without certainty": StatedDate("認定の日から", None, None, ""),
    "certain of nothing": StatedDate("", None, None, Certainty.CONFIRMED),
    "unknown certainty": StatedDate("R3.4.22", SIGNING, SIGNING, "sure"),
}


@pytest.mark.parametrize("name", ["signed_on", "announced_on"])
@pytest.mark.parametrize("value", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_an_impossible_date_is_refused_by_the_database_and_in_japanese(table, name, value):
    row = table(name="覚書", place="市役所", **{name: value})
    with pytest.raises(ValidationError) as refused:
        row.validate_constraints()
    label = getattr(table, name).label
    assert refused.value.messages[0].startswith(f"{label}の組み合わせが正しくありません。")
    with pytest.raises(IntegrityError, match=f"common_pact_{name}_stated"), transaction.atomic():
        row.save()


def test_the_words_of_the_row_are_its_own_constraint_too(table):
    with pytest.raises(IntegrityError, match="pact_name"), transaction.atomic():
        table.objects.create(name="×")


def test_a_date_can_be_looked_up_and_created_by_name(table):
    row, created = table.objects.update_or_create(name="覚書", defaults={"signed_on": SIGNED})
    assert created
    table.objects.update_or_create(name="覚書", defaults={"signed_on": None})
    row.refresh_from_db()
    assert row.signed_on is None


def test_migrations_hold_plain_columns_and_the_constraints(isolated):
    created = operations(ProjectState(), state_of(isolated))
    migration = type("Migration", (Migration,), {"operations": created})("0001_initial", "common")
    written = MigrationWriter(migration, include_header=False).as_string()
    assert (
        "models.CharField(blank=True, max_length=200, verbose_name='締結日（資料の表記）')"
        in written
    )
    assert "common_pact_signed_on_stated" in written
    assert "common_pact_announced_on_stated" in written
    assert "pact_name" in written
    assert "common.fields" not in written


@isolate_apps("common")
def test_a_model_without_constraints_of_its_own_brings_those_of_its_dates():
    class Plan(models.Model):  # noqa: DJ008
        starts_on = StatedDateField("始まり")

        class Meta:
            app_label = "common"

    (constraint,) = state_of(Plan).models["common", "plan"].options["constraints"]
    assert constraint.name == "common_plan_starts_on_stated"


def test_a_second_migration_has_nothing_to_do(isolated):
    with isolate_apps("common"):
        again = state_of(pact())
    assert operations(state_of(isolated), again) == []


def test_a_history_has_the_columns_and_no_constraint():
    history = Agreement.history.model
    assert {f.name for f in history._meta.fields} >= set(COLUMNS)
    assert history._meta.constraints == []
    assert stated_dates(history) == []
    assert history(**dict(zip(COLUMNS, ["R3.4.22", SIGNING, SIGNING, "confirmed"], strict=True)))


def test_an_agreement_has_one_constraint_for_each_of_its_dates():
    names = [constraint.name for constraint in Agreement._meta.constraints]
    for name in stated_dates(Agreement):
        assert names.count(f"partnerships_agreement_{name}_stated") == 1
