"""Source spaces made from surfaces: what holds of any, and what is refused."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.freesurfer.surface import read_surface, write_surface
from leadfield.numerics.mesh import edge_lengths
from leadfield.sources.distances import with_distances, with_distances_and_patches, with_patches
from leadfield.sources.setup import cortical_sources
from leadfield.sources.space import LEFT, RIGHT
from leadfield.sources.spacing import as_spacing


def sources(folder, spacing):
    return cortical_sources(folder, "ann", as_spacing(spacing), "white")


def test_there_is_a_space_for_each_hemisphere_in_metres(little_subjects):
    made = sources(little_subjects, "oct3")
    assert [s.surface for s in made.spaces] == [LEFT, RIGHT]
    assert made.subject == "ann"
    assert [s.n_sources for s in made.spaces] == [66, 66]
    mesh = read_surface(little_subjects / "ann" / "surf" / "lh.white")
    np.testing.assert_allclose(made.spaces[0].positions, mesh.vertices / 1000)


def test_used_triangles_join_sources(little_subjects):
    for space in sources(little_subjects, "ico1").spaces:
        assert np.array_equal(np.unique(space.used_triangles), space.vertices)
        assert len(space.used_triangles) == 80


def test_all_vertices_can_be_sources(little_subjects):
    left, right = sources(little_subjects, "all").spaces
    assert (left.n_sources, right.n_sources) == (500, 550)
    assert left.used_triangles is None


def test_a_wider_spacing_leaves_fewer_sources(little_subjects):
    counts = [sources(little_subjects, mm).n_sources for mm in (2, 3, 5)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 2


def test_a_source_wanted_twice_moves_to_a_neighbour(little_subjects):
    # 162 places among 500 irregular vertices: some meet.
    for space in sources(little_subjects, "ico2").spaces:
        assert space.n_sources == 162


def test_each_point_belongs_to_the_source_nearest_along_the_surface(little_subjects):
    space = with_patches(sources(little_subjects, "oct2")).spaces[0]
    edges = edge_lengths(space.positions, space.triangles)
    ways = scipy.sparse.csgraph.dijkstra(edges, indices=space.vertices)
    np.testing.assert_allclose(space.nearest_distances, ways.min(axis=0))
    assert np.array_equal(space.nearest, space.vertices[ways.argmin(axis=0)])


@pytest.mark.parametrize("n_jobs", [None, 2])
def test_distances_are_those_between_all_sources(little_subjects, n_jobs):
    space = with_distances(sources(little_subjects, "oct2"), n_jobs=n_jobs).spaces[0]
    edges = edge_lengths(space.positions, space.triangles)
    ways = scipy.sparse.csgraph.dijkstra(edges, indices=space.vertices)[:, space.vertices]
    kept = space.distances[space.vertices][:, space.vertices].toarray()
    np.testing.assert_allclose(kept, ways, rtol=1e-6)
    assert space.distance_limit == np.inf


def test_distances_beyond_the_limit_are_left_out(little_subjects):
    whole = with_distances(sources(little_subjects, "oct2")).spaces[0].distances.toarray()
    near = with_distances(sources(little_subjects, "oct2"), limit=0.03).spaces[0]
    np.testing.assert_array_equal(near.distances.toarray(), np.where(whole <= 0.03, whole, 0))
    assert near.distance_limit == 0.03


def test_patches_come_with_distances_if_the_limit_reaches_every_point(little_subjects):
    plain = sources(little_subjects, "oct2")
    farthest = max(space.nearest_distances.max() for space in with_patches(plain).spaces)
    short = with_distances_and_patches(plain, limit=0.9 * farthest)
    assert [space.nearest for space in short.spaces] == [None, None]
    long = with_distances_and_patches(plain, limit=1.1 * farthest).spaces[0]
    assert np.array_equal(long.nearest, with_patches(plain).spaces[0].nearest)


def test_a_limit_of_nothing_leaves_patches_alone(little_subjects):
    known = with_distances_and_patches(sources(little_subjects, "oct2"))
    space = with_distances_and_patches(known, limit=0).spaces[0]
    assert (space.distances, space.distance_limit) == (None, None)
    assert space.nearest is not None


@pytest.mark.parametrize(
    ("spacing", "error"),
    [
        ("oct0", InputError),
        ("ico8", InputError),
        ("icosahedron", InputError),
        ("", InputError),
        (1, InputError),
        (2.5, ArgumentTypeError),
        (True, ArgumentTypeError),
        (None, ArgumentTypeError),
    ],
)
def test_a_spacing_that_is_none_is_refused(spacing, error):
    with pytest.raises(error, match="spacing"):
        as_spacing(spacing)


def test_more_sources_than_vertices_are_refused(little_subjects):
    with pytest.raises(MismatchError, match="at most 500 sources, got 642"):
        sources(little_subjects, "ico3")


def test_a_crowd_that_leaves_no_room_is_refused(little_subjects):
    with pytest.raises(MismatchError, match="all neighbours taken"):
        sources(little_subjects, "oct4")


def test_the_sphere_must_be_the_surfaces_own(little_subjects, tmp_path):
    surf = tmp_path / "ann" / "surf"
    surf.mkdir(parents=True)
    home = little_subjects / "ann" / "surf"
    write_surface(surf / "lh.white", read_surface(home / "lh.white"))
    write_surface(surf / "lh.sphere", read_surface(home / "rh.sphere"))
    with pytest.raises(MismatchError, match="500 vertices, got 550"):
        sources(tmp_path, "oct2")
