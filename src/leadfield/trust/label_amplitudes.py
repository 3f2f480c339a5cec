"""Amplitudes of labels with intervals: mean currents, and what the posterior leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
import scipy

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.estimates.label_rows import label_name
from leadfield.estimates.label_time_courses import LabelPlan, plan_labels
from leadfield.estimates.minimum_norm import ORIENTATIONS
from leadfield.inverse.methods import solve_minimum_norm
from leadfield.inverse.operator import InverseModel
from leadfield.labels.label import AnyLabel
from leadfield.numerics.length_distribution import length_quantiles
from leadfield.trust.maps import metric_axes
from leadfield.trust.posterior import Posterior, sum_covariance


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LabelAmplitudes:
    """Amplitudes (n_labels, n_times) of labels in A·m, and their intervals (n_labels, n_times, 2).

    ``level`` is the posterior probability of the interval at each time; ``signed`` whether
    amplitudes go along normals, which have signs, or are lengths.
    """

    names: tuple[str, ...]
    amplitudes: Floats
    intervals: Floats
    level: float
    signed: bool

    def __post_init__(self) -> None:
        lock_arrays(self)


def label_amplitudes(
    posterior: Posterior,
    components: Floats,
    labels: Sequence[AnyLabel],
    *,
    level: float,
    normal: bool,
) -> LabelAmplitudes:
    """Amplitudes of labels for components (n_components, n_times) of the data.

    With ``normal`` the mean current along normals, whose signs are flipped where a normal goes
    against the label's main direction; otherwise the length of the mean current.
    """
    model = posterior.model
    plan = plan_labels(metric_axes(model.sources, None), labels, model.sources, mode="mean_flip")
    gains = solve_minimum_norm(model, posterior.lambda2).gains
    tails = np.array([(1 - level) / 2, (1 + level) / 2])
    amplitudes, intervals = [], []
    for place in range(len(labels)):
        weights = label_weights(model, plan, place, normal=normal)
        covariance, sums = sum_covariance(posterior, weights, plan.rows[place])
        means = sums @ (gains[:, np.newaxis] * components)
        if normal:
            amplitudes.append(means[0])
            spread = scipy.special.ndtri(tails) * np.sqrt(covariance[0, 0])
            intervals.append(means[0][:, np.newaxis] + spread)
        else:
            amplitudes.append(np.linalg.norm(means, axis=0))
            intervals.append(length_quantiles(means.T, covariance, tails))
    return LabelAmplitudes(
        names=tuple(label_name(label) for label in labels),
        amplitudes=np.stack(amplitudes),
        intervals=np.stack(intervals),
        level=level,
        signed=normal,
    )


def label_weights(model: InverseModel, plan: LabelPlan, place: int, *, normal: bool) -> Floats:
    """Weights (o, n_rows, c) of the columns of a label's sources in its mean current."""
    rows, signs = plan.rows[place], plan.signs[place]
    if not normal:
        directions = ORIENTATIONS["vector"](model, use_cps=True)
    elif model.free:
        directions = ORIENTATIONS["normal"](model, use_cps=True)
    else:
        directions = np.ones((model.sources.n_sources, 1, 1))
    chosen = np.asarray(directions)[rows] / len(rows)
    if normal:
        chosen = chosen * signs[:, np.newaxis, np.newaxis]
    weights: Floats = chosen.transpose(1, 0, 2)
    return weights
