"""Structures of segmentations as labels of sources in a volume."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import MismatchError, StateError
from leadfield.freesurfer.image import Image, ImageGeometry
from leadfield.labels.structures import (
    VolumeLabels,
    members_by_source,
    members_by_voxel,
    sources_in,
    volume_of,
)
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import Sources, SourceSpace, SpaceKind, VolumeGrid

# Eight points, 2 mm apart, and 4 x 4 x 4 voxels of 1 mm: four voxels a point, by halves along x.
SHAPE, VOXELS = (2, 2, 2), (4, 4, 4)


def transform(scale, shift=0.0):
    matrix = np.diag([scale, scale, scale, 1.0])
    matrix[:3, 3] = shift
    return Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=matrix)


def volume(**changes):
    weights = scipy.sparse.csr_array(np.random.default_rng(0).random((64, 8)))
    known = {
        "shape": SHAPE,
        "grid_to_mri": transform(2e-3),
        "voxel_to_mri": transform(1e-3),
        "interpolator": weights,
        "mri_shape": VOXELS,
    }
    points = np.stack(np.unravel_index(np.arange(8), SHAPE, order="F"), axis=1) * 2e-3
    return SourceSpace(
        kind=SpaceKind.VOLUME,
        positions=points + 1,  # in another frame
        normals=np.zeros((8, 3)),
        vertices=np.array([0, 1, 3, 6]),
        frame=Frame.HEAD,
        grid=VolumeGrid(**{**known, **changes}),
    )


@pytest.fixture
def labels():
    values = np.zeros(VOXELS, np.int32)
    values[2:] = 7
    values[:, :, 2:] = 9
    geometry = ImageGeometry(
        shape=VOXELS, to_scanner=np.eye(4), to_surface=np.diag([1.0, 1.0, 1.0, 1.0])
    )
    image = Image(geometry=geometry, values=values)
    return VolumeLabels(names=("seven", "nine", "none"), numbers=(7, 9, 5), image=image)


def test_sources_are_where_their_voxel_is_whatever_their_frame(labels):
    # Vertices 1 and 3 have x = 2 mm and z = 0, vertex 6 has z = 2 mm.
    assert [rows.tolist() for rows in sources_in(labels, volume())] == [[1, 2], [3], []]


def test_members_are_sources_or_voxels_with_their_weights(labels):
    by_source = members_by_source(labels, volume())
    assert by_source.ends.tolist() == [0, 2, 3, 3]
    assert by_source.weights.toarray().tolist() == np.eye(4)[[1, 2, 3]].tolist()
    by_voxel = members_by_voxel(labels, volume())
    values = labels.image.values.ravel(order="F")
    assert by_voxel.ends.tolist() == np.cumsum([0, 16, 32, 0]).tolist()
    expected = volume().grid.interpolator.toarray()[:, [0, 1, 3, 6]]
    np.testing.assert_array_equal(by_voxel.weights.toarray()[:16], expected[values == 7])


@pytest.mark.parametrize(
    "changes", [{"voxel_to_mri": transform(1e-3, 2e-6)}, {"mri_shape": (4, 4, 5)}]
)
def test_an_image_with_other_voxels_is_refused(labels, changes):
    with pytest.raises(MismatchError, match="resample it"):
        sources_in(labels, volume(**changes))


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"interpolator": None}, "mri_resolution=False"), ({"voxel_to_mri": None}, "know its MRI")],
)
def test_what_a_volume_lacks_is_named(labels, changes, words):
    with pytest.raises(StateError, match=words):
        members_by_voxel(labels, volume(**changes))


def test_a_grid_that_nobody_knows_the_place_of_is_refused(labels):
    with pytest.raises(StateError, match="where its grid is"):
        sources_in(labels, volume(grid_to_mri=None))


def test_one_volume_is_needed():
    assert volume_of(Sources(spaces=(volume(),))).n_sources == 4
    with pytest.raises(MismatchError, match="single_volume=True"):
        volume_of(Sources(spaces=(volume(), volume())))
