"""Every template component as the site's own pages show it; in development only."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.base import Template
from django.template.context import Context
from django.test import RequestFactory
from django.urls import resolve
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

FOLDER = "components/"
# Pages of the content files which between them show every component.
ADDRESSES = (
    "/",
    "/agreements/",
    "/agreements/?status=signed&kind=model",
    "/agreements/hokkaido-kushiro-2021/",
    "/agreements/hokkaido-asahikawa-2020/",
    "/agreements/hokkaido-muroran-2020/",
    "/agreements/kyushu-koshi-2019/",
    "/themes/",
    "/themes/digital/",
    "/municipalities/",
    "/municipalities/012041/",
    "/municipalities/012084/",
    "/municipalities/432164/",
    "/prefectures/01/",
    "/prefectures/43/",
    "/bureaus/hokkaido/",
    "/bureaus/kyushu/",
    "/projects/",
    "/projects/muroran-mas-net/",
    "/projects/kitami-ict-promotion/",
    "/plans/",
    "/plans/kita-no-monozukuri/",
    "/plans/kitami-regional-revitalization-2016/",
    "/programmes/",
    "/programmes/regional-future-companies/",
    "/organizations/",
    "/organizations/kita-no-monozukuri-network/",
    "/documents/",
    "/documents/hokkaido-2021-04-20-kushiro/",
    "/documents/differences/",
    "/search/?q=釧路",
    "/search/?q=存在しない語",
    "/statistics/",
    "/statistics/items/",
    "/calendar/",
    "/compare/?a=hokkaido-kushiro-2021&a=kyushu-koshi-2019",
    "/about/",
    "/sitemap/",
)
# What a component that is only a part of something stands in.
WHOLES = {
    "<li": "<ul>{}</ul>",
    "<tr": "<table><tbody>{}</tbody></table>",
    "<div><dt": '<dl class="facts">{}</dl>',
}


class State(NamedTuple):
    address: str
    html: str

    @property
    def shape(self) -> frozenset[str]:
        """Which elements it is made of, whatever they say."""
        return frozenset(re.findall(r"<\w+(?: class=\"[^\"]*\")?", self.html))

    @property
    def whole(self) -> SafeString:
        html = self.html.strip()
        holder = next((WHOLES[start] for start in WHOLES if html.startswith(start)), "{}")
        return format_html(holder, mark_safe(html))


def gallery(request: HttpRequest) -> HttpResponse:
    found = states(request)
    styles = sorted(path.name for path in Path(settings.BASE_DIR, "static", "css").glob("*.css"))
    context = {
        "components": [(name, told_apart(found[name])) for name in component_names()],
        "styles": [f"css/{name}" for name in styles if name != "admin.css"],
    }
    return render(request, "gallery/gallery.html", context)


def component_names() -> list[str]:
    folder = Path(settings.BASE_DIR, "templates", FOLDER)
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def states(request: HttpRequest) -> dict[str, list[State]]:
    """What each component renders on the pages of `ADDRESSES`, the empty ones left out."""
    found: dict[str, list[State]] = defaultdict(list)
    for address in ADDRESSES:
        with recorded() as rendered:
            visit(address, request.get_host())
        for name, html in rendered:
            if html.strip():
                found[name].append(State(address, html))
    return found


def visit(address: str, host: str) -> None:
    """Render a page; one whose record is not loaded shows nothing."""
    asked = RequestFactory(headers={"host": host}).get(address)
    match = resolve(asked.path_info)
    try:
        match.func(asked, *match.args, **match.kwargs)
    except Http404:
        return


@contextmanager
def recorded() -> Iterator[list[tuple[str, str]]]:
    """The components that are rendered meanwhile, each with its HTML."""
    rendered: list[tuple[str, str]] = []
    plain = Template._render  # type: ignore[attr-defined]

    def recording(template: Template, context: Context) -> SafeString:
        html = plain(template, context)
        if (template.name or "").startswith(FOLDER):
            rendered.append((str(template.name).removeprefix(FOLDER), html))
        return html

    Template._render = recording  # type: ignore[attr-defined]
    try:
        yield rendered
    finally:
        Template._render = plain  # type: ignore[attr-defined]


def told_apart(states: list[State]) -> list[State]:
    """The simplest and the fullest of the states, each at its shortest."""
    shortest = sorted(states, key=lambda state: len(state.html))
    by_shape = sorted(shortest, key=lambda state: len(state.shape))
    if not by_shape:
        return []
    fullest = next(s for s in by_shape if len(s.shape) == len(by_shape[-1].shape))
    return [by_shape[0]] if fullest.shape == by_shape[0].shape else [by_shape[0], fullest]
