"""Filtered samples equal MNE-Python's."""

import warnings

import numpy as np
import pytest

from leadfield import Annotations, Epochs, Evoked, EvokedArray, create_info
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.io import RawArray, read_raw_fif

mne = pytest.importorskip("mne")

from same.agree import assert_channels_agree  # noqa: E402

RATE = 200.0
SSS, CTF = "sample_audvis_trunc_raw_sss.fif", "test_ctf_comp_raw.fif"

FIR = [
    {"l_freq": None, "h_freq": 40.0},
    {"l_freq": 1.0, "h_freq": None},
    {"l_freq": 0.5, "h_freq": 30.0},
    {"l_freq": 60.0, "h_freq": 30.0},
    {"l_freq": None, "h_freq": 99.0},
    {"l_freq": 2.0, "h_freq": 98.5},
    {"l_freq": None, "h_freq": None},
    {"l_freq": 0.0, "h_freq": 20.0},
    {"l_freq": 8.0, "h_freq": 12.0, "l_trans_bandwidth": 1.0, "h_trans_bandwidth": 3.0},
    {"l_freq": 4.0, "h_freq": None, "filter_length": "2s"},
    {"l_freq": None, "h_freq": 30.0, "filter_length": "700ms"},
    {"l_freq": None, "h_freq": 30.0, "filter_length": 180},
    {"l_freq": 1.0, "h_freq": 40.0, "phase": "zero-double"},
    {"l_freq": 1.0, "h_freq": 40.0, "phase": "zero-double", "filter_length": "4s"},
    {"l_freq": None, "h_freq": 40.0, "phase": "minimum"},
    {"l_freq": 4.0, "h_freq": 40.0, "phase": "minimum-half"},
    {"l_freq": 2.0, "h_freq": 40.0, "phase": "linear"},
    {"l_freq": 2.0, "h_freq": 40.0, "fir_window": "hann"},
    {"l_freq": 2.0, "h_freq": 40.0, "fir_window": "blackman"},
    {"l_freq": 2.0, "h_freq": 40.0, "fir_design": "firwin2"},
    {"l_freq": None, "h_freq": 40.0, "fir_design": "firwin2", "phase": "minimum"},
    {"l_freq": 60.0, "h_freq": 30.0, "fir_design": "firwin2", "phase": "zero-double"},
    {"l_freq": 1.0, "h_freq": 40.0, "pad": "edge"},
    {"l_freq": 1.0, "h_freq": 40.0, "pad": "reflect"},
    {"l_freq": 1.0, "h_freq": 40.0, "pad": "symmetric"},
    {"l_freq": 1.0, "h_freq": 40.0, "pad": "constant"},
]
IIR = [
    {"l_freq": None, "h_freq": 40.0},
    {"l_freq": 1.0, "h_freq": None},
    {"l_freq": 0.5, "h_freq": 30.0},
    {"l_freq": 55.0, "h_freq": 45.0},
    {"l_freq": 1.0, "h_freq": 30.0, "phase": "forward"},
    {"l_freq": 1.0, "h_freq": 30.0, "phase": "zero-double"},
    {"l_freq": 1.0, "h_freq": 30.0, "iir_params": {"output": "ba"}},
    {"l_freq": None, "h_freq": 30.0, "iir_params": {"order": 2, "ftype": "bessel"}},
    {"l_freq": 1.0, "h_freq": 30.0, "iir_params": {"order": 3, "ftype": "cheby1", "rp": 1.0}},
    {"l_freq": 1.0, "h_freq": 30.0, "iir_params": {"order": 3, "ftype": "cheby2", "rs": 30.0}},
    {
        "l_freq": None,
        "h_freq": 30.0,
        "iir_params": {"order": 4, "ftype": "ellip", "rp": 0.5, "rs": 40.0, "output": "ba"},
    },
    {
        "l_freq": None,
        "h_freq": 30.0,
        "iir_params": {"b": [0.2, 0.3, 0.1], "a": [1.0, -0.5], "padlen": 7},
    },
    {
        "l_freq": None,
        "h_freq": 30.0,
        "iir_params": {"sos": [[0.2, 0.1, 0.0, 1.0, -0.5, 0.0]], "padlen": 0},
        "phase": "forward",
    },
    {"l_freq": None, "h_freq": 30.0, "iir_params": {"sos": [[0.2, 0.1, 0.0, 1.0, -0.5, 0.0]]}},
]


def name_of(options):
    return "-".join(f"{key}={value}" for key, value in options.items())


