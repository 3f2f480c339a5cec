"""Dipoles that stay at a place: ``DipoleFixed``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api import interop
from leadfield.api.epochs.evoked import Evoked, evoked_of
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.front_door import explain_absent_members, public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.fif.evoked import KIND_OF

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.base.arrays import Floats, Ints


@public("leadfield")
@final
@explain_absent_members
class DipoleFixed:
    """A dipole that stays at a place: its strength and how well it fits, over time.

    Methods change it in place and return it: call ``copy()`` first to leave it alone.

    Parameters
    ----------
    info : Info
        The channels, of the types ``"dipole"``, whose ``loc`` is the place and direction, and
        ``"gof"``.
    data : array_like, shape (n_channels, n_times)
        Strengths in A·m, and goodness of fit in %.
    times : array_like, shape (n_times,)
        Times in s, at the sampling rate of ``info``.
    nave : int
        Number of epochs in the average that was fitted.
    aspect_kind : int
        FIF's number of what was fitted: 100 for an average, 101 for its standard error, 200
        for the course of a dipole.
    comment : str
        What it is called.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    InputError
        If numbers do not fit together.

    See Also
    --------
    Dipole : Dipoles whose places change.
    read_dipole : Reads one from a file.

    Examples
    --------
    >>> from leadfield import create_info
    >>> info = create_info(["dip 01", "goodness"], 100.0, ["dipole", "gof"])
    >>> DipoleFixed(info, [[1e-8, 2e-8], [90.0, 95.0]], [0.1, 0.11], 20, 100, "tone")
    <DipoleFixed | 'tone' (average, N=20), 0.1 to 0.11 s, 2 channels>
    """

    __slots__ = ("_evoked",)
    _evoked: Evoked

    @verbose_aware
    def __init__(
        self,
        info: Info,
        data: ArrayLike,
        times: ArrayLike,
        nave: int,
        aspect_kind: int,
        comment: str = "",
        *,
        verbose: Verbose = None,
    ) -> None:
        measurement = as_info(info)
        when = np.atleast_1d(np.asarray(times, np.float64))
        one_of("aspect_kind", aspect_kind, KIND_OF)
        value = EvokedResponse(
            info=measurement,
            data=np.array(data, np.float64),
            first=0,
            nave=nave,
            comment=comment or "",
            kind=KIND_OF[aspect_kind],
        ).with_tmin(float(when[0]) if len(when) else 0.0)
        if when.shape != value.times.shape or not np.allclose(when, value.times):
            msg = (
                f"times must be {value.data.shape[1]} at {measurement.sampling_rate:g} Hz, got "
                f"{when.tolist()}"
            )
            raise InputError(msg)
        self._evoked = evoked_of(value)

    @property
    def value(self) -> EvokedResponse:
        """The course as a frozen value, whose samples are a read-only view of ``data``."""
        return self._evoked.value

    @property
    def info(self) -> Info:
        """The channels."""
        return self._evoked.info

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels."""
        return self._evoked.ch_names

    @property
    def data(self) -> Floats:
        """Samples (n_channels, n_times) in A·m and %, which can be changed in place or set."""
        return self._evoked.data

    @data.setter
    def data(self, data: ArrayLike) -> None:
        self._evoked.data = data

    @property
    def times(self) -> Floats:
        """Times in s."""
        return self._evoked.times

    @property
    def tmin(self) -> float:
        """First time in s."""
        return self._evoked.tmin

    @property
    def tmax(self) -> float:
        """Last time in s."""
        return self._evoked.tmax

    @property
    def first(self) -> int:
        """Number of the first sample, counted from time 0."""
        return self._evoked.first

    @property
    def last(self) -> int:
        """Number of the last sample, counted from time 0."""
        return self._evoked.last

    @property
    def nave(self) -> float:
        """Number of epochs in the average that was fitted; can be set."""
        return self._evoked.nave

    @nave.setter
    def nave(self, nave: float) -> None:
        self._evoked.nave = nave

    @property
    def kind(self) -> str:
        """What was fitted."""
        return self._evoked.kind

    @property
    def comment(self) -> str:
        """What it is called; can be set."""
        return self._evoked.comment

    @comment.setter
    def comment(self, comment: str | None) -> None:
        self._evoked.comment = comment or ""

    @property
    def preload(self) -> bool:
        """Whether samples are in memory, as they always are."""
        return True

    def __repr__(self) -> str:
        return (
            f"<DipoleFixed | {self.comment!r} ({self.kind}, N={self.nave:g}), {self.tmin:.5g} to "
            f"{self.tmax:.5g} s, {len(self.ch_names)} channels>"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return fixed_dipole_of, (self.value,)

    def copy(self) -> DipoleFixed:
        """Copy the dipole, samples included.

        Returns
        -------
        dipole : DipoleFixed
            Changes to it leave this one alone.
        """
        return fixed_dipole_of(self.value)

    @verbose_aware
    def crop(
        self,
        tmin: float | None = None,
        tmax: float | None = None,
        include_tmax: bool = True,
        verbose: Verbose = None,
    ) -> Self:
        """Crop the time axis, in place.

        Parameters
        ----------
        tmin, tmax : float | None
            Ends in s of the interval to keep; None for the ends there are.
        include_tmax : bool
            Whether to keep the sample at ``tmax``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : DipoleFixed
            The object itself.
        """
        self._evoked.crop(tmin, tmax, include_tmax)
        return self

    def shift_time(self, tshift: float, relative: bool = True) -> Self:
        """Shift the time axis, in place; samples stay as they are.

        Parameters
        ----------
        tshift : float
            The shift, or (not ``relative``) the new time of the first sample, in s.
        relative : bool
            What ``tshift`` means.

        Returns
        -------
        self : DipoleFixed
            The object itself.
        """
        self._evoked.shift_time(tshift, relative)
        return self

    def time_as_index(self, times: ArrayLike, use_rounding: bool = False) -> Ints:
        """Convert times to sample numbers.

        Parameters
        ----------
        times : float | array_like
            Times in s.
        use_rounding : bool
            Whether to round; else fractions of a sample are cut off.

        Returns
        -------
        index : ndarray of int
            The numbers, counted from the first sample.
        """
        return self._evoked.time_as_index(times, use_rounding)

    @verbose_aware
    def save(self, fname: str | Path, *, overwrite: bool = False, verbose: Verbose = None) -> None:
        """Write to a ``-dip.fif`` file, as float32.

        Parameters
        ----------
        fname : path-like
            The file.
        overwrite : bool
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.

        See Also
        --------
        read_dipole : Reads it back.
        """
        self._evoked.save(fname, overwrite=overwrite)

    def plot(self, show: bool = True, time_unit: Literal["s", "ms"] = "s") -> Figure:
        """Plot the strength and the goodness of fit over time.

        Parameters
        ----------
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.
        time_unit : "s" | "ms"
            The unit of the horizontal axis.

        Returns
        -------
        fig : matplotlib.figure.Figure
            The figure.
        """
        return self._evoked.plot(picks="all", show=show, time_unit=time_unit)

    def to_mne(self) -> Any:
        """Make MNE-Python's fixed dipole of it.

        Returns
        -------
        dipole : mne.DipoleFixed
            The same dipole, with samples of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.
        """
        return interop.dipoles_to_mne.fixed_dipole_to_mne(self.value)


def fixed_dipole_of(value: EvokedResponse) -> DipoleFixed:
    """A fixed dipole with a copy of the samples of a value."""
    dipole = DipoleFixed.__new__(DipoleFixed)
    dipole._evoked = evoked_of(value)  # noqa: SLF001 - of this class
    return dipole
