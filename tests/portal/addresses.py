"""Every public address of a world, in both languages, found by the names of the URL patterns."""

from collections.abc import Callable, Iterator
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from common import workbook
from portal.open_data.lists import LISTS
from portal.views.open_data import FORMS
from tests.portal.hidden.secret import SECRET

LANGUAGES = ("ja", "en")

# The name of a pattern: the records, or the codes, that it has pages for.
PAGES: dict[str, Callable[[SimpleNamespace], list[tuple[str, ...]]]] = {
    "home": lambda world: [()],
    "agreements": lambda world: [()],
    "agreement": lambda world: every_agreement(world),
    "agreement-json": lambda world: every_agreement(world),
    "agreement-text": lambda world: every_agreement(world),
    "agreement-excel": lambda world: every_agreement(world),
    "compare": lambda world: [()],
    "themes": lambda world: [()],
    "theme": lambda world: slugs(world.theme),
    "municipalities": lambda world: [()],
    "municipality": lambda world: [(world.kushiro.code,), (world.asahikawa.code,)],
    "prefecture": lambda world: [(world.kushiro.prefecture.code,)],
    "bureau": lambda world: slugs(world.bureau),
    "projects": lambda world: [()],
    "project": lambda world: slugs(world.project, world.before),
    "plans": lambda world: [()],
    "plan": lambda world: slugs(world.plan, world.other_plan),
    "programmes": lambda world: [()],
    "programme": lambda world: slugs(world.programme),
    "organizations": lambda world: [()],
    "organization": lambda world: slugs(world.organization, world.network, world.facility),
    "documents": lambda world: [()],
    "document": lambda world: slugs(world.document, world.older, world.undated, world.signed_text),
    "differences": lambda world: [()],
    "search": lambda world: [()],
    "statistics": lambda world: [()],
    "statistics-items": lambda world: [()],
    "calendar": lambda world: [()],
    "data": lambda world: [()],
    "about": lambda world: [()],
    "accessibility": lambda world: [()],
    "terms": lambda world: [()],
    "privacy": lambda world: [()],
    "sitemap": lambda world: [()],
    "corrections": lambda world: [()],
}
# The patterns of one record, and those of the same for machines.
FILES = {
    "project": "projects-json",
    "plan": "plans-json",
    "programme": "programmes-json",
    "theme": "themes-json",
    "organization": "organizations-json",
    "document": "document-json",
    "municipality": "municipalities-json",
    "prefecture": "prefectures-json",
    "bureau": "bureaus-json",
}
PAGES |= {file: PAGES[page] for page, file in FILES.items()}
# The patterns of lists as files, each in every form.
LIST_FILES = {f"{noun}-list" for noun in LISTS}
PAGES |= {file: lambda world: [(form,) for form in FORMS] for file in LIST_FILES}
# Patterns that answer with a file for machines, not with a page.
FORMATS = {
    "agreement-json",
    "agreement-text",
    "agreement-excel",
    *FILES.values(),
    *LIST_FILES,
}
# What a reader may ask of a list.
QUERIES = {
    "statistics-items": ("?activities=planned", "?activities=none"),
    "calendar": ("?month=2021-04", "?fiscal_year=2021"),
    "agreements-list": ("?status=signed",),
    "plans-list": ("?targets=yes",),
    "municipalities-list": ("?q=釧路",),
    "documents-list": ("?kind=plan",),
    "compare": ("?a=hokkaido-kushiro-2021&a=hokkaido-asahikawa-2020", "?a=nonsense"),
    "agreements": (
        "?q=釧路",
        f"?q={SECRET}",
        "?status=signed",
        "?fiscal_year=2021&bureau=hokkaido",
        "?page=2",
    ),
    "plans": ("?targets=yes&stage=adopted", "?agreement=hokkaido-kushiro-2021"),
    "municipalities": ("?q=釧路",),
    "search": ("?q=釧路", f"?q={SECRET}", "?q=市 覚書&noun=agreements"),
    "corrections": ("?page=/agreements/", "?page=//elsewhere.example/"),
}


def every_agreement(world: SimpleNamespace) -> list[tuple[str, ...]]:
    return slugs(
        world.agreement,
        world.earlier,
        world.successor,
        world.dropped,
        world.ended,
        world.renewed,
    )


def slugs(*records: Any) -> list[tuple[str, ...]]:
    return [(record.slug,) for record in records]


def public_patterns() -> set[str]:
    """The names of all URL patterns beside the staff's."""
    return {pattern.name for pattern in _patterns(get_resolver())}


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        elif getattr(pattern, "app_name", None) != "admin":
            yield from _patterns(pattern)


def addresses(world: SimpleNamespace) -> dict[str, list[str]]:
    """The addresses of the world's public pages, by the name of their pattern."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        with override(language):
            for name, arguments in PAGES.items():
                plain = [reverse(name, args=args) for args in arguments(world)]
                asked = [plain[0] + query for query in QUERIES.get(name, ())]
                found.setdefault(name, []).extend(plain + asked)
    return found


def every_address(world: SimpleNamespace) -> list[str]:
    return [address for group in addresses(world).values() for address in group]


def text_of(answer: HttpResponse) -> str:
    """What an answer says; of an Excel file its sheets, without the hour at which it was made."""
    if answer.headers["Content-Type"] != workbook.TYPE:
        return answer.content.decode()
    with ZipFile(BytesIO(answer.content)) as file:
        parts = sorted(name for name in file.namelist() if name.startswith("xl/"))
        return "\n".join(file.read(name).decode() for name in parts)


def language_of(address: str) -> str:
    return "en" if address.startswith("/en/") else "ja"
