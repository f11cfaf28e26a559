"""What the tests of the house read: the rooms in their order, their modules and templates."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

# From the top down; docs/architecture.md says what each is for.
ROOMS = (
    "config",
    "desk",
    "portal",
    "imports",
    "monitoring",
    "projects",
    "partnerships",
    "sources",
    "organizations",
    "search",
    "editorial",
    "bureaus",
    "municipalities",
    "common",
)
# Neither ours to judge nor part of the repository.
OUTSIDE = {".git", ".venv", "var", "staticfiles", "__pycache__", "node_modules"}


def is_above(room: str, other: str) -> bool:
    """Whether `room` stands above `other`."""
    return ROOMS.index(room) < ROOMS.index(other)


def files(*suffixes: str) -> Iterator[Path]:
    """Every file of the repository with one of the suffixes, hidden folders of tools left out."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(
            name for name in folders if name not in OUTSIDE and not name.endswith("_cache")
        )
        for path in map(Path(folder).joinpath, sorted(names)):
            if path.suffix in suffixes:
                yield path


def modules() -> Iterator[tuple[str, Path]]:
    """(room, module) for each Python module of each room, migrations included."""
    for path in files(".py"):
        room = path.relative_to(ROOT).parts[0]
        if room in ROOMS:
            yield room, path


def templates() -> dict[str, Path]:
    """Every template of ours under the name that Django loads it by."""
    return {
        path.as_posix().rpartition("/templates/")[2]: path
        for path in files(".html", ".txt", ".xml")
        if "templates" in path.relative_to(ROOT).parts
    }


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, node: ast.AST | None = None) -> str:
    """Where something is, as editors read it: `room/module.py:12`."""
    line = f":{getattr(node, 'lineno', 1)}" if node else ""
    return f"{path.relative_to(ROOT)}{line}"
