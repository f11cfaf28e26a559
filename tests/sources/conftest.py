"""The registered texts of the documents are no part of the repository.

Where their folder is (`SEEDS_DIR`, else beside the repository), `test_citations_registered.py`
compares all content with them. The run says whether it did.
"""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = Path(os.environ.get("SEEDS_DIR") or ROOT.parent / "shared" / "seeds")

collect_ignore = [] if SEEDS.is_dir() else ["test_citations_registered.py"]


def pytest_terminal_summary(terminalreporter):
    done = f"compared with the texts in {SEEDS}" if SEEDS.is_dir() else f"not compared: no {SEEDS}"
    terminalreporter.write_line(f"Registered texts of the documents: {done}")
