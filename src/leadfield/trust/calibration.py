"""Calibration of credible sets: how far the scan's peak is from sources that are known.

Surrogate sources of several energies in noise like the data's say how much less than the best
source the true one explains, and how much is left when one source is taken out.
"""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.inverse.operator import InverseModel
from leadfield.trust.scan import make_scan, white_leads, without_source
from leadfield.trust.scan_maximum import ScanSearch, find_maxima, make_search
from leadfield.trust.surrogates import surrogate_fields

SURROGATES = 300  # of each energy
ENERGIES = 15.0 * (40_000 / 15) ** (np.arange(9) / 8)  # in units of the noise's variance
FALSE_SECOND = 0.05  # of single sources that may be called several
TIMES = 100  # of the noise that are tried, at most
COLUMNS = 900  # at once


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ModelScan:
    """An inverse operator, its white lead field, and the search over its sources.

    ``leads`` are (n_sources, n_directions, n_components).
    """

    model: InverseModel
    leads: Floats
    search: ScanSearch

    def __post_init__(self) -> None:
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calibration:
    """What surrogate sources tell of an operator, a registration and a noise.

    For surrogates (n_energies, n_surrogates): ``energies`` are the scan's maxima, ``losses`` the
    share by which the true source explains less, ``residuals`` the scan's maxima once the best
    source is taken out. ``registration`` is its standard deviation along an axis, in m;
    ``from_trials`` says whether the noise was that of trials, or white.
    """

    prepared: ModelScan
    energies: Floats
    losses: Floats
    residuals: Floats
    registration: float
    from_trials: bool

    def __post_init__(self) -> None:
        lock_arrays(self)

    def tolerance(self, energy: float, coverage: float) -> float:
        """By what share less than the best a source may explain and still be in the set."""
        return self._at(energy, np.quantile(self.losses, coverage, axis=1))

    def largest_residual(self, energy: float) -> float:
        """The scan's maximum that the residual of one source seldom exceeds."""
        return self._at(energy, np.quantile(self.residuals, 1 - FALSE_SECOND, axis=1))

    def _at(self, energy: float, values: Floats) -> float:
        """Values of each energy, at one between them."""
        middle = np.median(np.log(self.energies), axis=1)
        order = np.argsort(middle)
        return float(np.interp(np.log(energy), middle[order], values[order]))


def make_model_scan(model: InverseModel) -> ModelScan:
    """The white lead field of an operator, and the search over its sources."""
    leads = white_leads(model)
    search = make_search(make_scan(leads), model.sources.positions)
    return ModelScan(model=model, leads=leads, search=search)


def calibrate(
    prepared: ModelScan,
    trials: Floats | None,
    *,
    registration: float,
    rng: np.random.Generator,
) -> Calibration:
    """The calibration for trials' components (n_trials, n_components, n_times), or white noise."""
    model, leads = prepared.model, prepared.leads
    sources = rng.integers(0, len(leads), SURROGATES)
    fields = surrogate_fields(
        model.sources, leads, model.orientations, sources, registration=registration, rng=rng
    ).T
    shape = (len(ENERGIES), SURROGATES)
    columns = noise_averages(trials, len(fields), len(ENERGIES) * SURROGATES, rng)
    columns += np.hstack([np.sqrt(energy) * fields for energy in ENERGIES])
    true = np.tile(sources, len(ENERGIES))
    parts = [_measure(prepared.search, columns[:, some], true[some]) for some in _blocks(len(true))]
    energies, losses, residuals = (
        np.concatenate(part).reshape(shape) for part in zip(*parts, strict=True)
    )
    return Calibration(
        prepared=prepared,
        energies=energies,
        losses=losses,
        residuals=residuals,
        registration=registration,
        from_trials=trials is not None,
    )


def _blocks(n: int) -> list[slice]:
    return [slice(start, start + COLUMNS) for start in range(0, n, COLUMNS)]


def _measure(
    search: ScanSearch, components: Floats, sources: Ints
) -> tuple[Floats, Floats, Floats]:
    """Largest energies, what the true sources lack to them, and what the best ones leave."""
    own = np.arange(components.shape[1])
    best = find_maxima(search, components, own)
    true = _own_energies(search.scan.bases, sources, components)
    rest = without_source(search.scan.bases, best.sources, components)
    left = find_maxima(search, rest, own).energies
    return best.energies, np.maximum(1 - true / best.energies, 0), left


def _own_energies(bases: Floats, sources: Ints, components: Floats) -> Floats:
    """What one source a column explains of it."""
    along = bases[sources] @ components.T[:, :, np.newaxis]
    energies: Floats = (along**2).sum(axis=(1, 2))
    return energies


def noise_averages(
    trials: Floats | None, n_components: int, count: int, rng: np.random.Generator
) -> Floats:
    """Noise (n_components, count) of averages: of the trials with random signs, or white.

    The mean is taken out of the trials first, so that no response is left in it.
    """
    if trials is None:
        return rng.standard_normal((n_components, count))
    n, _, n_times = trials.shape
    out = np.empty((n_components, count))
    times = rng.choice(n_times, min(TIMES, n_times), replace=False)
    which = rng.integers(0, len(times), count)
    for place, time in enumerate(times.tolist()):
        columns = np.flatnonzero(which == place)
        at_once = trials[:, :, time] - trials[:, :, time].mean(axis=0)
        signs = rng.choice([-1.0, 1.0], (len(columns), n))
        out[:, columns] = (signs @ at_once).T / np.sqrt(n - 1)
    return out
