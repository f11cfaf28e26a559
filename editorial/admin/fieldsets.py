"""Fieldsets as Django declares them, changed for one request."""

from collections.abc import Iterable
from typing import Any


def without(fieldsets: Any, names: set[str]) -> list[tuple[Any, dict[str, Any]]]:
    """A copy of `fieldsets`, its fields in a list, without the fields of these names."""
    return [(title, {**options, "fields": _kept(options, names)}) for title, options in fieldsets]


def _kept(options: dict[str, Any], names: set[str]) -> list[str | list[str]]:
    lines = (_line(line, names) for line in options["fields"])
    return [line for line in lines if line]


def _line(line: str | Iterable[str], names: set[str]) -> str | list[str]:
    fields = [line] if isinstance(line, str) else line
    kept = [name for name in fields if name not in names]
    return kept[0] if len(kept) == 1 else kept
