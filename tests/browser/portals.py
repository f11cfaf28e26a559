"""The portal at its fullest and its emptiest, and the address of each public page in both."""

from django.apps import apps
from django.core.management import call_command
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from editorial.models import Record, State
from tests import world
from tests.portal.addresses import FORMATS, PAGES

# Answered with a file for machines: nothing that a browser lays out.
NO_PAGES = FORMATS
# The record that has most on its page, beside it the one that has least.
BARE = "bare"
RECORDS = {
    "agreement": ("hokkaido-muroran-2020", BARE),
    "theme": ("manufacturing", BARE),
    "municipality": ("012050", "013030"),
    "prefecture": ("01", "47"),
    "bureau": ("hokkaido", "okinawa"),
    "project": ("muroran-mas-net", BARE),
    "plan": ("kita-no-monozukuri", BARE),
    "programme": ("regional-future-companies", BARE),
    "organization": ("mas-net", BARE),
    "document": ("hokkaido-kita-no-monozukuri-plan", BARE),
}
# What a page shows only when asked: much, beside nothing.
QUERIES = {
    "compare": ("?a=hokkaido-muroran-2020&a=kyushu-koshi-2019", "?a=nonsense"),
    "search": ("?q=釧路", "?q=nonsense"),
    "municipalities": ("?q=市", "?q=nonsense"),
}
FULLEST, EMPTIEST = 0, 1
# Answers without a record: what such a page is called here, and its status.
NOWHERE, GONE = "not found", "gone"
ERRORS = {NOWHERE: 404, GONE: 410}


def pages() -> list[str]:
    """The names of the patterns that have a page, and of the pages where there is none."""
    return [*sorted(set(PAGES) - NO_PAGES), *ERRORS]


def bare_ones() -> set[str]:
    return {name for name, (_, emptiest) in RECORDS.items() if emptiest == BARE}


def in_full_portal() -> list[tuple[str, int]]:
    """Every page at its fullest, and those of the bare records."""
    bare = [(name, EMPTIEST) for name in pages() if name in bare_ones()]
    return [(name, FULLEST) for name in pages()] + bare


def in_empty_portal() -> list[str]:
    """All other pages: with no record at all."""
    return [name for name in pages() if name not in bare_ones()]


def address(name: str, language: str, state: int) -> str:
    """Of a page, the fullest or the emptiest; a record's page must be named in `RECORDS`."""
    query = QUERIES.get(name, ("", ""))[state]
    with override(language):
        if name == NOWHERE:
            return reverse("home") + ("agreements/nonsense/" if state == FULLEST else "nonsense/")
        if name == GONE:
            return reverse("agreement" if state == FULLEST else "project", args=[GONE])
        if name in RECORDS:
            return reverse(name, args=[RECORDS[name][state]]) + query
        try:
            return reverse(name) + query
        except NoReverseMatch:
            raise AssertionError(
                f"tests/browser/portals.py: {name} のページがありません。"
            ) from None


def fill() -> None:
    """The content of all documents; of each kind one more record that says next to nothing."""
    call_command("load_reference", verbosity=0)
    call_command("load_content", verbosity=0)
    for build in (world.agreement, world.theme, world.project, world.plan, world.programme):
        build(BARE)
    world.organization(BARE)
    world.document(BARE, outline="")
    take_down()


def take_down() -> None:
    """One agreement and one project were public and are no longer."""
    for build in (world.agreement, world.project):
        build(GONE, **world.WITHDRAWN)


def empty() -> None:
    """Only places and bureaus are left: no record is public."""
    for model in apps.get_models():
        if issubclass(model, Record):
            shown = model._default_manager.exclude(state=State.WITHDRAWN)
            shown.update(state=State.DRAFT, publish_at=None)
