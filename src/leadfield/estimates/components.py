"""Data made ready for any kernel of an operator: channels matched, whitened, decomposed."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import all_finite, listed
from leadfield.base.errors import ChannelError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.inverse.eeg_reference import check_reference
from leadfield.inverse.kernel import Kernel
from leadfield.inverse.operator import InverseModel
from leadfield.recording.info import MeasurementInfo


def matched_channels(model: InverseModel, info: MeasurementInfo) -> Ints:
    """Rows of the data that the operator takes, in its order."""
    names = model.info.names
    there = set(info.names)
    missing = [name for name in names if name not in there]
    if missing:
        msg = (
            f"the data must have all {len(names)} channels of the inverse operator, they lack "
            f"{listed(missing)}: make an operator for the channels that there are"
        )
        raise ChannelError(msg)
    check_reference(info, names)
    rows = info.channels.indices(names)
    used = info.pick(rows)
    ours, theirs = used.compensation_grade, model.info.compensation_grade
    if ours != theirs:
        msg = (
            "data and inverse operator must have one compensation grade, got "
            f"{ours} and {theirs}: call apply_gradient_compensation({theirs}) on the data"
        )
        raise MismatchError(msg)
    _tell_projections(model, info)
    LOGGER.info("    %d channels picked from the data", len(rows))
    return rows


def _tell_projections(model: InverseModel, info: MeasurementInfo) -> None:
    """Warn of projections that the data went through and the operator does not know."""
    known = {one.description for one in model.info.projections}
    names = set(model.info.names)
    foreign = [
        one.description
        for one in info.projections
        if one.active and one.description not in known and names & set(one.channel_names)
    ]
    if foreign:
        warn(
            f"the data had projections {listed(foreign)} applied that the inverse operator does "
            "not know: its lead field still shows what they took out; make it from these data"
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Components:
    """White data W P x (rank, n_times) and their components U W P x (n_components, n_times).

    They serve any λ² and any method.
    """

    white: Floats
    values: Floats


def check_data(data: Floats) -> None:
    """Raise if data hold NaN or infinity."""
    all_finite("data", data, "drop or interpolate what is missing")


def decomposed(kernel: Kernel, data: Floats) -> Components:
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


def explained(kernel: Kernel, data: Components) -> Explanation:
    """The part of the data that the estimated currents explain."""
    fit = kernel.solution.fit
    kept = fit @ data.values if fit.ndim == 2 else fit[:, np.newaxis] * data.values
    white = kernel.model.fields.T @ kept
    total = float((data.white**2).sum())
    left = float(((data.white - white) ** 2).sum())
    share = 1 - left / total if total > 0 else None
    if share is not None:
        LOGGER.info("    explained %.1f %% of the variance", 100 * share)
    return Explanation(predicted=kernel.model.whitener.colorer @ white, share=share)
