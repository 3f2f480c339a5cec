"""The forward model: what each sensor sees of a unit dipole at each source."""

from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, locked
from leadfield.base.errors import InputError
from leadfield.recording.channels import Channels
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ForwardModel:
    """Lead field ``G`` (n_channels, n_columns), in T, T/m or V per A·m.

    With free orientation a source has three neighbouring columns (x, y, z of ``frame``,
    or with ``surface_oriented`` two tangents and the normal), else one.
    ``orientations`` (n_columns, 3) are the columns' unit vectors. ``leadfield`` keeps
    the precision it was made with. ``info`` holds its channels, its bads and the
    device-to-head transform; ``sources`` are in ``frame``.
    """

    info: MeasurementInfo
    leadfield: Floats
    sources: Sources
    free: bool
    surface_oriented: bool
    orientations: Floats
    frame: int = Frame.HEAD
    mri_to_head: Transform
    gradient: Floats | None = None  # (n_channels, 3 n_columns)

    def __post_init__(self) -> None:
        n_columns = self.sources.n_sources * (3 if self.free else 1)
        dtype = np.asarray(self.leadfield).dtype
        if dtype.kind != "f":
            msg = f"a lead field must hold real numbers, got {dtype}"
            raise InputError(msg)
        shape = (len(self.info.channels), n_columns)
        value = locked(self.leadfield, dtype, shape=shape, name="lead field")
        object.__setattr__(self, "leadfield", value)
        value = locked(self.orientations, shape=(n_columns, 3), name="orientations")
        object.__setattr__(self, "orientations", value)

    @property
    def channels(self) -> Channels:
        """The rows' channels."""
        return self.info.channels

    @property
    def per_source(self) -> int:
        """Columns a source has: 3 with free orientation, else 1."""
        return 3 if self.free else 1

    def picked(self, names: list[str]) -> "ForwardModel":
        """Only these channels, in this order."""
        rows = self.channels.indices(names, what="the forward model")
        gradient = None if self.gradient is None else self.gradient[rows]
        return replace(
            self,
            info=self.info.pick(rows),
            leadfield=self.leadfield[rows],
            gradient=gradient,
        )
