"""A brain of a subject alone, as ``Brain(subject)`` opens it, and values put on it."""

import pickle

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, StateError
from leadfield.viz import Brain

N = 2562


@pytest.fixture
def cortex(subjects):
    """Open a brain of the made-up subject, with small pictures."""

    def call(hemi="lh", surf="inflated", **options):
        return Brain("made", hemi, surf, subjects_dir=subjects, size=200, **options)

    return call


def test_a_cortex_is_drawn_without_activity(cortex):
    brain = cortex("both")
    assert brain.value.activity is None
    assert repr(brain) == "<Brain | made, lh and rh>"
    assert len(np.unique(brain.screenshot().reshape(-1, 3), axis=0)) > 10


def test_it_is_the_cortex_that_an_estimate_is_drawn_on(cortex, plot):
    bare, drawn = (
        cortex("split", views=["lat", "med"]).value,
        plot(hemi="split", views=["lat", "med"]),
    )
    assert bare.panels == drawn.value.panels
    for one, other in zip(bare.hemispheres, drawn.value.hemispheres, strict=True):
        assert np.array_equal(one.mesh.vertices, other.mesh.vertices)


def test_surfaces_are_moved_apart_only_if_inflated_or_asked(cortex):
    assert cortex("both").value.hemispheres[0].offset != 0
    assert cortex("both", "white").value.hemispheres[0].offset == 0
    assert cortex("both", "white", offset=True).value.hemispheres[0].offset != 0


def test_labels_and_annotations_are_removed_apart_from_each_other(cortex, patch):
    brain = cortex()
    brain.add_annotation([patch([0, 0, 1], 0.5)])
    brain.add_label(patch([0, 1, 0], 0.3))
    brain.remove_labels()
    assert [regions.parcellation for regions in brain.value.regions] == [True]
    brain.add_label(patch([0, 1, 0], 0.3))
    brain.remove_annotations()
    assert [regions.parcellation for regions in brain.value.regions] == [False]


def test_values_of_all_vertices_are_shown_as_they_are(cortex):
    brain, values = cortex(), np.linspace(-3, 5, N)
    brain.add_data(values, fmin=0, fmid=1, fmax=4)
    (sources,) = brain.value.activity.sources
    assert np.array_equal(sources.values[:, 0], values)
    limits = brain.value.activity.colour_table.limits
    assert (limits.low, limits.middle, limits.high, limits.signed) == (0, 1, 4, False)


def test_limits_that_are_not_given_are_those_of_the_values(cortex):
    brain = cortex()
    brain.add_data(np.linspace(-3, 5, N))
    limits = brain.value.activity.colour_table.limits
    assert (limits.low, limits.middle, limits.high) == (-3, 1, 5)
    brain.add_data(np.linspace(-3, 5, N), center=0)
    limits = brain.value.activity.colour_table.limits
    assert (limits.low, limits.middle, limits.high, limits.signed) == (0, 2.5, 5, True)
    brain.add_data(np.linspace(-3, 5, N), clim={"kind": "value", "lims": [1, 2, 3]})
    assert brain.value.activity.colour_table.limits.high == 3


def test_values_of_some_vertices_fill_the_cortex(cortex):
    brain = cortex()
    brain.add_data(np.ones(20), fmin=0, fmid=0.5, fmax=1, vertices=np.arange(20))
    smoothing = brain.value.activity.sources[0].smoothing
    assert smoothing.reached.all()


def test_the_other_hemisphere_keeps_its_values_at_the_same_times(cortex):
    brain, values = cortex("both"), np.linspace(0, 1, N)
    brain.add_data(values, hemi="lh")
    brain.add_data(2 * values, hemi="rh")
    kept = {one.hemisphere: one.values for one in brain.value.activity.sources}
    assert np.array_equal(kept["lh"][:, 0], values)
    assert np.array_equal(kept["rh"][:, 0], 2 * values)
    brain.add_data(np.stack([values] * 3, axis=1), hemi="rh", time=[0, 0.1, 0.2])
    kept = {one.hemisphere: one.values for one in brain.value.activity.sources}
    assert len(kept["lh"]) == 0


def test_the_first_time_is_shown_unless_another_is_asked_for(cortex):
    brain, values = cortex(), np.outer(np.linspace(0, 1, N), [1, 2, 3])
    brain.add_data(values, time=[0, 0.1, 0.2])
    first = brain.screenshot()
    brain.add_data(values, time=[0, 0.1, 0.2], initial_time=0.2)
    assert not np.array_equal(brain.screenshot(), first)
    brain.add_data(values[:, 0])  # has no third sample
    brain.screenshot()


def test_a_time_needs_values(cortex):
    with pytest.raises(StateError, match="activity"):
        cortex().set_time(0)


def test_a_cortex_can_be_pickled_and_saved_as_a_page(cortex, tmp_path):
    brain = pickle.loads(pickle.dumps(cortex()))
    assert np.array_equal(brain.screenshot(), cortex().screenshot())
    brain.to_html(tmp_path / "brain.html")
    assert "made" in (tmp_path / "brain.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"silhouette": True}, "silhouette must be False"),
        ({"interaction": "terrain"}, "interaction must be 'trackball'"),
        ({"units": "m"}, "units must be 'mm'"),
        ({"theme": "dark"}, "theme must be None"),
        ({"surf": "flat"}, "surface must be a closed surface"),
        ({"hemi": "left"}, "hemi must be one of"),
        ({"alpha": 2}, "alpha must be"),
    ],
)
def test_what_cannot_be_drawn_is_refused(cortex, options, words):
    with pytest.raises(InputError, match=words):
        cortex(**options)


def test_a_subject_must_be_named(subjects):
    with pytest.raises(ArgumentTypeError, match="name of a subject"):
        Brain(None, subjects_dir=subjects)


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"array": np.ones(5)}, MismatchError, "a row for each of 2562 vertices"),
        ({"array": np.ones((N, 3, 2))}, InputError, "vectors are drawn by"),
        ({"array": ["a"] * N}, InputError, "real numbers"),
        ({"array": np.full(N, np.nan)}, InputError, "finite"),
        ({"array": np.ones(2), "vertices": [1, -2]}, InputError, "from 0 to 2561"),
        ({"array": np.ones(N), "time": [1, 2]}, MismatchError, "time must have"),
        ({"array": np.arange(N), "fmin": 5, "fmax": 1}, InputError, "grow"),
        ({"array": np.arange(N), "center": 1}, InputError, "center must be"),
        ({"array": np.arange(N), "thresh": 3}, InputError, "thresh must be None"),
        ({"array": np.arange(N), "remove_existing": False}, InputError, "remove_existing"),
        ({"array": np.arange(N), "key": "more"}, InputError, "key must be 'data'"),
        ({"array": np.arange(N), "hemi": "rh"}, InputError, "hemi must be"),
    ],
)
def test_values_that_cannot_be_shown_are_refused(cortex, options, error, words):
    with pytest.raises(error, match=words):
        cortex().add_data(**options)
