"""Every dependency is locked by hash and explained in docs/dependencies.md."""

import re

import pytest

from tests.house.source import ROOT

LOCKS = {"requirements.in": "requirements.txt", "requirements-dev.in": "requirements-dev.txt"}


def direct(listing):
    """The names that a .in file asks for."""
    lines = (ROOT / listing).read_text(encoding="utf-8").splitlines()
    return [re.match(r"[\w.-]+", line)[0].lower() for line in lines if re.match(r"\w", line)]


def locked(lock):
    """What the lock says of each package, by name."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {entry.partition("==")[0]: entry for entry in re.split(r"^(?=\w)", text, flags=re.M)[1:]}


@pytest.mark.parametrize("listing", LOCKS)
def test_the_lock_holds_every_direct_dependency(listing):
    assert set(direct(listing)) <= set(locked(LOCKS[listing]))


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_locked_package_has_its_version_and_hash(lock):
    loose = [
        name
        for name, entry in locked(lock).items()
        if "==" not in entry or "--hash=sha256:" not in entry
    ]
    assert not loose


@pytest.mark.parametrize("listing", LOCKS)
def test_the_table_explains_every_direct_dependency(listing):
    table = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    explained = {name.lower() for name in re.findall(r"^\| ([\w.-]+)", table, re.M)}
    assert set(direct(listing)) <= explained


def test_both_locks_agree():
    used, developed = (locked(lock) for lock in LOCKS.values())
    version = re.compile(r"==([^\s;]+)")
    apart = [
        name
        for name in used.keys() & developed.keys()
        if version.search(used[name])[1] != version.search(developed[name])[1]
    ]
    assert not apart
