"""On paper no line of text lies over another, wherever a page may end."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.world import agreement, cite, day, differ, document

# A column breaks as a page does (Chromium fragments both alike), and its lines can be measured.
PAGES = """height => {
    const paper = { columns: "665px", columnFill: "auto", columnGap: "40px" };
    const size = { width: "665px", height: `${height}px` };
    Object.assign(document.querySelector("main").style, paper, size);
}"""
OVERPRINT = """() => {
    const lines = [];
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (getComputedStyle(text.parentElement).clipPath !== "none") continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) if (box.width > 1) lines.push([box, text]);
    }
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 8;
    return lines.flatMap(([box, text], at) => lines.slice(at + 1)
        .filter(([other, later]) => later !== text && over(box, other))
        .map(([, later]) => `${text.data.trim()} / ${later.data.trim()}`));
}"""


@pytest.mark.django_db(transaction=True)
def test_a_difference_that_meets_the_end_of_a_page_covers_nothing(
    live_server: LiveServer, page: Page
) -> None:
    made = agreement(signed_on=day("2020年1月20日"), announced_on=day("2019年12月17日"))
    for field, slug in (("signed_on", "signed"), ("announced_on", "announced")):
        by = [document(f"{slug}-{number}", title=f"資料{number}") for number in range(3)]
        told = [cite(made, field, one, "2020.2.1", value_stated="記載" * 9) for one in by]
        differ(made, field, *told, note="資料の間で日付の書き方が異なっています。" * 4)
    page.set_viewport_size({"width": 665, "height": 980})
    page.emulate_media(media="print")
    page.goto(made.get_absolute_url())
    for height in range(300, 1000, 20):
        page.evaluate(PAGES, height)
        assert page.evaluate(OVERPRINT) == [], height
