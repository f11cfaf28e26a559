"""Every public page, at its fullest and its emptiest, as a browser lays it out.

`make test` looks at six combinations of language, width and script, in which each pair of the
three stands together once; `make prove` at all twelve.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.core.management import call_command
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.portals import (
    EMPTIEST,
    ERRORS,
    NO_PAGES,
    address,
    empty,
    fill,
    in_empty_portal,
    in_full_portal,
    pages,
)
from tests.portal.addresses import public_patterns

pytestmark = pytest.mark.django_db

# Also the rules that axe leaves out by itself: those of level AAA and those on trial. Contrast is
# measured once, by the stricter of its two rules.
AXE = """axe.run({
    resultTypes: ["violations"],
    preload: false,
    rules: Object.fromEntries(
        axe.getRules().map(rule => [rule.ruleId, {enabled: rule.ruleId !== "color-contrast"}])),
}).then(found => found.violations.map(
    rule => [rule.id, rule.nodes.length, ...rule.nodes.slice(0, 3).map(node => node.html)]))"""
OVERFLOW = (Path(__file__).parent / "overflow.js").read_text(encoding="utf-8")
TARGETS = (Path(__file__).parent / "targets.js").read_text(encoding="utf-8")
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
REPORTS = """document.addEventListener("securitypolicyviolation", event =>
    console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`))"""
# What Chromium says of an answer that is an error.
SAID_OF_ERRORS = "Failed to load resource: the server responded with a status of "


class Combination(NamedTuple):
    """A page is loaded once and looked at in each of the widths."""

    language: str
    script: bool
    widths: tuple[int, ...]

    def __str__(self) -> str:
        widths = "-".join(map(str, self.widths))
        return f"{self.language}-{'script' if self.script else 'plain'}-{widths}"


PAIRWISE = [
    Combination("ja", True, (320, 1280)),
    Combination("ja", False, (768,)),
    Combination("en", True, (768,)),
    Combination("en", False, (320, 1280)),
]
REST = [
    Combination("ja", True, (768,)),
    Combination("ja", False, (320, 1280)),
    Combination("en", True, (320, 1280)),
    Combination("en", False, (768,)),
]


class Window:
    """One tab in one combination; `said` is what its pages asked for and complained of."""

    def __init__(self, browser: Browser, base: str, combination: Combination) -> None:
        self.combination = combination
        self.said: list[str] = []
        self.context = browser.new_context(base_url=base)
        self.context.add_init_script(REPORTS)
        self.page = self.context.new_page()
        self.protocol = self.context.new_cdp_session(self.page)
        host = urlsplit(base).netloc
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("console", lambda message: self.hear(message.type, message.text))
        self.page.on("request", lambda request: self.watch(host, request.url))

    def hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.said.append(text)

    def watch(self, host: str, url: str) -> None:
        if urlsplit(url).scheme != "data" and urlsplit(url).netloc != host:
            self.said.append(f"asked for {url}")

    def open(self, path: str) -> int:
        """Load a page; where script is off, it is on again afterwards, for the measurements.

        Nothing of the page's own runs then any more: a browser does not run a script later.
        """
        self.said.clear()
        self.run_scripts(self.combination.script)
        self.widen(self.combination.widths[0])
        answer = self.page.goto(path)
        self.run_scripts(True)
        assert answer is not None
        return answer.status

    def widen(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})

    def run_scripts(self, on: bool) -> None:
        self.protocol.send("Emulation.setScriptExecutionDisabled", {"value": not on})

    def complaints(self) -> list[str]:
        """What is wrong with the page, with its sources closed and with all of them open."""
        self.page.evaluate(AXE_SCRIPT)
        found = [one for width in self.combination.widths for one in self.look(width, AXE)]
        self.page.evaluate(OPEN_ALL)
        found += [one for width in self.combination.widths for one in self.look(width, TARGETS)]
        return found + self.said

    def look(self, width: int, *measures: str) -> list[str]:
        """What the measures, and the one of what is cut, find in a width."""
        self.widen(width)
        found = [one for measure in (*measures, OVERFLOW) for one in self.page.evaluate(measure)]
        return [f"{width}: {one}" for one in found]


@pytest.fixture(scope="module")
def portal(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of a full portal that serves all tests: pages only read."""
    with django_db_blocker.unblock():
        fill()
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def emptied(portal: str, django_db_blocker: DjangoDbBlocker) -> None:
    """From here to the end of the module the portal is empty."""
    with django_db_blocker.unblock():
        empty()


Open = Callable[[Combination], Window]


@pytest.fixture(scope="module")
def window(chromium: Browser, portal: str) -> Iterator[Open]:
    """The tab of a combination, opened once."""
    windows: dict[Combination, Window] = {}

    def of(combination: Combination) -> Window:
        if combination not in windows:
            windows[combination] = Window(chromium, portal, combination)
        return windows[combination]

    yield of
    for one in windows.values():
        one.context.close()


each_combination = pytest.mark.parametrize(
    "combination",
    [
        pytest.param(one, id=str(one), marks=() if one in PAIRWISE else pytest.mark.prove)
        for one in (*PAIRWISE, *REST)
    ],
)


def look(window: Window, name: str, state: int) -> None:
    status = window.open(address(name, window.combination.language, state))
    found = window.complaints()
    if name in ERRORS:
        found = [one for one in found if not one.startswith(f"{SAID_OF_ERRORS}{status}")]
    assert (status, found) == (ERRORS.get(name, 200), [])


def test_the_walk_covers_every_public_address():
    assert public_patterns() == {*pages(), *NO_PAGES} - ERRORS.keys()


def test_the_six_combinations_hold_every_pair():
    every = set(product(("ja", "en"), (True, False), (320, 768, 1280)))
    six = each_width(PAIRWISE)
    assert (len(six), six | each_width(REST)) == (6, every)
    for one, other in combinations(range(3), 2):
        assert len({(each[one], each[other]) for each in six}) == (
            4 if (one, other) == (0, 1) else 6
        )


def each_width(found: list[Combination]) -> set[tuple[str, bool, int]]:
    return {(language, script, width) for language, script, widths in found for width in widths}


@each_combination
@pytest.mark.parametrize(("name", "state"), in_full_portal())
def test_a_page_of_the_full_portal_is_laid_out_for_everybody(
    window: Open, combination: Combination, name: str, state: int
) -> None:
    look(window(combination), name, state)


@each_combination
@pytest.mark.parametrize("name", in_empty_portal())
def test_a_page_of_the_empty_portal_is_laid_out_for_everybody(
    window: Open, emptied: None, combination: Combination, name: str
) -> None:
    look(window(combination), name, EMPTIEST)
