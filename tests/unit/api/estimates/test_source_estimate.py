"""Source estimates as users hold them."""

import operator
from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.estimates.kinds import CLASSES, estimate_of, read_source_estimate
from leadfield.api.estimates.label_time_courses import extract_label_time_course
from leadfield.api.estimates.mixed_estimate import MixedSourceEstimate, MixedVectorSourceEstimate
from leadfield.api.estimates.plot import plot_source_estimates, plot_vector_source_estimates
from leadfield.api.estimates.source_estimate import (
    SourceEstimate,
    VectorSourceEstimate,
)
from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, StateError

PAIR = [[1, 5], [2, 9]]


def made(kind="surface", vector=False, n_times=4, **changes):
    vertices = {"surface": PAIR, "volume": [[1, 2, 5, 9]], "mixed": [[1], [5], [2, 9]]}[kind]
    shape = (4, 3, n_times) if vector else (4, n_times)
    data = np.random.default_rng(0).standard_normal(shape)
    arguments = {"data": data, "vertices": vertices, "tmin": -0.1, "tstep": 0.1, **changes}
    return CLASSES[kind, vector](**arguments)


def lazy(vector=False, n_channels=6):
    rng = np.random.default_rng(1)
    kernel = rng.standard_normal((4, 3, n_channels) if vector else (4, n_channels))
    return made(vector=vector, data=(kernel, rng.standard_normal((n_channels, 5))))


def label(hemi, vertices):
    return SimpleNamespace(hemi=hemi, vertices=np.array(vertices), name="some", subject=None)


@pytest.mark.parametrize("key", CLASSES)
class TestEveryKind:
    def test_holds_what_it_was_given(self, key):
        stc = made(*key)
        assert stc.shape == stc.data.shape == ((4, 3, 4) if key[1] else (4, 4))
        np.testing.assert_allclose(stc.times, [-0.1, 0, 0.1, 0.2], atol=1e-12)
        assert (stc.tmin, stc.tstep, stc.sfreq, stc.subject) == (-0.1, 0.1, 10, None)
        assert stc.value.axes.kind == key[0]
        assert f"<{type(stc).__name__} | 4 sources, 4 samples, -100 to 200 ms>" == repr(stc)

    def test_has_data_that_can_be_changed(self, key):
        stc = made(*key)
        stc.data[0] = 7
        stc.data *= 2
        assert (stc.value.data[0] == 14).all()

    def test_has_a_copy_of_its_own(self, key):
        stc = made(*key)
        other = stc.copy()
        other.data[:] = 0
        assert stc.data.any()
        assert type(other) is type(stc)

    def test_leaves_the_array_it_was_given_alone(self, key):
        data = np.ones((4, 3, 2) if key[1] else (4, 2))
        stc = made(*key, data=data)
        stc.data[:] = 0
        assert data.all()

    def test_can_be_cropped_averaged_and_summed(self, key):
        stc = made(*key)
        assert stc.copy().crop(0, 0.1).shape[-1] == 2
        np.testing.assert_allclose(stc.mean().data[..., 0], stc.data.mean(axis=-1))
        np.testing.assert_allclose(stc.sum().data, stc.data.sum(axis=-1, keepdims=True))
        assert stc.bin(0.2).shape[-1] == 2

    def test_finds_its_peak(self, key):
        stc = made(*key)
        where, when = stc.get_peak(vert_as_index=True, time_as_index=True)
        size = np.linalg.norm(stc.data, axis=1) if key[1] else np.abs(stc.data)
        assert size[where, when] == size.max()
        vertex, time = stc.get_peak()
        assert vertex == np.concatenate(stc.vertices)[where]
        assert time == stc.times[when]


class TestOwnership:
    def test_the_frozen_value_shares_the_data_and_cannot_be_written_to(self):
        stc = made()
        value = stc.value
        assert np.shares_memory(value.data, stc.data)
        with pytest.raises(ValueError, match="read-only"):
            value.data[:] = 0

    def test_arrays_that_were_computed_are_taken_over(self):
        data = np.zeros((4, 4))
        assert estimate_of(data, made().value.axes).data is data

    def test_data_of_a_frozen_value_are_copied(self):
        value = made().value
        stc, other = estimate_of(value.data, value.axes), made()
        other.data = value.data
        for one in (stc, other):
            one.data[:] = 0
        assert value.data.any()

    def test_vertices_and_subject_may_be_set(self):
        stc = made()
        stc.subject = "ann"
        stc.vertices[1] = np.array([2, 10])
        axes = stc.value.axes
        assert (axes.subject, axes.vertices[1].tolist()) == ("ann", [2, 10])


