"""Courses of labels in volumes."""

import numpy as np
import pytest
import scipy

from leadfield.estimates.volume_label_courses import VolumeLabelPlan


@pytest.fixture
def weights():
    return scipy.sparse.csr_array(np.random.default_rng(0).random((5, 4)) - 0.5)


@pytest.mark.parametrize("shape", [(4, 6), (4, 3, 6)])
def test_the_largest_magnitude_of_each_labels_places_is_taken(weights, shape):
    plan = VolumeLabelPlan(mode="max", weights=weights, ends=np.array([0, 2, 2, 5]))
    data = np.random.default_rng(1).standard_normal(shape)
    places = np.abs(np.tensordot(weights.toarray(), data, 1))
    found = plan.courses(data)
    np.testing.assert_allclose(found[0], places[:2].max(axis=0))
    np.testing.assert_allclose(found[2], places[2:].max(axis=0))
    assert not found[1].any()
    assert plan.n_courses == 3


def test_means_are_sums_by_weights_of_single_precision_too(weights):
    plan = VolumeLabelPlan(mode="mean", weights=weights, ends=np.arange(6))
    data = np.random.default_rng(1).standard_normal((4, 6))
    np.testing.assert_allclose(plan.courses(data), weights @ data)
    assert plan.courses(data.astype(np.float32)).dtype == np.float32
