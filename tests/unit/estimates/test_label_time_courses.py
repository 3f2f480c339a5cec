"""Label time courses: each mode's formula, and labels that do not fit."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, DataError, InputError, MismatchError
from leadfield.estimates.label_time_courses import plan_labels
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.labels.label import CorticalLabel, LabelPair

LINEAR = ["mean", "mean_flip"]
EVERY = [*LINEAR, "max", "pca_flip", None]


def label(hemisphere, vertices, name="some", subject="ann"):
    vertices = np.array(vertices, np.int64)
    n = len(vertices)
    return CorticalLabel(
        vertices=vertices,
        positions=np.zeros((n, 3)),
        values=np.ones(n),
        hemisphere=hemisphere,
        name=name,
        subject=subject,
    )


def both(left, right):
    return LabelPair(lh=left, rh=right, name="both")


@pytest.fixture(scope="module")
def sources(little_inverse):
    return little_inverse(kind="surface").model.sources


@pytest.fixture
def activity(sources):
    data = np.random.default_rng(0).standard_normal((sources.n_sources, 6))
    axes = SourceAxes(kind="surface", vertices=sources.vertices, tmin=0, tstep=1, subject="ann")
    return SourceCourses(axes=axes, data=data)


def courses(activity, labels, sources, **options):
    return plan_labels(activity.axes, labels, sources, **options).courses(activity.data)


LEFT, RIGHT = label("lh", [1, 3, 4, 5]), label("rh", [1, 9])


def test_means_are_means(activity, sources):
    made = courses(activity, [LEFT, RIGHT], sources, mode="mean")
    np.testing.assert_allclose(made, [activity.data[:3].mean(0), activity.data[[4, 8]].mean(0)])


def test_a_source_that_looks_the_other_way_counts_negatively(activity, sources):
    made = courses(activity, [LEFT], sources, mode="mean_flip")[0]
    normals = sources.spaces[0].normals[[1, 3, 5]]
    main = np.linalg.svd(normals)[2][0]
    main *= np.sign((normals @ main).mean())
    np.testing.assert_allclose(made, (np.sign(normals @ main)[:, None] * activity.data[:3]).mean(0))


def test_the_principal_course_has_the_labels_mean_power(activity, sources):
    made = courses(activity, [LEFT], sources, mode="pca_flip")[0]
    np.testing.assert_allclose(made @ made, (activity.data[:3] ** 2).sum() / 3)


def test_the_principal_course_of_one_course_is_that_course(activity, sources):
    signs = plan_labels(activity.axes, [LEFT], sources, mode="pca_flip").signs[0]
    one = np.sin(np.arange(6.0))
    data = np.zeros_like(activity.data)
    data[:3] = signs[:, None] * one
    made = plan_labels(activity.axes, [LEFT], sources, mode="pca_flip").courses(data)[0]
    np.testing.assert_allclose(made, one, atol=1e-12)


def test_the_principal_course_is_the_same_either_way(activity, sources):
    """With fewer times than sources the other Gram matrix is the smaller one."""
    long = np.concatenate([activity.data, np.zeros((len(activity.data), 9))], axis=1)
    plan = plan_labels(activity.axes, [both(LEFT, RIGHT)], sources, mode="pca_flip")
    short = plan.courses(activity.data[:, :3])
    np.testing.assert_allclose(plan.courses(long * (np.arange(15) < 3))[:, :3], short, atol=1e-12)


def test_silence_has_silent_courses(activity, sources):
    plan = plan_labels(activity.axes, [LEFT], sources, mode="pca_flip")
    assert not plan.courses(np.zeros_like(activity.data)).any()


def test_a_principal_course_needs_numbers(activity, sources):
    plan = plan_labels(activity.axes, [LEFT], sources, mode="pca_flip")
    with pytest.raises(DataError, match="values in a label must be finite"):
        plan.courses(np.full_like(activity.data, np.nan))


def test_the_largest_magnitude_is_taken_at_each_time(activity, sources):
    made = courses(activity, [LEFT], sources, mode="max")[0]
    np.testing.assert_array_equal(made, np.abs(activity.data[:3]).max(axis=0))


def test_no_mode_keeps_all_sources(activity):
    made = courses(activity, [LEFT, RIGHT], None, mode=None)
    np.testing.assert_array_equal(made[1], activity.data[[4, 8]])


def test_auto_flips_signs_of_values_and_averages_moments(activity, sources):
    assert plan_labels(activity.axes, [LEFT], sources).mode == "mean_flip"
    axes = replace(activity.axes, vector=True)
    moments = SourceCourses(axes=axes, data=np.zeros((len(activity.data), 3, 2)))
    assert plan_labels(moments.axes, [LEFT], sources).mode == "mean"


@pytest.mark.parametrize("mode", LINEAR)
def test_a_linear_mode_weighs_sources(activity, sources, mode):
    plan = plan_labels(activity.axes, [LEFT, both(LEFT, RIGHT)], sources, mode=mode)
    np.testing.assert_allclose(plan.weighted_sums(activity.data), plan.courses(activity.data))


@pytest.mark.parametrize("mode", ["mean", "max"])
def test_a_label_of_both_hemispheres_holds_both(activity, sources, mode):
    rows = [0, 1, 2, 4, 8]
    made = courses(activity, [both(LEFT, RIGHT)], sources, mode=mode)[0]
    expected = {"mean": np.mean, "max": lambda x, axis: np.abs(x).max(axis)}[mode]
    np.testing.assert_allclose(made, expected(activity.data[rows], axis=0))


@pytest.mark.parametrize("mode", ["mean", "max"])
def test_volumes_of_a_mixed_estimate_are_averaged_after_the_labels(little_inverse, mode):
    sources = little_inverse(kind="mixed").model.sources
    data = np.random.default_rng(1).standard_normal((sources.n_sources, 2))
    axes = SourceAxes(kind="mixed", vertices=sources.vertices, tmin=0, tstep=1, subject="ann")
    made = courses(SourceCourses(axes=axes, data=data), [LEFT], sources, mode=mode)
    assert len(made) == 2
    np.testing.assert_allclose(made[1], data[9:].mean(axis=0))


class TestALabelWithoutSources:
    def test_is_an_error_that_names_it(self, activity, sources):
        with pytest.raises(MismatchError, match=r"every label must hold a source.*'empty'"):
            courses(activity, [LEFT, label("rh", [0], "empty")], sources)

    @pytest.mark.parametrize("mode", ["mean", "mean_flip", "max", "pca_flip"])
    def test_has_zeros_if_that_is_allowed(self, activity, sources, mode):
        labels = [label("rh", [0], "empty"), LEFT]
        with pytest.warns(RuntimeWarning, match="1 labels hold no source"):
            plan = plan_labels(activity.axes, labels, sources, mode=mode, allow_empty=True)
        made = plan.courses(activity.data)
        assert not made[0].any()
        assert made[1].any()

    def test_may_pass_in_silence(self, activity, sources):
        made = courses(activity, [label("rh", [0])], sources, allow_empty="ignore")
        assert made.shape == (1, 6)


@pytest.mark.parametrize(
    ("options", "words", "error"),
    [
        ({"mode": "median"}, "mode must be one of", InputError),
        ({"allow_empty": "yes"}, "allow_empty must be one of", InputError),
    ],
)
def test_unknown_options_are_refused(activity, sources, options, words, error):
    with pytest.raises(error, match=words):
        courses(activity, [LEFT], sources, **options)


def test_flipping_needs_normals(activity):
    with pytest.raises(ArgumentTypeError, match="needs src"):
        courses(activity, [LEFT], None, mode="pca_flip")


def test_moments_have_no_sign_to_flip(activity, sources):
    axes = replace(activity.axes, vector=True)
    moments = SourceCourses(axes=axes, data=np.zeros((len(activity.data), 3, 2)))
    with pytest.raises(InputError, match="mode for vector estimates must be one of"):
        courses(moments, [LEFT], sources, mode="mean_flip")


def test_a_volume_has_no_labels(little_inverse):
    sources = little_inverse(kind="volume").model.sources
    axes = SourceAxes(kind="volume", vertices=sources.vertices, tmin=0, tstep=1)
    volume = SourceCourses(axes=axes, data=np.zeros((4, 1)))
    with pytest.raises(MismatchError, match="this is a volume estimate"):
        courses(volume, [LEFT], sources)


def test_labels_of_another_subject_are_refused(activity, sources):
    with pytest.raises(MismatchError, match="got 'ben' and 'ann'"):
        courses(activity, [label("lh", [1], subject="ben")], sources)


def test_source_spaces_of_another_estimate_are_refused(activity, little_inverse):
    with pytest.raises(MismatchError, match=r"must hold all of the estimate's sources, 1 of 4"):
        courses(activity, [LEFT], little_inverse(n=3).model.sources)


def test_no_labels_are_refused(activity):
    with pytest.raises(InputError, match="labels must be at least one"):
        plan_labels(activity.axes, [], None, mode="mean")
