"""Valid HTML by html-validate, and Lighthouse's four figures: `make check-html`.

The tools are pinned in `scripts/html/package-lock.json` and installed under `var/html`. The pages
come from a server of our own, with the content of the repository in a database of its own.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
TOOLS = ROOT / "scripts/html"
PLACE = ROOT / "var/html"
MEASURED = ("home", "agreement", "agreements")
FIGURES = ("performance", "accessibility", "best-practices", "seo")
WANTED = 98
COMMANDS = (
    ["migrate"],
    ["load_reference"],
    ["load_content"],
    ["collectstatic", "--noinput"],
    ["shell", "-c", "from tests.browser.portals import take_down; take_down()"],
)


def install() -> None:
    """The tools as the lock has them, once for each state of the lock."""
    PLACE.mkdir(parents=True, exist_ok=True)
    lock = (TOOLS / "package-lock.json").read_bytes()
    done = PLACE / ".installed"
    if done.exists() and done.read_bytes() == lock:
        return
    for name in ("package.json", "package-lock.json", ".npmrc", ".htmlvalidate.json"):
        shutil.copy(TOOLS / name, PLACE)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=PLACE, check=True)
    done.write_bytes(lock)


@contextmanager
def server() -> Iterator[str]:
    """The portal as production runs it: only so are style sheets served outside DEBUG."""
    environment = {
        **os.environ,
        "DJANGO_ENV": "production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": f"sqlite:///{PLACE / 'db.sqlite3'}",
        "STATIC_ROOT": str(PLACE / "static"),
        "DEBUG": "off",
        "ENV_FILE": os.devnull,
    }
    PLACE.mkdir(parents=True, exist_ok=True)
    (PLACE / "db.sqlite3").unlink(missing_ok=True)
    for command in COMMANDS:
        manage = [sys.executable, "manage.py", *command, "--verbosity", "0"]
        subprocess.run(manage, cwd=ROOT, env=environment, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    # Threads keep connections alive, as the proxy does.
    options = ["--bind", address, "--threads", "4", "--no-control-socket"]
    run = [sys.executable, "-m", "gunicorn", "scripts.check_html:application", *options]
    process = subprocess.Popen(run, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield wait_for(f"http://{address}")
    finally:
        process.terminate()
        process.wait()


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """The portal as if a proxy had ended HTTPS; Lighthouse asks for robots.txt without headers."""
    from config.wsgi import application as portal

    return portal({**environ, "wsgi.url_scheme": "https"}, start_response)


def wait_for(base: str) -> str:
    for _ in range(100):
        try:
            urlopen(base).close()
        except URLError:
            time.sleep(0.2)
        else:
            return base
    sys.exit("サーバーが起動しませんでした。")


def addresses() -> dict[str, str]:
    """Every page at its fullest, in both languages, by the name of its file."""
    from django.utils.encoding import iri_to_uri

    from tests.browser.portals import FULLEST, address, pages

    return {
        f"{name.replace(' ', '-')}-{language}": iri_to_uri(address(name, language, FULLEST))
        for name in pages()
        for language in ("ja", "en")
    }


def read(url: str) -> bytes:
    """What the server sends, the page of an error too."""
    try:
        answer: Any = urlopen(url)
    except HTTPError as error:
        answer = error
    with answer:
        return bytes(answer.read())


def validate(base: str, found: dict[str, str]) -> int:
    """What html-validate says of the pages; 0 if nothing."""
    folder = PLACE / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, path in found.items():
        (folder / f"{name}.html").write_bytes(read(base + path))
    tool = PLACE / "node_modules/.bin/html-validate"
    return subprocess.run([tool, "--formatter", "stylish", "pages"], cwd=PLACE).returncode


def lighthouse(url: str, chromium: str) -> dict[str, Any]:
    """Lighthouse's report of a page on a telephone."""
    command = [
        str(PLACE / "node_modules/.bin/lighthouse"),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(FIGURES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium}
    for _ in range(3):  # its talk with Chromium breaks off now and then
        run = subprocess.run(command, env=environment, capture_output=True, text=True)
        if run.returncode == 0:
            report: dict[str, Any] = json.loads(run.stdout)
            return report
    sys.exit(f"Lighthouse が 3 回続けて途中で終わりました（{url}）。\n{run.stderr[-2000:]}")


def figures(report: dict[str, Any]) -> dict[str, int]:
    """The four figures; 0 for a category in which an audit broke down."""
    return {name: round((report["categories"][name]["score"] or 0) * 100) for name in FIGURES}


def imperfect(report: dict[str, Any], category: str) -> list[str]:
    """The audits that cost a category points; of those that weigh, only a broken one has none."""
    references = report["categories"][category]["auditRefs"]
    weighed = [reference["id"] for reference in references if reference["weight"]]
    return [name for name in weighed if (report["audits"][name]["score"] or 0) < 1]


def main() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    from tests.plugins.chromium import installed_chromium

    django.setup()
    install()
    found = addresses()
    with server() as base:
        wrong = validate(base, found)
        print(f"html-validate: {len(found)} ページ、{'指摘あり' if wrong else '指摘なし'}")
        for name in MEASURED:
            report = lighthouse(base + found[f"{name}-ja"], str(installed_chromium()))
            scored = figures(report)
            print(f"Lighthouse {name}:", "、".join(f"{key} {n}" for key, n in scored.items()))
            for key in (key for key, n in scored.items() if n < 100):
                print(f"  {key} の減点:", "、".join(imperfect(report, key)))
            wrong |= min(scored.values()) < WANTED
    sys.exit(wrong)


if __name__ == "__main__":
    main()
