"""Adjacency of sources."""

from dataclasses import replace

import numpy as np
import pytest
import scipy

from leadfield.base.errors import InputError, StateError
from leadfield.sources.adjacency import (
    adjacency_across_hemispheres,
    adjacency_by_distance,
    adjacency_by_triangles,
    adjacency_of_sources,
    over_time,
)
from leadfield.sources.distances import with_distances
from leadfield.sources.setup import cortical_sources
from leadfield.sources.space import Sources, SourceSpace, SpaceKind, VolumeGrid
from leadfield.sources.spacing import as_spacing


@pytest.fixture(scope="module")
def sources(little_subjects):
    return cortical_sources(little_subjects, "ann", as_spacing("oct2"), "white")


@pytest.fixture
def volume():
    """Three points in a row, and one above the first, on a grid of 3 x 2 x 2."""
    grid = VolumeGrid(shape=(3, 2, 2))
    return SourceSpace(
        kind=SpaceKind.VOLUME,
        positions=np.zeros((12, 3)),
        normals=np.zeros((12, 3)),
        vertices=np.array([0, 1, 2, 6]),
        grid=grid,
    )


def test_vertices_of_a_triangle_are_neighbours():
    found = adjacency_by_triangles(np.array([[0, 1, 2], [1, 3, 2]])).toarray()
    assert found.tolist() == [[1, 1, 1, 0], [1, 1, 1, 1], [1, 1, 1, 1], [0, 1, 1, 1]]


@pytest.mark.parametrize("triangles", [[[0, 1, 3]], [[1, 2, 3]]])
def test_a_part_of_a_surface_must_be_numbered_anew(triangles):
    with pytest.raises(InputError, match="remap_vertices=True"):
        adjacency_by_triangles(np.array(triangles))


def test_hemispheres_are_not_neighbours(sources):
    found = adjacency_of_sources(sources)
    n = sources.spaces[0].n_sources
    assert found.shape == (sources.n_sources,) * 2
    assert not found.tocsr()[:n, n:].nnz
    assert np.array_equal(found.toarray(), found.toarray().T)


def test_sources_left_out_leave_holes_and_a_warning(sources):
    left = sources.spaces[0]
    keep = np.delete(np.arange(left.n_sources), 4)
    few = Sources(spaces=(replace(left, vertices=left.vertices[keep]), sources.spaces[1]))
    with pytest.warns(RuntimeWarning, match="holes"):
        found = adjacency_of_sources(few)
    whole = adjacency_of_sources(sources).toarray()
    rows = np.delete(np.arange(sources.n_sources), 4)
    assert np.array_equal(found.toarray(), whole[np.ix_(rows, rows)])


def test_points_of_a_grid_are_neighbours_along_its_axes(volume):
    found = adjacency_of_sources(Sources(spaces=(volume,))).toarray()
    assert found.tolist() == [[1, 1, 0, 1], [1, 1, 1, 0], [0, 1, 1, 0], [1, 0, 0, 1]]


def test_surfaces_and_volumes_stand_side_by_side(sources, volume):
    both = adjacency_of_sources(Sources(spaces=(*sources.spaces, volume))).toarray()
    n = sources.n_sources
    assert both[n:, n:].sum() == 10
    assert not both[:n, n:].any()


def test_neither_triangles_nor_a_grid_is_an_error(sources, volume):
    bare = replace(sources.spaces[0], used_triangles=None)
    with pytest.raises(StateError, match="add_source_space_distances"):
        adjacency_of_sources(Sources(spaces=(bare,)))
    points = replace(volume, kind=SpaceKind.DISCRETE, grid=None)
    with pytest.raises(InputError, match="discrete"):
        adjacency_of_sources(Sources(spaces=(points,)))


def test_neighbours_by_distance_are_those_within_it(sources):
    known = with_distances(sources)
    found = adjacency_by_distance(known, 0.03).toarray()
    for place, space in enumerate(known.spaces):
        ways = space.distances[space.vertices][:, space.vertices].toarray()
        n = known.spaces[0].n_sources
        rows = slice(n * place, n * place + space.n_sources)
        assert np.array_equal(found[rows, rows], (ways > 0) & (ways <= 0.03))


def test_distances_must_be_known(sources):
    with pytest.raises(StateError, match="got none"):
        adjacency_by_distance(sources, 0.01)
    with pytest.warns(RuntimeWarning, match="known up to 0.02 m"):
        adjacency_by_distance(with_distances(sources, limit=0.02), 0.03)


def test_hemispheres_meet_in_a_straight_line(sources):
    left, right = (space.positions[space.vertices] for space in sources.spaces)
    near = scipy.spatial.distance.cdist(left, right) <= 0.03
    found = adjacency_across_hemispheres(sources, 0.03).toarray()
    n = len(left)
    assert near.any()
    assert np.array_equal(found[:n, n:], near)
    assert np.array_equal(found[n:, :n], near.T)
    assert not found[:n, :n].any()


def test_one_hemisphere_has_no_other(sources):
    with pytest.raises(InputError, match="both hemispheres"):
        adjacency_across_hemispheres(Sources(spaces=sources.spaces[:1]), 0.03)


def test_times_that_follow_are_neighbours():
    space = scipy.sparse.coo_array(np.array([[1, 1], [1, 0]]))
    found = over_time(space, 3).toarray()
    one, none, same = np.array([[1, 1], [1, 0]]), np.zeros((2, 2)), np.eye(2)
    assert np.array_equal(
        found, np.block([[one, same, none], [same, one, same], [none, same, one]])
    )
