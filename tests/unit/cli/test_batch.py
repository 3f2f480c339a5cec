"""Batches in the shell."""

import pytest
from typer.testing import CliRunner

from leadfield.cli import batch as module
from leadfield.cli.app import app
from leadfield.cli.batch import BatchJob, batch, names_of


@pytest.fixture
def study_file(tmp_path):
    """A study of two subjects whose recordings are broken."""
    for subject in ("01", "02"):
        folder = tmp_path / f"sub-{subject}" / "meg"
        folder.mkdir(parents=True)
        (folder / f"sub-{subject}_task-listen_meg.fif").write_bytes(b"no recording")
    (tmp_path / "dataset_description.json").write_text('{"Name": "x", "BIDSVersion": "1.10.0"}')
    path = tmp_path / "study.toml"
    path.write_text('bids = "."\ntask = "listen"\nconditions = ["tone"]\n')
    return path


def invoke(*words):
    return CliRunner().invoke(app, ["batch", *map(str, words)])


def test_names_stand_between_commas():
    assert names_of("01, 02,") == ("01", "02")
    assert names_of(None) is None


def test_a_failure_is_told_with_its_step_and_the_command_to_try_it_alone(study_file):
    done = invoke(study_file, "--workers", 1, "--quiet")
    assert done.exit_code == 1
    assert "0 of 2 done" in done.stdout
    assert "sub-02  failed at recording" in done.stdout
    assert f"leadfield batch {study_file} --subjects 02" in done.stdout


def test_the_command_to_try_alone_tries_that_one_alone(study_file):
    done = invoke(study_file, "--subjects", "02", "--workers", 1, "--quiet")
    assert "0 of 1 done" in done.stdout


def test_a_batch_that_stops_says_who_was_not_begun(study_file):
    done = invoke(study_file, "--on-error", "stop", "--workers", 1, "--quiet")
    assert "Not begun: sub-02" in done.stdout


def test_a_dry_run_does_nothing(study_file):
    done = invoke(study_file, "--dry-run", "--steps", "epochs")
    assert done.exit_code == 0
    assert "sub-01  to do: recording, epochs" in done.stdout
    assert not (study_file.parent / "derivatives").exists()


def test_pruning_runs_nothing_and_says_what_would_go(study_file):
    done = invoke(study_file, "--prune", "--dry-run")
    assert done.exit_code == 0
    assert "Nothing is to be removed" in done.stdout
    assert not (study_file.parent / "derivatives").exists()
    refused = invoke(study_file, "--prune", "--subjects", "01")
    assert refused.exit_code != 0


def test_an_interrupt_says_that_the_work_is_kept(study_file, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "run", interrupted)
    with pytest.raises(KeyboardInterrupt, match="what was done is kept"):
        batch(BatchJob(study=study_file))
