"""Organisations as they are searched."""

from collections.abc import Iterable
from datetime import datetime

from organizations.models import Organization
from portal.searched.texts import fields, text
from search.registry import Entry, Text


def organizations(now: datetime) -> Iterable[Entry]:
    """With their other names; no names of representatives."""
    public = Organization.objects.public(now).select_related("municipality")
    for row in public.prefetch_related("aliases"):
        aliases = [
            found for one in row.aliases.all() for found in text(one.name, one.get_kind_display())
        ]
        yield Entry(
            row,
            str(row),
            about=row.get_kind_display(),
            names=[*fields(row, "name", "kana", "name_en"), *aliases, *_number(row)],
            texts=[*fields(row, "description", "address"), *_place(row)],
        )


def _number(row: Organization) -> list[Text]:
    number = row.corporate_number
    label = str(row._meta.get_field("corporate_number").verbose_name)
    return [Text(number, label, frozenset({number}))] if number else []


def _place(row: Organization) -> list[Text]:
    label = row._meta.get_field("municipality").verbose_name
    return text(row.municipality.name, label) if row.municipality else []
