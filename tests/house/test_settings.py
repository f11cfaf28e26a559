"""Production refuses to start half-configured, and passes Django's own examination."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

from tests.house.source import ROOT
from tests.plugins.environment import FOR_TESTS, documented_names

SECRET = "a-secret-of-more-than-fifty-characters-for-tests-only-0123456789"
PRODUCTION = {
    "DJANGO_ENV": "production",
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "portal.example.jp",
    "DATABASE_URL": "sqlite://:memory:",
    "ENV_FILE": os.devnull,
}
SHOW = "import json, config.settings as s; print(json.dumps(getattr(s, {name!r})))"


def python(*arguments, **environment):
    """Run Python in the repository with nothing but the given environment."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
    )


def setting(name, **environment):
    """The value of a setting under the given environment."""
    run = python("-c", SHOW.format(name=name), **environment)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.slow
def test_production_passes_the_deployment_check():
    run = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert run.returncode == 0, run.stderr


@pytest.mark.slow
def test_production_collects_every_static_file_that_another_names(tmp_path):
    """The manifest storage is strict: a style sheet that names a missing picture stops it."""
    run = python("manage.py", "collectstatic", "--noinput", **PRODUCTION, STATIC_ROOT=str(tmp_path))
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "staticfiles.json").exists()


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
@pytest.mark.parametrize("empty", [True, False])
def test_production_does_not_start_without(name, empty):
    environment = {key: value for key, value in PRODUCTION.items() if key != name}
    run = python("-c", "import config.settings", **environment, **({name: ""} if empty else {}))
    assert run.returncode != 0
    assert "本番では SECRET_KEY と ALLOWED_HOSTS を設定してください。" in run.stderr


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"DJANGO_ENV": "prod"}, "DJANGO_ENV は development か production"),
        ({"DEBUG": "on"}, "DEBUG を使えません"),
    ],
)
def test_a_contradiction_stops_the_start(change, message):
    run = python("-c", "import config.settings", **{**PRODUCTION, **change})
    assert run.returncode != 0
    assert message in run.stderr


def test_development_needs_nothing():
    assert setting("DEBUG", ENV_FILE=os.devnull) is True


def test_the_proxy_header_is_believed_only_on_request():
    with pytest.raises(AssertionError, match="SECURE_PROXY_SSL_HEADER"):
        setting("SECURE_PROXY_SSL_HEADER", **PRODUCTION)
    believed = setting("SECURE_PROXY_SSL_HEADER", **PRODUCTION, BEHIND_PROXY="on")
    assert believed == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_a_database_address_may_name_the_folder_of_a_socket():
    address = "postgresql://postgres:@/portal?host=/run/portal"
    default = setting("DATABASES", DATABASE_URL=address, ENV_FILE=os.devnull)["default"]
    assert default["ENGINE"] == "django.db.backends.postgresql"
    assert (default["NAME"], default["HOST"] or default["OPTIONS"]["host"]) == (
        "portal",
        "/run/portal",
    )


def test_sqlite_waits_for_writers_and_keeps_what_it_committed():
    default = setting("DATABASES", DATABASE_URL="sqlite:///x.sqlite3", ENV_FILE=os.devnull)
    options = default["default"]["OPTIONS"]
    assert (options["timeout"], options["transaction_mode"]) == (20, "IMMEDIATE")
    assert "journal_mode=WAL" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]
    assert not default["default"].get("ATOMIC_REQUESTS")


def test_production_prints_an_error_of_a_request_once():
    code = (
        "import django, logging; django.setup();logging.getLogger('django.request').error('落ちた')"
    )
    run = python("-c", code, **PRODUCTION, DJANGO_SETTINGS_MODULE="config.settings")
    assert run.stderr.count("落ちた") == 1


def test_the_example_lists_every_variable_that_is_read():
    source = (ROOT / "config/settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r"""\benv(?:\.\w+)?\(\s*"([A-Z_]+)\"""", source))
    assert documented_names() == read | FOR_TESTS


def test_the_policy_allows_nothing_inline():
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert directives["default-src"] == ["'none'"]
    assert not [word for words in directives.values() for word in words if "unsafe" in str(word)]
