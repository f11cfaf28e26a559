"""The page that finds records of every noun by words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from common.paging import page_of
from municipalities.northern import NORTHERN_VILLAGES, are_territories, names_of
from search.find import Search
from search.registry import nouns
from search.text import searchable, split, terms, tidy

EXAMPLES = {"ja": ("釧路", "航空宇宙", "留辺蘂"), "en": ("Kushiro", "20 January 2020", "MAS-NET")}


def search_page(request: HttpRequest) -> HttpResponse:
    """All nouns for `?q=`, the first few of each; `&noun=` gives one noun, page by page."""
    now = timezone.now()
    words = tidy(request.GET.get("q", ""))
    noun = next((noun for noun in nouns() if noun.key == request.GET.get("noun")), None)
    found = Search(words, now, only=noun.key if noun else "")
    groups = found.groups()
    context = {
        "words": words,
        "noun": noun,
        "groups": groups,
        "total": sum(len(group.hits) for group in groups),
        "each": found.of_each_word() if len(split(words)) > 1 and not groups else [],
        "page": page_of(groups[0].hits, request) if noun and groups else None,
        "examples": EXAMPLES[str(get_language())],
        "village": village_named(words),
        "islands": are_islands_asked(words),
    }
    return render(request, "portal/search.html", context)


def village_named(words: str) -> tuple[str, str] | None:
    """The village of the Northern Territories that is asked for, and its code: no row holds it."""
    asked = set(terms(words))
    named = ((name, code) for code, name in NORTHERN_VILLAGES.items())
    return next(
        (found for found in named if asked & set(map(searchable, names_of(found[1])))), None
    )


def are_islands_asked(words: str) -> bool:
    """Whether the Northern Territories are asked for, as a whole or one of them."""
    return any(map(are_territories, map(searchable, (words, *words.split()))))
