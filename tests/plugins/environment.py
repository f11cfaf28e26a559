"""A test run depends on nothing that the developer's shell or `.env` sets.

Loaded by `addopts`, so before pytest-django reads the settings: SQLite, development settings.
`tests.plugins.postgres`, loaded after it, changes the database.
"""

import os
import re
from pathlib import Path

# What a developer sets for the tests themselves.
FOR_TESTS = {"TEST_DATABASE_URL", "CHROMIUM", "SEEDS_DIR"}
EXAMPLE = Path(__file__).parents[2] / ".env.example"


def documented_names() -> set[str]:
    """The names of all environment variables that `.env.example` explains."""
    return set(re.findall(r"^#?([A-Z][A-Z0-9_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.M))


for name in documented_names() - FOR_TESTS:
    os.environ.pop(name, None)
os.environ["ENV_FILE"] = os.devnull
os.environ["DATABASE_URL"] = "sqlite://:memory:"
os.environ["EXPECTED_VENDOR"] = "sqlite"
