"""Patches: whose points they are, and their mean normals."""

import numpy as np
import pytest

from leadfield.sources.patches import patch_normals, patches
from leadfield.sources.space import LEFT, SourceSpace, SpaceKind


@pytest.fixture
def space():
    """Sources 1 and 4 among five points; point 2 belonged to a source that was lost."""
    normals = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 1]])
    return SourceSpace(
        kind=SpaceKind.SURFACE,
        positions=np.zeros((5, 3)),
        normals=normals,
        vertices=np.array([1, 4]),
        surface=LEFT,
        nearest=np.array([1, 1, 2, 4, 4]),
        nearest_distances=np.zeros(5),
    )


def test_a_patch_has_the_mean_normal_of_its_points(space):
    expected = np.array([[1.0, 1, 0], [0, 0, np.sqrt(2)]]) / np.sqrt(2)
    np.testing.assert_allclose(patch_normals(space), expected, atol=1e-15)


def test_without_patches_sources_have_their_own_normals(space):
    bare = SourceSpace(
        kind=space.kind, positions=space.positions, normals=space.normals, vertices=space.vertices
    )
    np.testing.assert_array_equal(patch_normals(bare), space.normals[[1, 4]])
    assert patches(bare) is None


def test_a_source_whose_patch_is_gone_has_its_own_normal(space):
    lost = SourceSpace(
        kind=space.kind,
        positions=space.positions,
        normals=space.normals,
        vertices=np.array([0, 4]),
        nearest=space.nearest,
    )
    np.testing.assert_allclose(patch_normals(lost)[0], space.normals[0])


def test_patches_share_out_all_points(space):
    found, places = patches(space)
    np.testing.assert_array_equal(np.sort(np.concatenate(found)), np.arange(5))
    np.testing.assert_array_equal(found[places[0]], [0, 1])
    np.testing.assert_array_equal(found[places[1]], [3, 4])
