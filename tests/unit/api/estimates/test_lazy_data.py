"""Estimates that are a kernel and sensor data until their product is needed."""

import pickle
import tracemalloc

import numpy as np
import pytest

from leadfield.api.estimates.apply_raw import apply_inverse_raw
from leadfield.api.estimates.kinds import read_source_estimate
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.recording.info import Info
from leadfield.api.recording.raw_array import RawArray
from leadfield.base.errors import DataError


class TestAnEstimateInTwoFactors:
    @pytest.mark.parametrize("vector", [False, True])
    def test_is_multiplied_when_its_data_are_asked_for(self, make_lazy, vector):
        stc = make_lazy(vector)
        kernel, sensors = stc._lazy.factors
        assert stc.shape == ((4, 3, 5) if vector else (4, 5))
        assert stc._lazy.factors is not None
        np.testing.assert_allclose(stc.data, kernel.matrix @ sensors)
        assert stc._lazy.factors is None

    @pytest.mark.parametrize("mode", ["mean", "max"])
    @pytest.mark.parametrize("vector", [False, True])
    def test_has_the_label_courses_of_its_product(self, make_lazy, make_label, mode, vector):
        labels = [make_label("lh", [1, 5]), make_label("rh", [9])]
        stc = make_lazy(vector)
        made_ = stc.extract_label_time_course(labels, None, mode)
        assert not stc._lazy.computed
        _ = stc.data
        expected = stc.extract_label_time_course(labels, None, mode)
        np.testing.assert_allclose(made_, expected, rtol=1e-12)

    def test_is_transformed_at_the_sensors(self, make_lazy):
        stc = make_lazy()
        made_ = stc.transform_data(lambda x: (x.cumsum(axis=-1), None), idx=[0, 2], tmin_idx=1)
        assert stc._lazy.factors is not None
        np.testing.assert_allclose(made_, stc.data[[0, 2], 1:].cumsum(axis=-1))


@pytest.fixture(params=["signed", "vector", "length"])
def long(request, little_inverse):
    """An estimate of a recording of 1000 samples, not computed, and the same computed."""
    made = little_inverse(loose=0.0 if request.param == "signed" else 0.3)
    raw = RawArray(made.rng.standard_normal((9, 1000)), Info(made.info))
    pick_ori = "vector" if request.param == "vector" else None

    def estimate():
        return apply_inverse_raw(
            raw, InverseOperator(made.model), 0.1, pick_ori=pick_ori, buffer_size=70
        )

    whole = estimate()
    _ = whole.data
    return estimate(), whole


def assert_same(found, wanted):
    assert not found._lazy.computed
    np.testing.assert_allclose(found.times, wanted.times, atol=1e-12)
    np.testing.assert_allclose(found.data, wanted.data, atol=1e-12 * abs(wanted.data).max())


class TestAnEstimateOfARecording:
    def test_is_cropped_without_being_computed(self, long):
        lazy, whole = (stc.crop(1.5, 4.2) for stc in long)
        assert_same(lazy, whole)

    def test_is_multiplied_without_being_computed(self, long):
        lazy, whole = long
        lazy *= 4
        assert_same(-2.0 * lazy / 4, -2.0 * whole)

    def test_has_magnitudes_without_being_computed(self, long):
        lazy, whole = long
        assert_same(abs(lazy), abs(whole))

    def test_is_restricted_to_a_label_without_being_computed(self, long, make_label):
        lazy, whole = long
        label = make_label("lh", whole.vertices[0][:2])
        assert_same(lazy.in_label(label), whole.in_label(label))

    def test_is_copied_without_being_computed(self, long):
        lazy, whole = long
        copy = lazy.copy()
        copy.crop(0.0, 1.0)
        assert_same(lazy, whole)

    def test_has_its_mean_and_peaks_without_being_computed(self, long):
        lazy, whole = long
        mean = lazy.mean()
        np.testing.assert_allclose(mean.data, whole.mean().data, atol=1e-12)
        for options in ({}, {"hemi": "rh", "tmin": 2.0}, {"time_as_index": True}):
            assert lazy.get_peak(**options) == whole.get_peak(**options)
        assert not lazy._lazy.computed

    @pytest.mark.parametrize("mode", ["mean", "max"])
    def test_has_label_courses_without_being_computed(self, long, make_label, mode):
        lazy, whole = long
        labels = [make_label("lh", whole.vertices[0][:2]), make_label("rh", whole.vertices[1])]
        found = lazy.extract_label_time_course(labels, None, mode)
        assert not lazy._lazy.computed
        wanted = whole.extract_label_time_course(labels, None, mode)
        np.testing.assert_allclose(found, wanted, atol=1e-12 * abs(wanted).max())

    @pytest.mark.parametrize("ftype", ["stc", "h5"])
    def test_is_saved_without_being_computed(self, long, tmp_path, ftype):
        pytest.importorskip("h5py")
        lazy, whole = long
        ftype = "h5" if len(lazy.shape) == 3 else ftype
        lazy.save(tmp_path / "some", ftype=ftype)
        assert not lazy._lazy.computed
        found = read_source_estimate(tmp_path / "some")
        np.testing.assert_allclose(found.data, whole.data, atol=1e-6 * abs(whole.data).max())

    def test_is_pickled_as_numbers(self, long):
        lazy, whole = long
        again = pickle.loads(pickle.dumps(lazy))
        np.testing.assert_allclose(again.data, whole.data, atol=1e-12 * abs(whole.data).max())

    def test_is_written_to_like_any_other(self, long):
        lazy, _ = long
        lazy.data[0] = 7.0
        assert (lazy.data[0] == 7.0).all()


def test_nothing_as_large_as_the_cortex_is_held(little_inverse):
    """Peaks, means and label courses of a recording take the memory of a part of it."""
    made = little_inverse()
    n_times = 400_000
    raw = RawArray(np.ones((9, n_times)), Info(made.info))
    stc = apply_inverse_raw(raw, InverseOperator(made.model), 0.1, buffer_size=4000)
    dense = 8 * np.prod(stc.shape)
    tracemalloc.start()
    try:
        stc.get_peak(), stc.mean(), (2 * stc).crop(0, 30).mean()
        assert tracemalloc.get_traced_memory()[1] < dense / 3
    finally:
        tracemalloc.stop()


def test_values_that_are_not_numbers_are_told_when_they_are_met(little_inverse):
    made = little_inverse()
    data = np.ones((9, 300))
    data[3, 200] = np.nan
    stc = apply_inverse_raw(RawArray(data, Info(made.info)), InverseOperator(made.model), 0.1)
    with pytest.raises(DataError, match="data must be finite, got 1 NaN"):
        stc.get_peak()
