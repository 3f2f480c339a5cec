"""Dipoles as users hold them."""

import copy
import pickle

import nibabel
import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure

import leadfield
from leadfield.api.forward.dipole import Dipole
from leadfield.base.errors import (
    ArgumentTypeError,
    InputError,
    MismatchError,
    MissingFileError,
    OutOfRangeError,
)
from leadfield.viz import plot_dipole_amplitudes, plot_dipole_locations

N = 3
TO_MRI = np.array([[-8.0, 0, 0, 120], [0, 0, 8, -120], [0, -8, 0, 120], [0, 0, 0, 1]])


@pytest.fixture
def dipole():
    return Dipole(
        [0.1, 0.11, 0.12],
        [[0.01, 0.02, 0.03], [0.02, 0.02, 0.03], [0.03, 0.02, 0.03]],
        [1e-8, 3e-8, 2e-8],
        np.eye(3),
        [90, 80, 95],
        "tone",
        {"depth": [1e-3, 2e-3, 3e-3]},
        nfree=[5, 6, 7],
    )


@pytest.fixture(scope="module")
def subjects_dir(tmp_path_factory):
    """A subject with an image."""
    folder = tmp_path_factory.mktemp("subjects")
    (folder / "ann" / "mri").mkdir(parents=True)
    values = np.random.default_rng(0).integers(10, 90, (30, 30, 30)).astype(np.uint8)
    nibabel.save(nibabel.MGHImage(values, TO_MRI), folder / "ann" / "mri" / "T1.mgz")
    return folder


def test_changes_of_arrays_count(dipole):
    dipole.pos[1] = [0, 0, 0.05]
    dipole.amplitude[:] *= 2
    dipole.conf["depth"][0] = 7e-3
    value = dipole.value
    np.testing.assert_array_equal(value.positions[1], [0, 0, 0.05])
    assert value.amplitudes[0] == 2e-8
    assert value.confidence["depth"][0] == 7e-3


def test_times_cannot_be_changed(dipole):
    with pytest.raises(ValueError, match="read-only"):
        dipole.times[0] = 1


@pytest.mark.parametrize("how", [lambda d: pickle.loads(pickle.dumps(d)), copy.deepcopy])
def test_a_copy_is_whole_and_stands_alone(dipole, how):
    other = how(dipole)
    other.pos[0] = 0
    assert dipole.pos[0].any()
    assert (other.name, other.khi2, other.nfree.tolist()) == ("tone", None, [5, 6, 7])


@pytest.mark.parametrize("item", [3, -4, [0, 9], "a", 1.5, [True, False]])
def test_an_index_beyond_the_dipoles_is_refused(dipole, item):
    with pytest.raises(OutOfRangeError, match="chosen by numbers below 3, a slice or a mask"):
        dipole[item]


def test_no_dipoles_are_refused(dipole):
    with pytest.raises(InputError, match="at least one dipole, got none"):
        dipole[[]]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"conf": {"width": [1, 2, 3]}}, "conf may hold 'vol', 'depth'.* got 'width'"),
        ({"conf": {"vol": [1, 2]}}, r"conf\['vol'\] must have shape 3"),
        ({"khi2": [1.0]}, "chi_squared must have shape 3"),
        ({"times": [0.1, np.nan, 0.2]}, "times of dipoles must be finite"),
    ],
)
def test_what_does_not_fit_is_refused(dipole, change, problem):
    names = ("times", "pos", "amplitude", "ori", "gof")
    whole = {name: getattr(dipole, name) for name in names}
    with pytest.raises(InputError, match=problem):
        Dipole(**{**whole, **change})


def test_dipoles_at_times_that_do_not_grow_are_cropped_by_their_times(dipole):
    mixed = dipole[[2, 0, 1]].crop(0.105, 0.2)
    np.testing.assert_array_equal(mixed.times, [0.12, 0.11])


