"""What users get wrong when they look for artefacts, and what they are told."""

import numpy as np
import pytest

import leadfield
from leadfield import preprocessing
from leadfield.io import RawArray

RATE = 100.0
TYPES = ["mag", "mag", "mag", "eeg", "eeg", "eog", "ecg"]
NAMES = ["M1", "M2", "M3", "E1", "E2", "EOG", "ECG"]
SCALES = np.array([1e-13, 1e-13, 1e-13, 1e-6, 1e-6, 1e-5, 1e-5])

pytestmark = pytest.mark.filterwarnings("ignore:.*longer than the signal:RuntimeWarning")


@pytest.fixture
def raw():
    rng = np.random.default_rng(0)
    data = SCALES[:, None] * rng.standard_normal((7, 3000))
    for place in (600, 1300, 2100, 2600):
        blink = np.hanning(30) * rng.uniform(0.9, 1.1)
        data[:, place : place + 30] += 30 * np.outer(SCALES * (np.arange(7) - 2), blink)
    for place in range(100, 2950, 85):
        data[6, place : place + 10] += 1e-3 * rng.uniform(0.9, 1.1) * np.hanning(10)
    return RawArray(data, leadfield.create_info(NAMES, RATE, TYPES))


def test_a_threshold_in_microvolts_finds_nothing_and_says_so(raw):
    assert len(preprocessing.find_eog_events(raw, thresh=50.0)) == 0
    raw.apply_function(lambda x: 0 * x, picks="EOG")
    with pytest.warns(RuntimeWarning, match="no EOG events were found"):
        projs, events, log = preprocessing.compute_proj_eog(raw, return_drop_log=True)
    assert (projs, events.shape, log) == ([], (0, 3), ())


def test_limits_that_reject_everything_are_told_with_a_warning(raw):
    with pytest.warns(RuntimeWarning, match=r"no good epoch is left of \d+ EOG events"):
        projs, events, log = preprocessing.compute_proj_eog(
            raw, reject={"mag": 1e-15}, return_drop_log=True
        )
    assert projs == []
    assert len(log) == len(events) > 0
    assert log[0] == ("M1", "M2", "M3")


def test_limits_for_types_that_are_not_there_are_passed_over(raw):
    projs, _ = preprocessing.compute_proj_eog(raw, reject={"grad": 1e-12}, flat={"grad": 1e-15})
    assert [one["desc"][:9] for one in projs] == ["EOG-axial"] * 2 + ["EOG-eeg--"] * 2
    with pytest.raises(ValueError, match="none of 'emg'"):
        preprocessing.compute_proj_eog(raw, reject={"emg": 1e-12})
    with pytest.raises(TypeError, match="reject must be a dict"):
        preprocessing.compute_proj_eog(raw, reject=[1e-12])


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("compute_proj_eog", {"bads": ["M1", "nobody"]}, "bads must be channels"),
        ("compute_proj_eog", {"bads": "M1"}, "bads must be a list"),
        ("compute_proj_eog", {"tmin": 0.3, "tmax": 0.1}, "tm"),
        ("compute_proj_eog", {"average": "yes"}, "average must be one of"),
        ("compute_proj_eog", {"l_freq": 60.0}, "l_freq"),
        ("compute_proj_eog", {"filter_method": "fast"}, "method must be one of"),
        ("compute_proj_ecg", {"copy": None}, "copy must be one of"),
        ("compute_proj_ecg", {"return_drop_log": 2}, "return_drop_log must be one of"),
        ("find_eog_events", {"h_freq": 80}, "h_freq"),
        ("find_eog_events", {"thresh": -1.0}, "thresh must be at least 0"),
        ("find_eog_events", {"tstart": -1.0}, "tstart must be at least 0"),
        ("find_eog_events", {"tstart": 99.0}, "before the end"),
        ("find_ecg_events", {"return_ecg": "both"}, "return_ecg must be one of"),
        ("find_ecg_events", {"tstart": 28.5}, "more than 2 s"),
        ("find_ecg_events", {"filter_length": "long"}, "filter_length"),
        ("create_ecg_epochs", {"keep_ecg": True}, "and a channel"),
        ("create_ecg_epochs", {"picks": "nobody"}, "picks"),
        ("peak_finder", {"extrema": 0}, "extrema must be one of"),
    ],
)
def test_a_mistake_is_told_in_words(raw, name, options, told):
    with pytest.raises(ValueError, match=told):
        getattr(preprocessing, name)(raw if name != "peak_finder" else [1, 2, 1], **options)


@pytest.mark.parametrize("name", ["find_eog_events", "find_ecg_events", "compute_proj_ecg"])
def test_what_is_no_recording_is_refused(name):
    with pytest.raises(TypeError, match="raw must be a Raw, got"):
        getattr(preprocessing, name)([1, 2, 3])


def test_projectors_need_epochs_or_an_average(raw):
    with pytest.raises(TypeError, match="epochs must be Epochs, got Raw"):
        leadfield.compute_proj_epochs(raw)
    with pytest.raises(TypeError, match="evoked must be an Evoked, got Raw"):
        leadfield.compute_proj_evoked(raw)


def test_signals_of_words_have_no_peaks():
    with pytest.raises(TypeError, match="x0 must be an array of real numbers"):
        preprocessing.peak_finder(["a", "b"])


def test_a_reference_needs_electrodes(raw):
    with pytest.raises(ValueError, match="good eeg"):
        preprocessing.compute_proj_eog(raw.pick(["mag", "eog"]), avg_ref=True)


def test_without_a_heartbeat_there_are_no_epochs(raw):
    raw.apply_function(lambda x: 0 * x, picks="ECG")
    with pytest.raises(ValueError, match="at least one heartbeat"):
        preprocessing.create_ecg_epochs(raw)
    with pytest.warns(RuntimeWarning, match="no ECG events"):
        assert preprocessing.compute_proj_ecg(raw)[0] == []


def test_the_recording_is_left_as_it_was(raw):
    before, projs = raw.get_data(), raw.info["projs"]
    preprocessing.compute_proj_eog(raw)
    preprocessing.create_ecg_epochs(raw)
    leadfield.compute_proj_raw(raw)
    np.testing.assert_array_equal(raw.get_data(), before)
    assert raw.info["projs"] == projs
