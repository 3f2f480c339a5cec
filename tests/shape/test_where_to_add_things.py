"""The page on where to add things names files and classes that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "leadfield"
PAGE = (ROOT / "docs" / "where-to-add-things.md").read_text(encoding="utf-8")
OLD = PAGE.replace("\n", " ")
NEW = {"recording/ctf"}


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`([a-z_/-]+(?:/[a-z_]+|\.pyi?|\.md))`", PAGE)))
)
def test_files_that_are_named_are_there_and_new_ones_are_not(name):
    there = (SOURCE / name).exists() or (ROOT / name).exists()
    assert there == (name not in NEW)


@pytest.mark.parametrize(("name", "path"), re.findall(r"`([A-Za-z]+)` \(`([a-z_/]+\.py)`\)", OLD))
def test_what_is_named_stands_in_the_file_that_is_named(name, path):
    text = (SOURCE / path).read_text(encoding="utf-8")
    assert re.search(rf"^(class {name}\b|{name}\b)", text, re.MULTILINE)


def test_methods_and_estimators_are_one_class_one_line_and_one_name():
    for path, names in {
        "inverse/methods.py": [
            "Method(ABC)",
            "METHODS:",
            "InverseMethod =",
            "Solution",
            "InverseModel",
        ],
        "covariance/estimators.py": ["Estimator(ABC)", "ESTIMATORS:", "CovarianceMethod ="],
    }.items():
        text = (SOURCE / path).read_text(encoding="utf-8")
        assert all(name in text for name in names)