class TestArithmetic:
    @pytest.mark.parametrize(
        "operation",
        [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow],
        ids=lambda f: f.__name__,
    )
    @pytest.mark.parametrize("other", [2.5, 3, np.float64(2), np.arange(1.0, 5)])
    def test_is_that_of_the_data(self, operation, other):
        stc = abs(made())
        np.testing.assert_allclose(operation(stc, other).data, operation(stc.data, other))

    @pytest.mark.parametrize(
        "operation", [operator.add, operator.sub, operator.mul, operator.truediv]
    )
    def test_goes_both_ways(self, operation):
        stc = made()
        for left in (2.0, np.float64(2), np.full(4, 2.0)):
            np.testing.assert_allclose(operation(left, stc).data, operation(2.0, stc.data))

    @pytest.mark.parametrize(
        "operation",
        [operator.iadd, operator.isub, operator.imul, operator.itruediv, operator.ipow],
        ids=lambda f: f.__name__,
    )
    def test_can_be_done_in_place(self, operation):
        stc = abs(made())
        data, before = stc.data, stc.data.copy()
        assert operation(stc, 2) is stc
        assert stc.data is data
        np.testing.assert_allclose(stc.data, operation(before, 2))

    def test_of_two_estimates_goes_source_by_source(self):
        one, other = made(), made() * 2
        np.testing.assert_allclose((one + other).data, 3 * one.data)
        np.testing.assert_allclose((other - one).data, one.data)
        one /= other
        np.testing.assert_allclose(one.data, 0.5)

    def test_knows_signs_and_roots(self):
        stc = made()
        np.testing.assert_array_equal((-stc).data, -stc.data)
        np.testing.assert_array_equal(abs(stc).data, np.abs(stc.data))
        np.testing.assert_allclose((stc**2).sqrt().data, np.abs(stc.data))
        assert +stc is stc

    @pytest.mark.parametrize(
        ("other", "error", "words"),
        [
            (["x"], ArgumentTypeError, "combine with numbers, arrays and estimates, got "),
            (np.ones((7, 4)), MismatchError, "must fit the data's shape"),
            (np.ones((2, 4, 4)), MismatchError, "must fit the data's shape"),
            (made(n_times=3), MismatchError, "got 4 and 3: crop one of them"),
            (made(vertices=[[1, 5], [2, 8]]), MismatchError, "same vertices"),
            (made(subject="ann"), MismatchError, "of one subject"),
            (made("volume"), MismatchError, "of one kind"),
        ],
    )
    def test_needs_what_fits(self, other, error, words):
        with pytest.raises(error, match=words):
            made() + other


