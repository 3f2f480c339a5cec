"""Adjacency and distances of sources as users ask for them."""

import numpy as np
import pytest

from leadfield.api.sources.adjacency import (
    spatial_dist_adjacency,
    spatial_inter_hemi_adjacency,
    spatial_src_adjacency,
    spatial_tris_adjacency,
    spatio_temporal_src_adjacency,
    spatio_temporal_tris_adjacency,
)
from leadfield.api.sources.distances import add_source_space_distances
from leadfield.api.sources.setup import setup_source_space
from leadfield.base.errors import ArgumentTypeError, InputError, StateError
from leadfield.sources.space import Sources, SourceSpace, SpaceKind


@pytest.fixture
def src(little_subjects):
    return setup_source_space("ann", "oct2", subjects_dir=little_subjects, add_dist=False)


@pytest.fixture
def points():
    places = np.zeros((3, 3))
    space = SourceSpace(
        kind=SpaceKind.DISCRETE, positions=places, normals=places, vertices=np.arange(3)
    )
    return Sources(spaces=(space,))


def test_distances_are_added_in_place_and_not_to_a_copy(src):
    copy = src.copy()
    assert add_source_space_distances(src) is src
    assert src[0]["dist"] is not None
    assert copy[0]["dist"] is None


def test_a_limit_must_be_a_distance(src, points):
    with pytest.raises(InputError, match="dist_limit must be at least 0"):
        add_source_space_distances(src, -0.1)
    with pytest.raises(ArgumentTypeError, match="dist_limit"):
        add_source_space_distances(src, "far")
    with pytest.raises(StateError, match="discrete source space"):
        add_source_space_distances(points)


def test_all_of_a_map_over_time_is_there(src):
    n = spatial_src_adjacency(src).shape[0]
    found = spatio_temporal_src_adjacency(src, 4)
    assert found.shape == (4 * n, 4 * n)
    assert found.nnz == 4 * spatial_src_adjacency(src).nnz + 2 * 3 * n


@pytest.mark.parametrize(("n_times", "error"), [(0, InputError), (2.5, ArgumentTypeError)])
def test_there_must_be_a_time(src, n_times, error):
    with pytest.raises(error, match="n_times"):
        spatio_temporal_src_adjacency(src, n_times)


def test_distances_must_be_known(src):
    with pytest.raises(StateError, match="add_source_space_distances"):
        spatial_dist_adjacency(src, 0.02)
    with pytest.raises(InputError, match="dist must be at least 0"):
        spatial_inter_hemi_adjacency(src, -1.0)


def test_points_have_no_neighbours(points):
    with pytest.raises(InputError, match="discrete"):
        spatial_src_adjacency(points)
    with pytest.raises(InputError, match="dist must be None"):
        spatial_src_adjacency(points, 0.01)


def test_a_part_of_a_surface_is_numbered_anew_if_asked():
    with pytest.raises(InputError, match="remap_vertices"):
        spatial_tris_adjacency([[5, 6, 9]])
    assert (
        spatial_tris_adjacency([[5, 6, 9]], remap_vertices=True).toarray().tolist() == [[1] * 3] * 3
    )


@pytest.mark.parametrize(
    ("tris", "error"),
    [([[0, 1]], ArgumentTypeError), ([[0, 1, 2.5]], ArgumentTypeError), ([[0, 1, -2]], InputError)],
)
def test_triangles_are_three_vertices(tris, error):
    with pytest.raises(error, match="tris"):
        spatio_temporal_tris_adjacency(tris, 1)
