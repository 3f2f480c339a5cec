"""Weighted sums and grand averages of evoked responses."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    InputError,
    MismatchError,
)
from leadfield.epochs.combine import combine_evoked, grand_average


def test_a_sum_has_the_noise_of_that_many_epochs(evoked):
    other = replace(evoked, nave=30)
    assert combine_evoked([evoked, other], [1, -1]).nave == pytest.approx(12)
    assert combine_evoked([evoked, other], "nave").nave == pytest.approx(50)


def test_channels_in_another_order_are_put_in_order(evoked):
    turned = evoked.pick(np.arange(7)[::-1])
    with pytest.warns(RuntimeWarning, match="different orders"):
        out = combine_evoked([evoked, turned], [1, -1])
    np.testing.assert_array_equal(out.data, 0)


def test_responses_that_do_not_fit_are_refused(evoked):
    with pytest.raises(MismatchError, match="'X' are in one"):
        combine_evoked([evoked, evoked.pick(np.arange(6))], "equal")
    with pytest.raises(MismatchError, match="same times"):
        combine_evoked([evoked, replace(evoked, first=0)], "equal")


@pytest.mark.parametrize(
    ("weights", "error"),
    [
        ("mean", InputError),
        ([1], InputError),
        ([0, 0], InputError),
        ([1, np.nan], DataError),
        (["a", "b"], ArgumentTypeError),
    ],
)
def test_weights_that_are_none_are_refused(evoked, weights, error):
    with pytest.raises(error, match="weight"):
        combine_evoked([evoked, evoked], weights)


def test_a_grand_average_is_over_shared_channels(evoked):
    mean = grand_average([evoked, evoked.pick(np.array([5, 2]))])
    assert mean.info.names == ("E1", "EOG")
    assert (mean.nave, mean.comment) == (2, "Grand average (n = 2)")
    with pytest.raises(MismatchError, match="share none"):
        grand_average([evoked.pick(np.array([0])), evoked.pick(np.array([1]))])
