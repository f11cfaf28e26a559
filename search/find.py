"""Finding records by words: every term in some text of the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from search.days import spellings
from search.registry import Entry, Noun, Text, nouns
from search.text import MAX_TERMS, Pieces, excerpt, marked, split, terms

SHOWN = 5  # of each noun, where all nouns are searched


@dataclass
class Passage:
    label: str
    pieces: Pieces

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)

    @property
    def lang(self) -> str:
        """What it is written in, for a reader's voice."""
        return "en" if self.text.isascii() else "ja"


@dataclass
class Hit:
    entry: Entry
    wanted: list[str]

    @property
    def title(self) -> Passage:
        return Passage("", marked(self.entry.title, self._spelled))

    @property
    def about(self) -> Passage:
        return Passage("", marked(self.entry.about, self._spelled))

    @property
    def _spelled(self) -> list[str]:
        """The terms in every way that they may be printed."""
        return [form for term in self.wanted for form in spellings(term)]

    @property
    def passages(self) -> list[Passage]:
        """A text for each term that stands neither in title nor below; fewer where one has more."""
        shown = [Text(self.entry.title), Text(self.entry.about)]
        missing = [term for term in self.wanted if not any(text.holds(term) for text in shown)]
        texts = [*self.entry.names, *self.entry.texts, *self.entry.context]
        passages = []
        while missing:
            best = max(texts, key=lambda text: sum(map(text.holds, missing)))
            first = next(filter(best.holds, missing))
            passage = Passage(str(best.label), self._pieces(best, first))
            told = Text(passage.text)
            missing = [term for term in missing if term != first and not told.holds(term)]
            passages.append(passage)
        return passages

    def _pieces(self, text: Text, around: str) -> Pieces:
        """A code or date is marked as a whole; of a long text the stretch around a term."""
        if text.keys or text.date:
            return [(text.text, True)]
        return excerpt(text.text, self._spelled, spellings(around))

    @property
    def rank(self) -> int:
        """Names before other texts; of names, first what is named just so, then what begins so."""
        names = [Text(self.entry.title), *self.entry.names]
        if not all(any(name.holds(term) for name in names) for term in self.wanted):
            return 3
        first = self.wanted[0]
        if any(name.equals(first) for name in names):
            return 0
        return 1 if any(name.begins(first) for name in names) else 2


@dataclass
class Group:
    noun: Noun
    hits: list[Hit]

    @property
    def first(self) -> list[Hit]:
        """What is shown beside other groups."""
        return self.hits[:SHOWN]

    @property
    def more(self) -> bool:
        return len(self.hits) > SHOWN


class Search:
    """The words among what is public at `now`, which is read once; `only`: of one noun.

    An index may take the place of what stands inside (docs/adr/0014-search.md).
    """

    def __init__(self, words: str, now: datetime, *, only: str = "") -> None:
        self.words = words
        self._wanted = terms(words)
        asked = [noun for noun in nouns() if only in ("", noun.key)] if self._wanted else []
        self._read = [(noun, list(noun.entries(now))) for noun in asked]

    def groups(self) -> list[Group]:
        """What holds all the words, by noun."""
        groups = [Group(noun, matching(entries, self._wanted)) for noun, entries in self._read]
        return [group for group in groups if group.hits]

    def of_each_word(self) -> list[tuple[str, int]]:
        """Each word with how many entries hold it, whatever the others."""
        counted = dict.fromkeys(split(self.words)[:MAX_TERMS])
        return [(word, self._number_of(terms(word))) for word in counted]

    def _number_of(self, wanted: list[str]) -> int:
        return sum(_holds(entry, wanted) for _noun, entries in self._read for entry in entries)


def search(words: str, now: datetime, *, only: str = "") -> list[Group]:
    """What is public at `now` and holds all the words, by noun; `only`: of one noun."""
    return Search(words, now, only=only).groups()


def matching(entries: Iterable[Entry], wanted: list[str]) -> list[Hit]:
    """The entries that hold all the terms, those named so first, else in their own order."""
    hits = [Hit(entry, wanted) for entry in entries if _holds(entry, wanted)]
    return sorted(hits, key=lambda hit: hit.rank)


def _holds(entry: Entry, wanted: list[str]) -> bool:
    """Whether every term is in the entry, and one of them in more than its context."""
    own = [Text(entry.title), *entry.names, *entry.texts]
    missing = [term for term in wanted if not any(text.holds(term) for text in own)]
    around = all(any(text.holds(term) for text in entry.context) for term in missing)
    return around and len(missing) < len(wanted)
