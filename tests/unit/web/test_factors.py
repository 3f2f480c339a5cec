"""Factors give the values back to a thousandth of the largest, in few bits."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.web.factors import LONGEST, TOLERANCE, factorise, quantise_columns


def waves(n_rows, n_times, rank, noise):
    rng = np.random.default_rng(1)
    values = rng.standard_normal((n_rows, rank)) * 0.7 ** np.arange(rank)
    return values @ rng.standard_normal((rank, n_times)) + noise * rng.standard_normal(
        (n_rows, n_times)
    )


@pytest.mark.parametrize(
    "values",
    [
        waves(300, 80, 20, 0.01),
        1e-11 * waves(300, 80, 3, 0.3),
        waves(5, 60, 4, 0.0),
        np.abs(waves(200, 100, 30, 1.0)),
        np.ones((4, 1)),
        np.eye(30),
    ],
)
def test_no_value_is_off_by_more_than_the_tolerance(values):
    error = np.abs(factorise(values).product - values).max()
    assert error <= 1.001 * TOLERANCE * np.abs(values).max()


def test_values_of_nothing_are_nothing():
    assert not factorise(np.zeros((3, 5))).product.any()


def test_few_waves_need_few_columns():
    factors = factorise(waves(400, 100, 6, 0.0))
    assert len(factors.courses) <= 7


def test_later_columns_have_eight_bits():
    columns = quantise_columns(waves(50, 40, 40, 0.0), n_fine=10)
    assert columns.fine.dtype == np.int16
    assert columns.fine.shape == (10, 50)
    assert columns.coarse.dtype == np.int8
    assert columns.coarse.shape == (30, 50)


def test_too_many_times_are_refused_with_what_to_do():
    with pytest.raises(InputError, match=r"at most 5000 times, got 5001: crop\(\)"):
        factorise(np.zeros((1, LONGEST + 1)))
