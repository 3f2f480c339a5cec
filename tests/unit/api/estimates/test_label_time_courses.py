"""Label time courses of estimates."""

import numpy as np
import pytest

from leadfield.api.estimates.label_time_courses import extract_label_time_course
from leadfield.base.errors import ArgumentTypeError, MismatchError


class TestLabelCourses:
    @pytest.fixture
    def labels(self, make_label):
        return [make_label("lh", [1, 5]), make_label("rh", [9])]

    def test_of_one_label_need_no_list(self, make_estimate, labels):
        made_ = make_estimate().extract_label_time_course(labels[0], None, "mean")
        np.testing.assert_allclose(made_, make_estimate().data[:2].mean(axis=0)[None])

    def test_of_several_estimates_are_a_list_or_a_generator(self, make_estimate, labels):
        stcs = [make_estimate(), make_estimate() * 2]
        several = extract_label_time_course(stcs, labels, None, "mean")
        np.testing.assert_allclose(several[1], 2 * several[0])
        lazily = extract_label_time_course(iter(stcs), labels, None, "mean", return_generator=True)
        np.testing.assert_array_equal(next(lazily), several[0])

    def test_need_estimates_of_the_same_sources(self, make_estimate, labels):
        stcs = [make_estimate(), make_estimate(vertices=[[1, 6], [2, 9]])]
        with pytest.raises(MismatchError, match="all estimates must have the same sources"):
            extract_label_time_course(stcs, labels, None, "mean")
        with pytest.raises(ArgumentTypeError, match="must be a source estimate, got int"):
            extract_label_time_course([3], labels, None, "mean")
