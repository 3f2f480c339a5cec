"""Each row that the page on compatibility calls the same gives the same with both packages."""

import importlib
import tomllib
from pathlib import Path

import pytest

mne = pytest.importorskip("mne")

import compatibility  # noqa: E402
from same.agree import assert_agree  # noqa: E402
from same.facts import facts  # noqa: E402
from same.inputs import IT, Files, Inputs  # noqa: E402

import leadfield  # noqa: E402

FOLDER = Path(__file__).parent / "same"
# Files without entries.
TOOLS = {"agree", "entries", "facts", "inputs"}
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in TOOLS)
ENTRIES = [one for name in MODULES for one in importlib.import_module(f"same.{name}").same]
ELSEWHERE = tomllib.loads((FOLDER / "elsewhere.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def files(experiment, tmp_path_factory):
    """Files that both packages read."""
    return Files(experiment, tmp_path_factory.mktemp("same"), mne)


@pytest.fixture(scope="session")
def inputs(files):
    """What both packages made of them."""
    return [Inputs(package, files) for package in (mne, leadfield)]


def results(entry, given, folder):
    """What the calls of an entry give with one package."""
    folder.mkdir()
    names = [IT[entry.place] if name == "it" else name for name in entry.arguments]
    with mne.use_log_level("ERROR"):
        leadfield.set_log_level("error")
        return [facts(one) for one in entry.call(*(given.get(n, folder) for n in names))]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("entry", [one for one in ENTRIES if not one.fails], ids=str)
def test_both_packages_give_the_same(entry, inputs, tmp_path):
    theirs, ours = (results(entry, one, tmp_path / one.package.__name__) for one in inputs)
    assert theirs, "it compares nothing"
    assert_agree(theirs, ours, entry.tolerance)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("entry", [one for one in ENTRIES if one.fails], ids=str)
def test_what_fails_in_mne_python_works_here(entry, inputs, tmp_path):
    theirs, ours = inputs
    with pytest.raises(entry.fails):
        results(entry, theirs, tmp_path / "theirs")
    pairs = results(entry, ours, tmp_path / "ours")
    assert pairs, "it compares nothing"
    for found, expected in pairs:
        assert_agree(expected, found, entry.tolerance)


def test_every_row_that_is_the_same_has_an_entry():
    rows = {row.id for row in compatibility.same_rows()}
    covered = {row for entry in ENTRIES for row in entry.rows} | ELSEWHERE.keys()
    assert sorted(rows - covered) == []


@pytest.mark.parametrize("row", ELSEWHERE)
def test_a_row_with_tests_elsewhere_names_some_that_exist(row):
    assert row in {one.id for one in compatibility.same_rows()}
    assert ELSEWHERE[row]
    for test in ELSEWHERE[row]:
        path, name = test.split("::")
        assert f"\ndef {name}(" in (FOLDER.parents[2] / path).read_text(encoding="utf-8")


def test_every_entry_is_of_a_row():
    rows = {row.id for section in compatibility.sections() for row in section.rows}
    assert {row for entry in ENTRIES for row in entry.rows} <= rows


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_an_entry_calls_what_it_is_of(entry):
    assert set(entry.names) <= entry.mentioned
