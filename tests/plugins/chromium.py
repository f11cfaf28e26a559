"""Where Chromium and a Japanese font are.

`python -m tests.plugins.chromium` says what is missing and how to install it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def installed_chromium() -> str | None:
    """The path of Chromium: `CHROMIUM`, then the machine's, then Playwright's own, else None."""
    if given := os.environ.get("CHROMIUM"):
        return shutil.which(given)
    return next(filter(None, map(shutil.which, NAMES)), None) or playwright_chromium()


def playwright_chromium() -> str | None:
    """The path of the Chromium that `playwright install` downloads, if that was run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def playwright_problem() -> str | None:
    """Why Playwright's own program does not start; it needs one library that Debian may lack."""
    run = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True
    )
    if run.returncode == 0:
        return None
    return (
        f"Playwright を起動できません（{run.stderr.strip()}）。"
        "apt-get install libatomic1 を実行してください。"
    )


def has_japanese_font() -> bool:
    """Whether fontconfig knows a font for Japanese; without one, pages are drawn as boxes."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=ja"], capture_output=True).stdout.strip())


def missing() -> list[str]:
    """What the browser tests lack, each with the command that installs it."""
    if problem := playwright_problem():
        return [problem]
    problems = []
    if not installed_chromium():
        problems.append(
            "Chromium が見つかりません。.venv/bin/playwright install chromium"
            " または apt-get install chromium を実行してください。"
        )
    if not has_japanese_font():
        problems.append(
            "日本語フォントが見つかりません。"
            "apt-get install fontconfig fonts-noto-cjk を実行してください。"
        )
    return problems


if __name__ == "__main__":
    sys.exit("\n".join(missing()) or None)
