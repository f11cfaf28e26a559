"""No file over 300 lines, no function over 40; data and migrations excepted."""

import ast

from tests.house.source import ROOT, files, place, tree

FILE_LINES = 300
FUNCTION_LINES = 40
DATA = {"fixtures", "locale", "migrations"}


def code(*suffixes):
    return [path for path in files(*suffixes) if not DATA & set(path.relative_to(ROOT).parts)]


def test_no_file_is_longer_than_a_reader_can_hold():
    long = [
        f"{place(path)} has {lines} lines"
        for path in code(".py", ".html", ".css", ".js", ".sh")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    ]
    assert not long, "\n".join(long)


def test_no_function_is_longer_than_a_screen():
    long = [
        f"{place(path, node)} {node.name} has {lines} lines"
        for path in code(".py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := node.end_lineno - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)
