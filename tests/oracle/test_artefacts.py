"""Blinks, heartbeats and projections of them, as MNE-Python finds and makes them."""

import numpy as np
import pytest

import leadfield
from leadfield import preprocessing
from leadfield.io import read_raw_fif

mne = pytest.importorskip("mne")
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*longer than the signal:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore:.*is only .* dB:RuntimeWarning"),
]

RATE, SECONDS = 200.0, 60
TYPES = ["mag"] * 8 + ["grad"] * 16 + ["eeg"] * 10 + ["eog", "eog", "ecg", "stim"]
SCALES = {"mag": 2e-13, "grad": 2e-12, "eeg": 3e-6, "eog": 8e-6, "ecg": 2e-5, "stim": 0.0}


def simulated_samples():
    """Noise, a blink every few seconds and a heartbeat in less than one."""
    rng = np.random.default_rng(5)
    n = int(RATE * SECONDS)
    scale = np.array([SCALES[kind] for kind in TYPES])[:, None]
    data = scale * rng.standard_normal((len(TYPES), n))
    data += 0.02 * scale * np.cumsum(rng.standard_normal(data.shape), axis=1)
    sees_eyes = scale[:, 0] * rng.uniform(-4, 4, len(TYPES))
    sees_eyes[34:36] = 1e-4, 2.5e-4
    sees_heart = scale[:, 0] * rng.uniform(2, 5, len(TYPES))
    sees_eyes[36] = sees_heart[34] = sees_heart[35] = 0
    sees_heart[36] = 8e-4
    for at in np.cumsum(rng.uniform(2.5, 4.5, 14)):
        size, length = rng.uniform(0.8, 1.2), int(RATE * rng.uniform(0.25, 0.4))
        start = int(at * RATE)
        data[:, start : start + length] += np.outer(sees_eyes, size * np.hanning(length))
    for at in np.cumsum(rng.uniform(0.75, 0.95, 66)):
        start = int(at * RATE)
        data[:, start : start + 16] += np.outer(sees_heart, rng.uniform(0.9, 1.1) * np.hanning(16))
    return data


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A recording with projections, bad channels, and a bad time."""
    names = [f"{kind.upper()} {i:03}" for i, kind in enumerate(TYPES)]
    raw = mne.io.RawArray(
        simulated_samples(), mne.create_info(names, RATE, TYPES), first_samp=700, verbose=False
    )
    raw.set_annotations(mne.Annotations([20.0, 41.0], [1.5, 0.0], ["BAD_moved", "EDGE boundary"]))
    raw.set_eeg_reference(projection=True, verbose=False)
    raw.info["bads"] = ["MAG 003", "EEG 027"]
    found = tmp_path_factory.mktemp("artefacts") / "artefacts_raw.fif"
    raw.save(found, fmt="double", verbose=False)
    return found


@pytest.fixture
def theirs(path):
    return mne.io.read_raw_fif(path, preload=True, verbose=False)


@pytest.fixture
def ours(path):
    return read_raw_fif(path)


def assert_same_projections(ours, theirs):
    assert [one["desc"] for one in ours] == [one["desc"] for one in theirs]
    for one, other in zip(ours, theirs, strict=True):
        assert one["data"]["col_names"] == other["data"]["col_names"]
        assert (one["active"], one["kind"]) == (other["active"], other["kind"])
        np.testing.assert_allclose(one["data"]["data"], other["data"]["data"], atol=1e-10)
        if other["explained_var"] is not None:
            np.testing.assert_allclose(one["explained_var"], other["explained_var"], atol=1e-10)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"n_grad": 0.9, "n_mag": 0.5, "n_eeg": 3},
        {"meg": "combined"},
        {"start": 3.3, "stop": 40.0, "duration": 0.73},
        {"duration": None, "start": 1.23, "n_eeg": 1},
        {"reject": {"mag": 2e-12, "eog": 2e-4}},
    ],
)
def test_projections_of_recordings_are_the_same(ours, theirs, options):
    found = leadfield.compute_proj_raw(ours, **options)
    assert found
    assert_same_projections(found, mne.compute_proj_raw(theirs, **options, verbose=False))


@pytest.mark.parametrize("event_id", [{"one": 1}, {"one": 1, "two": 2}])
@pytest.mark.parametrize("proj", [True, "delayed"])
def test_projections_of_epochs_and_averages_are_the_same(ours, theirs, event_id, proj):
    events = mne.make_fixed_length_events(theirs, 1, duration=1.1)
    events[::2, 2] = 2
    options = {"tmin": -0.1, "tmax": 0.3, "proj": proj, "reject": {"eog": 2e-4}}
    both = [
        package.Epochs(raw, events, event_id, **options, verbose="error")
        for package, raw in ((leadfield, ours), (mne, theirs))
    ]
    before = len(both[0].events)
    mine, other = (
        package.compute_proj_epochs(epochs, n_eeg=1, verbose="error")
        for package, epochs in zip((leadfield, mne), both, strict=True)
    )
    assert_same_projections(mine, other)
    assert len(both[0].events) == before == len(both[1].events)
    mine, other = (
        package.compute_proj_evoked(epochs.average(), n_mag=1, desc_prefix=prefix)
        for package, epochs, prefix in zip((leadfield, mne), both, (None, None), strict=True)
    )
    assert_same_projections(mine, other)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"ch_name": "EOG 034"},
        {"ch_name": ["EOG 035", "EEG 030"]},
        {"tstart": 11.3, "thresh": 5e-5, "event_id": 5},
        {"reject_by_annotation": True, "l_freq": 2, "h_freq": 8, "filter_length": "8s"},
    ],
)
def test_blinks_are_the_same(ours, theirs, options):
    found = preprocessing.find_eog_events(ours, **options)
    assert len(found) > 5
    np.testing.assert_array_equal(
        found, mne.preprocessing.find_eog_events(theirs, **options, verbose="error")
    )


def test_blinks_that_point_down_are_the_same(path):
    both = [read_raw_fif(path, preload=True), mne.io.read_raw_fif(path, preload=True)]
    for raw in both:
        raw.apply_function(np.negative, picks=["EOG 034", "EOG 035"])
    found = preprocessing.find_eog_events(both[0])
    np.testing.assert_array_equal(found, mne.preprocessing.find_eog_events(both[1], verbose=False))
    assert len(found) > 5


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"reject_by_annotation": False},
        {"tstart": 9.0, "event_id": 7},
        {"qrs_threshold": 0.5, "l_freq": 8, "h_freq": 16},
        {"ch_name": "EEG 030", "filter_length": "5s"},
    ],
)
@pytest.mark.parametrize("with_ecg", [True, False])
def test_heartbeats_are_the_same(ours, theirs, options, with_ecg):
    if not with_ecg:
        ours.drop_channels(["ECG 036"])
        theirs.drop_channels(["ECG 036"])
    mine = preprocessing.find_ecg_events(ours, return_ecg=True, **options)
    other = mne.preprocessing.find_ecg_events(theirs, return_ecg=True, **options, verbose="error")
    assert len(mine[0]) > 20
    np.testing.assert_array_equal(mine[0], other[0])
    assert mine[1:3] == other[1:3]
    assert mine[3].shape == other[3].shape
    np.testing.assert_allclose(mine[3], other[3], atol=1e-10 * np.abs(other[3]).max())


@pytest.mark.parametrize("kind", ["eog", "ecg"])
@pytest.mark.parametrize(
    "options", [{}, {"decim": 3, "baseline": (None, 0), "tmin": -0.2, "picks": ["mag", "eog"]}]
)
def test_epochs_around_artefacts_are_the_same(ours, theirs, kind, options):
    mine = getattr(preprocessing, f"create_{kind}_epochs")(ours, **options, verbose="error")
    make = getattr(mne.preprocessing, f"create_{kind}_epochs")
    other = make(theirs, **options, verbose="error")
    np.testing.assert_array_equal(mine.events, other.events)
    assert mine.drop_log == other.drop_log
    assert mine.event_id == other.event_id
    assert mine.ch_names == other.ch_names
    np.testing.assert_allclose(mine.get_data(), other.get_data(copy=False), atol=1e-18)


@pytest.mark.parametrize("baseline", [None, (None, 0)])
def test_the_synthetic_channel_of_heartbeats_is_the_same(ours, theirs, baseline):
    # MNE-Python's runs ahead by what is left out: it is compared without annotations.
    for raw in (ours, theirs):
        raw.set_annotations(None)
        raw.drop_channels(["ECG 036"])
    options = {"keep_ecg": True, "baseline": baseline, "tmin": -0.3}
    mine = preprocessing.create_ecg_epochs(ours, **options)
    other = mne.preprocessing.create_ecg_epochs(theirs, **options, verbose="error")
    assert mine.ch_names == other.ch_names
    assert mine.ch_names[-1] == "ECG-SYN"
    assert mine.get_channel_types() == other.get_channel_types()
    wanted = other.get_data("ECG-SYN")
    np.testing.assert_allclose(mine.get_data("ECG-SYN"), wanted, atol=1e-10 * np.abs(wanted).max())


@pytest.mark.parametrize("kind", ["eog", "ecg"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"average": False, "n_grad": 1, "n_mag": 1, "n_eeg": 0.5, "meg": "combined"},
        {"no_proj": True, "avg_ref": True, "bads": ["GRAD 010"], "tmin": -0.1, "h_freq": 20.0},
        {"filter_method": "iir", "tstart": 5.0, "event_id": 3, "flat": {"mag": 1e-14}},
        {"reject": None, "l_freq": None, "return_drop_log": True},
        {"reject": {"eog": 2e-4, "mag": 2e-12}, "return_drop_log": True},
    ],
)
def test_projections_of_artefacts_are_the_same(ours, theirs, kind, options):
    mine = getattr(preprocessing, f"compute_proj_{kind}")(ours, **options)
    compute = getattr(mne.preprocessing, f"compute_proj_{kind}")
    other = compute(theirs, **options, verbose="error")
    np.testing.assert_array_equal(mine[1], other[1])
    assert len(mine[0]) == len(other[0])
    assert_same_projections(mine[0], other[0])
    assert mine[2:] == other[2:]


@pytest.mark.parametrize("copy", [True, False])
def test_a_recording_is_filtered_in_place_if_that_is_asked_for(ours, theirs, copy):
    before = ours.get_data()
    for package, raw in ((preprocessing, ours), (mne.preprocessing, theirs)):
        package.compute_proj_eog(raw, copy=copy, verbose="error")
    assert ours.preload is (not copy)
    after = theirs.get_data()
    np.testing.assert_allclose(ours.get_data(), after, atol=1e-10 * np.abs(after).max())
    assert np.array_equal(ours.get_data(), before) is copy
    assert ours.info["highpass"] == theirs.info["highpass"]


@pytest.mark.parametrize("extrema", [1, -1])
@pytest.mark.parametrize("threshold", [None, 0.0, 0.3, 2.0])
def test_peaks_are_the_same(extrema, threshold):
    rng = np.random.default_rng(2)
    signals = [np.cumsum(rng.standard_normal(n)) for n in (1, 2, 3, 4, 5, 50, 500, 5000)]
    signals += [np.round(one) for one in signals] + [one - 30 for one in signals]
    signals += [np.zeros(9), np.arange(5.0), -np.arange(5.0), rng.integers(0, 2, 40) * 1.0]
    for signal in signals:
        mine = preprocessing.peak_finder(signal, threshold, extrema)
        # MNE-Python's maxima, as its minima are an error where there are none.
        other = mne.preprocessing.peak_finder(extrema * signal, threshold, verbose="error")
        np.testing.assert_array_equal(mine[0], other[0])
        np.testing.assert_array_equal(extrema * mine[1], other[1])


def test_recordings_of_mne_python_are_taken(theirs):
    events = preprocessing.find_eog_events(theirs)
    mine = preprocessing.compute_proj_eog(theirs)[0]
    other = mne.preprocessing.compute_proj_eog(theirs, verbose="error")
    np.testing.assert_array_equal(events, other[1])
    assert_same_projections(mine, other[0])
    with pytest.raises(TypeError, match="to be changed in place, got MNE-Python's"):
        preprocessing.compute_proj_eog(theirs, copy=False)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("find_eog_events", {"ch_name": "nobody"}),
        ("find_ecg_events", {"ch_name": "nobody"}),
        ("find_ecg_events", {"qrs_threshold": "high"}),
        ("create_ecg_epochs", {"keep_ecg": True}),
        ("compute_proj_eog", {"n_mag": -1}),
        ("compute_proj_ecg", {"n_mag": 1, "meg": "combined"}),
        ("compute_proj_ecg", {"meg": "both"}),
        ("compute_proj_eog", {"n_mag": 1.5}),
        ("find_eog_events", {"ch_name": 3}),
    ],
)
def test_errors_are_caught_by_the_same_except(ours, theirs, name, options):
    with pytest.raises((ValueError, TypeError)) as wanted:
        getattr(mne.preprocessing, name)(theirs, **options, verbose="error")
    builtin = TypeError if isinstance(wanted.value, TypeError) else ValueError
    with pytest.raises(builtin):
        getattr(preprocessing, name)(ours, **options)


@pytest.mark.parametrize("package", ["ours", "theirs"])
def test_no_eog_is_a_runtime_error(package, request):
    raw = request.getfixturevalue(package).drop_channels(["EOG 034", "EOG 035"])
    find = (preprocessing if package == "ours" else mne.preprocessing).find_eog_events
    with pytest.raises(RuntimeError, match="EOG"):
        find(raw)


def test_blinks_of_a_real_recording_are_the_same(shared):
    path = shared / "sample_audvis_trunc_raw_sss.fif"
    options = {"filter_length": "1s", "verbose": "error"}
    found = preprocessing.find_eog_events(read_raw_fif(path), **options)
    raw = mne.io.read_raw_fif(path, verbose=False)
    np.testing.assert_array_equal(found, mne.preprocessing.find_eog_events(raw, **options))
    assert len(found)


@pytest.mark.parametrize("options", [{}, {"meg": "combined"}, {"n_mag": 0.95, "n_grad": 0.9}])
def test_projections_of_a_real_empty_room_are_the_same(shared, options):
    path = shared / "test_move_anon_erm_raw.fif"
    options = {"duration": 0.2, "verbose": "error", **options}
    mine = read_raw_fif(path, allow_maxshield=True, verbose="error")
    found = leadfield.compute_proj_raw(mine, **options)
    raw = mne.io.read_raw_fif(path, allow_maxshield=True, verbose="error")
    assert_same_projections(found, mne.compute_proj_raw(raw, **options))


@pytest.fixture(scope="module")
def simulated_path(experiment):
    return experiment / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"


def test_events_in_the_simulated_recording_are_the_same(simulated_path):
    mine, other = read_raw_fif(simulated_path), mne.io.read_raw_fif(simulated_path, verbose=False)
    blinks = preprocessing.find_eog_events(mine)
    np.testing.assert_array_equal(blinks, mne.preprocessing.find_eog_events(other, verbose=False))
    assert len(blinks) > 50
    np.testing.assert_array_equal(
        preprocessing.find_ecg_events(mine)[0],
        mne.preprocessing.find_ecg_events(other, verbose=False)[0],
    )


def test_projections_of_its_blinks_are_the_same(simulated_path):
    mine = preprocessing.compute_proj_eog(read_raw_fif(simulated_path), n_grad=1, n_mag=1, n_eeg=1)
    raw = mne.io.read_raw_fif(simulated_path, verbose=False)
    other = mne.preprocessing.compute_proj_eog(raw, n_grad=1, n_mag=1, n_eeg=1, verbose=False)
    np.testing.assert_array_equal(mine[1], other[1])
    assert_same_projections(mine[0], other[0])
