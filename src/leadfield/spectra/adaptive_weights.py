"""Adaptive weights of tapers: less of those into which power leaks from far (Thomson 1982)."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.log import warn

MOST_STEPS = 250
SETTLED = 1e-10  # squared change of the weights, on average over tapers, that ends the iteration


def adaptive_density(squares: Floats, shares: Floats, inside: slice) -> Floats:
    """Power densities (n_signals, n) at the frequencies ``inside``.

    ``squares`` (n_signals, n_tapers, n_frequencies) are those of the spectra at all frequencies,
    of which the variance is known that could leak; ``shares`` are the tapers' energies in band.
    """
    from scipy import integrate

    n_signals, _, n_frequencies = squares.shape
    whole = _weighted_density(squares, np.sqrt(shares)[:, np.newaxis])
    variances = integrate.trapezoid(whole, dx=np.pi / n_frequencies) / (2 * np.pi)
    squares = squares[:, :, inside]
    first = np.sqrt(shares[:2])[:, np.newaxis]
    density = _weighted_density(squares[:, :2], first)
    lambdas = shares[:, np.newaxis]
    leaking = (1 - lambdas) * variances[:, np.newaxis, np.newaxis]
    before = np.zeros_like(squares)
    moving = np.arange(n_signals)
    for _ in range(MOST_STEPS):
        now = density[moving, np.newaxis]
        scale = lambdas * now + leaking[moving]
        weights = np.sqrt(lambdas) * np.divide(
            now, scale, out=np.zeros_like(scale), where=scale > 0
        )
        change = ((weights - before) ** 2).mean(axis=1).max(axis=1)
        on = change >= SETTLED
        moving, before = moving[on], weights[on]
        if not len(moving):
            return density
        density[moving] = _weighted_density(squares[moving], before)
    warn(
        f"adaptive weights of {len(moving)} of {n_signals} spectra still change after "
        f"{MOST_STEPS} steps: take adaptive=False, or another bandwidth"
    )
    return density


def _weighted_density(squares: Floats, weights: Floats) -> Floats:
    """Mean of the tapers' squares (..., n_tapers, n), both signs of frequency together."""
    powers = weights**2
    total = (powers * squares).sum(axis=-2)
    norm = np.broadcast_to(powers.sum(axis=-2), total.shape)
    mean: Floats = np.divide(total, norm, out=np.zeros_like(total), where=norm > 0)
    return 2 * mean
