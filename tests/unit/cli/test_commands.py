"""The commands as people run them."""

import errno
import json
import os
import subprocess
import sys

import numpy as np
import pytest

from leadfield import SourceEstimate
from leadfield.base.version import __version__
from leadfield.cli.app import main


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


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("sample_audvis_trunc-meg-lh.stc", "sources, "),
        ("test-lh.label", "vertices"),
    ],
)
def test_info_knows_estimates_and_labels(shared, name, line):
    done = leadfield("info", shared / name)
    assert line in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("surf/lh.white", ["Surface", "vertices, ", "triangles"]),
        ("surf/lh.curv", ["Overlay", "vertices", "values from"]),
        ("label/lh.aparc.annot", ["Parcellation", "regions", "insula: "]),
    ],
)
def test_info_knows_freesurfers_files(experiment, name, lines):
    done = leadfield("info", experiment / "subjects" / "sample" / name)
    assert all(line in done.stdout for line in lines), done.stderr


def test_info_writes_json(experiment):
    path = experiment / "subjects" / "sample" / "bem" / "sample-oct-6-src.fif"
    told = json.loads(leadfield("info", "--json", path).stdout)
    assert told["file"] == path.name
    assert "4098 sources" in " ".join(told["sections"]["Source spaces"])
    as_text = leadfield("info", path).stdout
    assert all(line in as_text for line in told["sections"]["Source spaces"])


def test_a_tree_is_for_fif_files_only(experiment):
    done = leadfield("info", "--tree", experiment / "subjects" / "sample" / "surf" / "lh.white")
    assert done.returncode == 2
    assert "--tree must be for a FIF file" in done.stderr


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
    assert summary["made_by"] == "leadfield localize"
    assert set(summary["files"]) == written
    assert set(summary["versions"]) == {"leadfield", "numpy", "scipy", "python"}
    assert summary["settings"]["snr"] == "auto"
    assert summary["lambda2"] is None
    (finding,) = summary["findings"]
    assert finding["lambda2"] > 0
    assert set(finding["found"]) == {"snr", "noise_scale", "window_s"}
    assert summary["settings"]["cov"] == ["empirical"]
    assert 0 <= summary["findings"][0]["explained"] <= 100
    assert summary["findings"][0]["response"]["detected"] is False
    assert summary["findings"][0]["peaks"] == {}
    assert "nothing distinguishable from noise (p = " in (out / "summary.txt").read_text()
    assert "peak" not in (out / "summary.txt").read_text()
    assert (out / "summary.txt").read_text() in done.stdout
    again = leadfield(*arguments)
    assert again.returncode == 2
    assert "--overwrite" in again.stderr
    (out / "notes.txt").write_text("mine")
    done = leadfield(
        *arguments, "--quiet", "--cov", "empirical", "--method", "MNE", "--overwrite", "--snr", "2"
    )
    assert done.returncode == 0, done.stderr
    summary = json.loads((out / "summary.json").read_text())
    assert (summary["lambda2"], summary["findings"][0]["found"]) == (0.25, None)
    assert "lambda2 = 0.25" in done.stdout
    now = {p.name for p in out.iterdir()}
    assert now == {name.replace("dSPM", "MNE") for name in written} | {"notes.txt"}


def test_a_bad_channel_that_is_none_stops_before_any_work(recording, shared, tmp_path):
    done = leadfield(
        "localize", recording, "--forward", shared / "real_meg-oct-4-fwd.fif",
        "--event", "tick=1", "--bad", "MEG 9999", "--out", tmp_path / "out",
    )  # fmt: skip
    assert done.returncode == 2
    assert "'MEG 9999'" in done.stderr
    assert not list(tmp_path.iterdir())


WRONG = {
    "code": (["--event", "tock=2"], "--event tock=2 must be a code in the recording, it has 1 (40"),
    "window": (["--tmin", "0"], "--tmin must be below 0"),
    "baseline": (["--baseline", "-1,0"], "--baseline must lie in the epoch"),
    "snr": (["--snr", "0"], "--snr must be"),
    "snr in words": (["--snr", "high"], "--snr must be a number or auto"),
    "loose": (["--loose", "2"], "--loose must be"),
    "type": (["--reject", "eog=1"], "--reject must be for types of the channels used"),
    "estimator": (["--cov", "best"], "--cov: "),
    "rank": (["--cov", "pca"], "must come with --rank full"),
    "stim": (["--stim", "STI 9"], "--stim must be a channel"),
    "folder": (["--subjects-dir", "/nope"], "--subjects-dir must be a folder that exists"),
    "normal": (["--pick-ori", "normal", "--loose", "0"], "--pick-ori normal needs --loose"),
    "all rejected": (["--reject", "grad=1e-20"], "raise the limits of --reject"),
}