def both_raw(n_times=1501, seed=0):
    """The same made-up recording twice: data, a bad channel, EOG, triggers."""
    rng = np.random.default_rng(seed)
    names = ["MEG 001", "MEG 002", "EEG 001", "EOG 001", "STI 014"]
    types = ["mag", "grad", "eeg", "eog", "stim"]
    data = rng.standard_normal((5, n_times)).cumsum(axis=1) * 1e-6 + 3e-5
    data[-1] = 0
    data[-1, 50:55] = 1
    theirs = mne.io.RawArray(data, mne.create_info(names, RATE, types), 400, verbose=False)
    ours = RawArray(data, create_info(names, RATE, types), 400)
    for one in (theirs, ours):
        one.info["bads"] = ["MEG 002"]
    return ours, theirs


def same_call(pair, method, /, *args, **options):
    """Call a method of both; both warn, or none does."""
    shown = []
    for one in pair:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            getattr(one, method)(*args, verbose="warning", **options)
        shown.append(bool(caught))
    assert shown[0] == shown[1]
    return pair


@pytest.mark.parametrize("options", FIR, ids=name_of)
@pytest.mark.parametrize("n_times", [1501, 3000, 97])
def test_fir_filters_of_raw(options, n_times):
    ours, theirs = same_call(both_raw(n_times), "filter", **options)
    assert_channels_agree(ours.get_data(), theirs.get_data())
    assert (ours.info["highpass"], ours.info["lowpass"] or RATE / 2) == (
        theirs.info["highpass"],
        theirs.info["lowpass"],
    )


@pytest.mark.parametrize("options", IIR, ids=name_of)
@pytest.mark.parametrize("n_times", [1501, 97])
def test_iir_filters_of_raw(options, n_times):
    ours, theirs = same_call(both_raw(n_times), "filter", method="iir", **options)
    assert_channels_agree(ours.get_data(), theirs.get_data())


@pytest.mark.parametrize(
    "options",
    [
        {"freqs": 50.0},
        {"freqs": [50.0, 80.0]},
        {"freqs": [50.0, 80.0], "notch_widths": 2.0, "trans_bandwidth": 2.0},
        {"freqs": [50.0, 80.0], "notch_widths": np.array([1.0, 2.0]), "phase": "zero-double"},
        {"freqs": 50.0, "method": "iir"},
        {"freqs": 50.0, "picks": "eeg", "filter_length": "8s"},
    ],
    ids=name_of,
)
def test_notches_of_raw(options):
    ours, theirs = same_call(both_raw(3001), "notch_filter", **options)
    assert_channels_agree(ours.get_data(), theirs.get_data())
    assert ours.info["highpass"] == theirs.info["highpass"]


@pytest.mark.parametrize("picks", [None, "data", "all", "eeg", [0, 3], ["EOG 001"]])
def test_the_same_channels_are_filtered(picks):
    ours, theirs = same_call(both_raw(), "filter", 1.0, 40.0, picks=picks)
    assert_channels_agree(ours.get_data(), theirs.get_data())
    assert ours.info["highpass"] == theirs.info["highpass"]


@pytest.mark.parametrize("skip", [("edge", "bad_acq_skip"), "bad", ()])
@pytest.mark.parametrize("method", ["filter", "notch_filter"])
def test_segments_are_filtered_apart(skip, method):
    onsets, lengths = [2.0, 4.5, 5.0, 6.0, 9.0], [0.0, 0.0, 1.2, 0.7, 0.2]
    words = ["EDGE boundary", "BAD boundary", "BAD_ACQ_SKIP", "bad_acq_skip", "fine"]
    pair = both_raw(3001)
    pair[0].set_annotations(Annotations(onsets, lengths, words))
    pair[1].set_annotations(mne.Annotations(onsets, lengths, words))
    args = (5.0, 40.0) if method == "filter" else (50.0,)
    with warnings.catch_warnings():
        # MNE-Python warns of every segment that is too short, we if the longest is.
        warnings.simplefilter("ignore")
        for one in pair:
            getattr(one, method)(*args, skip_by_annotation=skip, verbose="error")
    ours, theirs = pair
    assert_channels_agree(ours.get_data(), theirs.get_data())


@pytest.mark.parametrize("name", [SSS, CTF])
@pytest.mark.parametrize("options", [FIR[0], FIR[2], {**FIR[2], "method": "iir"}], ids=name_of)
def test_real_recordings_are_filtered_to_the_same(name, options, shared):
    pair = (
        read_raw_fif(shared / name, verbose=False),
        mne.io.read_raw_fif(shared / name, preload=True, verbose=False),
    )
    ours, theirs = same_call(pair, "filter", **options)
    # A high-pass takes an offset out that can be a million times what is left.
    before = np.abs(read_raw_fif(shared / name, verbose=False).get_data()).max(axis=1)
    error = np.abs(ours.get_data() - theirs.get_data()).max(axis=1)
    assert (error <= 1e-10 * np.maximum(before, 1e-300)).all()
    assert ours.info["lowpass"] == theirs.info["lowpass"]
    assert ours.info["highpass"] == theirs.info["highpass"]


