"""The content of the repository against the registered texts. Collected only where they are."""

import pytest
from django.core.management import call_command

from sources.models import Citation
from tests.sources.conftest import SEEDS


@pytest.fixture(autouse=True)
def _content(db, settings):
    settings.SEEDS_DIR = str(SEEDS)
    call_command("load_reference", verbosity=0)
    call_command("load_content", verbosity=0)


def test_every_quotation_is_verbatim_and_every_line_is_used(capsys):
    call_command("check_citations")
    assert "すべての引用は原文のとおりで" in capsys.readouterr().out


def test_every_quotation_knows_where_it_begins():
    quoted = Citation.objects.exclude(quotation="")
    assert quoted.exists()
    assert not quoted.filter(position=None).exists(), "check_citations --number"
