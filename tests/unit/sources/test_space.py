"""Source spaces as values: what must hold of them, and how they change."""

from dataclasses import replace

import numpy as np
import pytest
import scipy

from leadfield.base.errors import InputError, MismatchError
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import LEFT, RIGHT, Sources, SourceSpace, SpaceKind, VolumeGrid

TURN = np.array([[0.0, -1, 0, 0.01], [1, 0, 0, 0.02], [0, 0, 1, 0.03], [0, 0, 0, 1]])
TO_HEAD = Transform(source=Frame.MRI, target=Frame.HEAD, matrix=TURN)


@pytest.fixture
def surface():
    """Four points in a square, two triangles, two sources."""
    return SourceSpace(
        kind=SpaceKind.SURFACE,
        positions=np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]]),
        normals=np.tile([1.0, 0, 0], (4, 1)),
        vertices=np.array([0, 2]),
        surface=LEFT,
        triangles=np.array([[0, 1, 2], [0, 2, 3]]),
        nearest=np.array([0, 0, 2, 2]),
        nearest_distances=np.array([0, 1, 0, 1.0]),
    )


@pytest.fixture
def volume(surface):
    grid = VolumeGrid(shape=(2, 2, 1))
    space = replace(surface, kind=SpaceKind.VOLUME, surface=-1, grid=grid)
    return replace(space, triangles=None, nearest=None, nearest_distances=None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"vertices": np.array([2, 0])}, "must grow"),
        ({"vertices": np.array([0, 4])}, "below 4"),
        ({"triangles": np.array([[0, 1, 4]])}, "triangles must index the 4 points"),
        ({"nearest": np.array([0, 0, 2, -1])}, "nearest must index the 4 points"),
        ({"nearest_distances": np.zeros(3)}, "nearest distances must have shape 4"),
        ({"distances": scipy.sparse.csr_array((3, 3))}, "distances must be 4 x 4"),
        ({"normals": np.zeros((3, 3))}, "normals must have shape 4 x 3"),
    ],
)
def test_a_space_that_contradicts_itself_is_refused(surface, change, words):
    with pytest.raises(InputError, match=words):
        replace(surface, **change)


def test_moving_turns_normals_and_moves_points(surface):
    moved = surface.moved(TO_HEAD)
    assert moved.frame == Frame.HEAD
    np.testing.assert_allclose(moved.positions[1], [0.01, 1.02, 0.03])
    np.testing.assert_allclose(moved.normals, np.tile([0.0, 1, 0], (4, 1)))
    assert moved.moved(TO_HEAD) is moved


def test_moving_needs_a_way_from_the_frame_it_is_in(surface):
    to_device = Transform(source=Frame.HEAD, target=Frame.DEVICE, matrix=np.eye(4))
    with pytest.raises(MismatchError, match="MRI"):
        surface.moved(to_device)


def test_restricting_keeps_the_patches_of_the_sources_that_stay(surface):
    kept = surface.restricted(np.array([1]))
    np.testing.assert_array_equal(kept.vertices, [2])
    np.testing.assert_array_equal(kept.nearest, surface.nearest)


def test_the_kind_tells_surfaces_from_mixtures(surface, volume):
    right = replace(surface, surface=RIGHT)
    discrete = replace(volume, kind=SpaceKind.DISCRETE, grid=None)
    kinds = {
        "surface": (surface, right),
        "volume": (volume, discrete),
        "discrete": (discrete,),
        "mixed": (surface, right, volume),
    }
    for kind, spaces in kinds.items():
        assert Sources(spaces=spaces).kind == kind


def test_surfaces_come_first_and_are_two_at_most(surface, volume):
    for spaces in ((volume, surface), (surface, surface, surface)):
        with pytest.raises(InputError, match="surfaces must come first"):
            Sources(spaces=spaces)


def test_spaces_share_a_frame(surface, volume):
    with pytest.raises(InputError, match="one coordinate frame"):
        Sources(spaces=(surface.moved(TO_HEAD), volume))
    with pytest.raises(InputError, match="at least one"):
        Sources(spaces=())


def test_positions_and_normals_are_those_of_the_sources(surface):
    sources = Sources(spaces=(surface, surface))
    assert sources.n_sources == 4
    np.testing.assert_array_equal(sources.positions, surface.positions[[0, 2, 0, 2]])
    assert sources.normals.shape == (4, 3)
