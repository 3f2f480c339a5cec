"""Spreading values over the cortex."""

import numpy as np
import pytest

from leadfield.base.errors import MismatchError
from leadfield.numerics.mesh import neighbours
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.scene.smoothing import iterated_smoothing, nearest_smoothing
from leadfield.scene.source_activity import HemisphereSources

VERTICES, TRIANGLES = icosahedron(2)
N = len(VERTICES)
SOURCES = np.array([40, 3, 90])


def test_no_steps_leave_values_at_their_sources():
    smoothing = iterated_smoothing(TRIANGLES, N, SOURCES, 0)
    values = smoothing(np.array([1.0, 2.0, 3.0]))
    assert values[SOURCES].tolist() == [1, 2, 3]
    assert smoothing.reached.sum() == np.count_nonzero(values) == 3


def test_one_step_takes_the_mean_of_neighbours_with_a_value():
    smoothing = iterated_smoothing(TRIANGLES, N, SOURCES, 1)
    edges = neighbours(TRIANGLES, N).toarray() + np.eye(N)
    counts = edges[:, SOURCES].sum(axis=1)
    expected = edges[:, SOURCES] @ [1.0, 2.0, 3.0] / np.maximum(counts, 1)
    assert np.allclose(smoothing(np.array([1.0, 2.0, 3.0])), expected, atol=1e-6)
    assert np.array_equal(smoothing.reached, counts > 0)


@pytest.mark.parametrize("steps", [1, 4, None])
def test_a_constant_stays_constant_where_it_reaches(steps):
    smoothing = iterated_smoothing(TRIANGLES, N, SOURCES, steps)
    assert np.allclose(smoothing(np.ones(3))[smoothing.reached], 1, atol=1e-6)


def test_none_reaches_every_vertex():
    assert iterated_smoothing(TRIANGLES, N, SOURCES, None).reached.all()


def test_the_nearest_source_in_whatever_order_gives_its_value():
    smoothing = nearest_smoothing(TRIANGLES, N, SOURCES)
    values = smoothing(np.array([1.0, 2.0, 3.0]))
    assert smoothing.reached.all()
    assert values[SOURCES].tolist() == [1, 2, 3]
    assert set(values.tolist()) == {1, 2, 3}


def test_all_times_are_spread_alike():
    smoothing = iterated_smoothing(TRIANGLES, N, SOURCES, 3)
    values = np.random.default_rng(0).normal(size=(3, 4))
    one_by_one = np.stack([smoothing(column) for column in values.T], axis=1)
    assert np.allclose(smoothing(values), one_by_one, atol=1e-6)


@pytest.mark.parametrize("make", [nearest_smoothing, lambda *a: iterated_smoothing(*a, 5)])
def test_without_sources_nothing_is_reached(make):
    smoothing = make(TRIANGLES, N, np.zeros(0, np.int64))
    assert not smoothing.reached.any()
    assert not smoothing(np.zeros(0)).any()


def sources(values):
    smoothing = iterated_smoothing(TRIANGLES, N, SOURCES, 1)
    return HemisphereSources(hemisphere="lh", vertices=SOURCES, values=values, smoothing=smoothing)


def test_between_samples_values_are_mixed():
    assert sources(np.array([[0.0, 4.0]] * 3)).at(0.25).tolist() == [1, 1, 1]


def test_moments_have_lengths():
    moments = np.zeros((3, 3, 1))
    moments[:, :2, 0] = 3.0, 4.0
    assert sources(moments).amplitudes(0).tolist() == [5, 5, 5]


def test_values_for_other_sources_are_refused():
    with pytest.raises(MismatchError, match="3 sources"):
        sources(np.zeros((2, 5)))


def test_values_that_are_not_finite_are_refused():
    with pytest.raises(ValueError, match="finite"):
        sources(np.full((3, 1), np.nan))
