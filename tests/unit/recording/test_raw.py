"""Changing a recording and reading it is the same as reading it and changing the samples."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadfield.base.errors import DataError, MismatchError, OutOfRangeError, StateError
from leadfield.recording.annotation import Annotation, within
from leadfield.recording.compensation import Compensation
from leadfield.recording.create import average_reference
from leadfield.recording.projection import Projection
from leadfield.recording.projector import make_projector
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples
from leadfield.recording.spans import good_samples, span_of

quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
N = 60


@pytest.fixture
def data():
    return np.random.default_rng(2).standard_normal((5, N))


@pytest.fixture
def raw(info, data):
    """A recording in memory, with an average reference that is not applied."""
    info = info.with_projections([average_reference(info, active=False)])
    return RawRecording(info=info, samples=ArraySamples(data), first_sample=200)


def everything(raw):
    return raw.read(0, raw.n_samples)


@quick
@given(data_=st.data())
def test_crops_and_picks_in_any_order_read_the_same(data_, raw, data):
    expected = data
    for _ in range(data_.draw(st.integers(1, 4))):
        n_channels, n_samples = expected.shape
        if data_.draw(st.booleans()):
            start = data_.draw(st.integers(0, n_samples - 1))
            stop = data_.draw(st.integers(start + 1, n_samples))
            raw, expected = raw.cropped(start, stop), expected[:, start:stop]
        else:
            chosen = st.lists(st.integers(0, n_channels - 1), min_size=1, unique=True)
            rows = data_.draw(chosen)
            raw, expected = raw.picked(rows), expected[rows]
    np.testing.assert_array_equal(everything(raw), expected)


def lazy(raw):
    """The same recording, as if it were not in memory."""
    return replace(raw, samples=raw.cropped(0, N).samples)


@pytest.mark.parametrize("held", [True, False])
def test_projections_are_applied_to_what_is_read(held, raw, data):
    P = make_projector(raw.info.projections, raw.info.names).matrix
    done = raw.projected() if held else lazy(raw).projected()
    np.testing.assert_allclose(done.read(5, 20, [3, 0]), (P @ data)[[3, 0], 5:20], atol=1e-15)
    assert all(one.active for one in done.info.projections)


def test_projections_leave_bad_channels_alone(raw, data):
    field = Projection(
        description="made",
        kind=1,
        active=False,
        channel_names=raw.info.names,
        vectors=np.array([[0.7, 0.7, 0.14, 0, 0]]),
    )
    bad = replace(raw, info=raw.info.with_bads(["E1"]).with_projections([field]))
    np.testing.assert_array_equal(everything(bad.projected())[2], data[2])


def test_picking_after_projecting_keeps_what_was_projected(raw):
    done = raw.projected()
    np.testing.assert_array_equal(everything(done.picked([2])), everything(done)[[2]])


def compensated_info(info):
    weights = Compensation(
        kind=1, grade=1, row_names=("M",), column_names=("G",), weights=np.array([[0.5]])
    )
    return replace(info, compensations=(weights,))


def test_compensation_is_applied_to_what_is_read(raw, data):
    done = replace(raw, info=compensated_info(raw.info)).compensated(1)
    np.testing.assert_allclose(everything(done)[0], data[0] - 0.5 * data[1])
    assert done.info.compensation_grade == 1


def test_compensation_after_projection_is_refused(raw):
    done = replace(raw, info=compensated_info(raw.info)).projected()
    with pytest.raises(StateError, match="before projection"):
        done.compensated(1)


def test_what_is_read_is_the_readers_own(raw, data):
    everything(raw)[:] = 0
    np.testing.assert_array_equal(everything(raw), data)


@pytest.mark.parametrize(("start", "stop"), [(-1, 3), (0, N + 1), (4, 3)])
def test_samples_outside_are_refused(start, stop, raw):
    with pytest.raises(OutOfRangeError, match=f"from 0 to {N}"):
        raw.read(start, stop)


def test_a_row_too_few_is_refused(info):
    with pytest.raises(MismatchError, match="each of its 5 channels, got 4"):
        RawRecording(info=info, samples=ArraySamples(np.zeros((4, 3))))


def test_no_samples_are_refused(info):
    with pytest.raises(DataError, match="at least one sample"):
        RawRecording(info=info, samples=ArraySamples(np.zeros((5, 0))))


class TestAnnotations:
    spans = (
        Annotation(onset=2.0, duration=0.1, description="first"),
        Annotation(onset=2.3, duration=1.0, description="BAD late", channel_names=("M",)),
        Annotation(onset=9.0, duration=1.0, description="outside"),
    )

    def test_outside_the_data_are_left_out_with_a_warning(self, raw):
        with pytest.warns(RuntimeWarning) as caught:
            found = raw.annotated(self.spans, emit_warning=True).annotations
        assert [str(w.message)[:10] for w in caught] == ["left out 1", "shortened "]
        assert [(a.onset, round(a.duration, 9)) for a in found] == [(2.0, 0.1), (2.3, 0.3)]

    def test_stay_where_they_are_when_time_is_cropped(self, raw):
        found = raw.annotated(self.spans).cropped(20, N).annotations
        assert [(a.description, a.onset) for a in found] == [("BAD late", 2.3)]

    def test_follow_when_samples_are_counted_anew(self, raw):
        found = raw.annotated(self.spans).counted_from(0).annotations
        assert [a.onset for a in found] == pytest.approx([0.0, 0.3])

    def test_mark_bad_samples(self, raw):
        good = good_samples(raw.annotated(self.spans), 10, 40)
        assert np.flatnonzero(~good).tolist() == list(range(20, 30))

    def test_about_channels_that_go_go_with_them(self, raw):
        found = raw.annotated(self.spans).picked([2]).annotations
        assert [a.description for a in found] == ["first"]

    def test_are_kept_in_order(self):
        assert within(self.spans[::-1], 0, 99) == self.spans


@pytest.mark.parametrize(
    ("tmin", "tmax", "include", "expected"),
    [
        (0, None, True, (0, 60)),
        (0.1, 0.2, True, (10, 21)),
        (0.1, 0.2, False, (10, 20)),
        (0.104, 0.196, True, (10, 21)),
        (0.3, 0.3, True, (30, 31)),
        (0.1, 0.6, False, (10, 60)),
    ],
)
def test_times_become_the_nearest_samples(tmin, tmax, include, expected):
    assert span_of(100.0, 60, tmin, tmax, include_tmax=include) == expected


@pytest.mark.parametrize(
    ("tmin", "tmax", "include"),
    [(-0.1, 0.2, True), (0.3, 0.2, True), (0, 0.7, True), (0.3, 0.3, False)],
)
def test_times_outside_or_out_of_order_are_refused(tmin, tmax, include):
    with pytest.raises(ValueError, match="must"):
        span_of(100.0, 60, tmin, tmax, include_tmax=include)
