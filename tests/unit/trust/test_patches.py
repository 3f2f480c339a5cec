from dataclasses import replace

import numpy as np
import pytest

from leadfield.sources.space import Sources
from leadfield.trust.patches import patch_means, source_directions
from leadfield.trust.scan import white_leads


def with_places(model, positions, normals):
    """The operator with the left hemisphere's sources moved."""
    left, right = model.sources.spaces
    places, ways = left.positions.copy(), left.normals.copy()
    places[left.vertices], ways[left.vertices] = positions, normals
    moved = replace(left, positions=places, normals=ways)
    return replace(model, sources=Sources(spaces=(moved, right)))


@pytest.mark.parametrize("constraint", ["fixed", "loose"])
def test_a_mean_is_over_near_sources_that_face_the_same_way(little, constraint):
    model = little(constraint).model
    up = [0.0, 0.0, 1.0]
    # Near and facing, near and not, far and facing.
    positions = [[0, 0, 0], [0.005, 0, 0], [0, 0.005, 0], [0, 0, 0.02]]
    model = with_places(model, positions, [up, up, [0, 0, -1], up])
    leads = white_leads(model)
    axes = np.ones((9, 1, 1))
    if model.free:
        axes = model.orientations.reshape(9, 3, 3).swapaxes(1, 2)
    fields = axes @ leads
    found = patch_means(model, leads)
    np.testing.assert_allclose(found[0], (fields[0] + fields[1]) / 2, rtol=1e-12)
    np.testing.assert_allclose(found[2:4], fields[2:4], rtol=1e-12)


def test_a_point_of_a_volume_is_its_own_patch(little):
    model = little("volume").model
    leads = white_leads(model)
    fields = model.orientations.reshape(-1, 3, 3).swapaxes(1, 2) @ leads
    np.testing.assert_allclose(patch_means(model, leads), fields, rtol=1e-12)


def test_directions_are_unit_vectors_whose_weights_add_up_to_one(little, constraint):
    found = source_directions(little(constraint).model)
    used = found.weights > 0
    np.testing.assert_allclose(np.linalg.norm(found.vectors, axis=2)[used], 1)
    np.testing.assert_allclose(found.weights.sum(axis=1), 1)


def test_directions_on_a_cortex_lie_around_the_normal(little):
    model = little("loose").model
    found = source_directions(model)
    along = np.einsum("ijk,ik->ij", found.vectors[:, :5], model.sources.normals)
    np.testing.assert_allclose(along[:, 0], 1)
    np.testing.assert_allclose(along[:, 1:], np.cos(np.deg2rad(17)))


def test_directions_in_a_volume_prefer_none(little):
    found = source_directions(little("volume").model)
    spread = np.einsum("d,da,db->ab", found.weights[0], found.vectors[0], found.vectors[0])
    np.testing.assert_allclose(spread, np.eye(3) / 3, atol=1e-12)
