"""The test run itself: on the engine that it says, clearing up after a run that was killed."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.db import connection

from scripts.tally import problems
from tests.house.source import ROOT

PLUGINS = "import os, tests.plugins.environment, tests.plugins.postgres as postgres;"
START = f"{PLUGINS} print(*postgres.RUNS.glob('*.json'), os.environ['DATABASE_URL'], flush=True);"


def python(code, **environment):
    """Run code in a process of its own, as pytest loads the plugins in one."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )


def test_the_suite_runs_on_the_engine_that_it_says():
    assert connection.vendor == os.environ["EXPECTED_VENDOR"]


def test_another_postgresql_server_may_be_named():
    address = "postgresql://postgres@db.example.jp/portal"
    run = python(f"{PLUGINS} print(os.environ['DATABASE_URL'])", TEST_DATABASE_URL=address)
    assert run.stdout.strip() == address, run.stderr


def test_a_developers_own_settings_are_left_out():
    run = python(
        f"{PLUGINS} print(os.environ.get('OPERATOR_NAME'))",
        OPERATOR_NAME="試験局",
        TEST_DATABASE_URL="postgresql://postgres@db.example.jp/portal",
    )
    assert run.stdout.strip() == "None", run.stderr


@pytest.fixture
def folder():
    """Outside pytest's own folders, which root's PostgreSQL, another user, may not enter."""
    with tempfile.TemporaryDirectory(prefix="portal-killed-run-") as folder:
        yield folder


@pytest.mark.slow
def test_the_server_of_a_killed_run_is_cleared_away(folder):
    elsewhere = {"TMPDIR": folder, "TEST_DATABASE_URL": ""}
    killed = python(f"{START} os.kill(os.getpid(), 9)", **elsewhere)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    record, address = killed.stdout.split()
    data = Path(address.partition("host=")[2])
    assert data.exists()
    later = python(START, **elsewhere)
    assert later.returncode == 0, later.stderr
    assert record not in later.stdout
    assert not data.exists()


def test_the_tally_accepts_equal_runs():
    assert not problems({"sqlite": (9, 0), "postgresql": (9, 0), "chromium": (1, 0)})


@pytest.mark.parametrize(
    "ran",
    [
        {"sqlite": (9, 0), "postgresql": (9, 0), "chromium": (0, 0)},
        {"sqlite": (9, 1), "postgresql": (9, 1), "chromium": (1, 0)},
        {"sqlite": (9, 0), "postgresql": (8, 0), "chromium": (1, 0)},
    ],
)
def test_the_tally_refuses_runs_that_left_something_out(ran):
    assert problems(ran)
