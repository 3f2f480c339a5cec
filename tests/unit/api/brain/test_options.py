"""Every option of ``stc.plot`` is honoured or refused."""

import inspect
from dataclasses import fields

import numpy as np
import pytest
from matplotlib import colormaps
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from leadfield.api.brain.options import (
    SCALAR_ONLY,
    VECTOR_DEFAULTS,
    VECTOR_ONLY,
    BrainOptions,
)
from leadfield.api.brain.plot import plot_estimate
from leadfield.api.estimates.plot import plot_source_estimates, plot_vector_source_estimates
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.base.errors import (
    ArgumentTypeError,
    InputError,
    MismatchError,
    MissingFileError,
    StateError,
)

REFUSED = [
    ("hemi", "left"),
    ("hemi", None),
    ("surface", "flat"),
    ("views", "sideways"),
    ("views", []),
    ("views", 3),
    ("time_unit", "min"),
    ("view_layout", "round"),
    ("backend", "pyvistaqt"),
    ("backend", "notebook"),
    ("spacing", "ico4"),
    ("src", []),
    ("volume_options", 0.5),
    ("show_traces", "vertex"),
    ("show_traces", 0.9),
    ("add_data_kwargs", {"time_label_size": 10}),
    ("brain_kwargs", {"silhouette": True}),
    ("alpha", 1.5),
    ("alpha", "half"),
    ("size", 10),
    ("size", (200, 200, 200)),
    ("size", "large"),
    ("background", "no colour"),
    ("background", (1, 0, 0, 0.5)),
    ("foreground", (1, 2)),
    ("colormap", "no map"),
    ("colormap", 3),
    ("cortex", "no style"),
    ("cortex", ["red"]),
    ("cortex", {"colormap": "Greys", "vmin": 2, "vmax": 1}),
    ("cortex", {"colours": "Greys"}),
    ("smoothing_steps", -1),
    ("smoothing_steps", 2.5),
    ("smoothing_steps", "some"),
    ("transparent", "yes"),
    ("colorbar", "below"),
    ("initial_time", 0.5),
    ("initial_time", "now"),
    ("time_label", 3),
    ("figure", "one"),
    ("figure", [Figure()]),
    ("title", 3),
    ("block", None),
    ("brain_alpha", 0.3),
    ("scale_factor", 2),
    ("colour", "red"),
]


@pytest.mark.parametrize(("name", "value"), REFUSED, ids=lambda value: str(value)[:30])
def test_what_cannot_be_honoured_is_refused(plot, name, value):
    with pytest.raises((InputError, ArgumentTypeError)) as caught:
        plot(**{name: value})
    word = "option" if name == "colour" else name
    assert word in str(caught.value) or repr(value) in str(caught.value)


@pytest.mark.parametrize("name", ["alpha", "backend", "spacing", "block"])
def test_vectors_have_no_options_of_maps(plot, name):
    with pytest.raises(InputError, match=name):
        plot("moments", **{name: 1})


def test_a_time_viewer_without_windows_is_refused(plot):
    with pytest.raises(StateError, match="window"):
        plot(time_viewer=True)


def test_a_subject_must_be_named(estimate, subjects):
    with pytest.raises(ArgumentTypeError, match="subject"):
        plot_estimate(
            values=estimate.values,
            vertices=estimate.vertices,
            times=estimate.times,
            subject=None,
            vector=False,
            subjects_dir=subjects,
        )


UNFIT = {
    "a source short": lambda e: {"values": e.values[:-1]},
    "a time short": lambda e: {"values": e.values[:, :-1]},
    "moments": lambda e: {"values": e.moments},
    "complex": lambda e: {"values": e.values + 1j},
    "not finite": lambda e: {"values": np.full_like(e.values, np.nan)},
    "one hemisphere": lambda e: {"vertices": e.vertices[:1]},
    "no moments": lambda _: {"vector": True},
}


