"""What can be found: upper rooms register their nouns, each with its entries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from common.stated_dates import StatedDate
from search.days import spellings, tells_of
from search.text import holds, searchable


@dataclass(frozen=True)
class Text:
    """A piece of a record's text, under the name that readers know it by.

    `keys`: where only the whole of it is to be found (a code), all the ways of writing it.
    `date`: where it is one, found by the days that it means and not by the letters shown.
    """

    text: str
    label: Any = ""
    keys: frozenset[str] = frozenset()
    date: StatedDate | None = None

    def holds(self, term: str) -> bool:
        if self.date:
            return tells_of(self.date, term)
        if self.keys:
            return term in self.keys
        return any(holds(self.text, form) for form in spellings(term))

    def begins(self, term: str) -> bool:
        return searchable(self.text).startswith(term)

    def equals(self, term: str) -> bool:
        return term in (self.keys or {searchable(self.text)})


@dataclass
class Entry:
    """A public record as it is searched.

    `context` is not found by itself (the prefecture of a town); `page`: the record on whose page it
    stands, where it has none of its own, and `anchor`: its place there. `status`, with its label,
    and `note` are shown with it and not searched.
    """

    record: Any
    title: str
    about: str = ""
    names: list[Text] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    context: list[Text] = field(default_factory=list)
    page: Any = None
    anchor: str = ""
    status: tuple[str, str] | None = None
    note: str = ""

    @property
    def address(self) -> str:
        page = (self.page or self.record).get_absolute_url()
        return f"{page}#{self.anchor}" if self.anchor else str(page)


@dataclass(frozen=True)
class Noun:
    """`entries`: those that are public at an instant, in the order of the noun's own list."""

    key: str
    label: Any
    entries: Callable[[datetime], Iterable[Entry]]


_nouns: dict[str, Noun] = {}


def register(key: str, label: Any, entries: Callable[[datetime], Iterable[Entry]]) -> None:
    """Let a noun be found; groups of hits stand in the order of registration."""
    _nouns[key] = Noun(key, label, entries)


def nouns() -> list[Noun]:
    return list(_nouns.values())
