"""Epochs equal MNE-Python's: which are kept, why others are not, and their samples."""

import contextlib
import warnings

import numpy as np
import pytest

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.epochs_files import read_epochs
from leadfield.api.events.find_events import find_events
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import DataError

mne = pytest.importorskip("mne")

NAMES = {"a/left": 1, "a/right": 2, "b/left": 3, "b/right": 4}
LIMITS = {"mag": 7e-12, "eeg": 6.2e-5, "eog": 3.5e-4}


@pytest.fixture(scope="module")
def raws(made_raw):
    return mne.io.read_raw_fif(made_raw), read_raw_fif(made_raw)


@pytest.fixture(scope="module")
def events(raws):
    return find_events(raws[1], "STI 014", verbose=False)


@contextlib.contextmanager
def quiet():
    """MNE-Python warns of what we log."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def both(raws, events, event_id=NAMES, **options):
    with quiet():
        theirs = mne.Epochs(raws[0], events, event_id, **options)
    return theirs, Epochs(raws[1], events, event_id, **options)


def close(found, expected, tolerance=1e-12):
    """Equal, relative to the largest value of each channel."""
    assert found.shape == expected.shape
    scale = np.abs(expected).max(axis=(0, 2) if expected.ndim == 3 else 1)[:, None]
    scale = np.where(scale > 0, scale, 1)
    np.testing.assert_allclose(found / scale, expected / scale, rtol=0, atol=tolerance)


def same(theirs, ours):
    with quiet():
        expected = theirs.get_data()
    close(ours.get_data(), expected)
    np.testing.assert_array_equal(ours.events, theirs.events)
    np.testing.assert_array_equal(ours.selection, theirs.selection)
    assert ours.drop_log == theirs.drop_log
    assert ours.event_id == theirs.event_id
    np.testing.assert_allclose(ours.times, theirs.times, rtol=0, atol=1e-15)
    assert ours.baseline == theirs.baseline
    assert ours.ch_names == theirs.ch_names
    assert ours.info["sfreq"] == theirs.info["sfreq"]
    assert ours.drop_log_stats() == pytest.approx(theirs.drop_log_stats())


OPTIONS = {
    "as they come": {},
    "one condition": {"event_id": {"x": 2}},
    "numbers without names": {"event_id": [1, 3]},
    "all numbers": {"event_id": None},
    "without projection": {"proj": False},
    "projection delayed": {"proj": "delayed", "reject": LIMITS},
    "rejected": {"reject": LIMITS},
    "flat ones rejected": {"flat": {"grad": 6e-11, "eeg": 3.2e-5}},
    "judged in a window": {"reject": LIMITS, "reject_tmin": 0.0, "reject_tmax": 0.2},
    "no baseline": {"baseline": None},
    "a late baseline": {"baseline": (0.1, None)},
    "less their mean": {"detrend": 0, "baseline": None},
    "less their line": {"detrend": 1},
    "fewer samples": {"decim": 3, "tmin": -0.11, "tmax": 0.33},
    "by type": {"picks": ["eeg", "eog"]},
    "by name": {"picks": ["EEG 013", "EEG 017", "EOG 020"]},
    "bad times used": {"reject_by_annotation": False},
    "long": {"tmin": -1.0, "tmax": 1.0},
}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("preload", [False, True])
def test_epochs_are_equal(raws, events, options, preload):
    same(*both(raws, events, **options, preload=preload))


@pytest.mark.parametrize("repeated", ["drop", "merge"])
@pytest.mark.parametrize("numbers", [(5, 1), (1, 1), (3, 2)])
def test_events_at_one_sample_are_settled_alike(raws, events, repeated, numbers):
    doubled = events[1:6].copy()
    doubled[2:4, 0] = doubled[2, 0]
    doubled[2:4, 2] = numbers
    ids = NAMES | {"c": 5}
    present = {name: n for name, n in ids.items() if n in doubled[:, 2]}
    same(*both(raws, doubled, present, event_repeated=repeated, preload=True))


def test_events_outside_are_dropped_alike(raws, events):
    outside = np.vstack([[[100, 0, 1], [295, 0, 1]], events[1:8], [[6295, 0, 1], [6310, 0, 1]]])
    with quiet():
        theirs = mne.Epochs(raws[0], outside, 1, preload=True)
    with pytest.warns(RuntimeWarning, match="3 of 5 outside"):
        ours = Epochs(raws[1], outside, 1, preload=True)
    same(theirs, ours)


def test_events_of_annotations_become_equal_epochs(raws):
    with quiet():
        theirs = mne.Epochs(raws[0], event_id="fine", reject_by_annotation=False)
    same(theirs, Epochs(raws[1], event_id="fine", reject_by_annotation=False))


@pytest.mark.parametrize(
    "item", ["a", "left", "right/b", ["a/left", "b"], 3, -2, slice(2, 20, 3), [5, 1], "mask"]
)
def test_what_is_chosen_is_equal(raws, events, item):
    theirs, ours = both(raws, events, reject=LIMITS)
    theirs.drop_bad()
    if isinstance(item, str) and item == "mask":
        item = np.arange(len(ours)) % 3 == 0
    same(theirs[item], ours.drop_bad()[item])


@pytest.mark.parametrize("preload", [False, True])
@pytest.mark.parametrize("method", ["mean", "median", lambda x: np.max(x, axis=0)])
def test_averages_are_equal(raws, events, method, preload):
    theirs, ours = both(raws, events, reject=LIMITS, preload=preload)
    theirs.load_data() if method != "mean" else theirs.drop_bad()
    expected, found = theirs.average(method=method), ours.average(method=method)
    close(found.data, expected.data)
    assert found.ch_names == expected.ch_names
    assert found.nave == expected.nave
    assert found.comment == expected.comment
    assert (found.first, found.last) == (expected.first, expected.last)
    assert found.baseline == expected.baseline
    np.testing.assert_array_equal(found.times, expected.times)
    assert [p["desc"] for p in found.info["projs"]] == [p["desc"] for p in expected.info["projs"]]


def test_averages_by_name_are_equal(raws, events):
    theirs, ours = both(raws, events, reject=LIMITS)
    for expected, found in zip(
        theirs.average("all", by_event_type=True),
        ours.average("all", by_event_type=True),
        strict=True,
    ):
        close(found.data, expected.data)
        assert (found.nave, found.comment) == (expected.nave, expected.comment)


@pytest.mark.parametrize("preload", [False, True])
def test_standard_errors_are_equal(raws, events, preload):
    theirs, ours = both(raws, events, preload=preload)
    expected, found = theirs.standard_error(), ours.standard_error()
    close(found.data, expected.data)
    assert found.kind == "standard_error"


def test_stricter_limits_drop_more_alike(raws, events):
    for preload in (False, True):
        theirs, ours = both(raws, events, reject=LIMITS, preload=preload)
        stricter = {"eog": 3e-4}
        with quiet():
            theirs.drop_bad(reject=stricter, flat={"eeg": 3e-5})
        ours.drop_bad(reject=stricter, flat={"eeg": 3e-5})
        same(theirs, ours)


def test_dropped_by_hand_is_dropped_alike(raws, events):
    theirs, ours = both(raws, events, preload=True)
    theirs.drop([0, 5, -1], reason="tired")
    same(theirs, ours.drop([0, 5, -1], reason="tired"))


def test_changes_of_the_time_axis_are_equal(raws, events):
    theirs, ours = both(raws, events, preload=True)
    theirs.crop(-0.1, 0.3, include_tmax=False)
    same(theirs, ours.crop(-0.1, 0.3, include_tmax=False))
    theirs.decimate(2, offset=1)
    same(theirs, ours.decimate(2, offset=1))
    theirs.shift_time(0.25)
    np.testing.assert_allclose(ours.shift_time(0.25).times, theirs.times, atol=1e-15)
    theirs.apply_baseline((0.2, 0.3))
    same(theirs, ours.apply_baseline((0.2, 0.3)))


def test_changes_before_reading_are_equal(raws, events):
    theirs, ours = both(raws, events)
    theirs.apply_baseline((0.0, 0.1)).decimate(2)
    same(theirs, ours.apply_baseline((0.0, 0.1)).decimate(2))


def test_projections_applied_late_are_equal(raws, events):
    for preload in (False, True):
        theirs, ours = both(raws, events, proj=False, preload=preload)
        theirs.apply_proj()
        ours.apply_proj()
        assert ours.proj
        same(theirs, ours)


def test_delayed_projections_are_not_in_the_average(raws, events):
    theirs, ours = both(raws, events, proj="delayed", reject=LIMITS)
    expected, found = theirs.average(), ours.average()
    close(found.data, expected.data)
    assert not found.proj
    close(found.apply_proj().data, expected.apply_proj().data)


def test_picked_channels_are_equal(raws, events):
    theirs, ours = both(raws, events, preload=True, reject=LIMITS)
    theirs.pick_types(meg=True)
    same(theirs, ours.pick_types(meg=True))
    assert ours.reject == theirs.reject


@pytest.mark.parametrize("units", [None, {"eeg": "uV", "grad": "fT/cm"}])
def test_parts_of_the_samples_are_equal(raws, events, units):
    theirs, ours = both(raws, events, preload=True)
    wanted = {"picks": ["eeg", "grad"], "item": "left", "tmin": 0.01, "tmax": 0.2, "units": units}
    close(ours.get_data(**wanted), theirs.get_data(**wanted))


@pytest.mark.parametrize("method", ["mintime", "truncate", "random"])
@pytest.mark.parametrize("names", [None, ["a/left", "b/right"], [["a/left", "a/right"], "b/left"]])
def test_counts_are_made_equal_alike(raws, events, method, names):
    theirs, ours = both(raws, np.delete(events, [3, 4, 8, 11, 20], axis=0), preload=True)
    options = {"rng": np.random.default_rng(5)} if method == "random" else {}
    _, expected = theirs.equalize_event_counts(names, method, **options)
    _, found = ours.equalize_event_counts(names, method, rng=np.random.default_rng(5))
    np.testing.assert_array_equal(np.sort(found), np.sort(expected))
    same(theirs, ours)


def test_iterating_gives_the_good_epochs(raws, events):
    theirs, ours = both(raws, events, reject=LIMITS)
    close(np.array(list(ours)), np.array(list(theirs.drop_bad())))
    assert len(ours) == len(theirs)


def test_epochs_of_arrays_are_equal(raws):
    rng = np.random.default_rng(0)
    data = rng.standard_normal((5, 22, 30)) * 1e-12
    events = np.column_stack([np.arange(5) * 40, np.zeros(5, int), [1, 2, 1, 2, 1]])
    options = {"tmin": -0.05, "event_id": {"x": 1, "y": 2}, "baseline": (None, 0)}
    options |= {"reject": {"mag": 5e-12}}
    with quiet():
        theirs = mne.EpochsArray(
            data, mne.pick_info(raws[0].info, np.arange(22)), events, **options
        )
    info = raws[1].copy().pick(np.arange(22)).info
    same(theirs, EpochsArray(data, info, events, **options))


@pytest.mark.parametrize("fmt", ["single", "double"])
@pytest.mark.parametrize("split", [None, "neuromag", "bids"])
def test_files_of_ours_are_read_by_the_other_side(raws, events, tmp_path, fmt, split):
    _, ours = both(raws, events, reject=LIMITS, flat={"eeg": 1e-8})
    size = {} if split is None else {"split_size": 150_000}
    naming = {"split_naming": "bids"} if split == "bids" else {}
    paths = ours.save(tmp_path / "made_epo.fif", fmt=fmt, **size, **naming)
    assert (len(paths) > 1) == (split is not None)
    with quiet():
        theirs = mne.read_epochs(paths[0])
    close(theirs.get_data(), ours.get_data(), 1e-6 if fmt == "single" else 1e-12)
    np.testing.assert_array_equal(theirs.events, ours.events)
    np.testing.assert_array_equal(theirs.selection, ours.selection)
    assert theirs.event_id == ours.event_id
    assert theirs.drop_log == ours.drop_log
    assert (theirs.reject, theirs.flat) == (ours.reject, ours.flat)
    np.testing.assert_allclose(theirs.times, ours.times, atol=1e-9)
    np.testing.assert_allclose(theirs.baseline, ours.baseline, atol=1e-7)
    back = read_epochs(paths[0])
    close(back.get_data(), ours.get_data(), 1e-6 if fmt == "single" else 1e-12)


@pytest.mark.parametrize("ending", [".fif", ".fif.gz"])
@pytest.mark.parametrize("preload", [False, True])
def test_files_of_the_other_side_are_read_alike(raws, events, tmp_path, ending, preload):
    theirs, _ = both(raws, events, reject=LIMITS, proj=False)
    path = tmp_path / f"made-epo{ending}"
    with quiet():
        theirs.save(path, fmt="double")
        expected = mne.read_epochs(path)
    found = read_epochs(path, preload=preload)
    same(expected, found)
    close(found.average().data, expected.average().data)
    close(found["a"].get_data(), expected["a"].get_data())


def test_split_files_of_the_other_side_are_read_alike(raws, events, tmp_path):
    theirs, _ = both(raws, events, tmin=-1.0, tmax=1.0)
    path = tmp_path / "made-epo.fif"
    with quiet():
        theirs.save(path, split_size=int(1.2e6), fmt="double")
        expected = mne.read_epochs(path)
    assert (tmp_path / "made-epo-1.fif").exists()
    same(expected, read_epochs(path))
    same(expected, read_epochs(path, preload=False))


def test_gradient_compensation_goes_along(shared, tmp_path):
    path = shared / "test_ctf_comp_raw.fif"
    with quiet():
        theirs, ours = mne.io.read_raw_fif(path), read_raw_fif(path)
        events = mne.make_fixed_length_events(theirs, duration=0.05)[:4]
        expected = mne.Epochs(theirs, events, tmin=0, tmax=0.04, baseline=None, preload=True)
    found = Epochs(ours, events, tmin=0, tmax=0.04, baseline=None, preload=True)
    same(expected, found)
    found.save(tmp_path / "ctf-epo.fif", fmt="double")
    with quiet():
        back = mne.read_epochs(tmp_path / "ctf-epo.fif")
    close(back.get_data(), expected.get_data())
    assert len(back.info["comps"]) == len(expected.info["comps"])
    assert ours.compensation_grade == back.compensation_grade


def test_rejecting_all_says_which_channels_did(raws, events):
    theirs, ours = both(raws, events, reject={"eog": 1e-9})
    with pytest.raises(DataError, match=r"EOG 020 \d+ times"):
        ours.average()
    with quiet():
        theirs.drop_bad()
    with pytest.warns(RuntimeWarning, match="EOG 020"):
        ours.drop_bad()
    assert ours.drop_log == theirs.drop_log


def test_epochs_meet_bad_spans_without_duration_as_in_mne(made_raw):
    import leadfield

    lengths = []
    for package in (mne, leadfield):
        raw = package.io.read_raw_fif(made_raw, verbose=False)
        onset = raw.first_time + 700 / 200 if raw.info["meas_date"] else 700 / 200
        raw.set_annotations(package.Annotations([onset, 6.0], [np.nan, 0.0], "BAD"))
        events = package.find_events(raw, "STI 014", verbose=False)
        epochs = package.Epochs(raw, events, None, -0.3, 0.3, baseline=None, verbose=False)
        lengths.append(epochs.drop_bad(verbose=False).drop_log)
    assert lengths[0] == lengths[1]
    assert any("BAD" in log for log in lengths[0])