@pytest.mark.parametrize("change", UNFIT.values(), ids=UNFIT)
def test_values_that_do_not_fit_are_refused(estimate, subjects, change):
    given = {
        "values": estimate.values,
        "vertices": estimate.vertices,
        "times": estimate.times,
        "subject": "made",
        "vector": False,
        "subjects_dir": subjects,
        "clim": {"kind": "value", "lims": [1, 2, 3]},
    }
    with pytest.raises(InputError, match="values"):
        plot_estimate(**given | change(estimate))


def test_how_much_is_told_is_an_option_too(plot, caplog):
    plot(clim="auto", verbose="warning")
    assert not caplog.records


def test_a_surface_that_is_not_there_is_named(plot):
    with pytest.raises(MissingFileError, match=r"lh\.pial"):
        plot(surface="pial")


def test_an_estimate_of_another_subject_is_told(estimate, subjects):
    with pytest.raises(MismatchError, match="subject"):
        plot_estimate(
            values=estimate.values,
            vertices=[estimate.vertices[0] + 5000, estimate.vertices[1]],
            times=estimate.times,
            subject="made",
            vector=False,
            subjects_dir=subjects,
        )


def grid(brain):
    return [(p.row, p.column, p.hemispheres) for p in brain.value.panels]


def test_split_hemispheres_stand_side_by_side(plot):
    brain = plot(hemi="split", views=["lat", "med"])
    assert grid(brain) == [
        (0, 0, ("lh",)),
        (0, 1, ("rh",)),
        (1, 0, ("lh",)),
        (1, 1, ("rh",)),
    ]


def test_a_horizontal_layout_has_views_side_by_side(plot):
    brain = plot(hemi="both", views=["dor", "cau"], view_layout="horizontal")
    assert grid(brain) == [(0, 0, ("lh", "rh")), (0, 1, ("lh", "rh"))]


@pytest.mark.parametrize("view", ["lateral", "med"])
def test_views_from_a_side_show_both_hemispheres_apart(plot, view):
    brain = plot(hemi="both", views=view)
    assert grid(brain) == [(0, 0, ("lh",)), (0, 1, ("rh",))]
    left, right = (np.array(panel.camera.direction) for panel in brain.value.panels)
    assert np.allclose(left * [-1, 1, 1], right)
    assert [panel.title.split()[0] for panel in brain.value.panels] == ["left", "right"]


@pytest.mark.parametrize(("layout", "shape"), [("vertical", (2, 2)), ("horizontal", (2, 2))])
def test_a_view_of_both_hemispheres_is_as_wide_as_two_of_one(plot, layout, shape):
    brain = plot(hemi="both", views=["dorsal", "lateral"], view_layout=layout, size=(300, 300))
    assert (brain.value.rows, brain.value.columns) == shape
    brain.screenshot()
    whole, left, _ = brain._renderer.drawing.cells
    across = "width" if layout == "vertical" else "height"
    assert getattr(whole, across) == pytest.approx(2 * getattr(left, across), abs=1)


def test_the_first_time_is_that_of_the_strongest_map(plot, estimate):
    powers = (estimate.values[: len(estimate.vertices[0])] ** 2).sum(axis=0)
    assert plot()._state.sample == powers.argmax() > 0


def test_the_view_is_chosen_where_the_peak_is_seen(plot, estimate, subjects):
    brain = plot(hemi="lh")
    peak = estimate.values[:321, 2].argmax()
    normal = brain.value.hemispheres[0].mesh.normals[estimate.vertices[0][peak]]
    assert np.dot(brain.value.panels[0].camera.direction, normal) > 0.8
    values = np.zeros_like(estimate.values)
    top = int(np.argmax(brain.value.hemispheres[0].mesh.vertices[estimate.vertices[0], 2]))
    values[top] = 5.0
    seen = plot_estimate(
        values=values,
        vertices=estimate.vertices,
        times=estimate.times,
        subject="made",
        vector=False,
        subjects_dir=subjects,
        size=100,
    )
    assert np.allclose(seen.value.panels[0].camera.direction, (0, 0, 1), atol=1e-12)


