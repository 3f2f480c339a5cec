"""Signals at sensors: what a forward model makes of the currents of sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import listed
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.estimates.minimum_norm import KINDS
from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import SourceAxes, Values
from leadfield.forward.model import ForwardModel
from leadfield.forward.orient import convert_orientations
from leadfield.forward.restrict import restrict_to_vertices
from leadfield.recording.info import MeasurementInfo

LARGE = 1e-7  # A·m: more current than a source of an estimate has

Blocks = Iterable[tuple[slice, Values]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SensorGains:
    """What sensors measure of an estimate's sources.

    ``leads`` (n_channels, n_rows) are of the sources at ``rows`` of the estimate, three
    neighbours for each where it has vectors.
    """

    names: tuple[str, ...]
    leads: Floats
    rows: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    def signals(self, blocks: Blocks, n_times: int) -> Floats:
        """Signals (n_channels, n_times) of currents that come a run of samples at a time."""
        out = np.empty((len(self.leads), n_times))
        for samples, currents in blocks:
            if np.iscomplexobj(currents):
                msg = "currents must be real to be measured, got a complex estimate"
                raise ArgumentTypeError(msg)
            out[:, samples] = self.leads @ currents[self.rows].reshape(
                self.leads.shape[1], currents.shape[-1]
            )
        return out


def sensor_gains(
    model: ForwardModel, axes: SourceAxes, *, use_cps: bool, on_missing: str
) -> SensorGains:
    """What the model's sensors measure of the sources of an estimate.

    Values are along the normals, of patches with ``use_cps``, vectors along x, y and z.
    ``on_missing`` says what to do about sources that the model lacks.
    """
    if KINDS[model.sources.kind] != axes.kind:
        msg = (
            f"the estimate must be of the forward model's {model.sources.kind} sources, got a "
            f"{axes.description}"
        )
        raise MismatchError(msg)
    model = _oriented(model, vector=axes.vector, use_cps=use_cps)
    model = restrict_to_vertices(model, axes.vertices, on_missing=on_missing)
    present = [
        np.isin(mine, its) for mine, its in zip(axes.vertices, model.sources.vertices, strict=True)
    ]
    rows = np.flatnonzero(np.concatenate(present))
    return SensorGains(names=model.info.names, leads=model.leadfield, rows=rows)


def _oriented(model: ForwardModel, *, vector: bool, use_cps: bool) -> ForwardModel:
    if not vector and not model.free:
        return model
    turned = convert_orientations(model, surface_oriented=False, fixed=not vector, use_cps=use_cps)
    if vector and not turned.free:
        msg = (
            "a vector estimate needs a forward model of free orientations, this one was computed "
            "for fixed ones: pass its component along them, stc.project('normal', src)"
        )
        raise InputError(msg)
    return turned


def warned_of_odd_currents(blocks: Blocks) -> Iterator[tuple[slice, Values]]:
    """The same blocks; after the last one, a warning if they can be no currents."""
    lowest, largest = np.inf, 0.0
    for samples, currents in blocks:
        lowest = min(lowest, float(np.min(currents.real, initial=np.inf)))
        largest = max(largest, float(np.max(currents.real, initial=0)))
        yield samples, currents
    if 0 < lowest < np.inf:
        warn(
            "all currents are above 0, as are their lengths, whose fields are others: estimate "
            "currents with pick_ori='normal'"
        )
    largest = max(largest, -lowest)
    if largest > LARGE:
        warn(
            f"the largest current is {1e9 * largest:.1f} nAm, which no source has: signals are "
            "right for currents in A·m, not for dSPM, sLORETA or eLORETA"
        )


def measure_currents(
    model: ForwardModel,
    currents: Segments,
    axes: SourceAxes,
    info: MeasurementInfo,
    *,
    use_cps: bool = True,
    on_missing: str = "raise",
) -> tuple[Floats, MeasurementInfo]:
    """Signals (n_channels, n_times) of an estimate, and the info of their channels."""
    measured = measured_info(info, model.info.names, 1 / axes.tstep)
    gains = sensor_gains(model, axes, use_cps=use_cps, on_missing=on_missing)
    LOGGER.info("Signals of %d sources at %d sensors", len(gains.rows), len(gains.names))
    data = gains.signals(warned_of_odd_currents(currents.blocks()), currents.shape[-1])
    return data[model.info.channels.indices(measured.names)], measured


def measured_info(
    info: MeasurementInfo, names: tuple[str, ...], sampling_rate: float
) -> MeasurementInfo:
    """The info of signals without noise at some of its channels, in its order."""
    unknown = sorted(set(names) - set(info.names))
    if unknown:
        msg = (
            f"the info must have all channels of the forward model, it lacks {listed(unknown)}: "
            "restrict the forward model with pick_channels_forward"
        )
        raise ChannelError(msg)
    rows = np.flatnonzero(np.isin(info.names, names))
    return replace(
        info.pick(rows),
        bads=(),
        projections=(),
        sampling_rate=sampling_rate,
        highpass=0.0,
        lowpass=sampling_rate / 2,
        measured_at=datetime.now(UTC),
    )
