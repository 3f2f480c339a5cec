"""Data frames equal MNE-Python's: values, columns, types and index."""

import numpy as np
import pytest

import leadfield as ours
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import ArgumentTypeError, DataError, InputError

mne = pytest.importorskip("mne")
pandas = pytest.importorskip("pandas")

FORMATS = [None, "ms", "timedelta"]


def assert_same(found, expected):
    pandas.testing.assert_frame_equal(found, expected, rtol=1e-10, atol=1e-10)


@pytest.fixture(scope="module")
def recordings(made_raw, tmp_path_factory):
    """The same short recording with a date, theirs and ours."""
    raw = mne.io.read_raw_fif(made_raw, verbose=False).crop(2, 5)
    raw.set_meas_date(1e9)
    path = tmp_path_factory.mktemp("dated") / "dated_raw.fif"
    raw.save(path, fmt="double", verbose=False)
    return mne.io.read_raw_fif(path, verbose=False), read_raw_fif(path, verbose=False)


@pytest.mark.parametrize("index", [None, "time", ["time"]])
@pytest.mark.parametrize("long_format", [False, True])
@pytest.mark.parametrize("time_format", [*FORMATS, "datetime"])
def test_frames_of_recordings_are_equal(recordings, index, long_format, time_format):
    options = {"index": index, "long_format": long_format, "time_format": time_format}
    expected, found = (one.to_data_frame(**options, verbose=False) for one in recordings)
    assert_same(found, expected)


@pytest.mark.parametrize("scalings", [None, {"mag": 1.0, "stim": 2.0}, {"eeg": 3e6}, 7.0])
@pytest.mark.parametrize("span", [(None, None), (10, 20), (5, None)])
def test_parts_and_factors_of_recordings_are_equal(recordings, scalings, span):
    options = {"scalings": scalings, "start": span[0], "stop": span[1], "copy": False}
    expected, found = (one.to_data_frame(**options, verbose=False) for one in recordings)
    assert_same(found, expected)


def test_samples_counted_from_the_end_have_their_times(recordings):
    # MNE-Python counts these times back from 0.
    _, raw = recordings
    n = raw.n_times
    found = raw.to_data_frame(start=-9, stop=-2)
    pandas.testing.assert_frame_equal(found, raw.to_data_frame(start=n - 9, stop=n - 2))


def test_a_recording_without_a_date_has_durations_instead(made_raw):
    raw = read_raw_fif(made_raw, verbose=False)
    with pytest.warns(RuntimeWarning, match="date"):
        frame = raw.to_data_frame(time_format="datetime", stop=5)
    assert frame["time"].dtype.kind == "m"


def test_picked_channels_are_scaled_by_their_own_types(recordings):
    # MNE-Python takes the types of the first channels, whichever are picked.
    theirs, mine = recordings
    for picks in ("eeg", ["EOG 020", "GRAD 007", "STI 014"], [3, 8, 20]):
        expected = theirs.copy().pick(picks).to_data_frame(verbose=False)
        assert_same(mine.to_data_frame(picks), expected)
        long = theirs.copy().pick(picks).to_data_frame(long_format=True, verbose=False)
        assert_same(mine.to_data_frame(picks, long_format=True), long)


def epochs_of(module, raw, **options):
    events = module.find_events(raw, "STI 014", verbose=False)
    return module.Epochs(
        raw, events, {"x/a": 1, "x/b": 2, "y": 3}, -0.1, 0.2, verbose=False, **options
    )


@pytest.fixture(scope="module")
def epochs(made_raw):
    theirs, mine = mne.io.read_raw_fif(made_raw, verbose=False), read_raw_fif(made_raw)
    options = {"reject": {"eeg": 6e-5}}
    return epochs_of(mne, theirs, **options), epochs_of(ours, mine, **options)


