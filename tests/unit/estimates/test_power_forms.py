"""Power by quadratic forms: the same as by squares; means in labels; blocks of any size."""

import numpy as np
import pytest

from leadfield.estimates import power_forms
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.power_forms import (
    add_products,
    forms_pay,
    packed_length,
    power_of_labels,
    power_of_sources,
    square_forms,
)

RNG = np.random.default_rng(0)
N, C, R = 40, 3, 6
KERNEL = ImagingKernel(
    leads=RNG.standard_normal((N * C, R)), mixing=RNG.standard_normal((N, C)), per_source=C
)
LINES = KERNEL.mixing[:, :, np.newaxis] * KERNEL.leads.reshape(N, C, R)
PARTS = [RNG.standard_normal((11, k, R)) for k in (2, 5)]
GROUPED = [(0, PARTS[0]), (1, 2 * PARTS[0]), (0, PARTS[1])]
POWER_OF_FIRST, POWER_OF_SECOND = (
    (np.einsum("scr,pkr->scpk", LINES, part) ** 2).sum(axis=(1, 3)) for part in PARTS
)
POWER = POWER_OF_FIRST + POWER_OF_SECOND


@pytest.fixture(params=[True, False], ids=["forms", "squares"])
def way(request, monkeypatch):
    monkeypatch.setattr(power_forms, "forms_pay", lambda *_: request.param)


@pytest.mark.parametrize("numbers", [2**22, 100])
def test_power_of_sources_is_added_to_each_group(way, monkeypatch, numbers):  # noqa: ARG001
    for name in ("NUMBERS", "FORMS", "SQUARES"):
        monkeypatch.setattr(power_forms, name, numbers)
    out = np.ones((N, 3, 11))
    power_of_sources(KERNEL)(GROUPED, 7, out[:, :2])
    np.testing.assert_allclose(out[:, 0], 1 + POWER, rtol=1e-12)
    np.testing.assert_allclose(out[:, 1], 1 + 4 * POWER_OF_FIRST, rtol=1e-12)
    np.testing.assert_array_equal(out[:, 2], 1)


def test_power_of_labels_is_the_mean_of_their_sources():
    labels = [np.arange(4), np.array([2, 30, 7])]
    out = np.zeros((2, 2, 11))
    power_of_labels(KERNEL, labels)(GROUPED, 7, out)
    for group, power in enumerate((POWER, 4 * POWER_OF_FIRST)):
        want = [power[rows].mean(axis=0) for rows in labels]
        np.testing.assert_allclose(out[:, group], want, rtol=1e-12)


@pytest.mark.parametrize("n", [1, 39, 100, 163])
def test_packed_products_and_forms_of_any_size_make_power(n):
    lines, samples = RNG.standard_normal((5, 3, n)), RNG.standard_normal((21, 4, n))
    packed = np.ones((21, packed_length(n)))
    add_products(samples, packed)
    power = square_forms(lines) @ (packed - 1).T
    want = np.einsum("scn,pkn->scpk", lines, samples) ** 2
    np.testing.assert_allclose(power, want.sum(axis=(1, 3)), rtol=1e-12)


def test_forms_pay_for_many_samples():
    assert forms_pay(KERNEL, 100, 200)
    assert not forms_pay(KERNEL, 100, 1)
    assert not forms_pay(KERNEL, 1, 10)
