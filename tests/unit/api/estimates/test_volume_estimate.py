"""Structures of segmentations in estimates of volumes, as users ask for them."""

import nibabel
import numpy as np
import pytest

from leadfield.api.estimates.label_time_courses import extract_label_time_course
from leadfield.api.estimates.lazy_data import LazyData
from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
from leadfield.api.forward.volume_sources import setup_volume_source_space
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, StateError
from leadfield.labels.label import CorticalLabel

NAMES = ["Left-Hippocampus", "Right-Hippocampus"]


@pytest.fixture(scope="module")
def aseg(tmp_path_factory):
    """The left half of all voxels is one structure, the right half another."""
    values = np.full((30, 30, 30), 53, np.int32)
    values[15:] = 17
    to_mri = np.array([[-8.0, 0, 0, 120], [0, 0, 8, -120], [0, -8, 0, 120], [0, 0, 0, 1]])
    path = tmp_path_factory.mktemp("mri") / "aseg.mgz"
    nibabel.save(nibabel.MGHImage(values, to_mri), path)
    return path


@pytest.fixture(scope="module")
def src(aseg):
    return setup_volume_source_space(pos=15.0, mri=aseg, sphere=0.06)


@pytest.fixture
def stc(src):
    data = np.random.default_rng(0).standard_normal((src[0]["nuse"], 5))
    return VolSourceEstimate(data, [src[0]["vertno"]], 0.0, 0.1)


def test_sources_of_a_structure_are_on_its_side(stc, src, aseg):
    found = stc.in_label("Left-Hippocampus", aseg, src)
    assert 0 < found.shape[0] < stc.shape[0]
    assert src[0]["rr"][found.vertices[0], 0].max() <= 0
    assert found.in_label(53, aseg, src).shape == (0, 5)


def test_a_course_averages_the_sources_of_a_structure(stc, src, aseg):
    found = stc.extract_label_time_course((aseg, NAMES), src, mri_resolution=False)
    for course, name in zip(found, NAMES, strict=True):
        np.testing.assert_allclose(course, stc.in_label(name, aseg, src).data.mean(axis=0))


def test_courses_of_a_product_are_made_without_it(src, aseg):
    rng = np.random.default_rng(0)
    kernel, sensors = rng.standard_normal((src[0]["nuse"], 4)), rng.standard_normal((4, 7))
    stc = VolSourceEstimate((kernel, sensors), [src[0]["vertno"]], 0.0, 0.1)
    whole = VolSourceEstimate(kernel @ sensors, [src[0]["vertno"]], 0.0, 0.1)
    for mode in ("mean", "max"):
        found = stc.extract_label_time_course((aseg, NAMES), src, mode)
        np.testing.assert_allclose(
            found, whole.extract_label_time_course((aseg, NAMES), src, mode), atol=1e-12
        )
    assert not stc._lazy.computed
    assert isinstance(stc._lazy, LazyData)


def test_lengths_of_moments_have_their_own_courses(src, aseg):
    moments = np.ones((src[0]["nuse"], 3, 2))
    stc = VolVectorSourceEstimate(moments, [src[0]["vertno"]], 0.0, 0.1)
    found = extract_label_time_course([stc], (aseg, NAMES), src, mri_resolution=False)[0]
    np.testing.assert_allclose(found, np.ones((2, 3, 2)))


@pytest.mark.parametrize(
    ("labels", "error", "words"),
    [
        (None, ArgumentTypeError, "must be a segmentation such as"),
        ([CorticalLabel], ArgumentTypeError, "must be a segmentation such as"),
        (("a.mgz",), InputError, "got 1 things"),
        (("a.mgz", "b", "c"), InputError, "got 3 things"),
    ],
)
def test_what_is_no_segmentation_is_refused(stc, src, labels, error, words):
    with pytest.raises(error, match=words):
        stc.extract_label_time_course(labels, src)


def test_modes_of_surfaces_are_refused(stc, src, aseg):
    with pytest.raises(InputError, match="mode for estimates in volumes"):
        stc.extract_label_time_course(aseg, src, mode="mean_flip")


def test_sources_must_be_known(stc, aseg):
    with pytest.raises(ArgumentTypeError, match="need src"):
        stc.extract_label_time_course(aseg, None)
    other = setup_volume_source_space(pos=20.0, mri=aseg, sphere=0.06)
    with pytest.raises(MismatchError, match="are not in the volume"):
        stc.extract_label_time_course(aseg, other)


def test_a_volume_of_parts_has_no_structures(aseg):
    parts = setup_volume_source_space(pos=15.0, mri=aseg, sphere=0.06, volume_label=NAMES)
    several = VolSourceEstimate(
        np.zeros((sum(one["nuse"] for one in parts), 2)),
        [one["vertno"] for one in parts],
        0.0,
        0.1,
    )
    with pytest.raises(StateError, match="single_volume=True"):
        several.in_label(17, aseg, parts)
    with pytest.raises(MismatchError, match="single_volume=True"):
        several.extract_label_time_course(aseg, parts)


@pytest.mark.parametrize("label", ["Left-Hipocampus", 1.5])
def test_a_structure_must_be_a_name_or_number(stc, src, aseg, label):
    with pytest.raises((InputError, ArgumentTypeError), match="label must be"):
        stc.in_label(label, aseg, src)


def test_an_image_that_is_no_segmentation_is_refused(stc, src, tmp_path):
    grey = np.full((30, 30, 30), 0.5, np.float32)
    nibabel.save(nibabel.MGHImage(grey, np.eye(4)), tmp_path / "aseg.mgz")
    with pytest.raises(InputError, match="whole numbers"):
        stc.in_label(17, tmp_path / "aseg.mgz", src)
