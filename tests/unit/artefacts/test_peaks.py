"""Peaks that stand out of a noisy signal."""

import numpy as np
import pytest

from leadfield.artefacts.peaks import find_peaks
from leadfield.base.errors import InputError


def test_a_peak_stands_out_of_the_valleys_on_both_sides():
    signal = np.array([0.0, 2, 1.5, 4, 1, 1.4, 0, 3, 0])
    assert find_peaks(signal, 1.0).tolist() == [3, 7]
    assert find_peaks(signal, 0.3).tolist() == [1, 3, 5, 7]
    assert find_peaks(signal, 5.0).tolist() == []


def test_a_quarter_of_the_range_is_the_threshold_unless_one_is_given():
    signal = np.array([0.0, 8, 0, 1.9, 0, 2.1, 0])
    assert find_peaks(signal).tolist() == [1, 5]


def test_of_equal_samples_the_first_is_the_peak():
    assert find_peaks(np.array([0.0, 1, 1, 1, 0])).tolist() == [1]


def test_an_end_may_be_a_peak():
    assert find_peaks(np.array([3.0, 0, 1, 0, 4])).tolist() == [0, 4]
    assert find_peaks(np.arange(5.0)).tolist() == [4]
    assert find_peaks(-np.arange(5.0)).tolist() == [0]


def test_a_flat_signal_has_no_peaks():
    assert find_peaks(np.ones(5)).tolist() == []
    assert find_peaks(np.ones(1)).tolist() == []


def test_tiny_signals_have_peaks_as_large_ones_do():
    signal = np.sin(np.arange(200) / 7)
    np.testing.assert_array_equal(find_peaks(1e-200 * signal), find_peaks(signal))


@pytest.mark.parametrize(
    ("signal", "told"),
    [
        (np.zeros(0), "one row of samples"),
        (np.zeros((2, 3)), "one row of samples"),
        (np.array([0.0, np.nan]), "finite"),
    ],
)
def test_what_is_no_signal_is_refused(signal, told):
    with pytest.raises(InputError, match=told):
        find_peaks(signal)


def test_a_threshold_below_zero_is_refused():
    with pytest.raises(InputError, match="thresh must be at least 0"):
        find_peaks(np.arange(5.0), -1.0)
