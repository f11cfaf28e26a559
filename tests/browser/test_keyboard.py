"""Without a mouse: from home to the place in a document that names MAS-NET's four companies."""

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

# How many stops a journey may make before its link; the first is the link over the header.
STOPS = 400
# Whether the focused element is in the window, seen, and marked by more than its colour.
FOCUS = """() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const marked = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
    const fractions = [0.1, 0.3, 0.5, 0.7, 0.9];  // a dot and its name on a map are one link
    const seen = fractions.some(across => fractions.some(down => element.contains(
        document.elementFromPoint(box.left + box.width * across, box.top + box.height * down))));
    return {
        text: element.textContent.trim(),
        tag: element.tagName.toUpperCase(),  // a link in a picture says `a`
        marked,
        seen,
    };
}"""


@pytest.fixture
def home(transactional_db: None, page: Page) -> Page:
    call_command("load_reference", verbosity=0)
    call_command("load_content", verbosity=0)
    page.emulate_media(reduced_motion="reduce")  # a stop is looked at once, not after scrolling
    page.goto("/")
    return page


def tab_to(page: Page, text: str, tag: str = "A") -> None:
    """Press Tab until an element that says `text` has the focus, which shows at every stop."""
    passed = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUS)
        if focused["tag"] == "BODY":  # past the last stop
            break
        assert focused["marked"], focused
        assert focused["seen"], focused
        passed.append(focused["text"])
        if focused["tag"] == tag and text in focused["text"]:
            return
    raise AssertionError(f"{text} is not among {passed}")


def to_main(page: Page) -> None:
    """The first stop of a page leads over its header."""
    tab_to(page, "本文へ")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_to_the_four_companies_by_keyboard_alone(home: Page) -> None:
    page = home
    to_main(page)
    tab_to(page, "室蘭市")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("室蘭市")
    to_main(page)
    tab_to(page, "MAS-NET")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("MAS-NET")
    to_main(page)
    tab_to(page, "キメラ")
    tab_to(page, "出典", "SUMMARY")
    page.keyboard.press("Space")
    tab_to(page, "釧路市と地域経済の成長促進に関する覚書を締結")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/hokkaido-2021-04-20-kushiro/#place-*")
    place = page.locator(":target")
    expect(place).to_be_in_viewport()
    for company in ("キメラ", "今野鉄工所", "永澤機械", "ミヤタ技研工業"):
        expect(place).to_contain_text(f"「{company}【")
