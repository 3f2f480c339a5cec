"""Filters of arrays equal MNE-Python's."""

import numpy as np
import pytest

from leadfield import filter as ours
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.io import RawArray

mne = pytest.importorskip("mne")
theirs = mne.filter

RATE = 200.0
SIGNALS = np.random.default_rng(0).standard_normal((2, 3, 901)).cumsum(axis=-1)


def assert_same(found, expected):
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() <= 1e-10 * np.abs(expected).max()


@pytest.mark.parametrize("data", [SIGNALS, SIGNALS[0], SIGNALS[0, 0]], ids=["3", "2", "1"])
@pytest.mark.parametrize(
    "options",
    [
        {"l_freq": 5.0, "h_freq": 40.0},
        {"l_freq": 5.0, "h_freq": None, "method": "iir"},
        {"l_freq": [22.0, 62.0], "h_freq": [18.0, 58.0], "l_trans_bandwidth": 1.0}
        | {"h_trans_bandwidth": 1.0, "pad": "edge"},
    ],
)
def test_signals_are_filtered_to_the_same(data, options):
    before = data.copy()
    found = ours.filter_data(data, RATE, **options)
    assert_same(found, theirs.filter_data(data, RATE, verbose="error", **options))
    np.testing.assert_array_equal(data, before)


@pytest.mark.parametrize("picks", [[0, 2], np.array([1]), slice(1, 3)])
def test_some_channels_are_filtered_in_place(picks):
    found, expected = SIGNALS.copy(), SIGNALS.copy()
    same = ours.filter_data(found, RATE, None, 20.0, picks=picks, copy=False)
    theirs.filter_data(expected, RATE, None, 20.0, picks=picks, copy=False, verbose="error")
    assert same is found
    assert_same(found, expected)


@pytest.mark.parametrize("options", [{}, {"notch_widths": 1.0, "trans_bandwidth": 3.0}])
def test_notches_are_the_same(options):
    data = np.random.default_rng(1).standard_normal((3, 3001))
    found = ours.notch_filter(data, RATE, [50.0, 80.0], **options)
    assert_same(found, theirs.notch_filter(data, RATE, [50.0, 80.0], verbose="error", **options))


@pytest.mark.parametrize("axis", [-1, 0, 1])
@pytest.mark.parametrize("options", [{}, {"npad": "auto"}, {"method": "polyphase"}])
def test_signals_are_resampled_to_the_same_along_an_axis(axis, options):
    data = SIGNALS[:, 0, :40].copy() if axis != 0 else SIGNALS[:, 0, :40].T.copy()
    found = ours.resample(data, 3.0, 2.0, axis=axis, **options)
    assert_same(found, theirs.resample(data, 3.0, 2.0, axis=axis, verbose="error", **options))


def test_designs_are_the_same():
    for options in ({}, {"phase": "minimum"}, {"fir_design": "firwin2"}):
        expected = theirs.create_filter(None, RATE, 4.0, 40.0, verbose="error", **options)
        np.testing.assert_allclose(ours.create_filter(None, RATE, 4.0, 40.0, **options), expected)
    for params in (None, {"order": 2, "ftype": "butter", "output": "ba"}):
        options = {"method": "iir", "iir_params": params}
        found = ours.create_filter(SIGNALS, RATE, 4.0, 40.0, **options)
        expected = theirs.create_filter(SIGNALS, RATE, 4.0, 40.0, verbose="error", **options)
        for key in {"sos", "b", "a", "padlen"} & set(expected):
            np.testing.assert_allclose(found[key], expected[key])


def test_what_is_no_array_of_signals_is_refused():
    raw = RawArray(SIGNALS[0], ours_info())
    for wrong in (raw, np.zeros((2, 0)), "signals", SIGNALS * 1j):
        with pytest.raises(ArgumentTypeError, match="data must be an array of real numbers"):
            ours.filter_data(wrong, RATE, None, 20.0)
    with pytest.raises(InputError, match="take copy=True"):
        ours.filter_data([1.0, 2.0], RATE, None, 20.0, copy=False)
    with pytest.raises(InputError, match="picks must be numbers of the 3 channels"):
        ours.filter_data(SIGNALS, RATE, None, 20.0, picks=[7])
    with pytest.raises(InputError, match="axis must be below 3"):
        ours.resample(SIGNALS, axis=3)


def ours_info():
    from leadfield import create_info

    return create_info(3, RATE, "eeg")
