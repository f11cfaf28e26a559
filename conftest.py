"""What every run needs: marks by folder, a cheap password hash, a file for live servers."""

import gc
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.test import client

# Parts of a page: nobody asks a response for their context.
PARTS = ("components/", "django/forms/", "admin/widgets/", "admin/includes/")
BROWSER = Path(__file__).parent / "tests" / "browser"

# A busy machine is no failure: nothing here measures time.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")


def pytest_configure() -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    keep_contexts_of_pages_alone()


def keep_contexts_of_pages_alone() -> None:
    """Django's test client copies the context of every template, thousands of times for a page."""
    module: Any = client
    keep = module.store_rendered_templates

    def keep_of_page(
        store: Any, signal: Any, sender: Any, template: Any, context: Any, **rest: Any
    ) -> None:
        if not (template.name or "").startswith(PARTS):
            keep(store, signal, sender, template, context, **rest)

    module.store_rendered_templates = keep_of_page


def pytest_collection_finish() -> None:
    """The garbage collector looks less often, and never again at what is loaded by now."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Give a live server a SQLite file.

    In memory its threads would share one connection, and with it one another's transactions.
    """
    database = settings.DATABASES["default"]
    browser = any(item.get_closest_marker("browser") for item in request.session.items)
    if browser and database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
