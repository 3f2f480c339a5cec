"""Explained variance and residual: what of the data a minimum-norm estimate accounts for."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.log import LOGGER
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.source_courses import SourceAxes, Values
from leadfield.estimates.spatial_filter import SpatialFilter, check_data
from leadfield.inverse.kernel import InverseKernel
from leadfield.numerics.threads import on_one_thread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Components:
    """White data W P x (rank, n_times) and their components U W P x (n_components, n_times).

    They serve any λ² and any method.
    """

    white: Floats
    values: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


def decompose(kernel: InverseKernel, data: Floats) -> Components:
    """Components of data (n_channels, n_times) whose channels are the kernel's."""
    check_data(data)
    white = kernel.whitening @ data
    return Components(white=white, values=kernel.model.fields @ white)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Explanation:
    """What a kernel's currents would have been measured as: ``predicted`` (n_channels, n_times).

    ``share`` of the whitened data's variance is explained so; None for data that are 0.
    """

    predicted: Floats
    share: float | None

    def __post_init__(self) -> None:
        lock_arrays(self)


def explain(kernel: InverseKernel, data: Components) -> Explanation:
    """The part of the data that the estimated currents explain."""
    fit = kernel.solution.fit
    fitted = fit @ data.values if fit.ndim == 2 else fit[:, np.newaxis] * data.values
    white = kernel.model.fields.T @ fitted
    total = float((data.white**2).sum())
    left = float(((data.white - white) ** 2).sum())
    share = 1 - left / total if total > 0 else None
    if share is not None:
        LOGGER.info("    explained %.1f %% of the variance", 100 * share)
    return Explanation(predicted=kernel.model.whitener.colorer @ white, share=share)


@on_one_thread()
def localize_and_explain(
    kernel: InverseKernel, spatial_filter: SpatialFilter, evoked: EvokedResponse
) -> tuple[Values, SourceAxes, Explanation]:
    """Values and axes of the sources of an evoked response, and what of it they explain.

    The filter is one of the kernel: both stand on the same components of the data.
    """
    rows = match_channels(spatial_filter.info, evoked.info)
    components = decompose(kernel, evoked.data[contiguous_rows(rows)])
    data = spatial_filter.localize_components(components.values)
    axes = spatial_filter.axes(tmin=float(evoked.times[0]), tstep=1 / evoked.info.sampling_rate)
    return data, axes, explain(kernel, components)


def subtract_explained(
    kernel: InverseKernel, evoked: EvokedResponse, explanation: Explanation
) -> EvokedResponse:
    """The residual: the response less what is explained of it."""
    data = evoked.data.copy()
    data[evoked.info.channels.indices(kernel.model.info.names)] -= explanation.predicted
    return evoked.with_data(data)
