"""Dipoles as users hold them: ``Dipole``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.forward.dipoles import Dipoles

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.base.log import Verbose


@public("leadfield")
@final
class Dipole:
    """Dipoles, each at a time: where and along what, how strong, and how well it fits.

    Parameters
    ----------
    times : array_like, shape (n_dipoles,)
        Times in s.
    pos : array_like, shape (n_dipoles, 3)
        Places in m, in head coordinates.
    amplitude : array_like, shape (n_dipoles,)
        Strengths in A·m.
    ori : array_like, shape (n_dipoles, 3)
        Unit vectors along the dipoles.
    gof : array_like, shape (n_dipoles,)
        Goodness of fit in %.
    name : str | None
        Name of the dipole.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    InputError
        If numbers do not fit together, or places are not finite.

    See Also
    --------
    make_forward_dipole : What sensors measure of it.

    Examples
    --------
    >>> Dipole([0.1], [[0.0, 0.03, 0.06]], [20e-9], [[1.0, 0.0, 0.0]], [90.0])
    <Dipole | 1 at 0.1 to 0.1 s>
    """

    __slots__ = ("name", "value")
    name: str | None
    value: Dipoles

    def __init__(
        self,
        times: ArrayLike,
        pos: ArrayLike,
        amplitude: ArrayLike,
        ori: ArrayLike,
        gof: ArrayLike,
        name: str | None = None,
        *,
        verbose: Verbose = None,
    ) -> None:
        del verbose
        self.name = name
        self.value = Dipoles(
            times=np.array(times, np.float64),
            positions=np.array(pos, np.float64),
            amplitudes=np.array(amplitude, np.float64),
            orientations=np.array(ori, np.float64),
            fit=np.array(gof, np.float64),
        )

    @property
    def times(self) -> Floats:
        """Times in s."""
        return self.value.times

    @property
    def pos(self) -> Floats:
        """Places (n_dipoles, 3) in m, in head coordinates."""
        return self.value.positions

    @property
    def amplitude(self) -> Floats:
        """Strengths in A·m."""
        return self.value.amplitudes

    @property
    def ori(self) -> Floats:
        """Unit vectors (n_dipoles, 3) along the dipoles."""
        return self.value.orientations

    @property
    def gof(self) -> Floats:
        """Goodness of fit in %."""
        return self.value.fit

    def __len__(self) -> int:
        return len(self.times)

    def __repr__(self) -> str:
        name = "" if self.name is None else f"{self.name}, "
        first, last = self.times.min(), self.times.max()
        return f"<Dipole | {name}{len(self)} at {first:g} to {last:g} s>"


def as_dipoles(dipole: Any) -> Dipoles:
    """The value of one or several Dipole objects, leadfield's or MNE-Python's."""
    several = dipole if isinstance(dipole, Sequence) else [dipole]
    found = [_as_dipoles(one) for one in several]
    if len(found) == 1:
        return found[0]
    columns = ("times", "positions", "amplitudes", "orientations", "fit")
    empty = [np.empty((0, 3) if c in {"positions", "orientations"} else 0) for c in columns]
    joined = {
        column: np.concatenate([none, *(getattr(one, column) for one in found)])
        for column, none in zip(columns, empty, strict=True)
    }
    return Dipoles(**joined)


def _as_dipoles(dipole: Any) -> Dipoles:
    if isinstance(dipole, Dipole):
        return dipole.value
    if "Dipole" in mne_bases(dipole):
        return Dipole(dipole.times, dipole.pos, dipole.amplitude, dipole.ori, dipole.gof).value
    msg = f"dipole must be a Dipole, or a list of them, got {kind_of(dipole)}"
    raise ArgumentTypeError(msg)