def test_inflated_hemispheres_are_moved_apart_and_others_are_not(plot):
    def gap(brain):
        left, right = (half.mesh.vertices[:, 0] for half in brain.value.hemispheres)
        return right.min() - left.max()

    assert gap(plot(hemi="both")) == pytest.approx(4)
    assert gap(plot(hemi="both", surface="white")) == pytest.approx(20, abs=0.1)
    assert gap(plot(hemi="both", brain_kwargs={"offset": False})) == pytest.approx(10, abs=0.1)


def test_signed_values_get_a_signed_map_and_sizes_a_hot_one(plot):
    assert plot("signed").value.activity.colour_table.limits.signed
    assert not plot(clim="auto").value.activity.colour_table.limits.signed
    assert not plot("moments").value.activity.colour_table.limits.signed


def test_the_limits_given_decide_about_the_sign(plot):
    lims = {"kind": "value", "lims": [1, 2, 3]}
    assert not plot("signed", clim=lims).value.activity.colour_table.limits.signed
    both = {"kind": "value", "pos_lims": [1, 2, 3]}
    assert plot(clim=both).value.activity.colour_table.limits.signed


def test_a_diverging_map_makes_auto_limits_signed(plot):
    assert plot("values", clim="auto", colormap="RdBu_r").value.activity.colour_table.limits.signed


def test_maps_may_be_given_as_objects(plot):
    named = plot(colormap="viridis").value.activity.colour_table.colours
    given = plot(colormap=colormaps["viridis"]).value.activity.colour_table.colours
    assert np.array_equal(named, given)


@pytest.mark.parametrize(
    ("cortex", "expected"),
    [
        ("red", ((1, 0, 0), (1, 0, 0))),
        (["red", "blue"], ((1, 0, 0), (0, 0, 1))),
        ((0.1, 0.4, 1.0), ((0.1, 0.4, 1), (0.1, 0.4, 1))),
        ({"colormap": "gray", "vmin": 0, "vmax": 1}, ((0, 0, 0), (1, 1, 1))),
        (("gray", 0, 1, True), ((1, 1, 1), (0, 0, 0))),
    ],
)
def test_the_cortex_may_have_any_colours(plot, cortex, expected):
    style = plot(cortex=cortex).value.style
    assert (style.gyri, style.sulci) == expected


@pytest.mark.parametrize("cortex", ["classic", "high_contrast", "low_contrast", "bone"])
def test_gyri_are_lighter_than_sulci_in_every_style(plot, cortex):
    style = plot(cortex=cortex).value.style
    assert sum(style.gyri) > sum(style.sulci)


@pytest.mark.parametrize(("background", "expected"), [("black", 1.0), ("white", 0.0), ("y", 0.0)])
def test_words_stand_out_from_the_background(plot, background, expected):
    assert plot(background=background).value.style.foreground == (expected,) * 3


def test_the_first_time_is_the_nearest_sample(plot):
    brain = plot(initial_time=0.29)
    assert brain._state.sample == 3


def test_times_in_milliseconds_are_meant_and_shown_so(plot):
    brain = plot(time_unit="ms", initial_time=300)
    assert brain._state.sample == 3
    assert brain.value.activity.time_label(300.0) == "300.0 ms"


@pytest.mark.parametrize(
    ("time_label", "expected"),
    [
        ("auto", "0.250 s"),
        ("t = %0.1f", "t = 0.2"),
        ("rest", "rest"),
        (lambda t: f"<{t}>", "<0.25>"),
    ],
)
def test_times_are_said_as_wanted(plot, time_label, expected):
    assert plot(time_label=time_label).value.activity.time_label(0.25) == expected


def test_no_time_is_said_where_none_is_wanted(plot):
    assert plot(time_label=None).value.activity.time_label is None


def test_a_single_time_needs_no_label(estimate, subjects):
    brain = plot_estimate(
        values=estimate.values[:, :1],
        vertices=estimate.vertices,
        times=[0.0],
        subject="made",
        vector=False,
        subjects_dir=subjects,
        size=100,
    )
    assert brain.value.activity.time_label is None
    assert brain.screenshot().shape == (100, 100, 3)


