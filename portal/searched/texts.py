"""Texts of rows, as entries of the search hold them."""

from collections.abc import Iterable
from typing import Any

from common.fields import stated_dates
from common.stated_dates import show
from editorial.models import NumberedText
from search.registry import Text
from sources.labels import label_of


def text(words: str, label: Any) -> list[Text]:
    """The text, if there is one."""
    return [Text(words, label)] if words else []


def fields(row: Any, *names: str) -> list[Text]:
    """The fields of a row, each under its own name."""
    return [
        found
        for name in names
        for found in text(getattr(row, name), row._meta.get_field(name).verbose_name)
    ]


def dates(row: Any, label: Any = "") -> list[Text]:
    """The stated dates of a row, each under its own name, or all under `label`."""
    model = type(row)
    return [
        Text(show(day), label or label_of(model, name), date=day)
        for name in stated_dates(model)
        if (day := getattr(row, name)) and day.first
    ]


def outline(rows: Iterable[NumberedText]) -> list[Text]:
    """Headings and texts of a document's own outline, under the noun of the rows."""
    return [
        Text(words, row._meta.verbose_name)
        for row in rows
        for words in (row.heading, row.text)
        if words
    ]


def bodies(rows: Iterable[Any], label: Any = "") -> list[Text]:
    """Who stands in `rows`, of `Involved`; by default under the noun of the rows.

    By all their names: what is found does not depend on the language of the page.
    """
    return [
        Text(name, label or row._meta.verbose_name)
        for row in rows
        for name in names_of(row.body or row.name_as_stated)
    ]


def names_of(body: Any) -> list[str]:
    """A body's name with its reading, and its name in English; words as they are printed."""
    if isinstance(body, str):
        return [body]
    kana, english = (getattr(body, field, "") for field in ("kana", "name_en"))
    names = [f"{body.name}（{kana}）" if kana else body.name, english]
    return [name for name in names if name]
