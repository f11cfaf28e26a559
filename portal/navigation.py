"""The pages that the frame leads to, and which of them the reader is in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The names of URL patterns, in the order of the page.
SECTIONS = {
    "agreements": _("協定等"),
    "municipalities": _("市区町村"),
    "themes": _("分野"),
    "projects": _("プロジェクト"),
    "plans": _("計画"),
    "programmes": _("施策・制度"),
    "organizations": _("機関・企業"),
    "documents": _("資料"),
    "statistics": _("統計"),
    "calendar": _("カレンダー"),
}
TOOLS = {
    "search": _("検索"),
    "compare": _("協定等の比較"),
    "differences": _("資料による記載の違い"),
    "data": _("データの取得"),
}
ABOUT = {
    "about": _("このサイトについて"),
    "accessibility": _("アクセシビリティ"),
    "terms": _("利用規約（PDL1.0）"),
    "privacy": _("プライバシー"),
    "sitemap": _("サイトマップ"),
}
# Pages that belong to a section whose address is another.
ELSEWHERE = {"prefectures": "municipalities"}


@dataclass(frozen=True)
class Link:
    url: str
    label: str | Promise
    current: str = ""  # the value of aria-current


def links(pages: Mapping[str, Promise], path: str = "") -> list[Link]:
    """Links to the pages that the site has, as seen from the address `path`."""
    found = [(_address(name), label) for name, label in pages.items()]
    return [Link(url, label, _current(url, path)) for url, label in found if url]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _current(url: str, path: str) -> str:
    for noun, section in ELSEWHERE.items():
        path = path.replace(f"/{noun}/", f"/{section}/", 1)
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""
