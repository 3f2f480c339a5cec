"""Weights of sources at vertices paint what the smoothing paints."""

import numpy as np
import pytest

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.scene.smoothing import iterated_smoothing, nearest_smoothing
from leadfield.web.payload import ArrayStore
from leadfield.web.weights import MOST, vertex_weights

VERTICES, TRIANGLES = icosahedron(3)
SOURCES = np.sort(np.random.default_rng(0).permutation(len(VERTICES))[:160])


@pytest.mark.parametrize("steps", [0, 1, 3, 6, None])
def test_painted_values_are_those_of_the_smoothing(steps):
    smoothing = iterated_smoothing(TRIANGLES, len(VERTICES), SOURCES, steps)
    values = np.random.default_rng(1).random(len(SOURCES)) + 1
    painted = vertex_weights(smoothing, len(SOURCES)).paint(values)
    wanted = smoothing(values)
    np.testing.assert_allclose(painted, wanted, atol=0.03 * wanted.max())
    np.testing.assert_array_equal(painted == 0, ~smoothing.reached)


def test_with_all_sources_kept_only_rounding_differs():
    smoothing = iterated_smoothing(TRIANGLES, len(VERTICES), SOURCES, 6)
    values = np.random.default_rng(1).random(len(SOURCES)) + 1
    painted = vertex_weights(smoothing, len(SOURCES), most=200).paint(values)
    np.testing.assert_allclose(painted, smoothing(values), rtol=0.01)


def test_nearest_sources_are_taken_as_they_are():
    smoothing = nearest_smoothing(TRIANGLES, len(VERTICES), SOURCES)
    weights = vertex_weights(smoothing, len(SOURCES))
    values = np.random.default_rng(1).standard_normal(len(SOURCES))
    np.testing.assert_allclose(weights.paint(values), smoothing(values), rtol=1e-6)


def test_no_vertex_keeps_more_sources_than_said(unpack):
    smoothing = iterated_smoothing(TRIANGLES, len(VERTICES), SOURCES, None)
    weights = vertex_weights(smoothing, len(SOURCES))
    assert 1 <= weights.counts.min() <= weights.counts.max() <= MOST
    store = ArrayStore()
    entry = weights.store(store)
    read = unpack(store.pack({}))
    np.testing.assert_array_equal(read.array(entry["indices"]), weights.sources)
    assert read.array(entry["counts"]).sum() == len(weights.sources)


def test_a_hemisphere_without_sources_stays_unpainted():
    smoothing = iterated_smoothing(TRIANGLES, len(VERTICES), SOURCES[:0], 3)
    assert not vertex_weights(smoothing, 0).counts.any()
