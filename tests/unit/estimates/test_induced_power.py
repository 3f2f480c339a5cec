"""Induced power: the same in any parts; memory that does not grow with the epochs."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from leadfield.estimates import induced_power
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.induced_power import PhaseLocking, WaveletPlan, sum_induced_power
from leadfield.estimates.power_forms import power_of_labels, power_of_sources
from leadfield.spectra.wavelets import morlet_wavelet

RNG = np.random.default_rng(0)
N, R, N_TIMES = 20, 5, 90
KERNEL = ImagingKernel(leads=RNG.standard_normal((3 * N, R)), per_source=3, combined=True)
EPOCHS = RNG.standard_normal((7, R, N_TIMES))
WAVELETS = [morlet_wavelet(100.0, frequency, 2) for frequency in (10.0, 20.0, 30.0)]
PLAN = WaveletPlan(
    bands=((WAVELETS[0],), (WAVELETS[1], WAVELETS[2])),
    samples=range(0, N_TIMES, 2),
    n_times=N_TIMES,
    n_epochs=8,
)


def computed(plan=PLAN, epochs=EPOCHS):
    out = np.zeros((N, len(plan.bands), len(plan.samples)))
    locking = PhaseLocking(KERNEL, plan)
    count = sum_induced_power(iter(epochs), plan, power_of_sources(KERNEL), out, locking=locking)
    assert count == len(epochs)
    return out, locking.values(count)


def transforms(signals, wavelet):
    return [np.convolve(x, wavelet, "same")[::2] for x in signals]


def expected(bands):
    power, phases = [], []
    for band in bands:
        values = np.array([[transforms(KERNEL.leads @ e, w) for e in EPOCHS] for w in band])
        values = values.reshape(len(band), len(EPOCHS), N, 3, -1)
        power.append((np.abs(values) ** 2).sum(axis=(1, 3)).mean(axis=0))
        last = values[0, :, :, 2]
        phases.append(np.abs((last / np.abs(last)).mean(axis=0)))
    return np.stack(power, axis=1), phases


def test_power_is_that_of_the_transforms_of_sources():
    power, locking = computed()
    want, phases = expected(PLAN.bands)
    np.testing.assert_allclose(power, want, rtol=1e-11)
    np.testing.assert_allclose(locking[:, 0], phases[0], rtol=1e-11)


@pytest.mark.parametrize("use_fft", [False, True])
@pytest.mark.parametrize(("held", "transformed"), [(1000, 2**23), (2**24, 300), (500, 50), (1, 1)])
def test_parts_make_no_difference(monkeypatch, held, transformed, use_fft):
    whole = computed()
    monkeypatch.setattr(induced_power, "HELD", held)
    monkeypatch.setattr(induced_power, "TRANSFORMED", transformed)
    parts = computed(replace(PLAN, use_fft=use_fft))
    for one, other in zip(parts, whole, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-11)


def test_a_source_without_lead_has_no_phase():
    leads = KERNEL.leads.copy()
    leads[:3] = 0
    plan = replace(PLAN, bands=PLAN.bands[:1])
    locking = PhaseLocking(replace(KERNEL, leads=leads), plan)
    out = np.zeros((N, 1, len(plan.samples)))
    sum_induced_power(iter(EPOCHS), plan, power_of_sources(KERNEL), out, locking=locking)
    values = locking.values(len(EPOCHS))
    assert not values[0].any()
    assert values[1:].min() > 0


def test_one_epoch_is_locked_to_itself():
    plan = replace(PLAN, bands=PLAN.bands[:1])
    _, locking = computed(plan, EPOCHS[:1])
    np.testing.assert_allclose(locking, 1, rtol=1e-12)


def test_memory_grows_neither_with_epochs_nor_with_sources(monkeypatch):
    monkeypatch.setattr(induced_power, "HELD", 20_000)
    monkeypatch.setattr(induced_power, "TRANSFORMED", 20_000)

    def peak(n_epochs, n_sources):
        kernel = ImagingKernel(leads=np.ones((n_sources, R)))
        add = power_of_labels(kernel, [np.arange(n_sources)])
        plan = replace(PLAN, n_epochs=n_epochs)
        out = np.zeros((1, 2, len(plan.samples)))
        epochs = (np.ones((R, N_TIMES)) for _ in range(n_epochs))
        tracemalloc.start()
        try:
            sum_induced_power(epochs, plan, add, out)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few = peak(100, 30)
    assert peak(1500, 30_000) < 1.2 * few
