"""Epochs of a batch: runs together, equally many of each condition, and what can go wrong."""

from dataclasses import replace

import pytest

import leadfield
from leadfield.batch import read_study, run
from leadfield.batch.result_store import read_result
from leadfield.batch.study import EpochSettings, RecordingSettings

MEG = "sub-01/meg/sub-01_task-listen"


@pytest.fixture
def study(study_file, tmp_path):
    """The first subject of a simulated study."""
    root = tmp_path / "study"
    (root / MEG).parent.mkdir(parents=True)
    for path in study_file.parent.glob(f"{MEG}*"):
        (root / path.relative_to(study_file.parent)).symlink_to(path)
    for name in ("dataset_description.json", "study.toml"):
        (root / name).symlink_to(study_file.parent / name)
    return read_study(root / "study.toml")


def cut(study):
    return run(study, steps=["epochs"], workers=1, verbose="error")


def epochs_of(study):
    (done,) = cut(study).participants
    assert done.reason == ""
    (path,) = done.folders["epochs"].glob("*_epo.fif")
    return leadfield.read_epochs(path, verbose="error")


def failure_of(study):
    (failed,) = cut(study).failed
    return f"{failed.failed_at}: {failed.reason}"


def split_into_runs(study):
    """Let the recording be there twice, as two runs."""
    for path in list(study.bids.glob(f"{MEG}*")):
        for number in ("1", "2"):
            name = path.name.replace("task-listen", f"task-listen_run-{number}")
            path.with_name(name).symlink_to(path.readlink())
        path.unlink()


def test_conditions_have_equally_many(study):
    epochs = epochs_of(replace(study, epochs=EpochSettings(tmin=-0.1)))
    assert len(epochs["standard"]) == len(epochs["deviant"]) > 50
    assert epochs.tmin == pytest.approx(-0.1, abs=0.01)


def test_runs_go_together(study):
    alone = len(epochs_of(study))
    split_into_runs(study)
    assert len(epochs_of(study)) == 2 * alone


def test_bad_channels_of_the_study_are_left_out(study):
    name = next(one for one in epochs_of(study).ch_names if one.startswith("MEG"))
    bads = RecordingSettings(bads=(name,))
    assert name not in epochs_of(replace(study, recording=bads)).ch_names


def test_a_bad_channel_that_there_is_not_is_told(study):
    text = failure_of(replace(study, recording=RecordingSettings(bads=("MEG 9",))))
    assert text == "recording: bads must be channels of the recording, 'MEG 9' are none"


def test_a_condition_that_there_is_not_is_told(study):
    text = failure_of(replace(study, conditions=("standard", "oddball"), contrasts=()))
    assert text.startswith("epochs: ")
    assert "'oddball'" in text
    assert "'deviant', 'standard'" in text


def test_a_condition_without_good_epochs_says_why(study):
    text = failure_of(replace(study, epochs=EpochSettings(reject={"mag": 1e-15})))
    assert "'standard' must have good epochs, it has none" in text
    assert "were dropped, for MEG" in text
    assert "Raise the limits in [epochs] reject" in text


def test_conditions_may_be_in_different_runs_with_any_numbers(study):
    whole = epochs_of(replace(study, epochs=EpochSettings(equalize_event_counts=False)))
    split_into_runs(study)
    for number, kept in (("1", "standard"), ("2", "deviant")):
        (path,) = study.bids.glob(f"sub-01/meg/*run-{number}_events.tsv")
        header, *rows = path.read_text().splitlines()
        place = header.split("\t").index("value")
        chosen = [row.split("\t") for row in rows if kept in row.split("\t")]
        for row in chosen:
            row[place] = "7"
        path.unlink()
        path.write_text("\n".join([header, *("\t".join(row) for row in chosen)]) + "\n")
    apart = epochs_of(replace(study, epochs=EpochSettings(equalize_event_counts=False)))
    for name in ("standard", "deviant"):
        assert len(apart[name]) == len(whole[name])


def facts_of(study):
    (done,) = cut(study).participants
    return read_result(done.folders["epochs"]).facts


def test_a_noisy_channel_that_nobody_marked_is_found(study):
    marked = facts_of(study)
    table = study.bids / f"{MEG}_channels.tsv"
    text = table.read_text()
    table.unlink()
    table.write_text(text.replace("\tbad", "\tgood"))
    (noisy,) = (line.split("\t")[0] for line in text.splitlines() if "\tbad" in line)
    unmarked = facts_of(study)
    assert "noisy-channels" not in [one["name"] for one in marked["findings"]]
    assert [noisy in one["found"] for one in unmarked["findings"] if "noisy" in one["name"]] == [
        True
    ]
    assert marked["loudest"] < 3
    assert unmarked["loudest"] > 5
