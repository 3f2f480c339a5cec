"""The shape of the source tree is a promise: rooms, short files and functions, flat classes."""

import ast
import io
import tokenize
from collections import Counter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "leadfield"
FILES = sorted(SOURCE.rglob("*.py"))
NAMELESS = {"utils", "helpers", "misc", "common", "tools"}
# Words that say nothing about what a file holds.
RIDDLES = {
    "seen",
    "kept",
    "carried",
    "stored",
    "room",
    "missing",
    "change",
    "told",
    "tuned",
    "darts",
}
RIDDLES |= {"made", "things", "words", "parts", "alike"}
TESTS = SOURCE.parents[1] / "tests" / "unit"
SHARED_BY_ROOMS = {"__init__.py", "mapping_view.py"}
ERRORS = SOURCE / "base" / "errors.py"


def trees():
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def classes(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def documented(tree):
    """Everything in a file that may have a docstring."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def code_lines(text):
    """Numbers of the lines that hold code: none that are blank, comment or docstring."""
    idle = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    idle |= {tokenize.ENCODING, tokenize.ENDMARKER}
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in idle:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in documented(ast.parse(text)):
        if ast.get_docstring(node) is not None:
            lines.difference_update(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return lines


def signatures(text):
    """Numbers of the lines of functions' signatures, which the field decides, not we."""
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    spans = (range(f.lineno, f.body[0].lineno) for f in functions)
    return {line for span in spans for line in span}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
class TestFile:
    def test_is_at_most_300_lines_of_code_and_says_what_it_holds(self, path):
        text = path.read_text(encoding="utf-8")
        assert len(code_lines(text) - signatures(text)) <= 300
        assert ast.get_docstring(ast.parse(text))

    def test_has_functions_of_under_60_lines_of_code(self, path):
        text = path.read_text(encoding="utf-8")
        code = code_lines(text) - signatures(text)
        functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
        spans = {f.name: set(range(f.lineno, f.end_lineno + 1)) for f in functions}
        assert not [name for name, span in spans.items() if len(span & code) >= 60]

    def test_has_frozen_slotted_keyword_only_values(self, path):
        for node in classes(ast.parse(path.read_text(encoding="utf-8"))):
            for mark in node.decorator_list:
                call = mark.func if isinstance(mark, ast.Call) else mark
                if getattr(call, "id", "") == "dataclass":
                    assert isinstance(mark, ast.Call), node.name
                    given = {k.arg for k in mark.keywords}
                    assert {"frozen", "slots", "kw_only"} <= given, node.name

    def test_is_named_for_one_idea(self, path):
        assert path.stem not in NAMELESS | RIDDLES

    def test_imports_nothing_of_its_own_inside_a_function(self, path):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]:
            inside = [n for n in ast.walk(function) if isinstance(n, ast.ImportFrom)]
            assert not [n for n in inside if (n.module or "").startswith("leadfield")]


def test_nothing_is_flat_in_the_outer_ring_but_what_all_rooms_share():
    assert {path.name for path in (SOURCE / "api").glob("*.py")} == SHARED_BY_ROOMS


def test_no_two_classes_share_a_name():
    names = Counter(node.name for tree in trees().values() for node in classes(tree))
    assert not [name for name, count in names.items() if count > 1]


def bases(node):
    """Names of the classes that a class is made of, without their parameters."""
    plain = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
    return [getattr(base, "id", getattr(base, "attr", "")) for base in plain]


def test_classes_are_abstract_or_final_and_two_levels_at_most():
    found = {
        node.name: node
        for path, tree in trees().items()
        if path != ERRORS
        for node in classes(tree)
    }
    for name, node in found.items():
        own = [base for base in bases(node) if base in found]
        assert len(own) <= 1, f"{name} is made of several classes: {own}"
        for base in own:
            assert "ABC" in bases(found[base]), f"{name} inherits from {base}, which is concrete"
            assert "ABC" not in bases(node), f"{name} is an abstract class on another, {base}"


@pytest.mark.parametrize(
    "path", sorted(TESTS.rglob("test_*.py")), ids=lambda p: str(p.relative_to(TESTS))
)
def test_unit_tests_stand_where_what_they_test_stands(path):
    assert (SOURCE / path.parent.relative_to(TESTS)).is_dir()
    assert "other" not in path.stem.split("_")
