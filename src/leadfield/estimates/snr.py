"""Signal-to-noise ratio of an evoked response, as an inverse operator sees it."""

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints
from leadfield.base.log import LOGGER, warn
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.data_channels import match_channels
from leadfield.estimates.explained_variance import decompose
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.operator import InverseModel

START = 10.0  # largest λ² that is tried
STEP = 0.99  # between one λ² and the next
STEPS = 1000
SIGNIFICANCE = 1e-3


def estimate_evoked_snr(evoked: EvokedResponse, model: InverseModel) -> tuple[Floats, Floats]:
    """Global field power of the whitened response, and SNR by its misfit, each (n_times,).

    The second is 1/λ for the largest λ² of a falling row that leaves so little of the
    whitened data unexplained that a χ² test takes it for noise; 0 where there is only noise.
    """
    kernel = prepare_kernel(model, nave=evoked.nave, lambda2=1.0, method="MNE")
    rows = match_channels(model.info, evoked.info)
    data = decompose(kernel, evoked.data[rows])
    averages = evoked.nave / model.nave
    rank = model.whitener.rank
    LOGGER.info("    %d channels, rank %d", len(rows), rank)
    power = averages * (data.white**2).sum(axis=0) / rank
    snr = np.zeros(len(power))
    loud = power > 1
    places = _first_below(
        averages * data.values[:, loud] ** 2,
        model.singular_values**2,
        float(scipy.special.chdtri(rank, SIGNIFICANCE)),
    )
    if (places == STEPS).any():
        warn(
            f"no lambda2 down to {START * STEP**STEPS:.1g} explains the data at "
            f"{int((places == STEPS).sum())} of {len(power)} times: the model does not fit them"
        )
    snr[loud] = 1 / np.sqrt(START * STEP**places)
    return np.sqrt(power), snr


def _first_below(squares: Floats, squared_singular: Floats, limit: float) -> Ints:
    """For each time the number of steps down from START until the misfit is below ``limit``.

    The misfit only falls, so the place is found by halving.
    """
    low = np.full(squares.shape[1], -1)  # last known to be above
    high = np.full(squares.shape[1], STEPS)  # first known, or taken, to be below
    while (wide := high - low > 1).any():
        middle = (low + high) // 2
        lambda2 = START * STEP**middle
        share = squared_singular[:, None] / (squared_singular[:, None] + lambda2)
        below = ((1 - share) ** 2 * squares).sum(axis=0) < limit
        high = np.where(wide & below, middle, high)
        low = np.where(wide & ~below, middle, low)
    return high
