"""What becomes of single sources that credible sets are made for."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.activity import Patch
from leadfield.inverse.regularisation import components_matrix
from leadfield.trust.calibration import Calibration, ModelScan, noise_averages
from leadfield.trust.location import ONE, find_credible_sets
from leadfield.trust.scan_maximum import find_maxima
from truth.experiment import SIDES, TRIALS, Experiment, TrueSources

FLIPS = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOutcome:
    """One source: detected, called one, its middle in the set, or some of it; mm."""

    detected: bool
    single: bool
    covered: bool
    touched: bool
    radius: float
    error: float
    depth: float


def find_outcomes(
    made: Experiment,
    sources: TrueSources,
    calibration: Calibration,
    *,
    snr: float,
    threshold: float,
    rng: np.random.Generator,
) -> list[SetOutcome]:
    """The sources at an SNR, each in its own noise."""
    data = snr * np.sqrt(made.n_components) * made.unit_fields(sources).T
    sets = find_credible_sets(data + noise_like(made, data, rng), calibration, coverage=0.9)
    found = []
    for patch, depth, one in zip(sources.patches, sources.depths, sets, strict=True):
        gaps = np.linalg.norm(made.places[one.rows] - made.places[one.best], axis=1)
        found.append(
            SetOutcome(
                detected=one.energy > threshold,
                single=one.verdict == ONE,
                covered=middle_of(made, patch) in one.rows,
                touched=bool(np.isin(sources_of(made, patch), one.rows).any()),
                radius=float(gaps.max(initial=0)),
                error=made.distance(one.best, patch),
                depth=float(depth),
            )
        )
    return found


@cache
def trial_noise(made: Experiment) -> Floats:
    """Components (n_trials, n_components, n_times) of the baselines, less their mean."""
    white = np.array([components_matrix(made.model) @ one for one in made.baselines])
    return white - white.mean(axis=0)


def some_trials(made: Experiment, rng: np.random.Generator) -> Floats:
    """Trials of noise: some baselines with random signs."""
    noise = trial_noise(made)
    some = rng.choice(len(noise), TRIALS, replace=False)
    return noise[some] * rng.choice([-1.0, 1.0], (TRIALS, 1, 1))


def noise_like(made: Experiment, data: Floats, rng: np.random.Generator) -> Floats:
    """Noise of averages for data (n_components, n)."""
    return noise_averages(some_trials(made, rng), *data.shape, rng)


def noise_threshold(prepared: ModelScan, trials: Floats, rng: np.random.Generator) -> float:
    """What the scan's maximum at one time exceeds in 5 % of averages of noise."""
    noise = noise_averages(trials, trials.shape[1], FLIPS, rng)
    largest = find_maxima(prepared.search, noise, np.arange(FLIPS)).energies
    return float(np.quantile(largest, 0.95))


def middle_of(made: Experiment, patch: Patch) -> int:
    """The source nearest to the middle of a patch on the white surface of its hemisphere."""
    side = SIDES.index(patch.sheet.hemisphere)
    space = made.model.sources.spaces[side]
    gaps = np.linalg.norm(space.positions[space.vertices] - space.positions[patch.centre], axis=1)
    return int(gaps.argmin()) + side * made.left


def sources_of(made: Experiment, patch: Patch) -> Ints:
    """The operator's sources in a patch."""
    side = SIDES.index(patch.sheet.hemisphere)
    inside = np.isin(made.model.sources.vertices[side], patch.vertices)
    return np.flatnonzero(inside) + side * made.left
