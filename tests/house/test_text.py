"""Nothing in the repository ties it to one machine or one package registry."""

import re

from tests.house.source import ROOT, files, place

SUFFIXES = (".py", ".html", ".css", ".js", ".sh", ".md", ".toml", ".txt", ".in", ".csv", ".po", "")
# Written apart, so that this list does not find itself.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "--index" + "-url")
FOLDERS = re.compile(r"(?<![\w./:])/(?:root|work|opt|Users|home/\w+)/")


def texts():
    for path in files(*SUFFIXES):
        if path.suffix or path.name in {"Makefile", "run", ".env.example", ".gitignore"}:
            yield path, path.read_text(encoding="utf-8")


def test_no_registry_is_named():
    found = [
        f"{place(path)}: {host}" for path, text in texts() for host in REGISTRIES if host in text
    ]
    assert not found, "\n".join(found)


def test_no_path_of_one_machine():
    found = [
        f"{place(path)}: {match[0]}" for path, text in texts() for match in FOLDERS.finditer(text)
    ]
    assert not found, "\n".join(found)


def test_the_search_reads_the_files_that_matter():
    read = {path.relative_to(ROOT).as_posix() for path, _ in texts()}
    assert {"Makefile", "README.md", "requirements.txt", "config/settings.py", ".ci/run"} <= read