@pytest.mark.parametrize(
    "index",
    [
        None,
        "time",
        ["epoch", "time"],
        ["condition", "epoch", "time"],
        ["time", "condition", "epoch"],
    ],
)
@pytest.mark.parametrize("long_format", [False, True])
def test_frames_of_epochs_are_equal(epochs, index, long_format):
    options = {"index": index, "long_format": long_format}
    expected, found = (one.copy().to_data_frame(**options, verbose=False) for one in epochs)
    assert_same(found, expected)


@pytest.mark.parametrize("time_format", FORMATS)
@pytest.mark.parametrize("scalings", [None, {"eeg": 1.0}])
def test_times_and_factors_of_epochs_are_equal(epochs, time_format, scalings):
    options = {"time_format": time_format, "scalings": scalings, "copy": False}
    expected, found = (one["x"].to_data_frame(**options, verbose=False) for one in epochs)
    assert_same(found, expected)


def test_no_epochs_make_no_frame(epochs):
    with pytest.raises(DataError):
        epochs[1][[]].to_data_frame()


@pytest.mark.parametrize("index", [None, "time"])
@pytest.mark.parametrize("long_format", [False, True])
@pytest.mark.parametrize("time_format", FORMATS)
def test_frames_of_averages_are_equal(epochs, index, long_format, time_format):
    options = {"index": index, "long_format": long_format, "time_format": time_format}
    expected, found = (one.average().to_data_frame(**options, verbose=False) for one in epochs)
    assert_same(found, expected)


def test_frames_of_real_averages_are_equal(shared):
    path = shared / "test-ave.fif.gz"
    theirs, mine = (module.read_evokeds(path, 0, verbose=False) for module in (mne, ours))
    assert_same(mine.to_data_frame(), theirs.to_data_frame(verbose=False))


def estimates(kind, subject, rng):
    vertices = [np.arange(3), np.array([4, 7])]
    if kind == "Mixed":
        vertices.append(np.array([1, 9]))
    if kind == "Vol":
        vertices = [np.array([1, 5, 8])]
    data = rng.standard_normal((sum(map(len, vertices)), 6))
    name = f"{kind}SourceEstimate"
    arguments = (data, vertices, -0.1, 0.01, subject)
    return getattr(mne, name)(*arguments), getattr(ours, name)(*arguments)


@pytest.mark.parametrize("kind", ["", "Vol", "Mixed"])
@pytest.mark.parametrize("subject", [None, "sample"])
@pytest.mark.parametrize("index", [None, "time", ["subject", "time"]])
@pytest.mark.parametrize("long_format", [False, True])
def test_frames_of_estimates_are_equal(kind, subject, index, long_format):
    if index == ["subject", "time"] and subject is None:
        index = ["time"]
    pair = estimates(kind, subject, np.random.default_rng(0))
    for time_format in FORMATS:
        options = {"index": index, "long_format": long_format, "time_format": time_format}
        expected, found = (one.to_data_frame(**options, verbose=False) for one in pair)
        assert_same(found, expected)


def test_frames_of_real_estimates_are_equal(shared):
    path = str(shared / "sample_audvis_trunc-meg")
    theirs, mine = (module.read_source_estimate(path) for module in (mne, ours))
    assert_same(mine.to_data_frame(), theirs.to_data_frame(verbose=False))


def test_what_cannot_be_in_a_frame_is_refused(recordings):
    _, raw = recordings
    with pytest.raises(InputError, match="index"):
        raw.to_data_frame(index="epoch")
    with pytest.raises(InputError, match="time_format"):
        raw.to_data_frame(time_format="s")
    with pytest.raises(InputError, match="scalings"):
        raw.to_data_frame(scalings={"magg": 1})
    _, stc = estimates("", None, np.random.default_rng(0))
    with pytest.raises(ArgumentTypeError, match="scalings"):
        stc.to_data_frame(scalings={"mag": 1})
    moments = np.zeros((2, 3, 4))
    vectors = ours.VectorSourceEstimate(moments, [[0], [1]], 0, 0.1)
    with pytest.raises(InputError, match="magnitude"):
        vectors.to_data_frame()
    with pytest.raises(InputError, match="subject"):
        stc.to_data_frame(index="subject")
