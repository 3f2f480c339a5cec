"""Steps down."""

import numpy as np
import pytest

from leadfield.statistics.step_down import compare_in_steps


@pytest.mark.parametrize("tail", [-1, 0, 1])
def test_each_step_leaves_out_what_the_last_one_found(tail):
    sign = tail or 1
    sizes, steps = sign * np.array([9.0, 5.0, 1.0]), []

    def largest(gone):
        steps.append(gone.tolist())
        return sign * np.full(9, max(8.0 - 4 * gone.sum(), 0))

    p, null = compare_in_steps(
        sizes, tail, largest, lambda found: np.isin(np.arange(3), found), level=0.2
    )
    assert steps == [[False] * 3, [True, False, False], [True, True, False], [True] * 3]
    np.testing.assert_array_equal(p, [0.1, 0.1, 0.1])
    assert null[0] == sign * 9


def test_no_level_makes_one_step():
    p, _ = compare_in_steps(
        np.array([9.0, 1.0]), 0, lambda _: np.full(3, 5.0), lambda _: np.zeros(2, bool), level=0
    )
    np.testing.assert_array_equal(p, [0.25, 1.0])
