"""``filter``, ``resample`` and their kin: what stays, what is refused."""

import numpy as np
import pytest

from leadfield import Annotations, EvokedArray, create_info
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, MismatchError
from leadfield.io import RawArray, read_raw_fif

RATE = 100.0
rng = np.random.default_rng(0)


@pytest.fixture
def raw():
    data = rng.standard_normal((3, 800))
    return RawArray(data, create_info(["a", "b", "c"], RATE, ["eeg", "eeg", "eog"]), 50)


@pytest.fixture
def epochs():
    data = rng.standard_normal((4, 2, 150))
    return EpochsArray(data, create_info(["a", "b"], RATE, "eeg"))


@pytest.fixture
def evoked():
    return EvokedArray(rng.standard_normal((2, 150)), create_info(["a", "b"], RATE, "eeg"))


def test_filtering_leaves_copies_alone(raw, epochs, evoked):
    for one in (raw, epochs, evoked):
        before = one.get_data()
        copied = one.copy().filter(None, 20.0)
        np.testing.assert_array_equal(one.get_data(), before)
        assert np.abs(copied.get_data() - before).max() > 0.1
        assert one.info["lowpass"] != copied.info["lowpass"] == 20.0


def test_a_recording_in_a_file_is_loaded_to_be_filtered(raw, tmp_path):
    raw.save(tmp_path / "x_raw.fif", fmt="double")
    again = read_raw_fif(tmp_path / "x_raw.fif")
    assert not again.preload
    again.filter(None, 20.0)
    assert again.preload
    np.testing.assert_allclose(again.get_data(), raw.filter(None, 20.0).get_data(), atol=1e-12)


def test_epochs_that_are_not_loaded_are_loaded_to_be_filtered(raw):
    from leadfield import Epochs

    events = np.array([[150, 0, 1], [400, 0, 1]])
    lazy, loaded = (Epochs(raw, events, preload=preload) for preload in (False, True))
    np.testing.assert_array_equal(
        lazy.filter(None, 20.0).get_data(), loaded.filter(None, 20.0).get_data()
    )
    assert lazy.preload


def test_skipped_spans_stay_as_they_are(raw):
    raw.set_annotations(Annotations([2.0], [1.0], ["BAD_ACQ_SKIP"]))
    before = raw.get_data()
    after = raw.filter(5.0, None).get_data()
    np.testing.assert_array_equal(after[:, 200:300], before[:, 200:300])
    assert np.abs(after[0, 350:] - before[0, 350:]).max() > 0.1


def test_a_part_of_the_channels_leaves_the_pass_band(raw):
    assert raw.filter(None, 20.0, picks=[0]).info["lowpass"] != 20.0
    assert raw.filter(5.0, 30.0).info["highpass"] == 5.0
    assert raw.filter(1.0, 25.0).info["highpass"] == 5.0
    assert raw.info["lowpass"] == 25.0
    assert raw.filter(22.0, 12.0, l_trans_bandwidth=2, h_trans_bandwidth=2).info["highpass"] == 5.0


def test_a_recording_without_data_channels_keeps_its_pass_band():
    raw = RawArray(np.ones((1, 500)), create_info(["x"], RATE, "misc"))
    assert raw.filter(None, 20.0, picks="misc").info["lowpass"] != 20.0


@pytest.mark.parametrize("name", ["spectrum_fit", "wavelet"])
def test_methods_that_are_not_here_are_refused(raw, name):
    with pytest.raises(InputError, match=name):
        raw.notch_filter(50 / 3, method=name)


def test_options_of_the_spectrum_are_refused(raw):
    with pytest.raises(InputError, match="mt_bandwidth"):
        raw.notch_filter(20.0, mt_bandwidth=2.0)


def test_complex_samples_are_kept_in_recordings_and_averages(raw, epochs, evoked):
    with pytest.raises(DataError, match="must be real for epochs"):
        epochs.apply_hilbert()
    assert epochs.get_data().dtype == np.float64
    for one in (raw, evoked):
        analytic = one.apply_hilbert()
        assert analytic.get_data().dtype == np.complex128
        for method, arguments in (
            ("resample", [50.0]),
            ("savgol_filter", [10.0]),
            ("filter", [None, 20.0]),
            ("apply_hilbert", []),
        ):
            with pytest.raises(DataError, match="complex"):
                getattr(analytic, method)(*arguments)


def test_functions_must_give_back_what_they_were_given(raw):
    for fun, error in (
        (lambda x: x.sum(), ArgumentTypeError),
        (lambda x: x[:5], MismatchError),
        (lambda x: 1j * x, ArgumentTypeError),
        ("mean", ArgumentTypeError),
    ):
        with pytest.raises(error, match="fun must"):
            raw.apply_function(fun)
    with pytest.raises(InputError, match="dtype must be one of"):
        raw.apply_function(np.abs, dtype=np.float32)
    with pytest.raises(InputError, match="only if it is called for each channel"):
        raw.apply_function(lambda x, ch_name: x + len(ch_name), channel_wise=False)


def test_functions_of_compiled_code_are_applied(raw):
    before = raw.get_data()
    raw.apply_function(np.abs)
    np.testing.assert_array_equal(raw.get_data()[:2], np.abs(before[:2]))
    np.testing.assert_array_equal(raw.get_data()[2], before[2])


def test_windows_that_do_not_fit_are_refused(evoked):
    with pytest.raises(InputError, match="h_freq must be below half"):
        evoked.savgol_filter(50.0)
    with pytest.raises(InputError, match="lower h_freq"):
        evoked.savgol_filter(40.0)
    with pytest.raises(InputError, match="raise h_freq"):
        evoked.savgol_filter(0.3)
    with pytest.raises(InputError, match="window must have a value"):
        evoked.resample(50.0, window=np.ones(3))


def test_a_transform_shorter_than_the_signal_is_refused(evoked):
    with pytest.raises(InputError, match="n_fft must be at least 150"):
        evoked.apply_hilbert(envelope=True, n_fft=100)


def test_resampling_keeps_where_events_and_annotations_are(raw):
    raw.set_annotations(Annotations([2.0], [1.0], ["here"]))
    before = raw.annotations.onset.tolist()
    again, events = raw.resample(50.0, events=[[150, 0, 1]])
    assert again is raw
    assert events.tolist() == [[75, 0, 1]]
    assert raw.first_samp == 25
    assert raw.annotations.onset.tolist() == before
    with pytest.raises(InputError, match="events must be whole numbers"):
        raw.resample(30.0, events=[1.0, 2.0])


@pytest.mark.parametrize("sfreq", [0.0, -3.0, np.inf])
def test_rates_that_cannot_be_are_refused(raw, epochs, sfreq):
    for one in (raw, epochs):
        with pytest.raises(InputError, match="sfreq must be"):
            one.resample(sfreq)


def test_jobs_are_a_number(raw):
    for call in (
        lambda n: raw.filter(None, 20.0, n_jobs=n),
        lambda n: raw.resample(50.0, n_jobs=n),
    ):
        with pytest.raises(ArgumentTypeError, match="n_jobs must be a whole number"):
            call("cuda")


def test_long_signals_are_filtered_to_the_numbers_of_short_ones():
    data = rng.standard_normal((3, 400_000))
    info = create_info(3, RATE, "eeg")
    together = RawArray(data, info).filter(1.0, 20.0).get_data()
    alone = RawArray(data[1:2], create_info(1, RATE, "eeg")).filter(1.0, 20.0).get_data()
    np.testing.assert_allclose(together[1:2], alone, atol=1e-13)