def test_values_at_every_vertex_are_not_smoothed(subjects):
    n = 2562
    values = np.arange(2 * n, dtype=float)[:, None]
    brain = plot_estimate(
        values=values,
        vertices=[np.arange(n), np.arange(n)],
        times=[0.0],
        subject="made",
        vector=False,
        subjects_dir=subjects,
    )
    assert not brain.value.activity.sources[0].smoothing.scales


def test_a_hemisphere_without_sources_is_drawn_bare(estimate, subjects):
    brain = plot_estimate(
        values=estimate.values[: len(estimate.vertices[0])],
        vertices=[estimate.vertices[0], []],
        times=estimate.times,
        subject="made",
        vector=False,
        subjects_dir=subjects,
        hemi="rh",
        size=100,
        transparent=False,
        colorbar=False,
        time_label=None,
    )
    picture = brain.screenshot().astype(int)
    assert np.ptp(picture, axis=2).max() == 0


def test_pictures_leave_no_trace_in_pyplot(plot):
    before = plt.get_fignums()
    plot().screenshot()
    assert plt.get_fignums() == before


def test_a_number_is_that_of_a_figure_of_brains_which_pyplot_knows(plot):
    before = plt.get_fignums()
    with plot(figure=71, size=(300, 200)) as brain:
        assert brain.figure.number in plt.get_fignums()
        assert brain.screenshot().shape == (200, 300, 3)
    assert plt.get_fignums() == before


def test_a_number_leaves_the_users_figure_of_that_number_alone(plot):
    figure, ax = plt.subplots(num=73)
    with plot(figure=73) as brain:
        assert brain.figure is not figure
    assert figure.axes == [ax]
    plt.close(figure)


def test_a_pyplot_figure_is_drawn_into_anew(plot):
    with plot(figure=72, size=(300, 200)), plot(figure=72, size=(100, 150)) as brain:
        assert brain.screenshot().shape == (150, 100, 3)
        assert len(brain.figure.axes) == 2


def test_what_users_add_to_the_figure_stays(plot):
    brain = plot()
    brain.screenshot()
    own = brain.figure.text(0.5, 0.5, "mine")
    brain.add_text(0.1, 0.9, "words")
    brain.screenshot()
    assert own in brain.figure.texts
    assert len(brain.figure.axes) == 2


def test_the_users_figure_keeps_its_size_and_is_drawn_at_once(plot):
    figure = Figure(figsize=(3, 2), dpi=100)
    brain = plot(figure=figure)
    assert brain.figure is figure
    assert figure.axes[0].images[0].get_array().shape == (200, 300, 4)


def test_a_title_is_written_at_the_top(plot):
    texts = [text.get_text() for text in plot_texts(plot(title="A title"))]
    assert "A title" in texts


def plot_texts(brain):
    brain.screenshot()
    return brain.figure.texts


def test_the_colour_bar_is_left_out_if_not_wanted(plot):
    bare, full = plot(colorbar=False), plot()
    bare.screenshot(), full.screenshot()
    assert (len(bare.figure.axes), len(full.figure.axes)) == (1, 2)


@pytest.mark.parametrize("plot", [SourceEstimate.plot, plot_source_estimates])
def test_scalar_estimates_plot_with_all_options_and_their_defaults(plot):
    expected = {f.name: f.default for f in fields(BrainOptions)}
    for name in ("quantity", *VECTOR_ONLY):
        del expected[name]
    assert plot_defaults(plot) == expected


@pytest.mark.parametrize(
    ("plot", "own"),
    # MNE-Python's function says None where its method says True; both mean the same.
    [(VectorSourceEstimate.plot, {}), (plot_vector_source_estimates, {"transparent": None})],
)
def test_vector_estimates_plot_with_all_options_and_their_defaults(plot, own):
    expected = {f.name: f.default for f in fields(BrainOptions)} | dict(VECTOR_DEFAULTS) | own
    for name in ("quantity", "surface", *SCALAR_ONLY):
        del expected[name]
    assert plot_defaults(plot) == expected


def plot_defaults(plot):
    parameters = inspect.signature(plot).parameters
    others = {"self", "stc", "subject", "verbose"}
    return {name: p.default for name, p in parameters.items() if name not in others}
