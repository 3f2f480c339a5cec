"""Peaks of maps, each with a regularisation of its own."""

from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.regularisation import ResponseRegularisation, regularise_evoked
from leadfield.inverse.kernel import prepare_kernel
from truth.experiment import TRIALS, Experiment

METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")
USUAL = 1 / 9
COLUMNS = 200  # of maps at once


def regularise(experiment: Experiment, evoked: Any, method: str = "reml") -> ResponseRegularisation:
    """The λ² that a response asks for."""
    return regularise_evoked(experiment.model, evoked.value, method=method)


def rounded(lambda2: float) -> float:
    """λ² to a tenth of a decade, so that few operators are prepared."""
    return float(10.0 ** (round(10 * np.log10(lambda2)) / 10))


def peaks(experiment: Experiment, method: str, lambda2: Floats, components: Floats) -> Ints:
    """Sources with the largest value at any time of maps (n_maps, n_components, n_times)."""
    found = np.empty(len(components), int)
    n_times = components.shape[2]
    for one in np.unique(lambda2):
        kernel = prepare_kernel(experiment.model, nave=TRIALS, lambda2=float(one), method=method)
        maps = minimum_norm_filter(kernel)
        same = np.flatnonzero(lambda2 == one)
        for some in np.array_split(same, -(-len(same) * n_times // COLUMNS)):
            values = maps.localize_components(np.hstack(components[some]))
            largest = values.reshape(len(values), len(some), n_times).max(axis=2)
            found[some] = largest.argmax(axis=0)
    return found


def peak_errors(experiment: Experiment, sources: Ints) -> Floats:
    """Distances of peaks from the middles of the true sources (n_sources,), in mm."""
    pairs = zip(sources.tolist(), experiment.sources.patches, strict=True)
    return np.array([experiment.distance(source, patch) for source, patch in pairs])