class TestSettingThings:
    def test_new_data_must_have_the_sources(self):
        stc = made()
        stc.data = np.zeros((4, 9))
        assert stc.times.shape == (9,)
        with pytest.raises(MismatchError, match="a row for each of the 4 vertices"):
            stc.data = np.zeros((5, 9))
        with pytest.raises(MismatchError, match="must have 2 dimensions, got 3"):
            stc.data = np.zeros((4, 3, 9))

    def test_the_time_axis_follows_tmin_and_tstep(self):
        stc = made()
        stc.tmin, stc.tstep = 1, 0.5
        assert stc.times.tolist() == [1, 1.5, 2, 2.5]
        with pytest.raises(InputError, match="tstep must be above 0"):
            stc.tstep = 0
        with pytest.raises(StateError, match="times follow from"):
            stc.times = [0]

    def test_times_have_numbers(self):
        assert made().time_as_index([0.0, 0.19], use_rounding=True).tolist() == [1, 3]

    @pytest.mark.parametrize(
        ("changes", "error", "words"),
        [
            ({"vertices": np.arange(4)}, ArgumentTypeError, "must be a list of arrays"),
            ({"subject": 3}, ArgumentTypeError, "subject must be a name"),
            ({"data": (np.ones((4, 2)),)}, ArgumentTypeError, "a kernel and sensor data"),
            ({"data": (np.ones((4, 2)), np.ones((3, 2)))}, MismatchError, "a column for each row"),
            ({"data": (np.ones((5, 2)), np.ones((2, 2)))}, InputError, "data must have shape 4"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, changes, error, words):
        with pytest.raises(error, match=words):
            made(**changes)


class TestHemispheres:
    def test_are_apart(self):
        stc = made()
        assert [stc.lh_vertno.tolist(), stc.rh_vertno.tolist()] == PAIR
        np.testing.assert_array_equal(np.concatenate([stc.lh_data, stc.rh_data]), stc.data)

    def test_have_their_own_peaks(self):
        stc = made(data=np.array([[1.0, 0], [0, 9], [0, 3], [-4, 0]]))
        assert stc.get_peak("rh", mode="pos") == (2, 0.0)
        assert stc.get_peak("rh", vert_as_index=True, time_as_index=True) == (3, 0)

    @pytest.mark.parametrize("vector", [False, True])
    def test_can_be_restricted_to_a_label(self, vector):
        part = made(vector=vector).in_label(label("rh", [9, 10]))
        assert [v.tolist() for v in part.vertices] == [[], [9]]
        np.testing.assert_array_equal(part.data, made(vector=vector).data[3:])

    @pytest.mark.parametrize("vector", [False, True])
    def test_can_be_filled_up(self, vector):
        stc = made(vector=vector)
        stc.expand([[0, 1, 3], []])
        assert [v.tolist() for v in stc.vertices] == [[0, 1, 3, 5], [2, 9]]
        np.testing.assert_array_equal(stc.data[[1, 3, 4, 5]], made(vector=vector).data)
        assert not stc.data[[0, 2]].any()
        with pytest.raises(ArgumentTypeError, match="a list of 2 arrays"):
            stc.expand(np.arange(3))


class TestVectors:
    @pytest.mark.parametrize(
        ("kind", "scalar"),
        [
            ("surface", SourceEstimate),
            ("volume", VolSourceEstimate),
            ("mixed", MixedSourceEstimate),
        ],
    )
    def test_have_lengths_and_components(self, kind, scalar):
        stc = made(kind, vector=True)
        assert type(stc.magnitude()) is scalar
        np.testing.assert_allclose(stc.magnitude().data, np.linalg.norm(stc.data, axis=1))
        part, lines = stc.project(np.tile([0.0, 0, 1], (4, 1)))
        assert type(part) is scalar
        np.testing.assert_array_equal(part.data, stc.data[:, 2])
        np.testing.assert_array_equal(lines[:, 2], 1)

    def test_have_a_component_along_the_normal(self, little_inverse):
        sources = little_inverse().model.sources
        data = np.random.default_rng(0).standard_normal((9, 3, 2))
        stc = VectorSourceEstimate(data, list(sources.vertices), 0, 1)
        part, lines = stc.project("normal", sources)
        np.testing.assert_array_equal(lines, sources.normals)
        np.testing.assert_allclose(part.data, np.einsum("ik,ikt->it", lines, data))
        towards = stc.project("pca", sources)[1]
        assert ((towards * lines).sum(axis=1) >= 0).all()

    @pytest.mark.parametrize(
        ("arguments", "error", "words"),
        [
            (("normal",), ArgumentTypeError, "needs src"),
            (("up",), InputError, "directions must be one of 'normal', 'pca', got 'up'"),
            ((np.ones((3, 3)),), MismatchError, "must have shape"),
            ((np.full((4, 3), np.nan),), InputError, "directions must be finite"),
        ],
    )
    def test_need_directions_that_fit(self, arguments, error, words):
        with pytest.raises(error, match=words):
            made(vector=True).project(*arguments)


class TestMixedEstimates:
    @pytest.mark.parametrize("vector", [False, True])
    def test_can_be_taken_apart(self, vector):
        stc = made("mixed", vector)
        surface, volume = stc.surface(), stc.volume()
        classes = (VectorSourceEstimate, VolVectorSourceEstimate, MixedVectorSourceEstimate)
        if not vector:
            classes = (SourceEstimate, VolSourceEstimate, MixedSourceEstimate)
        assert (type(surface), type(volume), type(stc)) == classes
        np.testing.assert_array_equal(surface.data, stc.data[:2])
        np.testing.assert_array_equal(volume.data, stc.data[2:])
        surface.data[:] = 0
        assert stc.data[:2].any()


class TestAnEstimateInTwoFactors:
    @pytest.mark.parametrize("vector", [False, True])
    def test_is_multiplied_when_its_data_are_asked_for(self, vector):
        stc = lazy(vector)
        kernel, sensors = stc._lazy.factors
        assert stc.shape == ((4, 3, 5) if vector else (4, 5))
        assert stc._lazy.factors is not None
        np.testing.assert_allclose(stc.data, kernel.whole @ sensors)
        assert stc._lazy.factors is None

    @pytest.mark.parametrize("mode", ["mean", "max"])
    @pytest.mark.parametrize("vector", [False, True])
    def test_has_the_label_courses_of_its_product(self, mode, vector):
        labels = [label("lh", [1, 5]), label("rh", [9])]
        stc = lazy(vector)
        made_ = stc.extract_label_time_course(labels, None, mode)
        assert (stc._lazy.factors is None) == (mode == "max")
        _ = stc.data
        expected = stc.extract_label_time_course(labels, None, mode)
        np.testing.assert_allclose(made_, expected, rtol=1e-12)

    def test_is_transformed_at_the_sensors(self):
        stc = lazy()
        made_ = stc.transform_data(lambda x: (x.cumsum(axis=-1), None), idx=[0, 2], tmin_idx=1)
        assert stc._lazy.factors is not None
        np.testing.assert_allclose(made_, stc.data[[0, 2], 1:].cumsum(axis=-1))


class TestTransforms:
    def test_keep_sources_and_times_that_were_asked_for(self):
        stc = made()
        other = stc.transform(lambda x: 2 * x, idx=[1, 3], tmin=0, tmax=100, copy=True)
        assert [v.tolist() for v in other.vertices] == [[5], [9]]
        np.testing.assert_allclose(other.data, 2 * stc.data[[1, 3], 1:3])
        np.testing.assert_allclose(other.times, [0, 0.1], atol=1e-12)

    def test_change_the_estimate_itself_unless_told(self):
        stc = made()
        assert stc.transform(np.abs) is stc
        assert (stc.data >= 0).all()

    def test_may_make_several_of_one(self):
        stc = made()
        several = stc.transform(lambda x: np.stack([x, -x], axis=-1), copy=True)
        np.testing.assert_array_equal(several[1].data, -stc.data)
        with pytest.raises(InputError, match="copy must be True"):
            stc.transform(lambda x: np.stack([x, -x], axis=-1))

    def test_need_a_sample(self):
        with pytest.raises(InputError, match="at least one sample"):
            made().transform(np.abs, tmin=900)

    def test_by_a_function_of_each_course_keep_their_shape(self):
        stc = made()
        expected = stc.data.copy()
        expected[[0, 2]] -= expected[[0, 2]].mean(axis=1, keepdims=True)
        assert stc.apply_function(lambda x: x - x.mean(), picks=[0, 2]) is stc
        np.testing.assert_allclose(stc.data, expected)
        with pytest.raises(MismatchError, match=r"must keep the shape \(4,\)"):
            stc.apply_function(np.mean)
        with pytest.raises(ArgumentTypeError, match="must be a function"):
            stc.apply_function("mean")

    def test_may_change_the_precision(self):
        assert made().apply_function(np.negative, dtype=np.complex128).data.dtype == np.complex128

    def test_of_the_baseline_are_made_in_place(self):
        stc = made()
        assert stc.apply_baseline((None, 0)) is stc
        np.testing.assert_allclose(stc.data[:, :2].mean(axis=1), 0, atol=1e-15)


class TestLabelCourses:
    labels = (label("lh", [1, 5]), label("rh", [9]))

    def test_of_one_label_need_no_list(self):
        made_ = made().extract_label_time_course(self.labels[0], None, "mean")
        np.testing.assert_allclose(made_, made().data[:2].mean(axis=0)[None])

    def test_of_several_estimates_are_a_list_or_a_generator(self):
        stcs = [made(), made() * 2]
        several = extract_label_time_course(stcs, list(self.labels), None, "mean")
        np.testing.assert_allclose(several[1], 2 * several[0])
        lazily = extract_label_time_course(
            iter(stcs), list(self.labels), None, "mean", return_generator=True
        )
        np.testing.assert_array_equal(next(lazily), several[0])

    def test_need_estimates_of_the_same_sources(self):
        stcs = [made(), made(vertices=[[1, 6], [2, 9]])]
        with pytest.raises(MismatchError, match="all estimates must have the same sources"):
            extract_label_time_course(stcs, list(self.labels), None, "mean")
        with pytest.raises(ArgumentTypeError, match="must be source estimates, got int"):
            extract_label_time_course([3], list(self.labels), None, "mean")


def test_files_are_written_and_read(tmp_path):
    made().save(tmp_path / "some")
    back = read_source_estimate(str(tmp_path / "some"), subject="ann")
    assert type(back) is SourceEstimate
    np.testing.assert_allclose(back.data, made().data, rtol=1e-7)
    assert back.subject == "ann"
    made("volume").save(tmp_path / "some")
    assert type(read_source_estimate(tmp_path / "some-vl.stc")) is VolSourceEstimate


def test_pictures_are_drawn_of_what_they_are_for():
    with pytest.raises(ArgumentTypeError, match="must be a SourceEstimate, got Vector"):
        plot_source_estimates(made(vector=True))
    with pytest.raises(ArgumentTypeError, match="must be a VectorSourceEstimate, got Source"):
        plot_vector_source_estimates(made())
    with pytest.raises(InputError, match=r"draw abs\(stc\)"):
        made(data=np.ones((4, 2), complex), subject="ann").plot()


@pytest.mark.parametrize("vector", [False, True])
def test_an_estimate_draws_itself(little_subjects, vector):
    draw = plot_vector_source_estimates if vector else plot_source_estimates
    options = {} if vector else {"surface": "white"}
    brain = draw(made(vector=vector), "ann", subjects_dir=little_subjects, **options)
    brain.close()
