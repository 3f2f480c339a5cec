"""Shares of a null distribution."""

import numpy as np
import pytest

from leadfield.statistics.share import share_beyond

NULL = np.array([3.0, -1.0, 2.0, -2.5])


@pytest.mark.parametrize(
    ("tail", "expected"), [(1, [0.25, 0.5, 1.0]), (-1, [1.0, 0.75, 0.25]), (0, [0.25, 0.75, 0.5])]
)
def test_shares_are_counted(tail, expected):
    found = share_beyond(np.array([3.0, 2.0, -2.5]), NULL, tail)
    np.testing.assert_array_equal(found, expected)


def test_equal_but_for_rounding_is_as_extreme():
    assert share_beyond(np.array([3.0 * (1 + 1e-13)]), NULL, 1) == 0.25


def test_without_a_statistic_everything_is_as_extreme():
    assert share_beyond(np.array([np.nan]), NULL, 0) == 1


def test_infinite_statistics_are_as_extreme_as_each_other():
    null = np.array([np.inf, 1.0, 2.0, 3.0])
    np.testing.assert_array_equal(share_beyond(np.array([np.inf, 5.0]), null, 1), [0.25, 0.25])