def test_a_dipole_outside_of_the_image_is_in_no_structure(dipole, subjects_dir):
    dipole.pos[0] = [0.5, 0, 0]
    path = subjects_dir / "ann" / "mri" / "segments.mgz"
    nibabel.save(nibabel.MGHImage(np.full((30, 30, 30), 10, np.int32), TO_MRI), path)
    found = dipole.to_volume_labels(None, "ann", "segments", subjects_dir)
    assert found == ["Unknown", "Left-Thalamus-Proper", "Left-Thalamus-Proper"]


def test_mni_coordinates_need_the_subject_s_transform(dipole, subjects_dir):
    with pytest.raises(MissingFileError, match=r"must have mri/transforms/talairach.xfm"):
        dipole.to_mni("ann", None, subjects_dir)


@pytest.mark.parametrize("frame", ["mri", "head"])
def test_locations_are_drawn_where_the_dipoles_are(dipole, subjects_dir, frame):
    matrix = np.eye(4)
    matrix[:3, 3] = [0.01, -0.02, 0.03]
    trans = leadfield.CoordinateTransform("head", "mri", matrix)
    figure = dipole.plot_locations(
        trans, "ann", subjects_dir, coord_frame=frame, idx="amplitude", show=False
    )
    places = 1e3 * (dipole.pos + (matrix[:3, 3] if frame == "mri" else 0))
    # The strongest one comes last, on top.
    for ax, plane in zip(figure.axes, ([1, 2], [0, 2], [0, 1]), strict=True):
        found = [one.get_offsets()[0] for one in ax.collections if isinstance(one, PathCollection)]
        np.testing.assert_allclose(found, places[[0, 2, 1]][:, plane], atol=1e-9)
    assert "30.0 nA·m" in figure.get_suptitle()


def test_a_slice_goes_through_the_one_dipole(dipole, subjects_dir):
    brightness = [
        dipole.plot_locations(None, "ann", subjects_dir, idx=row, show_all=False, show=False)
        .axes[0]
        .images[0]
        .get_array()
        for row in (0, 2)
    ]
    assert not np.array_equal(*brightness)


def test_one_dipole_can_be_shown_alone_in_axes_of_the_user(dipole, subjects_dir):
    axes = Figure().subplots(1, 3)
    figure = plot_dipole_locations(
        [dipole], None, "ann", subjects_dir, idx=1, show_all=False, ax=axes, show=False, title="one"
    )
    assert figure is axes[0].figure
    assert figure.get_suptitle() == "one"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"mode": "arrow"}, r"mode must be 'orthoview'.*to_mne\(\).plot_locations"),
        ({"mode": "outlines"}, "mode must be 'orthoview'"),
        ({"mode": "flat"}, "mode must be one of 'orthoview', got 'flat'"),
        ({"fig": 1}, "fig None"),
        ({"subject": None}, "subject must be given"),
        ({"coord_frame": "mri_rotated"}, "coord_frame must be one of"),
        ({"idx": 3}, "idx must be below 3"),
        ({"idx": "best"}, "idx must be one of 'gof', 'amplitude'"),
        ({"scale": 0}, "scale must be above 0"),
    ],
)
def test_what_cannot_be_drawn_is_refused(dipole, subjects_dir, change, problem):
    options = {"trans": None, "subject": "ann", "subjects_dir": subjects_dir, "show": False}
    with pytest.raises(InputError, match=problem):
        dipole.plot_locations(**{**options, **change})


def test_strengths_are_drawn_in_nanoampere_metres(dipole):
    (ax,) = dipole.plot_amplitudes(show=False).axes
    np.testing.assert_allclose(ax.lines[0].get_ydata(), [10, 30, 20])


def test_each_dipole_needs_a_colour(dipole):
    with pytest.raises(MismatchError, match="one for each of 2 dipoles, got 1"):
        plot_dipole_amplitudes([dipole, dipole], ["r"], show=False)


def test_what_is_no_dipole_is_not_drawn():
    with pytest.raises(ArgumentTypeError, match="dipole must be a Dipole, or a list of them"):
        plot_dipole_amplitudes(3, show=False)
    with pytest.raises(ArgumentTypeError, match="at least one Dipole"):
        plot_dipole_amplitudes([], show=False)
