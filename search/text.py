"""Text as it is searched; what is found there is marked in the original."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from common.text import normalise
from search.english import joined
from search.old_forms import FORMS

MAX_LENGTH = 100
MAX_TERMS = 8
# Of a long text: the characters ahead of what is found, and of the whole excerpt.
BEFORE, EXCERPT = 40, 160

# A character with the marks that belong to it: ク and ゛ are folded as one.
_CLUSTER = re.compile(
    ".[\u0300-\u036f\u3099\u309a\uff9e\uff9f\ufe00-\ufe0f\U000e0100-\U000e01ef]*", re.DOTALL
)

# A date is one word, also where its writer spaced it: 令和２年 １月31日.
_SPACED_DATE = re.compile(r"(?<=[年月])\s+(?=\d{1,2}\s*[月日])")

# What readers leave out: k-Biz, ビタミン・カラー and 32,000 are found as kbiz and so on.
_LEFT_OUT = re.compile(r"(?<=\D)[-・](?=.)|(?<=.)[-・](?=\D)|(?<=\d),(?=\d)")

Pieces = list[tuple[str, bool]]
Spans = list[tuple[int, int]]


@lru_cache(maxsize=2**15)
def searchable(text: str) -> str:
    """The form that is searched: `normalise`, old forms as new ones, no white space at all.

    Documents break lines and space characters (`I T`) where words do not end.
    """
    return "".join(normalise(text).translate(FORMS).split())


def tidy(words: str) -> str:
    """What a reader typed, as the field shows it again: one blank between words, not too long."""
    blank = {"Cc": " ", "Cs": " ", "Cf": ""}
    plain = "".join(blank.get(unicodedata.category(c), c) for c in words)
    return " ".join(plain.split())[:MAX_LENGTH].strip()


@lru_cache(maxsize=2**15)
def _bare(folded: str) -> str:
    return _LEFT_OUT.sub("", folded)


def split(words: str) -> list[str]:
    """The words of what is typed; a date is one."""
    return joined(_SPACED_DATE.sub("", tidy(words))).split()


def terms(words: str) -> list[str]:
    """The terms to be found, all of them: at most eight."""
    found = map(searchable, split(words))
    return list(dict.fromkeys(filter(None, found)))[:MAX_TERMS]


def holds(text: str, term: str) -> bool:
    """Whether a term stands in a text; in English and romaji letters, at a word's start."""
    folded, bare = searchable(text), _bare(term)
    found = term in folded or (bare and bare in _bare(folded))
    return bool(found) and (not text.isascii() or bool(_spans(text, [term])))


def marked(text: str, wanted: Iterable[str]) -> Pieces:
    """The original in pieces, each with whether a term was found in it."""
    return _cut(text, _spans(text, wanted), 0, len(text))


def excerpt(text: str, wanted: Iterable[str], around: Iterable[str]) -> Pieces:
    """The same of a long text's stretch where one of `around` is found first."""
    first, last = next(iter(_spans(text, around)), (0, 0))
    start = max(first - BEFORE, 0) if len(text) > EXCERPT else 0
    end = min(max(start + EXCERPT, last), len(text))
    pieces = _cut(text, _spans(text, wanted), start, end)
    return [*[("…", False)] * (start > 0), *pieces, *[("…", False)] * (end < len(text))]


def _cut(text: str, spans: Spans, start: int, end: int) -> Pieces:
    """The pieces of text[start:end]."""
    pieces, done = [], start
    for first, last in spans:
        if first < end and last > start:
            first, last = max(first, start), min(last, end)
            pieces += [(text[done:first], False), (text[first:last], True)]
            done = last
    return [piece for piece in (*pieces, (text[done:end], False)) if piece[0]]


def _spans(text: str, wanted: Iterable[str]) -> Spans:
    """Where the terms stand in the original, in order; those that touch are one."""
    folded = _with_origins(text)
    bare = _without_marks(*folded)
    found = sorted(
        span
        for term in wanted
        for span in (*_places(term, *folded), *_places(_bare(term), *bare))
        if _may_begin(text, span[0], term)
    )
    spans: Spans = []
    for first, last in found:
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    return spans


def _with_origins(text: str) -> tuple[str, Spans]:
    """The searchable text, and for each of its characters where in the original it comes from."""
    folded, origins = "", []
    for cluster in _CLUSTER.finditer(text):
        form = searchable(cluster[0])
        folded += form
        origins += [cluster.span()] * len(form)
    return folded, origins


def _without_marks(folded: str, origins: Spans) -> tuple[str, Spans]:
    """The same without what readers leave out."""
    left_out = {match.start() for match in _LEFT_OUT.finditer(folded)}
    kept = [at for at in range(len(folded)) if at not in left_out]
    return "".join(folded[at] for at in kept), [origins[at] for at in kept]


def _places(term: str, folded: str, origins: Spans) -> Spans:
    """Where in the original a term stands, overlapping ones too."""
    found = (match.start() for match in re.finditer(f"(?={re.escape(term)})", folded))
    return [(origins[at][0], origins[at + len(term) - 1][1]) for at in found if term]


def _may_begin(text: str, at: int, term: str) -> bool:
    """Whether a term found at a place begins there: romaji `at` is no part of `match`."""
    inside_word = text.isascii() and text[at - 1 : at].isalpha()
    return not (inside_word and term[0].isalpha())
