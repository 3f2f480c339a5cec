"""Plots of estimates in volumes."""

import shutil

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.api.estimates.mixed_estimate import MixedSourceEstimate
from leadfield.api.estimates.plot_volume import plot_volume_source_estimates
from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
from leadfield.api.forward.volume_sources import setup_volume_source_space
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, MissingFileError

TO_MRI = np.array([[-8.0, 0, 0, 120], [0, 0, 8, -120], [0, -8, 0, 120], [0, 0, 0, 1]])
XFM = "MNI Transform File\nLinear_Transform =\n1 0 0 7\n0 1 0 0\n0 0 1 0;\n"


@pytest.fixture(scope="module")
def subjects_dir(tmp_path_factory):
    """A subject with an image, and a way to MNI coordinates that is 7 mm to the right."""
    folder = tmp_path_factory.mktemp("subjects")
    home = folder / "ann" / "mri"
    (home / "transforms").mkdir(parents=True)
    values = np.random.default_rng(0).integers(10, 90, (30, 30, 30)).astype(np.uint8)
    nibabel.save(nibabel.MGHImage(values, TO_MRI), home / "T1.mgz")
    nibabel.save(nibabel.Nifti1Image(values, TO_MRI), home / "T1.nii.gz")
    (home / "transforms" / "talairach.xfm").write_text(XFM)
    return folder


@pytest.fixture(scope="module")
def src(subjects_dir):
    return setup_volume_source_space("ann", 15.0, sphere=0.06, subjects_dir=subjects_dir)


@pytest.fixture
def stc(src):
    data = np.random.default_rng(0).standard_normal((src[0]["nuse"], 7))
    data[11, 4] = -9
    data[20, 1] = 8
    return VolSourceEstimate(data, [src[0]["vertno"]], -0.1, 0.1, "ann")


def shown(figure):
    """The vertex and the time that a figure shows, and the place in mm."""
    panels, course = figure.axes[:3], figure.axes[3]
    vertex = int(course.get_legend().get_texts()[0].get_text())
    place = [
        panels[1].lines[0].get_xdata()[0],
        panels[0].lines[0].get_xdata()[0],
        panels[0].lines[1].get_ydata()[0],
    ]
    time = course.lines[-1].get_xdata()[0]
    return vertex, time, place


@pytest.mark.parametrize("mode", ["stat_map", "glass_brain"])
def test_a_plot_starts_at_the_largest_size(stc, src, subjects_dir, mode):
    figure = stc.plot(src, mode=mode, subjects_dir=subjects_dir, show=False)
    vertex, time, place = shown(figure)
    assert vertex == stc.vertices[0][11]
    assert time == pytest.approx(0.3)
    shift = [7, 0, 0] if mode == "glass_brain" else 0
    np.testing.assert_allclose(place, 1e3 * src[0]["rr"][vertex] + shift, atol=1e-4)


def test_a_time_or_a_place_may_be_given(stc, src, subjects_dir):
    options = {"subjects_dir": subjects_dir, "show": False}
    assert shown(stc.plot(src, initial_time=0.02, **options))[:2] == (
        stc.vertices[0][20],
        pytest.approx(0.0),
    )
    place = src[0]["rr"][stc.vertices[0][20]] + 0.004
    vertex, time, _ = shown(stc.plot(src, initial_pos=place, **options))
    assert (vertex, time) == (stc.vertices[0][20], pytest.approx(0.0))
    figure = stc.plot(src, initial_pos=place, initial_time=0.5, **options)
    assert shown(figure)[:2] == (stc.vertices[0][20], pytest.approx(0.5))


def test_the_image_may_be_a_name_a_file_or_an_image(stc, src, subjects_dir):
    home = subjects_dir / "ann" / "mri"
    images = ["T1.mgz", home / "T1.mgz", "T1.nii.gz", nibabel.load(home / "T1.nii.gz"), None]
    first, *others = (
        stc.plot(src, bg_img=image, subjects_dir=subjects_dir, show=False).axes[0].images[0]
        for image in images
    )
    for other in others:
        np.testing.assert_allclose(other.get_array(), first.get_array(), atol=1e-6)


def test_lengths_of_moments_are_drawn(src, subjects_dir):
    moments = np.random.default_rng(0).standard_normal((src[0]["nuse"], 3, 2))
    stc = VolVectorSourceEstimate(moments, [src[0]["vertno"]], 0.0, 0.1, "ann")
    one, other = (
        each.plot(src, subjects_dir=subjects_dir, show=False) for each in (stc, stc.magnitude())
    )
    np.testing.assert_array_equal(
        one.axes[0].images[1].get_array(), other.axes[0].images[1].get_array()
    )


def test_estimates_of_mne_python_are_drawn(stc, src, subjects_dir):
    pytest.importorskip("mne")
    figure = plot_volume_source_estimates(
        stc.to_mne(), src.to_mne(), subjects_dir=subjects_dir, show=False
    )
    assert shown(figure)[0] == stc.vertices[0][11]


def test_volumes_of_a_mixed_source_space_are_drawn(stc, src, subjects_dir, little_subjects):
    cortex = leadfield.setup_source_space(
        "ann", "oct2", subjects_dir=little_subjects, add_dist=False
    )
    figure = stc.plot(cortex + src, subjects_dir=subjects_dir, show=False)
    assert shown(figure)[0] == stc.vertices[0][11]


