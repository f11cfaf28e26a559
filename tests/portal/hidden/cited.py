"""Public values cited by the hidden document; hidden values and links by public documents."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from django.db import models

from sources import citable
from sources.models import Citation
from tests.portal.hidden.secret import SECRET
from tests.world import cite, differ


def tie_citations(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    for public in list(Citation.objects.filter(document=world.document)):
        cite(public.record, public.field, hidden.document, SECRET, value_stated=SECRET)
    one, other = Citation.objects.about([world.agreement]).filter(field="planned_signing_on")
    differ(world.agreement, "planned_signing_on", one, other, note=SECRET)
    for row, field in _secrets(world, hidden):
        both = [
            cite(row, field, by, SECRET, value_stated=SECRET)
            for by in (world.document, world.report)
        ]
        differ(row, field, *both, note=SECRET)


def _secrets(world: SimpleNamespace, hidden: SimpleNamespace) -> Iterator[tuple[Any, str]]:
    """Each field of each hidden record, and of each link to one, that can be cited."""
    yield world.earlier, "succeeds"
    yield world.before, "preceded_by"
    fields = {entry.model: entry.fields for entry in citable.registered()}
    for row in (*vars(hidden).values(), *hidden.links):
        if isinstance(row, models.Model):
            yield from ((row, field) for field in sorted(fields.get(type(row), ())))
