"""Design of filters: what is refused, in words, and what is warned of."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.filters.bands import make_bands, make_edges
from leadfield.filters.design import design_filter, notch_edges
from leadfield.filters.fir_design import FirOptions, filter_length
from leadfield.filters.iir_filter import IirFilter

RATE = 100.0
ZERO = {"phase": "zero"}


def design(l_freq=None, h_freq=20.0, *, method="fir", iir_params=None, n_times=None, **options):
    return design_filter(
        RATE,
        l_freq,
        h_freq,
        method=method,
        options={**ZERO, **options},
        iir_params=iir_params,
        n_times=n_times,
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"h_freq": 60.0}, "h_freq must be below half the sampling rate, 50 Hz, got 60"),
        ({"h_freq": 50.0}, "h_freq must be below half"),
        ({"l_freq": 70.0, "h_freq": None}, "l_freq must be below half"),
        ({"l_freq": -1.0}, "l_freq must be above 0 Hz"),
        ({"h_freq": np.nan}, "h_freq must be a frequency from 0 to 50 Hz"),
        ({"l_freq": [1.0, 2.0], "h_freq": 5.0}, "as many, got 2 and 1"),
        ({"l_freq": [1.0, 2.0], "h_freq": [5.0, 6.0]}, "pairs of a stop band"),
        ({"l_freq": 1.0, "l_trans": 2.0}, "ends at -1 Hz: raise l_freq"),
        ({"h_freq": 45.0, "h_trans": 10.0}, "ends at 55 Hz: lower h_freq"),
        ({"h_trans": 0.0}, "h_trans_bandwidth must be above 0 Hz"),
        ({"h_trans": "wide"}, 'h_trans_bandwidth must be a width in Hz or "auto"'),
        ({"l_freq": 31.0, "h_freq": 29.0}, "stop bands must not overlap"),
        ({"length": 11}, "filter_length must be at least"),
        ({"length": "long"}, 'must be "auto", a time such as'),
        ({"length": "xs"}, 'must be "auto", a time such as'),
        ({"length": 0}, "filter_length must be at least 1"),
        ({"phase": "forward"}, "phase must be one of"),
        ({"window": "kaiser"}, "fir_window must be one of"),
        ({"design": "remez"}, "fir_design must be one of"),
        ({"padding": "mirror"}, "pad must be one of"),
        ({"method": "fdr"}, "method must be one of"),
        ({"iir_params": {"order": 2}}, "iir_params must be None unless"),
        ({"method": "iir", "phase": "minimum"}, "phase must be one of"),
        ({"method": "iir", "iir_params": {"gpass": 1, "gstop": 2}}, "iirdesign"),
        ({"method": "iir", "iir_params": {"ordre": 2}}, "iir_params may hold"),
        ({"method": "iir", "iir_params": {"order": 2}}, "order and ftype, got"),
        ({"method": "iir", "iir_params": {"order": 2, "ftype": "x"}}, "ftype of iir_params"),
    ],
)
def test_nonsense_is_refused_in_words(arguments, words):
    with pytest.raises(InputError, match=words):
        design(**arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {"h_freq": "high"},
        {"h_trans": object()},
        {"length": 2.5},
        {"method": "iir", "iir_params": [1]},
    ],
)
def test_what_is_of_the_wrong_kind_is_refused(arguments):
    with pytest.raises(ArgumentTypeError):
        design(**arguments)


def test_several_stop_bands_need_an_fir_filter():
    with pytest.raises(InputError, match="one stop band, got several"):
        design([12.0, 32.0], [8.0, 28.0], method="iir")


def test_unstable_filters_are_refused():
    with pytest.raises(InputError, match="inside the unit circle"):
        design(method="iir", iir_params={"b": [1.0], "a": [1.0, -1.5]})
    with pytest.raises(InputError, match="either sections or coefficients"):
        IirFilter()


def test_a_filter_that_hardly_filters_warns():
    with pytest.warns(RuntimeWarning, match="by only"):
        design(design="firwin2", length=5, h_freq=20.0, h_trans=2.0)


def test_a_filter_longer_than_the_signal_warns():
    with pytest.warns(RuntimeWarning, match="longer than the signal"):
        design(n_times=30)


def test_a_filter_that_rings_without_end_warns():
    with pytest.warns(RuntimeWarning, match="still rings"):
        design(method="iir", iir_params={"b": [1.0], "a": [1.0, -0.9999999]})


@pytest.mark.parametrize(
    ("freqs", "widths", "words"),
    [
        (None, None, "freqs must be"),
        (50.0, -1.0, "notch_widths"),
        ([1.0, 2.0], [1, 2, 3], "2 freqs"),
    ],
)
def test_notches_that_cannot_be_are_refused(freqs, widths, words):
    with pytest.raises(InputError, match=words):
        notch_edges(freqs, widths, 1.0)


def test_transition_bands_are_a_quarter_of_the_frequency_but_at_least_two_hertz():
    bands = make_bands(RATE, make_edges(RATE, 1.0, 20.0))
    np.testing.assert_array_equal(bands.frequencies, [0, 1, 20, 25, 50])
    np.testing.assert_array_equal(bands.gains, [0, 1, 1, 0, 0])
    assert bands.narrowest == 1.0


def test_lengths_are_times_or_samples():
    bands = make_bands(RATE, make_edges(RATE, None, 20.0))
    lengths = [filter_length(RATE, bands, FirOptions(length=n)) for n in ("2s", "500ms", 64)]
    assert lengths == [201, 51, 65]
