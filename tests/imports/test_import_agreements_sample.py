"""fixtures/agreements_sample.csv says what the content files say of the six agreements."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from common.fields import stated_dates
from editorial.models import State
from partnerships.actions import Parts
from partnerships.models import Agreement
from tests.imports.tables import HEADERS, refused, run

SAMPLE = settings.BASE_DIR / "fixtures" / "agreements_sample.csv"
TEXTS = ("bureau", "kind", "display_title", "official_title", "headline", "renewal_terms")


@pytest.fixture(scope="module")
def content(django_db_setup, django_db_blocker):
    """The content files, loaded once for this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_reference", verbosity=0)
        call_command("load_content", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def six(content, db):
    """The six agreements of the content files."""
    slugs = {line.split(",")[0] for line in sample().splitlines()[1:]}
    return list(Agreement.objects.filter(slug__in=slugs))


def sample():
    return SAMPLE.read_text(encoding="utf-8-sig")


def changed(tmp_path, old, new):
    assert old in sample()
    path = tmp_path / "一覧.csv"
    path.write_text(sample().replace(old, new), encoding="utf-8")
    return path


def copied(tmp_path):
    """The sample with a slug of its own in each row."""
    header, *rows = sample().splitlines()
    path = tmp_path / "写し.csv"
    path.write_text("\n".join([header, *(f"copy-of-{row}" for row in rows)]), encoding="utf-8")
    return path


def stated(agreement, name):
    """A date with its words; in a table an absence without words is called by its kind."""
    date = getattr(agreement, name)
    return date and (date.text or str(date), date.interval, date.certainty)


def traces(agreements):
    return [(row.version, row.history.count(), row.parties.count()) for row in agreements]


def test_the_sample_changes_nothing_on_the_content(six):
    before = traces(six)
    output = run(SAMPLE)
    assert len(six) == 6
    assert output.endswith("作成 0件・変更 0件・変更なし 6件\n")
    assert "要確認" not in output
    for agreement in six:
        agreement.refresh_from_db()
    assert traces(six) == before


def test_one_broken_date_is_named_and_the_database_stays(six, tmp_path):
    before = traces(six)
    output = refused(changed(tmp_path, ",2020年1月31日,", ",2020年1月32日,"))
    assert "3行目「締結日」：「2020年1月32日」という日はありません。" in output
    assert traces(Agreement.objects.filter(pk__in=[row.pk for row in six])) == before


def test_the_sample_holds_all_that_its_columns_can_say(six, tmp_path):
    assert "作成 6件" in run(copied(tmp_path))
    for agreement in six:
        copy = Agreement.objects.get(slug=f"copy-of-{agreement.slug}")
        assert copy.state == State.DRAFT
        for name in TEXTS:
            assert getattr(copy, name) == getattr(agreement, name), name
        for name in stated_dates(Agreement):
            assert stated(copy, name) == stated(agreement, name), name
        assert Parts.of(copy) == Parts.of(agreement)
        parties = [[str(party) for party in row.parties.all()] for row in (copy, agreement)]
        assert parties[0] == parties[1]


def test_the_manual_names_every_column():
    manual = (settings.BASE_DIR / "docs" / "import.md").read_text(encoding="utf-8")
    table = manual[manual.index("## 列") : manual.index("- **空欄**")]
    assert [header for header in HEADERS if header not in table] == []
    assert sample().splitlines()[0].split(",") == HEADERS
