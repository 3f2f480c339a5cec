"""Writers that are stopped: a short run of some, and that a torn one would be noticed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fuzz.stops import make_faults

ROOT = Path(__file__).parents[2]
TORN = """
import random
import numpy as np
from fuzz.killed import faultless, try_writer
from fuzz.writers import Writer

def save(folder, k):
    for name in "ab":
        (folder / name).write_text(str(k))

def read(folder):
    return np.array([float((folder / name).read_text()) for name in "ab"])

trial = try_writer(Writer(name="torn", save=save, read=read), 0, random.Random(1))
assert trial.counts["kill", "wrong"] > 1, trial.counts
assert not faultless(trial)
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Environment of programs whose calls can be made to fail."""
    if sys.platform != "linux" or not shutil.which("cc"):
        pytest.skip("faults need Linux and a C compiler")
    path = os.pathsep.join([str(ROOT), str(ROOT / "scripts"), os.environ.get("PYTHONPATH", "")])
    return os.environ | make_faults(tmp_path_factory.mktemp("faults")) | {"PYTHONPATH": path}


def run(command, environment):
    return subprocess.run(
        command, check=False, env=environment, cwd=ROOT, capture_output=True, text=True
    )


def test_writers_that_are_stopped_leave_the_old_or_the_new_version(environment):
    names = ["annotations, .csv", "estimate, .stc", "parcellation"]
    command = [sys.executable, "-m", "fuzz.killed", "--kills", "3", "--only", *names]
    done = run(command, environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [row.split(" | ")[0] for row in done.stdout.splitlines()] == [f"| {n}" for n in names]


def test_a_writer_that_tears_files_is_noticed(environment):
    command = [sys.executable, "-W", "ignore", "-c", TORN]
    done = run(command, environment)
    assert done.returncode == 0, done.stderr
