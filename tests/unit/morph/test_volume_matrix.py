"""Matrices along registrations: linear interpolation keeps what is linear in space."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.morph.registration import ImageGrid, Registration, RegistrationSettings
from leadfield.morph.volume_matrix import VolumePath, path_matrix, reached_points
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.grid import along_axes
from leadfield.sources.space import VolumeGrid
from leadfield.sources.voxels import voxel_weights

SHAPE, VOXELS = (6, 6, 7), (20, 18, 22)
TO_MRI = np.array([[0.01, 0, 0, -0.02], [0, 0.01, 0, -0.03], [0, 0, 0.01, -0.01], [0, 0, 0, 1]])
SHIFT = np.array([3.0, -2.0, 4.0])  # mm
EVERYWHERE = np.arange(np.prod(SHAPE))


def voxel_to_mri():
    found = np.diag([0.004, 0.004, 0.004, 1])
    found[:3, 3] = [-0.03, -0.04, -0.02]
    return found


def a_grid(**changes):
    """A grid of 10 mm in an MRI of voxels of 4 mm, in scanner coordinates that are the MRI's."""
    to_grid = np.linalg.inv(TO_MRI) @ voxel_to_mri()
    used = np.ones(len(EVERYWHERE), bool)
    options = {
        "shape": SHAPE,
        "grid_to_mri": Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=TO_MRI),
        "voxel_to_mri": Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=voxel_to_mri()),
        "mri_to_ras": Transform(source=Frame.MRI, target=Frame.RAS, matrix=np.eye(4)),
        "interpolator": voxel_weights(SHAPE, used, to_grid, VOXELS),
        "mri_shape": VOXELS,
    }
    return VolumeGrid(**{**options, **changes})


def an_image(size, shape=(16, 14, 17)):
    to_scanner = np.diag([size, size, size, 1])
    to_scanner[:3, 3] = [-28, -36, -18]
    return ImageGrid(shape=shape, to_scanner=to_scanner)


def a_path(*, affine=None, warp=None, target=None):
    image = an_image(5.0)
    fields = {}
    if warp is not None:
        field = np.broadcast_to(np.float32(warp), (*image.shape, 3))
        fields = {"warp": field, "warp_back": -field}
    registration = Registration(
        moved=image, onto=image, affine=np.eye(4) if affine is None else affine, **fields
    )
    settings = RegistrationSettings(sizes=(5.0, 5, 5))
    return VolumePath(grid=a_grid(), registration=registration, settings=settings, target=target)


def places(image, points):
    """Scanner coordinates in mm."""
    return along_axes(points, image.shape) @ image.to_scanner[:3, :3].T + image.to_scanner[:3, 3]


def linear(positions):
    return positions @ [0.3, -1.1, 0.7] + 5


SOURCES = 1e3 * (along_axes(EVERYWHERE, SHAPE) @ TO_MRI[:3, :3].T + TO_MRI[:3, 3])
TARGET = ImageGrid(shape=(3, 2, 3), to_scanner=np.diag([5.0, 5, 5, 1]))
MOVE = np.eye(4)
MOVE[:3, 3] = SHIFT


@pytest.mark.parametrize(
    ("options", "shift"),
    [
        ({}, 0),
        ({"affine": MOVE}, SHIFT),
        ({"warp": SHIFT}, SHIFT),
        ({"target": replace(TARGET, to_scanner=np.diag([3.0, 3, 3, 1]))}, 0),
    ],
)
def test_values_linear_in_space_stay_so(options, shift):
    path = a_path(**{"target": TARGET, **options})
    points = np.arange(np.prod(path.end.shape))
    matrix = path_matrix(path, EVERYWHERE, points)
    expected = linear(places(path.end, points) + shift)
    np.testing.assert_allclose(matrix @ linear(SOURCES), expected, atol=1e-5)
    np.testing.assert_allclose(matrix.sum(axis=1), 1)


def test_rows_do_not_depend_on_how_many_are_made_at_once(monkeypatch):
    path, points = a_path(affine=MOVE), np.arange(0, 3000, 7)
    whole = path_matrix(path, EVERYWHERE[3:90], points).toarray()
    monkeypatch.setattr("leadfield.morph.volume_matrix.AT_ONCE", 10)
    np.testing.assert_array_equal(path_matrix(path, EVERYWHERE[3:90], points).toarray(), whole)


def test_reached_are_those_with_weights():
    path = a_path()
    matrix, reached = reached_points(path, EVERYWHERE[:40])
    whole = path_matrix(path, EVERYWHERE[:40], np.arange(np.prod(path.end.shape)))
    np.testing.assert_array_equal(reached, np.flatnonzero(whole.sum(axis=1)))
    assert 0 < len(reached) < whole.shape[0]
    np.testing.assert_array_equal(matrix.toarray(), whole[reached].toarray())


def test_no_targets_give_no_rows():
    assert path_matrix(a_path(), EVERYWHERE, np.empty(0, np.int64)).shape == (0, len(EVERYWHERE))


def test_points_beyond_a_grid_are_refused():
    with pytest.raises(InputError, match="targets must be numbers of the 18 points"):
        path_matrix(a_path(target=TARGET), EVERYWHERE, np.array([3, 18]))
    with pytest.raises(InputError, match="sources must be numbers of the 252 points"):
        path_matrix(a_path(), np.array([-1]), np.array([3]))


def test_sources_that_do_not_fill_voxels_are_refused():
    path = replace(a_path(), grid=a_grid(interpolator=None))
    with pytest.raises(StateError, match="add_interpolator=True"):
        path_matrix(path, EVERYWHERE, np.arange(3))
    with pytest.raises(MismatchError, match=r"an interpolator must be \(27, 252\)"):
        replace(a_path(), grid=a_grid(mri_shape=(3, 3, 3)))
