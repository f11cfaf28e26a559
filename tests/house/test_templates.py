"""Templates are all used, and hold nothing that the content security policy would block."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from tests.house.source import ROOMS, ROOT, files, modules, place, templates

# Django loads these by itself.
ERROR_PAGES = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}

BLOCKED = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "inline style sheet": re.compile(r"<style\b", re.I),
    "script address": re.compile(r"""["']javascript:""", re.I),
    "inline script": re.compile(
        r"""<script\b(?![^>]*\bsrc=)(?![^>]*type=["']application/(ld\+)?json["'])""", re.I
    ),
}


def overrides_a_library(name):
    """Whether an installed library has a template of this name, which ours then replaces."""
    libraries = [app for app in apps.get_app_configs() if app.label not in ROOMS]
    return any(Path(app.path, "templates", name).exists() for app in libraries)


def belongs_to_an_admin(name):
    """Whether Django's admin looks the name up: `admin/<app>/<model>/<page>.html`."""
    match = re.fullmatch(r"admin/(\w+)/(?:(\w+)/)?\w+\.html", name)
    return (
        bool(match)
        and match[1] in ROOMS
        and (not match[2] or match[2] in apps.all_models[match[1]])
    )


def sources():
    """The text of all that may name a template, by path."""
    paths = [path for _, path in modules()] + list(templates().values())
    return {path: path.read_text(encoding="utf-8") for path in paths}


def test_every_template_is_used():
    texts = sources()
    unused = [
        place(path)
        for name, path in templates().items()
        if name not in ERROR_PAGES
        if not overrides_a_library(name) and not belongs_to_an_admin(name)
        if not any(
            f'"{name}' in text or f"'{name}" in text or f"/{name}'" in text
            for other, text in texts.items()
            if other != path
        )
    ]
    assert not unused, "\n".join(unused)


@pytest.mark.parametrize("what", BLOCKED)
def test_nothing_inline_that_the_policy_blocks(what):
    paths = [*files(".html"), *(path for _, path in modules())]
    found = [
        f"{place(path)}: {match[0]}"
        for path in paths
        for match in BLOCKED[what].finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<p style="color: red">', "style attribute"),
        ('<a href="/" onclick="f()">', "event handler"),
        ("<style>p {}</style>", "inline style sheet"),
        ('<a href="javascript:f()">', "script address"),
        ("<script>f()</script>", "inline script"),
    ],
)
def test_the_policy_search_finds_what_it_looks_for(html, what):
    assert BLOCKED[what].search(html)


@pytest.mark.parametrize(
    "html",
    [
        '<script src="/static/a.js" defer></script>',
        '<script type="application/ld+json">{}</script>',
        '<a class="style-1" data-on="1">',
    ],
)
def test_the_policy_search_lets_the_rest_pass(html):
    assert not any(pattern.search(html) for pattern in BLOCKED.values())


def test_templates_are_where_the_tests_look():
    assert all(path.is_relative_to(ROOT) for path in templates().values())
    assert templates()
