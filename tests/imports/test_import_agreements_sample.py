"""fixtures/agreements_sample.csv says what the content files say of the five agreements."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from common.fields import columns, stated_dates
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
def five(content, db):
    """The five agreements that document 000 announces or lists."""
    slugs = {line.split(",")[0] for line in sample().splitlines()[1:]}
    return list(Agreement.objects.filter(slug__in=slugs))


def sample():
    return SAMPLE.read_text(encoding="utf-8-sig")


def changed(tmp_path, old, new):
    assert old in sample()
    path = tmp_path / "一覧.csv"
    path.write_text(sample().replace(old, new), encoding="utf-8")
    return path


def traces(agreements):
    return [(row.version, row.history.count(), row.parties.count()) for row in agreements]


def test_the_sample_changes_nothing_on_the_content(five):
    before = traces(five)
    output = run(SAMPLE)
    assert len(five) == 5
    assert output.endswith("作成 0件・変更 0件・変更なし 5件\n")
    assert "要確認" not in output
    for agreement in five:
        agreement.refresh_from_db()
    assert traces(five) == before


def test_one_broken_date_is_named_and_the_database_stays(five, tmp_path):
    before = traces(five)
    output = refused(changed(tmp_path, "2020年1月31日", "2020年1月32日"))
    assert "3行目「締結日」：「2020年1月32日」という日はありません。" in output
    assert traces(Agreement.objects.filter(pk__in=[row.pk for row in five])) == before


def test_the_sample_holds_all_that_its_columns_can_say(five, tmp_path):
    assert "作成 5件" in run(changed(tmp_path, "hokkaido-", "copy-of-hokkaido-"))
    for agreement in five:
        copy = Agreement.objects.get(slug=f"copy-of-{agreement.slug}")
        assert copy.state == State.DRAFT
        names = [*TEXTS, *(c for d in stated_dates(Agreement) for c in columns(d))]
        for name in names:
            assert getattr(copy, name) == getattr(agreement, name), name
        assert Parts.of(copy) == Parts.of(agreement)
        parties = [[str(party) for party in row.parties.all()] for row in (copy, agreement)]
        assert parties[0] == parties[1]


def test_the_manual_names_every_column():
    manual = (settings.BASE_DIR / "docs" / "import.md").read_text(encoding="utf-8")
    table = manual[manual.index("## 列") : manual.index("- **空欄**")]
    assert [header for header in HEADERS if header not in table] == []
    assert sample().splitlines()[0].split(",") == HEADERS
