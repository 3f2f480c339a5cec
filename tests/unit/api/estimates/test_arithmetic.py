"""Arithmetic of source estimates."""

import operator

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, MismatchError


class TestArithmetic:
    @pytest.mark.parametrize(
        "operation",
        [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow],
        ids=lambda f: f.__name__,
    )
    @pytest.mark.parametrize("other", [2.5, 3, np.float64(2), np.arange(1.0, 5)])
    def test_is_that_of_the_data(self, make_estimate, operation, other):
        stc = abs(make_estimate())
        np.testing.assert_allclose(operation(stc, other).data, operation(stc.data, other))

    @pytest.mark.parametrize(
        "operation", [operator.add, operator.sub, operator.mul, operator.truediv]
    )
    def test_goes_both_ways(self, make_estimate, operation):
        stc = make_estimate()
        for left in (2.0, np.float64(2), np.full(4, 2.0)):
            np.testing.assert_allclose(operation(left, stc).data, operation(2.0, stc.data))

    @pytest.mark.parametrize(
        "operation",
        [operator.iadd, operator.isub, operator.imul, operator.itruediv, operator.ipow],
        ids=lambda f: f.__name__,
    )
    def test_can_be_done_in_place(self, make_estimate, operation):
        stc = abs(make_estimate())
        data, before = stc.data, stc.data.copy()
        assert operation(stc, 2) is stc
        assert stc.data is data
        np.testing.assert_allclose(stc.data, operation(before, 2))

    def test_of_two_estimates_goes_source_by_source(self, make_estimate):
        one, other = make_estimate(), make_estimate() * 2
        np.testing.assert_allclose((one + other).data, 3 * one.data)
        np.testing.assert_allclose((other - one).data, one.data)
        one /= other
        np.testing.assert_allclose(one.data, 0.5)

    def test_knows_signs_and_roots(self, make_estimate):
        stc = make_estimate()
        np.testing.assert_array_equal((-stc).data, -stc.data)
        np.testing.assert_array_equal(abs(stc).data, np.abs(stc.data))
        np.testing.assert_allclose((stc**2).sqrt().data, np.abs(stc.data))
        assert +stc is stc

    @pytest.mark.parametrize(
        ("other", "error", "words"),
        [
            (["x"], ArgumentTypeError, "combine with numbers, arrays and estimates, got "),
            (np.ones((7, 4)), MismatchError, "must fit the data's shape"),
            (np.ones((2, 4, 4)), MismatchError, "must fit the data's shape"),
            ({"n_times": 3}, MismatchError, "got 4 and 3: crop one of them"),
            ({"vertices": [[1, 5], [2, 8]]}, MismatchError, "same vertices"),
            ({"subject": "ann"}, MismatchError, "of one subject"),
            ({"kind": "volume"}, MismatchError, "of one kind"),
        ],
    )
    def test_needs_what_fits(self, make_estimate, other, error, words):
        other = make_estimate(**other) if isinstance(other, dict) else other
        with pytest.raises(error, match=words):
            make_estimate() + other
