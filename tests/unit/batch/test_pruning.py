"""Results that a study no longer leads to are removed, and nothing that it does lead to."""

import threading
from dataclasses import replace

import pytest

from leadfield.base.errors import StateError
from leadfield.batch import prune, run
from leadfield.batch.result_store import STORE, ResultStore
from leadfield.batch.study import EpochSettings, InverseSettings

pytestmark = pytest.mark.usefixtures("steps")


def go(study):
    return run(study, workers=1, verbose="error")


@pytest.fixture
def changed(study):
    """A study that was run with other settings of its inverse before."""
    go(study)
    other = replace(study, inverse=InverseSettings(depth=None))
    go(other)
    return other


def files_in(folder):
    return {path: path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def test_what_other_settings_gave_is_removed_and_nothing_is_done_again(changed, steps):
    pruned = prune(changed)
    assert dict(pruned.counts) == {"inverse": 3, "morph": 3}
    assert pruned.size > 0
    steps.calls.clear()
    go(changed)
    assert not steps.calls
    assert not prune(changed).counts
    assert "Nothing is to be removed" in str(prune(changed))


def test_a_dry_run_says_the_same_and_removes_nothing(changed):
    before = files_in(changed.folder)
    asked = prune(changed, dry_run=True)
    assert {*files_in(changed.folder)} - {changed.folder / STORE / ".in-use"} <= set(before)
    assert set(before) <= set(files_in(changed.folder))
    assert str(asked).startswith("Would remove 6 results (inverse 3, morph 3), ")
    assert asked.counts == prune(changed).counts


def test_files_of_subjects_that_the_study_has_no_more_go_with_their_results(study):
    go(study)
    fewer = replace(study, subjects=("01", "02"))
    pruned = prune(fewer)
    assert dict(pruned.counts) == {"epochs": 1, "inverse": 1, "morph": 1}
    assert not list(study.folder.glob("sub-03/meg/*"))
    assert len(list(study.folder.glob("sub-02/meg/*.txt"))) == 1


def test_a_file_that_has_taken_the_place_of_an_earlier_one_stays(study):
    go(study)
    other = replace(study, epochs=EpochSettings(tmin=-0.1))
    go(other)
    before = files_in(other.folder / "sub-01")
    prune(other)
    assert files_in(other.folder / "sub-01") == before


def test_a_subject_whose_recording_is_not_there_keeps_its_results(study):
    go(study)
    (study.bids / "sub-02" / "meg" / "sub-02_task-listen_meg.fif").unlink()
    link = study.bids / "sub-02" / "meg" / "sub-02_task-listen_meg.fif"
    link.symlink_to("nowhere")
    assert not prune(study).counts


def test_nothing_is_removed_while_a_batch_runs(changed):
    store = ResultStore(root=changed.folder / STORE)
    with store.in_use(), pytest.raises(StateError, match="while no batch uses them"):
        prune(changed)
    assert prune(changed).counts


def test_a_batch_that_begins_while_results_are_removed_waits(changed):
    store = ResultStore(root=changed.folder / STORE)
    batch = threading.Thread(target=go, args=(changed,))
    with store.alone():
        batch.start()
        batch.join(0.5)
        assert batch.is_alive()
    batch.join(30)
    assert not batch.is_alive()


def test_where_nothing_was_done_nothing_is_removed(study):
    assert not prune(study).counts
    assert not study.folder.exists()
