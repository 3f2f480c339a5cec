"""Forward model: lead field, sources, orientations and channels as one value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.checks import listed
from leadfield.base.errors import InputError, MismatchError
from leadfield.recording.channels import Channels
from leadfield.recording.frames import Frame, Transform, frame_name
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources

# FIF's numbers of source orientations.
FIXED, FREE = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ForwardModel:
    """Lead field ``G`` (n_channels, n_columns), in T, T/m or V per A·m.

    With free orientation a source has three neighbouring columns (x, y, z of ``frame``,
    or with ``surface_oriented`` two tangents and the normal), else one.
    ``orientations`` (n_columns, 3) are the columns' unit vectors. ``leadfield`` keeps
    the precision it was made with. ``info`` holds its channels, its bads and the
    device-to-head transform; ``sources`` are in ``frame``. ``gradient`` (n_channels,
    n_columns, 3) is the change of ``leadfield`` per m along x, y, z of the source's
    place. ``origin`` is the model that this one was turned from, None if it was not.
    """

    info: MeasurementInfo
    leadfield: Floats
    sources: Sources
    free: bool
    surface_oriented: bool
    orientations: Floats
    frame: int = Frame.HEAD
    mri_to_head: Transform
    gradient: Floats | None = None
    origin: Self | None = None

    def __post_init__(self) -> None:
        n_columns = self.sources.n_sources * self.per_source
        shape: tuple[int, ...] = (len(self.info.channels), n_columns)
        object.__setattr__(self, "leadfield", _locked_field(self.leadfield, shape))
        if self.gradient is not None:
            value = _locked_field(self.gradient, (*shape, 3))
            object.__setattr__(self, "gradient", value)
        value = locked(self.orientations, shape=(n_columns, 3), name="orientations")
        object.__setattr__(self, "orientations", value)
        if self.frame not in {Frame.HEAD, Frame.MRI} or self.sources.frame != self.frame:
            msg = (
                "a forward model and its sources must be in HEAD or MRI coordinates, got "
                f"{frame_name(self.frame)} and {frame_name(self.sources.frame)}"
            )
            raise MismatchError(msg)
        lock_arrays(self)

    @property
    def channels(self) -> Channels:
        """The rows' channels."""
        return self.info.channels

    @property
    def per_source(self) -> int:
        """Columns a source has: 3 with free orientation, else 1."""
        return 3 if self.free else 1

    def picked(self, names: Sequence[str]) -> Self:
        """Only these channels, in this order."""
        rows = self.channels.indices(names, what="the forward model")
        return replace(
            self,
            info=self.info.pick(rows),
            leadfield=self.leadfield[rows],
            gradient=None if self.gradient is None else self.gradient[rows],
            origin=None if self.origin is None else self.origin.picked(names),
        )

    def restricted(self, keep: Sequence[Ints]) -> Self:
        """Only the sources at ``keep``: growing indices into each space's ``vertices``."""
        spaces = self.sources.spaces
        if len(keep) != len(spaces):
            msg = f"sources must be chosen in each of {len(spaces)} source spaces, got {len(keep)}"
            raise MismatchError(msg)
        firsts = np.cumsum([0, *(space.n_sources for space in spaces)])
        chosen = np.concatenate([first + k for first, k in zip(firsts, keep, strict=False)])
        if not len(chosen):
            sizes = listed([space.n_sources for space in spaces])
            msg = f"at least one source must be left of {sizes}, got none: choose others"
            raise InputError(msg)
        columns = (self.per_source * chosen[:, None] + np.arange(self.per_source)).ravel()
        remaining = tuple(space.restricted(k) for space, k in zip(spaces, keep, strict=True))
        return replace(
            self,
            sources=Sources(spaces=remaining),
            leadfield=self.leadfield[:, columns],
            orientations=self.orientations[columns],
            gradient=None if self.gradient is None else self.gradient[:, columns],
            origin=None if self.origin is None else self.origin.restricted(keep),
        )


def _locked_field(value: Floats, shape: tuple[int, ...]) -> Floats:
    """A lead field or its gradient, in the precision it came with."""
    dtype = np.asarray(value).dtype
    if dtype.kind != "f":
        msg = f"a lead field must hold real numbers, got {dtype}"
        raise InputError(msg)
    return locked(value, dtype, shape=shape, name="lead field")


def cartesian_axes(n_sources: int) -> Floats:
    """Unit vectors (3 n_sources, 3) along x, y and z, for each source."""
    return np.tile(np.eye(3), (n_sources, 1))
