"""The command that repeats a job, parsed by a shell and by the command line, gives the job."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadfield.cli.app import app
from leadfield.cli.job import Localization
from leadfield.cli.repeat import repeat_command

PLAIN = Localization(
    raw=Path("/data/a_raw.fif"),
    forward=Path("/data/a-fwd.fif"),
    events={"left": 1},
    out=Path("/data/out"),
    reject={},
    flat={},
)
JOBS = {
    "plain": PLAIN,
    "names": replace(
        PLAIN,
        raw=Path("/my data/it's $1.fif"),
        events={"a b": 1, "-x": 2, "c;d": 3},
        bads=("MEG 0113", "-EEG"),
    ),
    "window": replace(PLAIN, window=(-0.1, 0.25), baseline=(-0.1, -0.05)),
    "open baseline": replace(PLAIN, baseline=(None, None)),
    "no baseline": replace(PLAIN, baseline=None),
    "limits": replace(PLAIN, reject={"grad": 4000e-13, "eog": 150e-6}, flat={"mag": 1e-15}),
    "noise": replace(PLAIN, estimators=("empirical",), rank="full"),
    "inverse": replace(PLAIN, method="MNE", snr=1 / 3, loose=1.0, depth=0.0, pick_ori="normal"),
    "channels": replace(PLAIN, sensors="both", stim="STI 101", subjects_dir=Path("/subjects")),
}


@pytest.fixture
def parsed(monkeypatch):
    """Function that gives the job of a command."""
    jobs = []
    monkeypatch.setattr("leadfield.cli.app.localize", lambda job: jobs.append(job) or "")
    monkeypatch.delenv("SUBJECTS_DIR", raising=False)

    def parse(words):
        done = CliRunner().invoke(app, shlex.split(shlex.join(words))[1:])
        assert done.exit_code == 0, done.output
        return jobs.pop()

    return parse


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_it_gives_the_job(parsed, job):
    assert parsed(repeat_command(job)) == job


def test_paths_are_absolute_and_the_subjects_of_the_environment_are_named(
    parsed, monkeypatch, tmp_path
):
    words = repeat_command(replace(PLAIN, raw=Path("a_raw.fif"), out=Path("out")))
    assert parsed(words).raw == Path.cwd() / "a_raw.fif"
    assert parsed(words).out == Path.cwd() / "out"
    monkeypatch.setenv("SUBJECTS_DIR", str(tmp_path))
    assert parsed(repeat_command(PLAIN)).subjects_dir == tmp_path


def test_defaults_are_left_out():
    assert repeat_command(PLAIN)[2:] == (
        "/data/a_raw.fif",
        "--forward",
        "/data/a-fwd.fif",
        "--event",
        "left=1",
        "--out",
        "/data/out",
    )
