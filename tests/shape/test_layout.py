"""The shape of the source tree is a promise: short files, short functions, frozen values."""

import ast
from collections import Counter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "leadfield"
FILES = sorted(SOURCE.rglob("*.py"))
NAMELESS = {"utils", "helpers", "misc", "common", "tools"}


def trees():
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def classes(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
class TestFile:
    def test_is_at_most_400_lines_and_says_what_it_holds(self, path):
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 400
        assert ast.get_docstring(ast.parse(text))

    def test_has_functions_of_under_60_lines(self, path):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
        long = [f.name for f in functions if code_lines(f) >= 60]
        assert not long

    def test_has_frozen_slotted_keyword_only_values(self, path):
        for node in classes(ast.parse(path.read_text(encoding="utf-8"))):
            for mark in node.decorator_list:
                call = mark.func if isinstance(mark, ast.Call) else mark
                if getattr(call, "id", "") == "dataclass":
                    assert isinstance(mark, ast.Call), node.name
                    given = {k.arg for k in mark.keywords}
                    assert {"frozen", "slots", "kw_only"} <= given, node.name

    def test_is_named_for_one_idea(self, path):
        assert path.stem not in NAMELESS

    def test_imports_nothing_of_its_own_inside_a_function(self, path):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]:
            inside = [n for n in ast.walk(function) if isinstance(n, ast.ImportFrom)]
            assert not [n for n in inside if (n.module or "").startswith("leadfield")]


def code_lines(function):
    """Lines of a function without its docstring: a signature of the field may need many words."""
    has_docstring = ast.get_docstring(function) is not None
    first = function.body[0]
    docstring = first.end_lineno - first.lineno + 1 if has_docstring else 0
    return function.end_lineno - function.lineno + 1 - docstring


def test_no_two_classes_share_a_name():
    names = Counter(node.name for tree in trees().values() for node in classes(tree))
    assert not [name for name, count in names.items() if count > 1]
