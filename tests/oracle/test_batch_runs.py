"""A subject whose head moved between two runs, with an empty room and projections of blinks.

Each step of a batch gives what MNE-Python makes of the files before it, and the map is the average
of those of both runs.
"""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

import leadfield
from leadfield.batch import read_study, run
from leadfield.batch.more_projections import more_projections
from leadfield.batch.participant import find_participants
from leadfield.batch.study import (
    CovarianceSettings,
    EpochSettings,
    EstimateSettings,
    ForwardSettings,
    RecordingSettings,
)
from leadfield.bids import open_data_set

mne = pytest.importorskip("mne")

SINGLE = 1e-6  # of the largest value
CONDITIONS = ("standard", "deviant")
MOVED = 0.006  # m
STEM = "sub-01_task-listen"


def with_blinks(raw, seed):
    """A recording with an EOG channel, and blinks that are seen in it and in the sensors."""
    rng = np.random.default_rng(seed)
    course = np.zeros(raw.n_times)
    shape = np.hanning(int(0.3 * raw.info["sfreq"]))
    for at in range(400, raw.n_times - 400, 700):
        course[at : at + len(shape)] += shape
    info = mne.create_info(["EOG 061"], raw.info["sfreq"], "eog")
    eog = mne.io.RawArray(
        [250e-6 * course + 5e-6 * rng.standard_normal(raw.n_times)],
        info,
        raw.first_samp,
        verbose="error",
    )
    pattern = np.random.default_rng(0).standard_normal(len(raw.ch_names))
    for i, kind in enumerate(raw.get_channel_types()):
        raw._data[i] += course * pattern[i] * {"mag": 3e-13, "grad": 6e-12}.get(kind, 0)
    return raw.add_channels([eog], force_update_info=True)


@pytest.fixture(scope="module")
def root(study, tmp_path_factory):
    """A data set of one subject with two runs, the head higher in the second, and a room."""
    root = tmp_path_factory.mktemp("runs") / "bids"
    meg = root / "sub-01" / "meg"
    meg.mkdir(parents=True)
    for name in ("dataset_description.json", "derivatives", "task-listen_meg.json"):
        (root / name).symlink_to(study / name)
    original = study / "sub-01" / "meg"
    for number in (1, 2):
        stem = f"sub-01_task-listen_run-{number}"
        raw = mne.io.read_raw_fif(original / f"{STEM}_meg.fif", preload=True, verbose="error")
        raw.info["dev_head_t"]["trans"][2, 3] += MOVED * (number - 1)
        with_blinks(raw, number).save(meg / f"{stem}_meg.fif", verbose="error")
        (meg / f"{stem}_channels.tsv").symlink_to(original / f"{STEM}_channels.tsv")
        lines = (original / f"{STEM}_events.tsv").read_text().splitlines(keepends=True)
        rows = lines[1:] if number == 1 else lines[1:60]
        (meg / f"{stem}_events.tsv").write_text("".join([lines[0], *rows]))
    room = root / "sub-emptyroom" / "ses-20260101" / "meg"
    room.mkdir(parents=True)
    raw = mne.io.read_raw_fif(original / f"{STEM}_meg.fif", preload=True, verbose="error")
    rng = np.random.default_rng(5)
    scales = [{"mag": 2e-14, "grad": 3e-12}.get(kind, 0) for kind in raw.get_channel_types()]
    raw._data[:] = np.array(scales)[:, None] * rng.standard_normal(raw._data.shape)
    raw.save(room / "sub-emptyroom_ses-20260101_task-noise_meg.fif", verbose="error")
    return root


@pytest.fixture(scope="module")
def asked(root, study):
    """A study of it."""
    return replace(
        read_study(study / "study.toml"),
        bids=root,
        recording=RecordingSettings(h_freq=None, n_proj_eog=1),
        epochs=EpochSettings(reject={"grad": 4000e-13, "mag": 4e-12}),
        covariance=CovarianceSettings(method="empirical", noise_cov="emptyroom"),
        forward=ForwardSettings(spacing="oct4", ico=3),
    )


@pytest.fixture(scope="module")
def done(asked, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    (one,) = run(asked, out, steps=["estimates"], workers=1, verbose="error").participants
    assert one.reason == ""
    folder = out / "sub-01" / "meg"
    return SimpleNamespace(
        one=one, out=out, file=lambda rest: folder / f"sub-01_task-listen_{rest}"
    )


def assert_same(ours, theirs, share=SINGLE):
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=share * np.abs(theirs).max())


def runs(root):
    for number in (1, 2):
        path = root / "sub-01" / "meg" / f"sub-01_task-listen_run-{number}_meg.fif"
        yield mne.io.read_raw_fif(path, preload=True, verbose="error")


def bads_of(root):
    lines = next(root.rglob("*_channels.tsv")).read_text().splitlines()
    return [line.split("\t")[0] for line in lines if "\tbad" in line]


def test_projections_are_of_the_blinks_of_both_runs(root, done):
    both = list(runs(root))
    for raw in both:
        raw.info["bads"] = bads_of(root)
    raw = mne.concatenate_raws(both, on_mismatch="ignore", verbose="error")
    theirs, _ = mne.preprocessing.compute_proj_eog(
        raw, n_mag=1, n_grad=1, n_eeg=1, average=True, no_proj=True, verbose="error"
    )
    ours = mne.read_proj(done.file("proj.fif"), verbose="error")
    assert [one["desc"] for one in ours] == [one["desc"] for one in theirs]
    for mine, other in zip(ours, theirs, strict=True):
        assert mine["data"]["col_names"] == other["data"]["col_names"]
        a, b = mine["data"]["data"], other["data"]["data"]
        assert min(np.abs(a - b).max(), np.abs(a + b).max()) < 1e-6


