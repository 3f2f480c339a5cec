"""Explained variance and residual."""

import numpy as np

from leadfield.estimates.explained_variance import (
    localize_and_explain,
    subtract_explained,
)
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.spatial_filter import (
    localize_evoked,
)


def test_residual_and_prediction_make_the_data(little_inverse, make_kernel, make_evoked):
    made = little_inverse()
    kernel, response = make_kernel(made), make_evoked(made)
    _, _, explanation = localize_and_explain(kernel, minimum_norm_filter(kernel), response)
    left = subtract_explained(kernel, response, explanation)
    np.testing.assert_allclose(left.data + explanation.predicted, response.data, atol=1e-14)


def test_an_explained_map_is_that_of_the_filter(little_inverse, make_kernel, make_evoked):
    made = little_inverse()
    kernel, response = make_kernel(made), make_evoked(made)
    spatial_filter = minimum_norm_filter(kernel)
    data, _, _ = localize_and_explain(kernel, spatial_filter, response)
    np.testing.assert_array_equal(data, localize_evoked(spatial_filter, response)[0])


def test_silence_has_nothing_to_explain(little_inverse, make_kernel, make_evoked):
    made = little_inverse()
    silent = make_evoked(made, data=np.zeros((9, 2)))
    kernel = make_kernel(made)
    data, _, explanation = localize_and_explain(kernel, minimum_norm_filter(kernel), silent)
    assert explanation.share is None
    assert not data.any()
