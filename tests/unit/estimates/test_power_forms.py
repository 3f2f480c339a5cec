"""Power by quadratic forms: the same as by squares; means in labels; blocks of any size."""

import numpy as np
import pytest

from leadfield.estimates import power_forms
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.power_forms import forms_pay, power_of_labels, power_of_sources

RNG = np.random.default_rng(0)
N, C, R = 40, 3, 6
KERNEL = ImagingKernel(
    leads=RNG.standard_normal((N * C, R)), mixing=RNG.standard_normal((N, C)), per_source=C
)
LINES = KERNEL.mixing[:, :, np.newaxis] * KERNEL.leads.reshape(N, C, R)
PARTS = [RNG.standard_normal((11, k, R)) for k in (2, 5)]
POWER = sum((np.einsum("scr,pkr->scpk", LINES, part) ** 2).sum(axis=(1, 3)) for part in PARTS)


@pytest.fixture(params=[True, False], ids=["forms", "squares"])
def way(request, monkeypatch):
    monkeypatch.setattr(power_forms, "forms_pay", lambda *_: request.param)


@pytest.mark.parametrize("numbers", [2**22, 100])
def test_power_of_sources_is_added(way, monkeypatch, numbers):  # noqa: ARG001
    monkeypatch.setattr(power_forms, "NUMBERS", numbers)
    out = np.ones((N, 11))
    power_of_sources(KERNEL)(iter(PARTS), 7, out)
    np.testing.assert_allclose(out, 1 + POWER, rtol=1e-12)


def test_power_of_labels_is_the_mean_of_their_sources():
    labels = [np.arange(4), np.array([2, 30, 7])]
    out = np.zeros((2, 11))
    power_of_labels(KERNEL, labels)(iter(PARTS), 7, out)
    want = [POWER[rows].mean(axis=0) for rows in labels]
    np.testing.assert_allclose(out, want, rtol=1e-12)


def test_forms_pay_for_many_samples():
    assert forms_pay(KERNEL, 100, 200)
    assert not forms_pay(KERNEL, 100, 1)
    assert not forms_pay(KERNEL, 1, 10)


def test_power_may_go_into_a_part_of_an_array(way):  # noqa: ARG001
    out = np.zeros((N, 3, 11))
    power_of_sources(KERNEL)(iter(PARTS), 7, out[:, 1])
    np.testing.assert_allclose(out[:, 1], POWER, rtol=1e-12)
    assert not out[:, ::2].any()
