"""Signal-to-noise ratio of evoked responses."""

import numpy as np
import pytest

from leadfield.estimates.explained_variance import (
    decompose,
)
from leadfield.estimates.snr import estimate_evoked_snr


class TestSignalToNoise:
    def test_is_none_where_there_is_no_signal(self, little_inverse, make_evoked):
        made = little_inverse()
        field, by_misfit = estimate_evoked_snr(
            make_evoked(made, data=np.full((9, 2), 1e-6)), made.model
        )
        assert (field < 1).all()
        assert not by_misfit.any()

    def test_grows_with_the_signal(self, little_inverse, make_evoked):
        made = little_inverse()
        data = 3 * made.gain[:, :1] * np.array([1.0, 2.0, 4.0])
        field, by_misfit = estimate_evoked_snr(make_evoked(made, data=data), made.model)
        np.testing.assert_allclose(field[1:] / field[:-1], 2)
        assert (np.diff(by_misfit) > 0).all()

    def test_leaves_as_much_as_noise_would(self, little_inverse, make_kernel, make_evoked):
        """One step of λ² further up would leave more than the test's threshold."""
        made = little_inverse()
        response = make_evoked(made, data=30 * made.gain[:, :1])
        snr = estimate_evoked_snr(response, made.model)[1][0]
        threshold = 27.877  # chi2.isf(0.001, 9)
        for factor, below in ((1.0, True), (1 / 0.99, False)):
            kernel = make_kernel(made, "MNE", lambda2=factor / snr**2)
            components = decompose(kernel, response.data)
            left = (1 - kernel.solution.fit)[:, None] * components.values
            assert (2 * (left**2).sum() < threshold) == below

    def test_says_where_the_model_cannot_explain_the_data(self, little_inverse, make_evoked):
        made = little_inverse()
        with pytest.warns(RuntimeWarning, match="explains the data at 1 of 1 times"):
            assert estimate_evoked_snr(make_evoked(made, 1, nave=1e12), made.model)[1][0] > 10
