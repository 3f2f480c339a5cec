"""Sources on grids inside bounds and structures."""

import nibabel
import numpy as np
import pytest

from leadfield.forward.brain_bounds import bounds_of_sphere
from leadfield.forward.volume_sources import GridOptions, grid_sources
from leadfield.sources.points import point_sources
from leadfield.sources.space import SpaceKind


@pytest.fixture
def bounds():
    return bounds_of_sphere(np.array([0.0, 0.0, 0.01]), 0.06)


@pytest.fixture
def image(tmp_path):
    """One half is 1, the other 2."""
    values = np.ones((40, 40, 40), np.uint8)
    values[20:] = 2
    path = tmp_path / "halves.mgz"
    to_mri = np.array([[-4.0, 0, 0, 80], [0, 0, 4, -80], [0, -4, 0, 80], [0, 0, 0, 1]])
    nibabel.save(nibabel.MGHImage(values, to_mri), path)
    return path


def options(**changes):
    known = {"spacing": 0.01, "margin": 0.0, "hole": 0.0, "image": None, "structures": None}
    return GridOptions(**{**known, "joined": False, "interpolated": True, **changes})


def test_sources_are_between_the_hole_and_the_margin(bounds):
    sources = grid_sources(bounds, options(hole=0.02, margin=0.01), "ann")
    from_centre = np.linalg.norm(sources.positions - bounds.centre, axis=1)
    assert from_centre.min() >= 0.02
    assert from_centre.max() <= 0.05
    assert sources.kind == "discrete"
    assert sources.subject == "ann"


def test_structures_share_the_grid_and_part_its_points(bounds, image):
    whole = grid_sources(bounds, options(image=image), None)
    sources = grid_sources(bounds, options(image=image, structures={"a": 2, "b": 1}), None)
    left, right = sources.spaces
    assert [one.grid.segment for one in sources.spaces] == ["a", "b"]
    assert np.shares_memory(left.positions, right.positions)
    assert len(np.intersect1d(left.vertices, right.vertices)) == 0
    np.testing.assert_array_equal(
        np.union1d(left.vertices, right.vertices), whole.spaces[0].vertices
    )
    assert left.positions[left.vertices, 0].max() < right.positions[right.vertices, 0].min()


def test_joined_structures_are_one_space(bounds, image):
    made = options(image=image, structures={"a": 1, "b": 2}, joined=True)
    (space,) = grid_sources(bounds, made, None).spaces
    assert space.kind is SpaceKind.VOLUME
    assert space.grid.segment == "a+b"
    assert space.n_sources == grid_sources(bounds, options(), None).n_sources


def test_voxels_get_the_values_of_the_points_around_them(bounds, image):
    (space,) = grid_sources(bounds, options(image=image), None).spaces
    grid = space.grid
    seen = grid.interpolator @ space.positions
    voxels = np.stack(np.unravel_index(np.arange(40**3), (40, 40, 40), order="F"), axis=1)
    places = grid.voxel_to_mri.points(voxels.astype(float))
    whole = np.abs(grid.interpolator.sum(axis=1) - 1) < 1e-12
    assert whole.sum() > 10_000
    np.testing.assert_allclose(seen[whole], places[whole], atol=1e-12)


def test_single_points_are_where_they_are_put():
    places = np.eye(3)
    (space,) = point_sources(places, places, subject="ann").spaces
    np.testing.assert_array_equal(space.positions[space.vertices], places)
    assert space.kind is SpaceKind.DISCRETE
