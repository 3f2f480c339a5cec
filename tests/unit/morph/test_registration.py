"""Registration of images: what it finds, and what it refuses."""

import logging
import sys

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MissingPackageError
from leadfield.freesurfer.image import Image, read_image
from leadfield.morph.registration import (
    ImageGrid,
    Registration,
    RegistrationSettings,
    register_images,
)

GRID = ImageGrid(shape=(4, 5, 6), to_scanner=np.diag([2.0, 2, 2, 1]))
FEW = RegistrationSettings(
    sizes=(10.0, 10, 10), affine_iterations=(20, 10, 5), warp_iterations=(3, 2)
)


def brain(folder, name):
    return read_image(folder / name / "mri" / "brain.mgz")


def test_an_image_that_was_moved_is_moved_back(little_brains):
    pytest.importorskip("dipy")
    onto = brain(little_brains, "ann")
    moved = Image(geometry=onto.geometry, values=np.roll(onto.values, (2, -1), (0, 1)))
    found = register_images(moved, onto, FEW)
    shift = onto.geometry.to_scanner[:3, :3] @ [2, -1, 0]
    np.testing.assert_allclose(found.affine[:3, 3], shift, atol=0.5)
    np.testing.assert_allclose(found.affine[:3, :3], np.eye(3), atol=0.02)
    assert np.abs(found.warp).mean() < 0.2  # mm


def test_a_warp_is_nearly_undone_by_the_one_back(little_brains):
    pytest.importorskip("dipy")
    found = register_images(brain(little_brains, "ann"), brain(little_brains, "ben"), FEW)
    assert found.warp.shape == found.warp_back.shape == (*found.onto.shape, 3)
    assert np.abs(found.warp).max() > 1
    assert np.abs(found.warp + found.warp_back).mean() < 0.5 * np.abs(found.warp).mean()


def test_without_iterations_there_is_no_warp_and_no_message_of_others(little_brains, capsys):
    pytest.importorskip("dipy")
    settings = RegistrationSettings(sizes=(16.0, 16, 16), affine_iterations=(2,))
    image = brain(little_brains, "ann")
    assert register_images(image, image, settings).warp is None
    assert "dipy" not in capsys.readouterr().err
    assert not logging.getLogger("dipy").filters


def test_images_without_a_brain_are_refused(little_brains):
    pytest.importorskip("dipy")
    image = brain(little_brains, "ann")
    empty = Image(geometry=image.geometry, values=np.zeros_like(image.values))
    with pytest.raises(DataError, match=r"brain\.mgz of subject_to must have values above 0"):
        register_images(image, empty, FEW)


def test_without_dipy_the_error_says_what_to_do(little_brains, monkeypatch):
    monkeypatch.setitem(sys.modules, "dipy", None)
    monkeypatch.setitem(sys.modules, "dipy.align", None)
    image = brain(little_brains, "ann")
    with pytest.raises(MissingPackageError, match=r"talairach=True.*leadfield\[volume\]"):
        register_images(image, image, FEW)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"sizes": (5.0, 5.0)}, "one size of voxels in mm, or three, got 2"),
        ({"sizes": (5.0, 0.0, 5.0)}, "zooms must be above 0"),
        ({"affine_iterations": (1, 1, 1, 1)}, "niter_affine must have at most 3 levels"),
        ({"warp_iterations": (-1,)}, "niter_sdr must be at least 0"),
    ],
)
def test_settings_that_cannot_be_are_refused(options, words):
    with pytest.raises(InputError, match=words):
        RegistrationSettings(**{"sizes": (5.0, 5.0, 5.0), **options})


def test_registrations_need_a_level_of_affine_transforms(little_brains):
    image = brain(little_brains, "ann")
    with pytest.raises(InputError, match="niter_affine must have at least one level"):
        register_images(image, image, RegistrationSettings(sizes=(9.0, 9, 9)))


@pytest.mark.parametrize("shape", [(4, 5), (0, 5, 6), (2000, 2000, 2000)])
def test_images_have_three_axes_and_no_more_voxels_than_memory_holds(shape):
    with pytest.raises(InputError):
        ImageGrid(shape=shape, to_scanner=np.eye(4))


@pytest.mark.parametrize("affine", [np.zeros((4, 4)), np.full((4, 4), np.nan), 2 * np.eye(4)])
def test_transforms_that_cannot_be_undone_are_refused(affine):
    with pytest.raises(InputError, match="must be a transform"):
        Registration(moved=GRID, onto=GRID, affine=affine)


def test_warps_fit_their_image_and_come_in_pairs():
    warp = np.zeros((4, 5, 6, 3))
    with pytest.raises(InputError, match="the one that undoes it"):
        Registration(moved=GRID, onto=GRID, affine=np.eye(4), warp=warp)
    with pytest.raises(InputError, match="warp must have shape 4 x 5 x 6 x 3"):
        Registration(moved=GRID, onto=GRID, affine=np.eye(4), warp=warp[1:], warp_back=warp)
    with pytest.raises(InputError, match="warp must be finite"):
        Registration(moved=GRID, onto=GRID, affine=np.eye(4), warp=warp + np.inf, warp_back=warp)
