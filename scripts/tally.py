"""Says how many tests ran on which engine: `python scripts/tally.py FOLDER`.

Fails where a run has no test, skipped one, or where the two databases did not run the same tests.
"""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

RUNS = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "chromium": "Chromium"}


def counts(report: Path) -> tuple[int, int]:
    """The number of tests, and of skipped ones, in a JUnit report."""
    suites = list(ElementTree.parse(report).iter("testsuite"))
    total = sum(int(suite.attrib["tests"]) for suite in suites)
    return total, sum(int(suite.attrib["skipped"]) for suite in suites)


def problems(ran: dict[str, tuple[int, int]]) -> list[str]:
    """What is wrong with the runs, in Japanese; `ran` maps a run to (tests, skipped)."""
    found = [f"{RUNS[run]} では 1 件も実行されていません。" for run in ran if not ran[run][0]]
    found += [f"{RUNS[run]} で {ran[run][1]} 件が省かれました。" for run in ran if ran[run][1]]
    if ran["sqlite"][0] != ran["postgresql"][0]:
        found.append("SQLite と PostgreSQL で件数が異なります。")
    return found


def main(folder: Path) -> None:
    ran = {run: counts(folder / f"{run}.xml") for run in RUNS}
    print("テストの件数: " + "、".join(f"{RUNS[run]} {ran[run][0]} 件" for run in ran))
    sys.exit("\n".join(problems(ran)) or None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
