"""The viewer's bundle is what its source gives, and keeps its promises."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "viewer"
STATIC = ROOT / "src/leadfield/web/static"
SCRIPTS = ["tables.js", "viewer.js"]
FILES = ["THIRD-PARTY-NOTICES.txt", *SCRIPTS, "viewer.css"]
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ECONNREFUSED", "ENOTCACHED")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """The viewer's source with what building it needs, in a folder of its own."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node and npm build the viewer")
    folder = tmp_path_factory.mktemp("viewer") / "viewer"
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("node_modules", "build"))
    command = ["npm", "ci", "--omit=dev", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode and any(word in done.stderr for word in UNREACHABLE):
        pytest.skip("the registry of npm cannot be reached")
    assert done.returncode == 0, done.stderr
    return folder


def run_node(folder, *arguments):
    done = subprocess.run(
        ["node", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_source_gives_the_bytes_that_the_package_carries(workshop, tmp_path):
    run_node(workshop, "build.mjs", str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), (
            f"{name} differs: run `npm ci && npm run build` in viewer and commit what it gives"
        )


def test_the_viewers_own_tests_pass(workshop):
    run_node(workshop, "build.mjs", "--tests")
    run_node(workshop, "--test", "build/tests")


def test_a_page_may_hold_the_files_as_they_are():
    for name in SCRIPTS:
        assert "</script" not in (STATIC / name).read_text(encoding="utf-8").lower()
    assert "</style" not in (STATIC / "viewer.css").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_becomes_markup_or_is_evaluated(name):
    text = (STATIC / name).read_text(encoding="utf-8")
    for word in ["insertAdjacentHTML", "document.write", "new Function", "importScripts"]:
        assert word not in text
    assert not re.search(r"\beval\(", text)


def test_no_source_file_of_ours_sets_markup_or_styles_by_attribute():
    for path in SOURCE.glob("src/**/*.ts"):
        text = path.read_text(encoding="utf-8")
        for word in ["innerHTML", "outerHTML", 'setAttribute("style"', "fetch(", "XMLHttpRequest"]:
            assert word not in text, f"{word} in {path.name}"


def test_the_style_sheet_names_no_address():
    text = (STATIC / "viewer.css").read_text(encoding="utf-8")
    assert "url(" not in text
    assert "@import" not in text


def test_the_notices_hold_both_licences():
    text = (STATIC / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")
    for words in ["three.js authors", "Leon Sorokin"]:
        assert words in text
    assert text.count("Permission is hereby granted, free of charge") == 2


def test_files_of_the_source_are_short_and_say_what_they_hold():
    for path in SOURCE.glob("src/**/*.ts"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("// "), path.name
        code = [line for line in lines if line.strip() and not re.match(r"\s*(//|/?\*)", line)]
        assert len(code) <= 300, path.name
