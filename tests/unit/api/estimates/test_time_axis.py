"""Transforms of the time courses of estimates."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError


class TestTransforms:
    def test_keep_sources_and_times_that_were_asked_for(self, make_estimate):
        stc = make_estimate()
        other = stc.transform(lambda x: 2 * x, idx=[1, 3], tmin=0, tmax=100, copy=True)
        assert [v.tolist() for v in other.vertices] == [[5], [9]]
        np.testing.assert_allclose(other.data, 2 * stc.data[[1, 3], 1:3])
        np.testing.assert_allclose(other.times, [0, 0.1], atol=1e-12)

    def test_change_the_estimate_itself_unless_told(self, make_estimate):
        stc = make_estimate()
        assert stc.transform(np.abs) is stc
        assert (stc.data >= 0).all()

    def test_that_return_their_argument_copy_it(self, make_estimate):
        stc = make_estimate()
        other = stc.transform(lambda x: x, copy=True)
        other.data[:] = 0
        assert stc.data.all()

    def test_may_make_several_of_one(self, make_estimate):
        stc = make_estimate()
        several = stc.transform(lambda x: np.stack([x, -x], axis=-1), copy=True)
        np.testing.assert_array_equal(several[1].data, -stc.data)
        with pytest.raises(InputError, match="copy must be True"):
            stc.transform(lambda x: np.stack([x, -x], axis=-1))

    def test_need_a_sample(self, make_estimate):
        with pytest.raises(InputError, match="at least one sample"):
            make_estimate().transform(np.abs, tmin=900)

    def test_by_a_function_of_each_course_keep_their_shape(self, make_estimate):
        stc = make_estimate()
        expected = stc.data.copy()
        expected[[0, 2]] -= expected[[0, 2]].mean(axis=1, keepdims=True)
        assert stc.apply_function(lambda x: x - x.mean(), picks=[0, 2]) is stc
        np.testing.assert_allclose(stc.data, expected)
        with pytest.raises(MismatchError, match=r"must return an array of shape \(4,\)"):
            stc.apply_function(lambda x: x[1:])
        with pytest.raises(ArgumentTypeError, match="give dtype=complex128"):
            stc.apply_function(lambda x: 1j * x)
        with pytest.raises(InputError, match="numbers of the 4 sources"):
            stc.apply_function(np.abs, picks=[4])
        with pytest.raises(ArgumentTypeError, match="must be a function"):
            stc.apply_function("mean")

    def test_may_change_the_precision(self, make_estimate):
        assert (
            make_estimate().apply_function(np.negative, dtype=np.complex128).data.dtype
            == np.complex128
        )

    def test_of_the_baseline_are_made_in_place(self, make_estimate):
        stc = make_estimate()
        assert stc.apply_baseline((None, 0)) is stc
        np.testing.assert_allclose(stc.data[:, :2].mean(axis=1), 0, atol=1e-15)