@pytest.mark.parametrize(("options", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_is_said_in_the_shells_words_and_leaves_nothing(
    recording, shared, tmp_path, options, said
):
    done = leadfield(
        "localize", recording, "--forward", shared / "real_meg-oct-4-fwd.fif", "--quiet",
        "--event", "tick=1", "--out", tmp_path / "new" / "out", *options,
    )  # fmt: skip
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["localize", "demo"])
def test_a_place_that_cannot_be_written_is_one_line(recording, shared, command):
    files = [recording, "--forward", shared / "real_meg-oct-4-fwd.fif", "--event", "tick=1"]
    done = leadfield(command, *files * (command == "localize"), "--out", "/proc/nope")
    assert done.returncode == 2
    assert "--out must be where a folder can be made, got /proc/nope" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_one_line_and_leaves_nothing(
    recording, shared, tmp_path, monkeypatch, capsys
):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device", "x-ave.fif")

    monkeypatch.setattr("leadfield.api.epochs.evoked.Evoked.save", full)
    forward = shared / "real_meg-oct-4-fwd.fif"
    words = ["localize", recording, "--forward", forward, "--event", "tick=1", "--quiet"]
    words += ["--cov", "empirical", "--out", tmp_path / "out"]
    monkeypatch.setattr(sys, "argv", ["leadfield", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        f"leadfield: there must be room for {tmp_path / 'out'}, got 'No space left on device': "
        "free some, or choose another place\n"
    )
    assert not list(tmp_path.iterdir())


def test_the_version_is_told_by_command_and_module():
    told = f"leadfield {__version__}\n"
    assert leadfield("--version").stdout == told
    module = [sys.executable, "-m", "leadfield", "--version"]
    done = subprocess.run(module, capture_output=True, text=True, check=False)
    assert done.stdout == told


def test_completion_can_be_shown():
    # The shell is the one that runs the command; without a word after it, bash would not stay.
    words = f"{sys.executable} -c 'from leadfield.cli import main; main()' --show-completion; true"
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False)
    assert "_LEADFIELD_COMPLETE=complete_bash" in done.stdout, done.stderr


def test_options_are_completed():
    words = {"COMP_WORDS": "leadfield localize --rej", "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, "-c", "from leadfield.cli import main; main()"],
        env={**os.environ, **words, "_LEADFIELD_COMPLETE": "complete_bash"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["--reject"]


def test_sensors_that_the_forward_solution_lacks_stop_before_any_work(recording, shared, tmp_path):
    done = leadfield(
        "localize", recording, "--forward", shared / "real_meg-oct-4-fwd.fif",
        "--event", "tick=1", "--sensors", "both", "--out", tmp_path / "out",
    )  # fmt: skip
    assert done.returncode == 2
    assert "--sensors both needs a forward solution with EEG" in done.stderr
    assert not (tmp_path / "out").exists()


class TestView:
    @pytest.fixture
    def files(self, experiment, tmp_path):
        """An estimate of two hemispheres of the simulated subject."""
        vertices = [np.arange(0, 40000, 400), np.arange(0, 40000, 400)]
        data = np.random.default_rng(0).random((200, 3))
        SourceEstimate(data, vertices, 0, 0.1).save(tmp_path / "left-dSPM")
        return tmp_path / "left-dSPM-lh.stc", experiment / "subjects"

    def test_it_writes_a_page(self, files, tmp_path):
        stc, subjects = files
        out = tmp_path / "page.html"
        done = leadfield(
            "view", stc, "--subject", "sample", "--subjects-dir", subjects, "--out", out, "--quiet"
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(f"Written to {out}\n")
        assert "a map cannot be tested for a response" in done.stdout
        assert b"leadfield-data" in out.read_bytes()

    def test_it_writes_a_page_of_a_volume(self, little_volume, tmp_path):
        stc, src, out = tmp_path / "deep-dSPM-vl.stc", tmp_path / "ann-src.fif", tmp_path / "a.html"
        little_volume.stc.save(stc)
        little_volume.src.save(src)
        words = ["view", stc, "--subject", "ann", "--out", out, "--quiet"]
        done = leadfield(*words)
        assert done.returncode == 2
        assert "--src must be given" in done.stderr.splitlines()[-1]
        done = leadfield(*words, "--src", src, "--subjects-dir", little_volume.subjects_dir)
        assert done.returncode == 0, done.stderr
        assert b"leadfield-data" in out.read_bytes()

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ([], "--subject must be given"),
            (["--subject", "nobody"], "subject must be one in"),
            (["--subject", "sample", "--evoked", "no-ave.fif"], "no-ave.fif"),
        ],
    )
    def test_what_cannot_be_shown_is_one_line_and_leaves_nothing(
        self, files, tmp_path, words, told
    ):
        stc, subjects = files
        out = tmp_path / "page.html"
        done = leadfield("view", stc, "--subjects-dir", subjects, "--out", out, *words)
        assert done.returncode == 2
        assert told in done.stderr.splitlines()[-1]
        assert not out.exists()
