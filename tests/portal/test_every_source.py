"""Every value that can be cited shows its source on the page where it stands."""

import pytest

from sources import citable
from sources.models import SourceDocument
from tests.world import NOW, cite

FIELDS = [
    pytest.param(entry, field, id=f"{entry.model.__name__}.{field}")
    for entry in citable.registered()
    for field in sorted(entry.fields)
]


@pytest.mark.parametrize(("entry", "field"), FIELDS)
def test_the_source_of_a_value_stands_on_its_page(lasting_world, db, clock, client, entry, field):
    rows = entry.public(NOW).order_by("pk")
    row = next((row for row in rows if getattr(row, field)), None)
    assert row, "the whole world has no such value"
    root = entry.root_of(row)
    by = root if isinstance(root, SourceDocument) else lasting_world.report
    cite(row, field, by, f"引用：{field}")
    page = client.get(root.get_absolute_url()).content.decode()
    assert f"引用：{field}" in page