def test_projections_of_a_file_come_before_those_of_heartbeats(root, asked, tmp_path):
    raw = next(runs(root))
    (given,) = mne.compute_proj_raw(raw, n_grad=1, n_mag=0, n_eeg=0, verbose="error")
    mne.write_proj(root / "sub-01-proj.fif", [given], verbose="error")
    pattern = np.random.default_rng(1).standard_normal(len(raw.ch_names))
    beat = np.hanning(int(0.1 * raw.info["sfreq"]))
    for at in range(300, raw.n_times - 300, int(0.9 * raw.info["sfreq"])):
        for i, kind in enumerate(raw.get_channel_types()):
            size = {"mag": 2e-12, "grad": 4e-11}.get(kind, 0)
            raw._data[i, at : at + len(beat)] += size * pattern[i] * beat
    raw.save(tmp_path / "beats_raw.fif", verbose="error")
    asked = replace(asked, recording=RecordingSettings(proj="sub-{subject}-proj.fif", n_proj_ecg=1))
    (participant,) = find_participants(asked, open_data_set(root))
    recording = leadfield.io.read_raw_fif(tmp_path / "beats_raw.fif", verbose="error")
    ours = more_projections(asked, participant, [recording])
    read = mne.io.read_raw_fif(tmp_path / "beats_raw.fif", preload=True, verbose="error")
    theirs, _ = mne.preprocessing.compute_proj_ecg(
        read, n_mag=1, n_grad=1, n_eeg=0, average=True, no_proj=True, verbose="error"
    )
    assert [one["desc"] for one in ours] == [one["desc"] for one in (given, *theirs)]
    for mine, other in zip(ours, (given, *theirs), strict=True):
        a, b = mine["data"]["data"], other["data"]["data"]
        assert min(np.abs(a - b).max(), np.abs(a + b).max()) < 1e-6


def test_epochs_of_each_position_know_where_the_head_was_and_are_projected(done):
    epochs = [
        mne.read_epochs(done.file(f"run-{number}_epo.fif"), verbose="error") for number in (1, 2)
    ]
    heights = [one.info["dev_head_t"]["trans"][2, 3] for one in epochs]
    assert heights[1] - heights[0] == pytest.approx(MOVED, abs=1e-6)
    for one in epochs:
        blinks = [p for p in one.info["projs"] if p["desc"].startswith("EOG")]
        assert len(blinks) == 2
        assert all(p["active"] for p in one.info["projs"])
    counts = [sum(len(one[name]) for one in epochs) for name in CONDITIONS]
    assert counts[0] == counts[1]


def test_the_noise_is_that_of_the_empty_room_with_the_projections(root, done):
    epochs = mne.read_epochs(done.file("run-1_epo.fif"), verbose="error")
    (path,) = root.rglob("*noise_meg.fif")
    room = mne.io.read_raw_fif(path, preload=True, verbose="error")
    names = [
        n
        for n, k in zip(epochs.ch_names, epochs.get_channel_types(), strict=True)
        if k in ("mag", "grad")
    ]
    room.pick(names).add_proj(epochs.info["projs"], remove_existing=True, verbose="error")
    room.apply_proj(verbose="error")
    theirs = mne.compute_raw_covariance(room, method="empirical", verbose="error")
    ours = mne.read_cov(done.file("cov.fif"), verbose="error")
    assert ours.ch_names == theirs.ch_names
    assert_same(ours.data, theirs.data, 1e-9)


@pytest.mark.parametrize("pick_ori", [None, "normal"])
def test_the_map_is_the_average_of_those_of_both_positions(asked, done, pick_ori):
    study = replace(asked, estimates=EstimateSettings(pick_ori=pick_ori))
    (one,) = run(study, done.out, steps=["estimates"], workers=1, verbose="error").participants
    assert one.reason == ""
    noise = mne.read_cov(done.file("cov.fif"), verbose="error")
    evokeds = [
        mne.read_evokeds(done.file(f"run-{n}_desc-deviant_ave.fif"), 0, verbose="error")
        for n in (1, 2)
    ]
    total = sum(evoked.nave for evoked in evokeds)
    assert evokeds[0].nave != evokeds[1].nave
    want = 0
    for number, evoked in enumerate(evokeds, start=1):
        forward = mne.read_forward_solution(done.file(f"run-{number}_fwd.fif"), verbose="error")
        inverse = mne.minimum_norm.make_inverse_operator(
            evoked.info, forward, noise, verbose="error"
        )
        weight = evoked.nave / total
        evoked.nave = total
        stc = mne.minimum_norm.apply_inverse(
            evoked, inverse, pick_ori=pick_ori or "vector", verbose="error"
        )
        want = want + weight * stc.data
    want = np.linalg.norm(want, axis=1) if pick_ori is None else want
    ours = mne.read_source_estimate(done.file("desc-deviant_dSPM"))
    assert_same(ours.data, want)


def test_a_lambda2_of_its_own_is_refused_where_the_head_moved(asked, done):
    study = replace(asked, estimates=EstimateSettings(lambda2="auto"))
    (one,) = run(study, done.out, steps=["estimates"], workers=1, verbose="error").participants
    assert one.failed_at == "estimates"
    assert "lambda2 must be a number where the head moved between runs" in one.reason
