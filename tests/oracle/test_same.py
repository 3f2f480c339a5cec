"""Each row that the page on compatibility calls the same gives the same with both packages."""

import importlib
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
MISSING = (FOLDER / "missing.txt").read_text(encoding="utf-8").split()


@pytest.fixture(scope="session")
def files(experiment, tmp_path_factory):
    """Files that both packages read."""
    return Files(experiment, tmp_path_factory.mktemp("same"), mne)


@pytest.fixture(scope="session")
def inputs(files):
    """What both packages made of them."""
    return [Inputs(package, files) for package in (mne, leadfield)]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_both_packages_give_the_same(entry, inputs, tmp_path):
    found = []
    for i, given in enumerate(inputs):
        folder = tmp_path / str(i)
        folder.mkdir()
        with mne.use_log_level("ERROR"):
            leadfield.set_log_level("error")
            names = [IT[entry.place] if name == "it" else name for name in entry.arguments]
            found.append([facts(one) for one in entry.call(*(given.get(n, folder) for n in names))])
    assert found[0], "it compares nothing"
    assert_agree(*found, entry.tolerance)


def test_every_row_that_is_the_same_has_an_entry():
    rows = {row.id for row in compatibility.same_rows()}
    covered = {row for entry in ENTRIES for row in entry.rows}
    assert rows - covered == set(MISSING)


def test_every_entry_is_of_a_row():
    rows = {row.id for section in compatibility.sections() for row in section.rows}
    assert {row for entry in ENTRIES for row in entry.rows} <= rows


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_an_entry_calls_what_it_is_of(entry):
    assert set(entry.names) <= entry.mentioned
