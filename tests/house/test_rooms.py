"""Imports, foreign keys and dotted names point down (docs/adr/0001-rooms.md)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, OneToOneField

from tests.house.source import ROOMS, ROOT, is_above, modules, place, tree

RELATIONS = {field.__name__ for field in (ForeignKey, OneToOneField, ManyToManyField)}
DOTTED_NAME = re.compile(rf"^({'|'.join(ROOMS)})\.[\w.]+$")


def imported(path: Path, node: ast.Import | ast.ImportFrom) -> list[str]:
    """The full names that an import statement asks for; relative ones are resolved."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    package = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
    return [".".join([*package, node.module] if node.module else package)]


def names(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Every dotted name that a module imports, or holds as a string, anywhere in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in imported(path, node):
                yield name, node
        elif isinstance(node, ast.Constant) and DOTTED_NAME.match(str(node.value)):
            yield str(node.value), node


def test_every_package_is_a_room_with_a_place_in_the_order():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "scripts"}
    assert packages <= set(ROOMS)


def test_imports_and_dotted_names_point_down():
    upward = [
        f"{place(path, node)} names {name}"
        for room, path in modules()
        for name, node in names(path)
        if (target := name.partition(".")[0]) in ROOMS and is_above(target, room)
    ]
    assert not upward, "\n".join(upward)


def test_foreign_keys_point_down():
    upward = [
        f"{field} → {field.related_model._meta.label}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        if {model._meta.app_label, field.related_model._meta.app_label} <= set(ROOMS)
        if is_above(field.related_model._meta.app_label, model._meta.app_label)
    ]
    assert not upward, "\n".join(upward)


def test_foreign_keys_to_another_room_name_the_class():
    strings = [
        f"{place(path, node)}: {target.value}"
        for _, path in modules()
        if "migrations" not in path.parts
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", None) in RELATIONS
        for target in [*node.args[:1], *(word.value for word in node.keywords if word.arg == "to")]
        if isinstance(target, ast.Constant) and "." in str(target.value)
    ]
    assert not strings, "\n".join(strings)
