"""Draws of currents from a minimum-norm model's own prior."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.inverse.operator import InverseModel
from truth.experiment import TRIALS

SCALE = 0.7  # of the noise, over the covariance


def draw_from_prior(
    model: InverseModel, lambda2: float, n: int, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Currents (n_sources, 3, n), and components (n_components, n) of averages that show them."""
    deviations = np.sqrt(SCALE / (lambda2 * TRIALS) * model.source_variances)
    currents = deviations[:, np.newaxis] * rng.standard_normal((len(deviations), n))
    prior = currents / np.sqrt(model.source_variances)[:, np.newaxis]
    seen = model.singular_values[:, np.newaxis] * (model.leads.T @ prior)
    noise = np.sqrt(SCALE / TRIALS) * rng.standard_normal(seen.shape)
    return currents.reshape(model.sources.n_sources, -1, n), seen + noise
