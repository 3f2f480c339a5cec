"""Shortest paths along edges: the same as SciPy finds."""

import numpy as np
import pytest
import scipy

from leadfield.numerics.mesh import edge_lengths
from leadfield.numerics.mesh_paths import nearest_along_edges
from leadfield.numerics.mesh_sphere import icosahedron


def crumpled(grade, seed=0):
    """A closed surface no two of whose edges are as long."""
    vertices, triangles = icosahedron(grade)
    return vertices * np.random.default_rng(seed).uniform(0.5, 1.5, vertices.shape), triangles


def by_scipy(vertices, triangles, starts):
    distances, _, nearest = scipy.sparse.csgraph.dijkstra(
        edge_lengths(vertices, triangles), indices=starts, min_only=True, return_predecessors=True
    )
    return nearest, distances


@pytest.mark.parametrize("n_starts", [1, 7, 200])
def test_finds_what_dijkstra_s_search_finds(n_starts):
    vertices, triangles = crumpled(4)
    starts = np.sort(np.random.default_rng(n_starts).choice(len(vertices), n_starts, replace=False))
    nearest, distances, sure = nearest_along_edges(vertices, triangles, starts)
    wanted, lengths = by_scipy(vertices, triangles, starts)
    assert sure
    assert np.array_equal(nearest, wanted)
    assert distances == pytest.approx(lengths, rel=1e-14)


def test_a_border_is_walked_along_both_ways():
    vertices, triangles = crumpled(3)
    open_ones = triangles[vertices[triangles].mean(axis=1)[:, 2] > -0.3]
    used = np.unique(open_ones)
    starts = used[[0, 50, -1]]
    nearest, distances, sure = nearest_along_edges(vertices, open_ones, starts)
    wanted, lengths = by_scipy(vertices, open_ones, starts)
    assert sure
    assert np.array_equal(nearest[used], wanted[used])
    assert distances == pytest.approx(lengths, rel=1e-14)


def test_where_no_path_leads_there_is_no_nearest():
    vertices, triangles = crumpled(1)
    two = np.concatenate([vertices, vertices + 9]), np.concatenate([triangles, triangles + 42])
    nearest, distances, _ = nearest_along_edges(*two, np.array([5]))
    assert (nearest[:42] == 5).all()
    assert (nearest[42:] == -1).all()
    assert np.isinf(distances[42:]).all()


def test_two_starts_that_are_equally_near_are_told():
    square = np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]])
    triangles = np.array([[0, 1, 2], [0, 2, 3]])
    *_, sure = nearest_along_edges(square, triangles, np.array([0, 2]))
    assert not sure


def test_a_start_has_itself():
    vertices, triangles = crumpled(2)
    starts = np.array([3, 8, 90])
    nearest, distances, _ = nearest_along_edges(vertices, triangles, starts)
    assert np.array_equal(nearest[starts], starts)
    assert not distances[starts].any()