def test_structures_are_drawn_together(src, subjects_dir, tmp_path):
    values = np.ones((30, 30, 30), np.uint8)
    values[:14] = 2
    halves = tmp_path / "halves.mgz"
    nibabel.save(nibabel.MGHImage(values, TO_MRI), halves)
    parts = setup_volume_source_space(
        "ann",
        15.0,
        halves,
        sphere=0.06,
        subjects_dir=subjects_dir,
        volume_label={"some": 1, "others": 2},
        add_interpolator=False,
    )
    vertices = [one["vertno"] for one in parts]
    data = np.ones((sum(map(len, vertices)), 1))
    stc = VolSourceEstimate(data, vertices, 0.0, 0.1, "ann")
    whole = VolSourceEstimate(np.ones((src[0]["nuse"], 1)), [src[0]["vertno"]], 0.0, 0.1, "ann")
    options = {"subjects_dir": subjects_dir, "show": False, "initial_pos": (0, 0, 0)}
    one, other = stc.plot(parts, **options), whole.plot(src, **options)
    np.testing.assert_array_equal(
        one.axes[0].images[1].get_array(), other.axes[0].images[1].get_array()
    )


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"mode": "glass"}, InputError, "mode must be"),
        ({"bg_img": "none.mgz"}, MissingFileError, r"mri/none\.mgz"),
        ({"transparent": "no"}, InputError, "transparent must be"),
        ({"bg_img": 3}, ArgumentTypeError, "bg_img must be an image of nibabel's"),
        ({"initial_pos": (1, 2)}, InputError, "three coordinates in m"),
        ({"initial_time": "now"}, ArgumentTypeError, "initial_time"),
        ({"subject": "ben"}, MismatchError, "got \\['ann', 'ben'\\]"),
        ({"clim": {"kind": "value", "lims": [1, 2]}}, InputError, "three numbers"),
    ],
)
def test_what_cannot_be_is_refused(stc, src, subjects_dir, options, error, words):
    with pytest.raises(error, match=words):
        stc.plot(src, show=False, **{"subjects_dir": subjects_dir, **options})


def test_an_image_must_be_one_image_of_a_known_kind(stc, src, subjects_dir, tmp_path):
    many = nibabel.Nifti1Image(np.ones((3, 3, 3, 2)), np.eye(4))
    with pytest.raises(InputError, match="three dimensions"):
        stc.plot(src, bg_img=many, subjects_dir=subjects_dir, show=False)
    (tmp_path / "image.png").write_bytes(b"")
    with pytest.raises(InputError, match=r"got 'image\.png'"):
        stc.plot(src, bg_img=tmp_path / "image.png", subjects_dir=subjects_dir, show=False)


def test_a_glass_brain_needs_a_subject(src, subjects_dir):
    known = setup_volume_source_space(
        None, 15.0, subjects_dir / "ann" / "mri" / "T1.mgz", sphere=0.06
    )
    stc = VolSourceEstimate(np.ones((src[0]["nuse"], 1)), [src[0]["vertno"]], 0.0, 0.1)
    with pytest.raises(InputError, match="subject must be given for a glass brain"):
        stc.plot(known, mode="glass_brain", show=False)
    (subjects_dir / "ben").mkdir(exist_ok=True)
    with pytest.raises(MissingFileError, match=r"talairach\.xfm"):
        stc.plot(known, "ben", subjects_dir, "glass_brain", show=False)


def test_other_estimates_are_refused(stc, src):
    cortical = SourceEstimate(np.ones((2, 1)), [[1], [2]], 0.0, 0.1)
    mixed = MixedSourceEstimate(np.ones((3, 1)), [[1], [2], [3]], 0.0, 0.1)
    for other in (cortical, mixed):
        with pytest.raises(InputError, match=r"stc\.volume\(\)"):
            plot_volume_source_estimates(other, src)
    with pytest.raises(InputError, match=r"draw abs\(stc\)"):
        plot_volume_source_estimates(stc * 1j, src)
    with pytest.raises(InputError, match="must have sources and times"):
        plot_volume_source_estimates(VolSourceEstimate(np.ones((0, 3)), [[]], 0.0, 0.1), src)


def test_a_morph_draws_the_estimate_in_the_other_subject(stc, src, subjects_dir):
    shutil.copytree(subjects_dir / "ann", subjects_dir / "cat", dirs_exist_ok=True)
    src_to = setup_volume_source_space("cat", 12.0, sphere=0.05, subjects_dir=subjects_dir)
    morph = leadfield.compute_source_morph(
        src, "ann", "cat", subjects_dir, src_to=src_to, talairach=True
    )
    there = morph.apply(stc)
    row, sample = np.unravel_index(np.abs(there.data).argmax(), there.data.shape)
    for mode in ("stat_map", "glass_brain"):
        options = {"mode": mode, "subjects_dir": subjects_dir, "show": False}
        by_morph, by_sources = stc.plot(morph, **options), there.plot(src_to, **options)
        assert shown(by_morph)[0] == there.vertices[0][row]
        assert shown(by_morph)[1] == pytest.approx(there.times[sample])
        np.testing.assert_array_equal(pixels(by_morph), pixels(by_sources))
    surfaces = SourceEstimate(np.ones((2, 1)), [[0], [1]], 0, 1, "ann")
    with pytest.raises(InputError, match="stc must be in a volume"):
        plot_volume_source_estimates(surfaces, morph, subjects_dir=subjects_dir, show=False)
    with pytest.raises(MismatchError, match="subject must be that of src"):
        stc.plot(morph, subject="ann", subjects_dir=subjects_dir, show=False)
    with pytest.raises(MismatchError, match="must be of the subject that is morphed"):
        there.plot(morph, subjects_dir=subjects_dir, show=False)


def pixels(figure):
    figure.canvas.draw()
    return np.asarray(figure.canvas.buffer_rgba())
