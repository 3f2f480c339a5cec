"""What every filter does: it is linear, and one of zero phase moves nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadfield.filters.bands import make_edges
from leadfield.filters.design import design_filter
from leadfield.filters.fir_design import FirOptions, design_fir
from leadfield.filters.resampling import ResampleOptions, resample_rows, resample_triggers

RATE = 250.0
FIR = {"phase": "zero"}
FILTERS = [
    ("fir", FIR),
    ("iir", FIR),
    ("fir", {"phase": "zero-double"}),
    ("iir", {"phase": "forward"}),
]


def made(method, options, l_freq=2.0, h_freq=40.0):
    return design_filter(RATE, l_freq, h_freq, method=method, options=options)


@pytest.mark.parametrize(("method", "options"), FILTERS)
@given(seed=st.integers(0, 99), a=st.floats(-3, 3), b=st.floats(-3, 3))
@settings(deadline=None, max_examples=10)
def test_filters_are_linear(method, options, seed, a, b):
    x, y = np.random.default_rng(seed).standard_normal((2, 1, 700))
    found = made(method, options)
    expected = a * found.apply(x) + b * found.apply(y)
    np.testing.assert_allclose(found.apply(a * x + b * y), expected, atol=1e-12)


@pytest.mark.parametrize(("method", "options"), FILTERS[:3])
def test_a_symmetric_pulse_stays_symmetric_and_in_place(method, options):
    x = np.zeros((1, 3001))
    x[0, 1500] = 1
    y = made(method, options).apply(x)[0]
    assert y.argmax() == 1500
    np.testing.assert_allclose(y, y[::-1], atol=1e-9)


@pytest.mark.parametrize("phase", ["minimum", "minimum-half", "linear"])
def test_a_causal_filter_answers_to_nothing_before_it_happens(phase):
    x = np.zeros((1, 3001))
    x[0, 1500:] = np.random.default_rng(0).standard_normal(1501)
    y = made("fir", {"phase": phase}).apply(x)[0]
    assert np.abs(y[:1500]).max() < 1e-12 < np.abs(y[1500:]).max()


@pytest.mark.parametrize(("method", "options"), FILTERS[:3])
@pytest.mark.parametrize(("frequency", "gain"), [(10.0, 1.0), (20.0, 1.0), (80.0, 0.0)])
def test_a_sine_passes_or_does_not(method, options, frequency, gain):
    x = np.sin(2 * np.pi * frequency * np.arange(5000) / RATE)[np.newaxis]
    y = made(method, options).apply(x)
    np.testing.assert_allclose(y[:, 1000:-1000], gain * x[:, 1000:-1000], atol=0.01)


def test_a_constant_passes_a_low_pass_to_its_very_edges():
    y = made("fir", FIR, None, 40.0).apply(np.full((2, 400), 3.0))
    np.testing.assert_allclose(y, 3.0, rtol=1e-3)


def test_a_stop_band_and_its_pass_band_make_the_whole():
    edges = [make_edges(RATE, 10.0, 40.0), make_edges(RATE, 45.0, 5.0)]
    options = FirOptions(l_trans=5.0, h_trans=5.0, length=401)
    passed, stopped = (design_fir(RATE, one, options).taps for one in edges)
    whole = passed + stopped
    np.testing.assert_allclose(whole, np.arange(401) == 200, atol=2e-3)


def test_rates_that_differ_by_less_than_a_sample_change_nothing():
    x = np.random.default_rng(0).standard_normal((2, 300))
    y = resample_rows(x, RATE * 1.001, RATE, ResampleOptions(method="polyphase"))
    np.testing.assert_array_equal(y, x)


@given(n=st.integers(1, 400), rate=st.floats(20, 900))
@settings(deadline=None, max_examples=40)
def test_resampled_signals_have_the_length_that_their_duration_asks_for(n, rate):
    for method in ("fft", "polyphase"):
        if method == "polyphase" and n < 3:
            continue  # NumPy reflects no single sample
        options = ResampleOptions(method=method)
        y = resample_rows(np.ones((2, n)), rate, RATE, options)
        assert y.shape == (2, max(round(n * rate / RATE), 1))


@pytest.mark.parametrize("method", ["fft", "polyphase"])
@pytest.mark.parametrize("rate", [100.0, 333.0, 500.0])
def test_a_slow_sine_is_the_same_at_another_rate(method, rate):
    x = np.sin(2 * np.pi * 5.0 * np.arange(2500) / RATE)
    # Padding moves the signal by up to half a sample where its length has no whole image.
    options = ResampleOptions(method=method, n_padding=0)
    y = resample_rows(x, rate, RATE, options)
    expected = np.sin(2 * np.pi * 5.0 * np.arange(len(y)) / rate)
    part = slice(len(y) // 5, -len(y) // 5)
    np.testing.assert_allclose(y[part], expected[part], atol=5e-3)


@given(seed=st.integers(0, 99), n_new=st.integers(1, 200))
@settings(deadline=None, max_examples=40)
def test_triggers_keep_the_values_that_they_had(seed, n_new):
    x = np.random.default_rng(seed).integers(0, 3, (2, 90)).astype(float)
    y = resample_triggers(x, n_new)
    assert y.shape == (2, n_new)
    for old, new in zip(x, y, strict=True):
        assert set(new) <= set(old)
