"""Pictures of every kind of page at three widths, into `docs/pictures/`.

`make pictures`: of the server that `scripts/check_html.py` starts. A picture ends where a reader
has seen what the page is; WebP keeps them all together below 4 MB.
"""

import base64
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
WIDTHS = (360, 768, 1280)
HEIGHT = 1100
QUALITY = 28


def addresses() -> dict[str, str]:
    """Every page at its fullest, in Japanese; of the English ones, home and an agreement."""
    from tests.browser.portals import FULLEST, address, pages

    found = {name: address(name, "ja", FULLEST) for name in pages()}
    english = {f"{name}-en": address(name, "en", FULLEST) for name in ("home", "agreement")}
    return {name.replace(" ", "-"): path for name, path in (found | english).items()}


def main() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    from scripts.check_html import server

    django.setup()
    with server() as base:
        take(base)


def take(base: str) -> None:
    from playwright.sync_api import sync_playwright

    from tests.plugins.chromium import installed_chromium

    folder = ROOT / "docs/pictures"
    found = addresses()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_chromium())
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            protocol = page.context.new_cdp_session(page)
            for name, path in found.items():
                page.goto(base + path)
                high = page.evaluate("document.documentElement.scrollHeight")
                part = {"x": 0, "y": 0, "width": width, "height": min(high, HEIGHT), "scale": 1}
                taken = protocol.send(
                    "Page.captureScreenshot",
                    {
                        "format": "webp",  # which Playwright's own function does not know
                        "quality": QUALITY,
                        "clip": part,
                        "captureBeyondViewport": True,
                    },
                )
                picture = folder / f"{name}-{width}.webp"
                picture.write_bytes(base64.b64decode(taken["data"]))
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
