"""Pictures of estimates on a cortex and in volumes."""

import shutil

import matplotlib.pyplot as plt
import nibabel
import numpy as np
import pytest

import leadfield
from leadfield import viz
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError

TO_MRI = np.array([[-8.0, 0, 0, 128], [0, 0, 8, -128], [0, -8, 0, 128], [0, 0, 0, 1]])
SMALL = {"size": (240, 200), "colorbar": False, "time_label": None, "background": "white"}
LIMITS = {"kind": "value", "lims": [1, 2, 3]}


@pytest.fixture(scope="module")
def subjects_dir(little_subjects, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn") / "subjects"
    shutil.copytree(little_subjects, folder)
    (folder / "ann" / "mri").mkdir()
    image = nibabel.MGHImage(np.ones((32, 32, 32), np.uint8), TO_MRI)
    nibabel.save(image, folder / "ann" / "mri" / "T1.mgz")
    return folder


@pytest.fixture(scope="module")
def src(subjects_dir):
    cortex = leadfield.setup_source_space("ann", "oct2", subjects_dir=subjects_dir, add_dist=False)
    inside = leadfield.setup_volume_source_space(
        "ann", 10.0, sphere=0.05, subjects_dir=subjects_dir, add_interpolator=False
    )
    return cortex + inside


def an_estimate(src, value=3.0, shape=()):
    """One source inside, 20 mm to the left, with one value at the second of three times."""
    vertices = [space["vertno"] for space in src]
    n = sum(map(len, vertices))
    data = np.zeros((n, *shape, 3))
    places = src[2]["rr"][src[2]["vertno"]]
    row = len(vertices[0]) + len(vertices[1])
    row += int(np.linalg.norm(places - [-0.02, 0, 0], axis=1).argmin())
    data[row, ..., 1] = value
    kind = leadfield.MixedVectorSourceEstimate if shape else leadfield.MixedSourceEstimate
    return kind(data, vertices, 0.0, 0.1, "ann")


@pytest.fixture
def drawn(src, subjects_dir):
    """A picture, with the options of a call."""

    def draw(stc, **options):
        given = {"src": src, "hemi": "both", "views": "dorsal", "clim": LIMITS, **SMALL, **options}
        if not isinstance(stc, leadfield.MixedVectorSourceEstimate):
            given.setdefault("surface", "white")
        brain = stc.plot(subjects_dir=subjects_dir, **given)
        picture = brain.screenshot().astype(int)
        brain.close()
        return picture

    yield draw
    plt.close("all")


def colourful(picture):
    """How far each pixel is from grey."""
    return picture.max(axis=2) - picture.min(axis=2)


def test_what_is_inside_shines_through_at_its_place(src, drawn):
    stc = an_estimate(src)
    colours = colourful(drawn(stc))
    rows, columns = np.nonzero(colours > 60)
    assert len(rows) > 20
    # From above, the left is on the left.
    assert columns.mean() < colours.shape[1] / 2
    assert not (colourful(drawn(stc, initial_time=0.0)) > 20).any()
    assert not (colourful(drawn(an_estimate(src, 0.5))) > 20).any()


def test_an_opaque_cortex_hides_it_and_its_own_opacity_makes_it_faint(src, drawn):
    stc = an_estimate(src)
    assert not (colourful(drawn(stc, brain_kwargs={"alpha": 1.0})) > 20).any()
    strong = colourful(drawn(stc)).max()
    faint = colourful(drawn(stc, volume_options={"alpha": 0.3})).max()
    assert 0 < faint < 0.6 * strong
    assert not (colourful(drawn(stc, volume_options={"alpha": 0.0})) > 20).any()


def test_values_below_zero_have_other_colours(src, drawn):
    limits = {"kind": "value", "pos_lims": [1, 2, 3]}
    above, below = (drawn(an_estimate(src, value), clim=limits) for value in (3.0, -3.0))
    place = np.unravel_index(colourful(above).argmax(), above.shape[:2])
    assert above[place][0] > above[place][2]
    assert below[place][2] > below[place][0]


def test_lengths_of_moments_are_seen(src, drawn):
    moments = np.array([0.0, 1.8, 2.4])[:, np.newaxis] * [0, 1, 0]
    stc = an_estimate(src, shape=(3,))
    stc.data[stc.data.any(axis=(1, 2))] = moments
    assert (colourful(drawn(stc, volume_options={"alpha": 1.0})) > 60).sum() > 20
    assert colourful(drawn(stc)).any()


def test_the_strongest_source_inside_has_a_time_course(src, subjects_dir):
    options = {"src": src, "surface": "pial", "show_traces": True, "size": 300}
    shutil.copy(subjects_dir / "ann/surf/lh.white", subjects_dir / "ann/surf/lh.pial")
    stc = an_estimate(src)
    brain = stc.plot(hemi="lh", subjects_dir=subjects_dir, **options)
    labels = [course.label for course in brain.value.time_courses.courses]
    row = np.flatnonzero(stc.volume().data.any(axis=1))[0]
    assert labels[-1] == f"volume, point {src[2]['vertno'][row]}"
    brain.close()
    plt.close("all")


def test_a_value_of_zero_that_has_a_colour_is_shown_inside_alone(src, drawn):
    stc = an_estimate(src)
    picture = drawn(stc, transparent=False, alpha=0.0, colormap="viridis")
    assert (colourful(picture) > 20).sum() > 500
    assert not colourful(picture[:3]).any()


@pytest.mark.parametrize("shape", [(), (3,)])
def test_volumes_alone_are_drawn_in_a_faint_cortex(src, subjects_dir, shape):
    stc = an_estimate(src, shape=shape).volume()
    options = {"src": src[2:], "subjects_dir": subjects_dir, "clim": LIMITS, **SMALL}
    brain = stc.plot_3d(**options)
    picture = brain.screenshot().astype(int)
    rows, columns = np.nonzero(colourful(picture) > 60)
    assert len(rows) > 20
    assert columns.mean() < picture.shape[1] / 2
    assert brain.value.style.opacity == (0.4 if shape else 0.1)
    brain.close()
    opaque = {"brain_alpha": 1.0} if shape else {"alpha": 1.0}
    brain = stc.plot_3d(**options, **opaque)
    assert not (colourful(brain.screenshot().astype(int)) > 20).any()
    brain.close()
    plt.close("all")
    with pytest.raises(InputError, match="src must be given"):
        stc.plot_3d(subjects_dir=subjects_dir)


def test_the_functions_draw_what_the_methods_draw(src, subjects_dir, drawn):
    options = {"src": src, "hemi": "both", "views": "dorsal", "clim": LIMITS, **SMALL}
    options["subjects_dir"] = subjects_dir
    stc, moments = an_estimate(src), an_estimate(src, shape=(3,))
    for one, plot, extra in (
        (stc, viz.plot_source_estimates, {"surface": "white"}),
        (moments, viz.plot_vector_source_estimates, {"transparent": True}),
    ):
        brain = plot(one, **options, **extra)
        np.testing.assert_array_equal(brain.screenshot(), drawn(one))
        brain.close()
    with pytest.raises(ArgumentTypeError, match="must be a source estimate of vectors"):
        viz.plot_vector_source_estimates(stc, **options)


def test_a_page_of_it_is_refused(src, subjects_dir, tmp_path):
    brain = an_estimate(src).plot(src=src, surface="white", subjects_dir=subjects_dir, **SMALL)
    with pytest.raises(InputError, match=r"take stc\.surface\(\)"):
        brain.to_html(tmp_path / "one.html")
    assert brain._repr_html_().startswith("<img")
    brain.close()
    plt.close("all")


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"src": None}, InputError, "src must be given: the source spaces of the estimate"),
        ({"src": "sample"}, ArgumentTypeError, "src must be SourceSpaces"),
        ({"surface": "inflated"}, InputError, "surface must be one of 'white', 'pial'"),
        ({"volume_options": 2.0}, InputError, "volume_options must be one of 1.0, None"),
        ({"volume_options": {"blending": "mip"}}, InputError, "volume_options may hold 'alpha'"),
        ({"volume_options": {"alpha": 2}}, InputError, "alpha must be at least 0 and at most 1"),
        ({"brain_kwargs": {"offset": True}}, InputError, "offset must not be True"),
    ],
)
def test_what_cannot_be_drawn_is_refused(src, drawn, options, error, words):
    with pytest.raises(error, match=words):
        drawn(an_estimate(src), **options)


def test_other_sources_and_complex_values_are_refused(src, drawn):
    stc = an_estimate(src)
    with pytest.raises(MismatchError, match="src must have the sources of the estimate"):
        drawn(
            leadfield.MixedSourceEstimate(
                stc.data[1:], [stc.vertices[0][1:], *stc.vertices[1:]], 0, 1
            )
        )
    with pytest.raises(MismatchError, match="src must have the sources of the estimate"):
        drawn(
            leadfield.MixedSourceEstimate(
                stc.data[:-1], [*stc.vertices[:2], stc.vertices[2][:-1]], 0, 1
            )
        )
    with pytest.raises(InputError, match=r"draw abs\(stc\)"):
        drawn(stc * 1j)
