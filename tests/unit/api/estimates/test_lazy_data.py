"""Estimates that are a kernel and sensor data until their product is needed."""

import numpy as np
import pytest


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
        assert (stc._lazy.factors is None) == (mode == "max")
        _ = stc.data
        expected = stc.extract_label_time_course(labels, None, mode)
        np.testing.assert_allclose(made_, expected, rtol=1e-12)

    def test_is_transformed_at_the_sensors(self, make_lazy):
        stc = make_lazy()
        made_ = stc.transform_data(lambda x: (x.cumsum(axis=-1), None), idx=[0, 2], tmin_idx=1)
        assert stc._lazy.factors is not None
        np.testing.assert_allclose(made_, stc.data[[0, 2], 1:].cumsum(axis=-1))
