"""Averages of forward models."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.forward.average import average_models
from leadfield.forward.orient import convert_orientations


@pytest.fixture
def models(problem):
    one = problem.forwards["surface"]
    one = replace(one, leadfield=one.leadfield.astype(np.float64))
    return [one, replace(one, leadfield=3 * one.leadfield)]


def test_weights_are_made_to_sum_to_one(models):
    found = average_models(models, np.array([1.0, 3.0]))
    np.testing.assert_allclose(found.leadfield, 2.5 * models[0].leadfield, rtol=1e-12)


def test_what_it_was_turned_from_is_averaged_too(models):
    options = {"surface_oriented": False, "fixed": True, "use_cps": False}
    found = average_models([convert_orientations(m, **options) for m in models], np.ones(2))
    assert found.origin is not None
    np.testing.assert_allclose(found.origin.leadfield, 2 * models[0].leadfield, rtol=1e-12)


def test_gradients_are_averaged_where_all_have_them(models):
    slope = np.ones((*models[0].leadfield.shape, 3))
    both = [replace(models[0], gradient=slope), replace(models[1], gradient=3 * slope)]
    average = average_models(both, np.ones(2)).gradient
    np.testing.assert_allclose(average, 2 * slope)
    assert average_models([both[0], models[1]], np.ones(2)).gradient is None


@pytest.mark.parametrize("weights", [[1.0], [1.0, -1.0], [0.0, 0.0], [np.nan, 1.0]])
def test_odd_weights_are_refused(models, weights):
    with pytest.raises(InputError, match="weights"):
        average_models(models, np.array(weights))


def test_models_that_differ_are_refused(models):
    one, weights = models[0], np.ones(2)
    turned = convert_orientations(one, surface_oriented=True, fixed=False, use_cps=False)
    with pytest.raises(MismatchError, match="same orientations"):
        average_models([one, turned], weights)
    with pytest.raises(MismatchError, match="same channels"):
        average_models([one, one.picked(one.info.names[::-1])], weights)
    fewer = one.restricted([np.arange(5), np.arange(10)])
    with pytest.raises(MismatchError, match=r"same sources.*20 and 15"):
        average_models([one, fewer], weights)
