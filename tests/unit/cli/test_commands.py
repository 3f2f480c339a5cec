"""The commands as people run them."""

import json
import subprocess
import sys

import numpy as np
import pytest


def leadfield(*args):
    return subprocess.run(
        [sys.executable, "-c", "from leadfield.cli import main; main()", *map(str, args)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_wrong_path_is_one_line_without_a_traceback(tmp_path):
    done = leadfield("info", tmp_path / "none.fif")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "must be a file that exists" in done.stderr


def test_another_file_is_said_to_be_no_fif_file(tmp_path):
    path = tmp_path / "text.fif"
    path.write_text("not a recording, but long enough to hold a tag")
    done = leadfield("info", path)
    assert done.returncode == 2
    assert "this is a text file" in done.stderr


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("test-ave.fif.gz", "Evoked responses"),
        ("sample_audvis-cov.fif", "noise: 366 channels, full"),
        ("sample_audvis_trunc_raw_sss.fif", "signal-space separation: 69 components"),
        ("test_ctf_comp_raw.fif", "gradient compensation: in grade 3, has 1, 2, 3"),
        ("real_meg-oct-4-fwd.fif", "512 sources, free orientation"),
        ("small-src.fif.gz", "lh: 258 sources of 1026 points"),
        ("test-eve.fif", "31 events: 7 x 1"),
        ("test-proj.fif", "1 vectors"),
        ("sample-1280-bem-sol.fif", "inner skull: 642 vertices"),
        ("sample_audvis_trunc-trans.fif", "HEAD to MRI"),
    ],
)
def test_info_tells_what_is_in_every_kind_of_file(shared, name, line):
    done = leadfield("info", shared / name)
    assert line in done.stdout, done.stderr


def test_the_tree_of_a_file_can_be_shown(shared):
    assert "MNE_EVENTS: " in leadfield("info", "--tree", shared / "test-eve.fif").stdout


@pytest.fixture(scope="module")
def recording(shared, tmp_path_factory):
    """Made-up noise on the real sensors, with triggers, as long as a few trials."""
    import leadfield

    folder = tmp_path_factory.mktemp("recording")
    evoked = leadfield.read_evokeds(shared / "test-ave.fif.gz", condition=0)
    names = [n for n in evoked.ch_names if n.startswith("MEG")] + ["STI 014"]
    info = evoked.copy().pick(names).info
    noise = leadfield.read_cov(shared / "sample_audvis-cov.fif")
    rng = np.random.default_rng(0)
    spread = np.sqrt(np.diag(noise.pick_channels(names[:-1]).data))
    n = int(40 * info["sfreq"])
    data = np.r_[spread[:, None] * rng.standard_normal((306, n)), np.zeros((1, n))]
    data[-1, 600 :: int(info["sfreq"])] = 1
    raw = leadfield.io.RawArray(data, info)
    raw.save(folder / "made_raw.fif")
    return folder / "made_raw.fif"


def test_localize_goes_from_a_recording_to_maps_and_a_summary(recording, shared, tmp_path):
    out = tmp_path / "out"
    forward = shared / "real_meg-oct-4-fwd.fif"
    arguments = ("localize", recording, "--forward", forward, "--event", "tick=1", "--out", out)
    done = leadfield(*arguments, "--quiet", "--cov", "empirical")
    assert done.returncode == 0, done.stderr
    written = {p.name for p in out.iterdir()}
    assert written == {
        "tick-ave.fif",
        "noise-cov.fif",
        "meg-inv.fif",
        "tick-dSPM-lh.stc",
        "tick-dSPM-rh.stc",
        "summary.txt",
        "summary.json",
    }
    summary = json.loads((out / "summary.json").read_text())
    assert summary["trials"] == 40
    assert 0 <= summary["findings"][0]["explained"] <= 100
    assert (out / "summary.txt").read_text() in done.stdout
    again = leadfield(*arguments)
    assert again.returncode == 2
    assert "--overwrite" in again.stderr


def test_a_bad_channel_that_is_none_stops_before_any_work(recording, shared, tmp_path):
    done = leadfield(
        "localize", recording, "--forward", shared / "real_meg-oct-4-fwd.fif",
        "--event", "tick=1", "--bad", "MEG 9999", "--out", tmp_path / "out",
    )  # fmt: skip
    assert done.returncode == 2
    assert "'MEG 9999'" in done.stderr


def test_sensors_that_the_forward_solution_lacks_stop_before_any_work(recording, shared, tmp_path):
    done = leadfield(
        "localize", recording, "--forward", shared / "real_meg-oct-4-fwd.fif",
        "--event", "tick=1", "--sensors", "both", "--out", tmp_path / "out",
    )  # fmt: skip
    assert done.returncode == 2
    assert "--sensors both needs a forward solution with EEG" in done.stderr
    assert not (tmp_path / "out").exists()
