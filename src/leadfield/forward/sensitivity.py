"""Sensitivity maps: how strongly sensors measure each source, and what projections leave of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import looked_up, one_of
from leadfield.base.errors import InputError, StateError
from leadfield.base.log import LOGGER
from leadfield.forward.model import ForwardModel
from leadfield.forward.orient import convert_orientations
from leadfield.numerics.eigen import without_span
from leadfield.recording.create import average_reference
from leadfield.recording.eeg_reference import has_average_reference
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import Projection
from leadfield.recording.projector import make_projector

Mode = Literal["free", "fixed", "ratio", "radiality", "angle", "remaining", "dampening"]
SensorType = Literal["grad", "mag", "eeg"]
TYPES: tuple[SensorType, ...] = ("eeg", "grad", "mag")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fields:
    """Fields of sources with two tangents and a normal, and what projections take out of them.

    ``leads`` are (n_sources, 3, n_channels); ``basis`` (n_channels, k) is orthonormal.
    """

    leads: Floats
    basis: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def normal(self) -> Floats:
        """Lengths (n_sources,) of the fields along the normals."""
        return np.asarray(np.linalg.norm(self.leads[:, 2], axis=1))

    @property
    def strongest(self) -> Floats:
        """Lengths (n_sources,) of the strongest field over all directions of a source."""
        grams = self.leads @ self.leads.swapaxes(1, 2)
        return np.asarray(np.sqrt(np.linalg.eigvalsh(grams)[:, -1]))

    @property
    def taken_out(self) -> Floats:
        """Share (n_sources,) of the normal's field that lies in what is projected out."""
        return np.asarray(np.linalg.norm(self.leads[:, 2] @ self.basis, axis=1) / self.normal)

    @property
    def remaining(self) -> Floats:
        """Share (n_sources,) of the length of the normal's field that projections leave."""
        return np.asarray(np.linalg.norm(self.projected().leads[:, 2], axis=1) / self.normal)

    def projected(self) -> "Fields":
        """The fields that projections leave."""
        return Fields(leads=without_span(self.leads, self.basis), basis=self.basis)


# Of fields that are projected, as a share of the largest one where lengths are asked for.
OF_PROJECTED: Mapping[str, Callable[[Fields], Floats]] = {
    "free": lambda fields: fields.strongest / fields.strongest.max(),
    "fixed": lambda fields: fields.normal / fields.normal.max(),
    "ratio": lambda fields: fields.normal / fields.strongest,
    "radiality": lambda fields: 1 - fields.normal / fields.strongest,
}
OF_PROJECTIONS: Mapping[str, Callable[[Fields], Floats]] = {
    "angle": lambda fields: fields.taken_out,
    "remaining": lambda fields: fields.remaining,
    "dampening": lambda fields: 1 - fields.remaining,
}
MODES = {**OF_PROJECTED, **OF_PROJECTIONS}


def sensitivities(
    model: ForwardModel, sensor_type: str, mode: str, projections: Sequence[Projection] | None
) -> Floats:
    """Sensitivity (n_sources,) of the model's channels, which are of one type."""
    measure = looked_up("mode", mode, MODES)
    one_of("ch_type", sensor_type, TYPES)
    turned = convert_orientations(model, surface_oriented=True, fixed=False, use_cps=True)
    if not turned.free:
        msg = (
            "a sensitivity map needs a forward model of free orientations, this one was computed "
            "for fixed ones: make it with make_forward_solution"
        )
        raise InputError(msg)
    if sensor_type == "eeg":
        projections = _with_average_reference(model.info, tuple(projections or ()))
    if projections is None:
        if mode in OF_PROJECTIONS:
            msg = f"mode={mode!r} needs projections: pass projs, such as info['projs']"
            raise InputError(msg)
        projections = ()
    basis = make_projector(projections, model.info.names).basis
    if not basis.shape[1] and mode in OF_PROJECTIONS:
        msg = f"mode={mode!r} needs projections of {sensor_type} channels, projs has none"
        raise StateError(msg)
    n_channels = len(model.info.names)
    leads = np.asarray(turned.leadfield, np.float64).T.reshape(-1, 3, n_channels)
    fields = Fields(leads=leads, basis=basis)
    LOGGER.info("Sensitivity (%s) of %d %s channels", mode, n_channels, sensor_type)
    return measure(fields.projected() if mode in OF_PROJECTED else fields)


def _with_average_reference(
    info: MeasurementInfo, projections: tuple[Projection, ...]
) -> tuple[Projection, ...]:
    if has_average_reference(info.with_projections(projections)):
        return projections
    return (*projections, average_reference(info, active=False))