def both_epochs():
    rng = np.random.default_rng(2)
    data = rng.standard_normal((7, 4, 301)) * 1e-6
    names, types = ["M1", "E1", "E2", "EOG"], ["mag", "eeg", "eeg", "eog"]
    events = np.c_[np.arange(7) * 400, np.zeros(7, int), np.ones(7, int)]
    theirs = mne.EpochsArray(
        data.copy(), mne.create_info(names, RATE, types), events, tmin=-0.3, verbose=False
    )
    return EpochsArray(data, create_info(names, RATE, types), events, tmin=-0.3), theirs


def both_evoked():
    ours, theirs = both_epochs()
    return ours.average("all"), theirs.average("all")


METHODS = [
    ("filter", {"l_freq": None, "h_freq": 30.0}),
    ("filter", {"l_freq": 8.0, "h_freq": 40.0, "picks": "eeg"}),
    ("filter", {"l_freq": 8.0, "h_freq": 40.0, "method": "iir"}),
    ("filter", {"l_freq": 60.0, "h_freq": 30.0, "pad": "reflect_limited"}),
    ("savgol_filter", {"h_freq": 20.0}),
    ("apply_hilbert", {"envelope": True}),
    ("apply_hilbert", {"envelope": True, "n_fft": None, "picks": "all"}),
    ("apply_hilbert", {"envelope": True, "n_fft": 400}),
]


@pytest.mark.parametrize(("method", "options"), METHODS)
@pytest.mark.parametrize("make", [both_epochs, both_evoked])
def test_epochs_and_evoked_responses_are_filtered_to_the_same(make, method, options):
    ours, theirs = same_call(make(), method, **options)
    assert_channels_agree(ours.get_data(), theirs.get_data())
    assert isinstance(ours, Epochs | Evoked)
    assert ours.info["highpass"] == theirs.info["highpass"]


def test_a_filtered_average_saves_its_pass_band(tmp_path):
    ours, theirs = same_call(both_evoked(), "filter", None, 30.0)
    ours.save(tmp_path / "a-ave.fif")
    assert mne.read_evokeds(tmp_path / "a-ave.fif", verbose=False)[0].info["lowpass"] == 30.0
    assert theirs.info["lowpass"] == 30.0


@pytest.mark.parametrize("options", [{}, {"n_fft": None}, {"picks": "all"}, {"envelope": True}])
def test_analytic_signals_of_raw(options):
    ours, theirs = same_call(both_raw(1499), "apply_hilbert", **options)
    assert_channels_agree(ours.get_data(), theirs.get_data())


@pytest.mark.parametrize("options", [{}, {"n_fft": None}, {"picks": [0, 3]}])
def test_analytic_signals_of_averages(options):
    ours, theirs = same_call(both_evoked(), "apply_hilbert", **options)
    assert_channels_agree(ours.data, theirs.data)
    assert ours.data.dtype == theirs.data.dtype


def test_smoothed_raw():
    ours, theirs = same_call(both_raw(), "savgol_filter", 15.0)
    assert_channels_agree(ours.get_data(), theirs.get_data())


def scaled(x, by=2.0, ch_name="", ch_idx=0):
    return x * by + len(ch_name) * 1e-6 + ch_idx * 1e-6


@pytest.mark.parametrize("picks", [None, "all", [1, 2]])
@pytest.mark.parametrize("make", [both_raw, both_epochs, both_evoked])
def test_functions_are_applied_to_the_same(make, picks):
    for fun, options in (
        (scaled, {"by": 3.0}),
        (lambda x: x - x.mean(), {}),
        (lambda x: x - x.mean(axis=-2, keepdims=True), {"channel_wise": False}),
    ):
        ours, theirs = same_call(make(), "apply_function", fun, picks=picks, **options)
        assert_channels_agree(ours.get_data(), theirs.get_data())


def test_functions_may_make_recordings_complex():
    ours, theirs = same_call(both_raw(), "apply_function", lambda x: 1j * x, dtype=complex)
    assert_channels_agree(ours.get_data(), theirs.get_data())


def test_envelopes_leave_reference_sensors_alone(shared):
    pair = (
        read_raw_fif(shared / CTF, verbose=False),
        mne.io.read_raw_fif(shared / CTF, preload=True, verbose=False),
    )
    ours, theirs = same_call(pair, "apply_hilbert", envelope=True)
    assert_channels_agree(ours.get_data(), theirs.get_data())


def test_an_array_is_filtered_as_an_average_is():
    ours, _ = both_evoked()
    alone = EvokedArray(ours.data, ours.info, tmin=ours.tmin).filter(None, 20.0)
    assert_channels_agree(alone.data, ours.copy().filter(None, 20.0).data, tolerance=0)
