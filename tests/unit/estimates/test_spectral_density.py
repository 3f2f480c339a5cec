"""Spectral density: the same in any parts and blocks; frequencies and labels that are refused."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.estimates import power_forms, spectral_density
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.spectral_density import SourceDensity, plan_spectrum
from leadfield.spectra.tapers import make_tapers

RNG = np.random.default_rng(0)
RATE, N_TIMES, N, R = 100.0, 64, 10, 4
LEADS = RNG.standard_normal((3 * N, R))
DATA = RNG.standard_normal((R + 2, 200))  # two sensors below the components
RUNS = [(DATA[:, :100], [0, 10, 36]), (DATA[:, 100:], [5])]
KERNELS = {
    "combined": ImagingKernel(leads=LEADS, per_source=3, combined=True),
    "signed": ImagingKernel(leads=LEADS[::3]),
}


def plan_of(bandwidth=8.0, *, adaptive=False, fmin=5, fmax=30):
    tapers = make_tapers(N_TIMES, RATE, bandwidth, low_bias=False, adaptive=adaptive)
    return plan_spectrum(tapers, RATE, fmin, fmax)


def computed(kernel, plan, labels=None):
    density = SourceDensity(kernel, plan, labels)
    out, sensors = np.zeros((density.n_rows, plan.n_frequencies)), np.zeros((2, plan.n_frequencies))
    density.add(RUNS, 4, out, sensors)
    return out, sensors


def densities(signals, plan):
    """Densities (n, n_windows, n_frequencies) of signals (n, ...) of runs."""
    out = []
    for run, starts in signals:
        for start in starts:
            window = run[:, start : start + N_TIMES]
            window = window - window.mean(axis=1, keepdims=True)
            tapered = window[:, np.newaxis] * plan.tapers.windows
            powers = np.abs(np.fft.rfft(tapered)) ** 2
            weights = plan.tapers.shares / plan.tapers.shares.sum()
            out.append(2 * np.einsum("k,nkf->nf", weights, powers)[:, plan.inside])
    return np.stack(out, axis=1)


@pytest.mark.parametrize("bandwidth", ["hann", 8.0])
def test_densities_of_components_are_pooled_by_their_norm_window_by_window(bandwidth):
    plan = plan_of(bandwidth)
    out, sensors = computed(KERNELS["combined"], plan)
    rows = densities([(LEADS @ run[:R], starts) for run, starts in RUNS], plan)
    norms = np.sqrt((rows.reshape(N, 3, 4, -1) ** 2).sum(axis=1))
    np.testing.assert_allclose(out, norms.sum(axis=1), rtol=1e-11)
    want = densities([(run[R:], starts) for run, starts in RUNS], plan).sum(axis=1)
    np.testing.assert_allclose(sensors, want, rtol=1e-11)


def test_labels_take_the_mean_over_sources_of_all_components():
    plan = plan_of()
    labels = [np.array([0, 1, 5]), np.array([7])]
    out, _ = computed(KERNELS["combined"], plan, labels)
    rows = densities([(LEADS @ run[:R], starts) for run, starts in RUNS], plan)
    sums = rows.sum(axis=1).reshape(N, 3, -1).sum(axis=1)
    np.testing.assert_allclose(out, [sums[one].mean(axis=0) for one in labels], rtol=1e-11)


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("adaptive", [False, True])
def test_parts_and_blocks_make_no_difference(monkeypatch, kernel, adaptive):
    plan = plan_of(10.0, adaptive=adaptive)
    assert plan.tapers.adaptive == adaptive
    whole = computed(KERNELS[kernel], plan)
    monkeypatch.setattr(spectral_density, "PRODUCTS", 30)
    monkeypatch.setattr(spectral_density, "NUMBERS", 50)
    monkeypatch.setattr(spectral_density, "forms_pay", lambda *_: True)
    monkeypatch.setattr(power_forms, "forms_pay", lambda *_: True)
    for one, other in zip(computed(KERNELS[kernel], plan), whole, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-11)


def test_windows_that_are_read_together_become_fewer_for_more_components():
    plan = plan_of()
    assert plan.count_windows(10, 10) > plan.count_windows(1000, 10) >= 1
    assert plan.count_windows(10, 10) > plan.count_windows(10, 100_000) >= 1


@pytest.mark.parametrize(
    ("fmin", "fmax", "error", "words"),
    [
        (51, 60, InputError, "must hold a frequency, got 51 to 60 Hz of those up to 50 Hz"),
        (10.1, 10.2, InputError, "that are 1.56 Hz apart"),
        (20, 10, InputError, "must hold a frequency, got 20 to 10 Hz"),
        (np.nan, 10, InputError, "fmin must be finite"),
        (0, "high", ArgumentTypeError, "fmax must be a number"),
    ],
)
def test_frequencies_must_be_among_those_there_are(fmin, fmax, error, words):
    with pytest.raises(error, match=words):
        plan_of(fmin=fmin, fmax=fmax)


def test_the_highest_frequency_may_be_infinite():
    plan = plan_of(fmin=0, fmax=np.inf)
    assert (plan.inside, plan.first) == (slice(0, 33), 0.0)


def test_labels_have_no_adaptive_weights():
    with pytest.raises(InputError, match="pass one label at a time, or adaptive=False"):
        SourceDensity(KERNELS["signed"], plan_of(10.0, adaptive=True), [np.arange(2)])
