"""Components of data: white, scaled to one for the average's noise."""

import numpy as np
import pytest

from leadfield.trust.data_components import (
    average_components,
    evoked_components,
    single_epoch_matrix,
    trial_components,
)


@pytest.mark.parametrize("loose", [0.0, 0.3])
def test_noise_has_variance_one(little_inverse, loose):
    made = little_inverse(2, n=6, loose=loose, projected=True)
    matrix = single_epoch_matrix(made.model)
    projected = matrix @ made.noise @ matrix.T
    np.testing.assert_allclose(projected, np.eye(len(matrix)), atol=1e-9)


def test_the_average_of_trials_is_the_evokeds(round_head):
    rng = np.random.default_rng(0)
    epochs = round_head.trials(rng, 12)
    model = round_head.inverses[0.2].value
    trials = trial_components(model, epochs.value, slice(1, 4))
    evoked = evoked_components(model, epochs.average().value, slice(1, 4))
    np.testing.assert_allclose(average_components(trials), evoked, atol=1e-12)
