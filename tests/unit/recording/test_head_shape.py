"""The sphere through a head's points."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.recording.frames import Frame
from leadfield.recording.head_shape import fit_sphere_to_headshape
from leadfield.recording.info import DigitisedPoint, PointKind


@pytest.fixture
def head_info(info):
    """A recording without points of the head but its nasion."""
    return info


def on_head(n, *, centre=(0.0, 0.005, 0.045), radius=0.092, seed=0):
    x = np.random.default_rng(seed).normal(size=(n, 3))
    x[:, 2] = np.abs(x[:, 2])
    return centre + radius * x / np.linalg.norm(x, axis=1, keepdims=True)


def with_points(info, places, kind=PointKind.EXTRA, frame=Frame.HEAD):
    points = tuple(
        DigitisedPoint(kind=kind, ident=i, position=p, frame=frame) for i, p in enumerate(places)
    )
    return replace(info, digitisation=info.digitisation + points)


def test_points_on_a_sphere_give_the_sphere(head_info):
    radius, centre = fit_sphere_to_headshape(with_points(head_info, on_head(30)))
    assert radius == pytest.approx(0.092)
    assert centre == pytest.approx([0, 0.005, 0.045])


def test_points_on_the_face_do_not_count(head_info):
    info = with_points(head_info, on_head(30))
    nose = np.array([[0, 0.12, -0.02], [0.01, 0.11, -0.04]])
    assert fit_sphere_to_headshape(with_points(info, nose))[0] == pytest.approx(0.092)


def test_eeg_positions_count_where_there_are_no_extra_points(head_info):
    info = with_points(head_info, on_head(30), PointKind.EEG)
    assert fit_sphere_to_headshape(info)[0] == pytest.approx(0.092)
    both = with_points(info, on_head(20, radius=0.08), PointKind.EXTRA)
    assert fit_sphere_to_headshape(both)[0] == pytest.approx(0.08)


def test_points_in_another_frame_do_not_count(head_info):
    info = with_points(head_info, on_head(30), frame=Frame.DEVICE)
    with pytest.raises(DataError, match="at least 4 digitised points"):
        fit_sphere_to_headshape(info)


def test_points_in_a_plane_are_refused(head_info):
    flat = on_head(20)
    flat[:, 2] = 0.05
    with pytest.raises(DataError, match="not all in one plane"):
        fit_sphere_to_headshape(with_points(head_info, flat))


def test_few_points_are_warned_about(head_info):
    with pytest.warns(RuntimeWarning, match="only 6 digitised points"):
        fit_sphere_to_headshape(with_points(head_info, on_head(6)))


@pytest.mark.parametrize(
    "odd", [{"radius": 0.2, "centre": (0, 0, 0.1)}, {"centre": (0.05, 0.0, 0.04)}]
)
def test_a_sphere_that_is_no_head_is_warned_about(head_info, odd):
    with pytest.warns(RuntimeWarning, match="not like a head"):
        fit_sphere_to_headshape(with_points(head_info, on_head(30, **odd)))


@pytest.mark.parametrize("place", [np.nan, np.inf, 1e38])
def test_positions_that_nobody_knows_do_not_count(head_info, place):
    places = np.vstack([on_head(30), np.full((2, 3), place)])
    radius, _ = fit_sphere_to_headshape(with_points(head_info, places))
    assert radius == pytest.approx(0.092)
