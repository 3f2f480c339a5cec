"""NIfTI images of estimates in volumes."""

from dataclasses import replace

import nibabel
import numpy as np
import pytest
import scipy

from leadfield.base.errors import InputError, MismatchError, OverwriteError, StateError
from leadfield.estimates.nifti import volume_image, write_image
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import Sources, SourceSpace, SpaceKind, VolumeGrid

VERTICES = (np.array([1, 5]), np.array([2, 7]))
TO_MRI = np.diag([0.01, 0.01, 0.01, 1.0])
VOXELS = np.diag([0.002, 0.002, 0.002, 1.0])
SHIFT = np.array([[1, 0, 0, 0.1], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1.0]])


@pytest.fixture
def sources():
    """Two volumes on a grid of 2 x 2 x 2 points, inside 3 x 4 x 5 voxels."""
    spaces = []
    for vertices in VERTICES:
        weights = np.zeros((60, 8))
        weights[np.arange(8) * 7, np.arange(8)] = np.isin(np.arange(8), vertices)
        grid = VolumeGrid(
            shape=(2, 2, 2),
            grid_to_mri=Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=TO_MRI),
            voxel_to_mri=Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=VOXELS),
            mri_to_ras=Transform(source=Frame.MRI, target=Frame.RAS, matrix=SHIFT),
            mri_shape=(3, 4, 5),
            interpolator=scipy.sparse.csr_array(weights),
        )
        space = SourceSpace(
            kind=SpaceKind.VOLUME,
            positions=np.zeros((8, 3)),
            normals=np.zeros((8, 3)),
            vertices=vertices,
            grid=grid,
            subject="ann",
        )
        spaces.append(space)
    return Sources(spaces=tuple(spaces))


def courses(data, vector=False, subject="ann"):
    axes = SourceAxes(
        kind="volume", vertices=VERTICES, tmin=0, tstep=0.25, vector=vector, subject=subject
    )
    return SourceCourses(axes=axes, data=np.asarray(data))


def make(of, sources, **options):
    return volume_image(
        of, sources, **{"in_voxels": False, "in_ras": True, "kind": "nifti1", **options}
    )


DATA = np.array([[1.0, 10], [2, 20], [3, 30], [4, 40]])


def test_values_lie_at_their_points_and_zeros_elsewhere(sources):
    image = make(courses(DATA), sources)
    assert image.shape == (2, 2, 2, 2)
    flat = image.get_fdata()[..., 1].ravel(order="F")
    assert flat.tolist() == [0, 10, 30, 0, 0, 20, 0, 40]


def test_places_are_in_mm_and_times_in_ms(sources):
    image = make(courses(DATA), sources)
    np.testing.assert_allclose(
        image.affine, [[10, 0, 0, 100], [0, 10, 0, 0], [0, 0, 10, 0], [0, 0, 0, 1]]
    )
    assert image.header.get_xyzt_units() == ("mm", "msec")
    assert image.header.get_zooms() == (10, 10, 10, 250)


def test_surface_coordinates_are_not_shifted(sources):
    image = make(courses(DATA), sources, in_ras=False)
    np.testing.assert_allclose(np.diag(image.affine), [10, 10, 10, 1])
    np.testing.assert_allclose(image.affine[:3, 3], 0)


def test_voxels_are_interpolated(sources):
    image = make(courses(DATA), sources, in_voxels=True)
    assert image.shape == (3, 4, 5, 2)
    flat = image.get_fdata()[..., 0].ravel(order="F")
    assert flat[[7, 35, 14, 49]].tolist() == [1, 2, 3, 4]
    assert np.count_nonzero(flat) == 4


def test_of_moments_the_length_is_shown(sources):
    moments = DATA[:, None] * np.array([3.0, 0.0, 4.0])[:, None]
    image = make(courses(moments, vector=True), sources)
    assert image.get_fdata()[1, 0, 0].tolist() == [5, 50]


@pytest.mark.parametrize("kind", ["nifti1", "nifti2"])
@pytest.mark.parametrize("ending", [".nii", ".nii.gz"])
@pytest.mark.parametrize("factor", [1, 1j])
def test_an_image_comes_back_from_its_file(sources, tmp_path, kind, ending, factor):
    image = make(courses(DATA * factor), sources, kind=kind)
    path = tmp_path / f"one{ending}"
    write_image(path, image, overwrite=False)
    again = nibabel.load(path)
    assert type(again) is type(image)
    assert np.array_equal(np.asarray(again.dataobj), image.dataobj)
    with pytest.raises(OverwriteError):
        write_image(path, image, overwrite=False)


def test_other_endings_are_refused(sources, tmp_path):
    with pytest.raises(InputError, match=r"\.nii or \.nii\.gz"):
        write_image(tmp_path / "one.mgz", make(courses(DATA), sources), overwrite=True)


def test_the_source_spaces_must_be_those_of_the_estimate(sources):
    with pytest.raises(MismatchError, match="the inverse operator's"):
        make(courses(DATA), Sources(spaces=sources.spaces[:1]))
    with pytest.raises(MismatchError, match="'ben', got 'ann'"):
        make(courses(DATA, subject="ben"), sources)


def test_without_an_mri_there_is_no_image(sources):
    def without(**fields):
        first, last = sources.spaces
        return Sources(spaces=(replace(first, grid=replace(first.grid, **fields)), last))

    with pytest.raises(StateError, match="where its grid is"):
        make(courses(DATA), without(grid_to_mri=None))
    with pytest.raises(StateError, match="add_interpolator"):
        make(courses(DATA), without(interpolator=None), in_voxels=True)
    with pytest.raises(InputError, match="a volume's grid"):
        make(
            courses(DATA),
            replace(
                sources,
                spaces=tuple(
                    replace(one, grid=None, kind=SpaceKind.DISCRETE) for one in sources.spaces
                ),
            ),
        )


def test_voxels_between_two_volumes_have_each_sources_share_once(sources):
    # Rows of voxels that two volumes touch are whole in the interpolators of both.
    shares = np.random.default_rng(0).random((60, 8))
    both = Sources(
        spaces=tuple(
            replace(one, grid=replace(one.grid, interpolator=scipy.sparse.csr_array(shares)))
            for one in sources.spaces
        )
    )
    values = np.array([[1.0], [2.0], [3.0], [4.0]])
    found = make(courses(values), both, in_voxels=True).get_fdata()
    expected = shares[:, [1, 5, 2, 7]] @ values
    np.testing.assert_allclose(found.ravel(order="F"), expected[:, 0], rtol=1e-6)
