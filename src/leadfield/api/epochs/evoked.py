"""Evoked responses as users hold them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.epochs.plot_evoked import plot_evoked, plot_evoked_image, plot_evoked_white
from leadfield.api.epochs.plot_topomap import plot_evoked_joint, plot_evoked_topomap
from leadfield.api.epochs.timed_data import TimedData
from leadfield.api.recording.info import Info
from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, StateError
from leadfield.base.files import as_path, existing
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.epochs.baseline import Interval, detrended, inside, samples_of, tell
from leadfield.epochs.combine import negated
from leadfield.epochs.evoked import KINDS, EvokedResponse
from leadfield.epochs.fif import evoked as evoked_file
from leadfield.epochs.peak import find_peak
from leadfield.epochs.projections import project_evoked
from leadfield.epochs.time_axis import part
from leadfield.recording.picks import resolve_picks
from leadfield.recording.units import factors


@public("leadfield")
class Evoked(TimedData):
    """The average of epochs.

    Methods change it in place and return it, as in MNE-Python; ``copy()`` first keeps
    the old one. ``info``, ``data`` (n_channels, n_times) in SI units, ``nave``,
    ``comment`` and ``kind`` can be set.

    Parameters
    ----------
    fname : path-like
        A ``-ave.fif`` file.
    condition : int | str | None
        Which response of the file, by place or by comment; None if it has one.
    proj : bool
        Whether to apply projections.
    kind : "average" | "standard_error"
        What to read, where ``condition`` is a comment.
    allow_maxshield : bool | "yes"
        Whether to read what was recorded with active shielding; ``"yes"`` does not warn.
    verbose : bool | str | int | None
        How much to tell.

    See Also
    --------
    EvokedArray : Make one from an array.
    read_evokeds : Read all responses of a file.

    Examples
    --------
    >>> evoked.nave, evoked.data.shape, evoked.get_peak()
    (28, (32, 71), ('MEG 011', 0.09))
    """

    @verbose_aware
    def __init__(
        self,
        fname: str | Path,
        condition: int | str | None = None,
        proj: bool = True,
        kind: str = "average",
        allow_maxshield: bool | str = False,
        *,
        verbose: Verbose = None,
    ) -> None:
        wanted = None if condition is None else [condition]
        path = existing(fname, "evoked file")
        found = evoked_file.read_evokeds(path, wanted, kind=kind, shielded=allow_maxshield)
        if len(found) > 1:
            names = [one.comment for one in found]
            msg = f"condition must say which response of {fname} to read: {names}"
            raise InputError(msg)
        self._hold(project_evoked(found[0]) if proj else found[0])

    @classmethod
    def of(cls, value: EvokedResponse) -> "Evoked":
        """An evoked response that holds a value.

        Parameters
        ----------
        value : epochs.evoked.EvokedResponse
            The value.

        Returns
        -------
        evoked : Evoked
            Its holder.
        """
        evoked = Evoked.__new__(Evoked)
        evoked._hold(value)  # noqa: SLF001 - its own
        return evoked

    def _hold(self, value: EvokedResponse) -> None:
        """Take a value's samples, a copy, and all that goes with them."""
        self._value = value
        self._data = np.array(value.data)
        self.comment = value.comment
        if hasattr(self, "info"):
            self.info.value = value.info  # whoever holds it sees the change
        else:
            self.info = Info(value.info)

    @property
    def value(self) -> EvokedResponse:
        """The response as a value, with all that was set."""
        return replace(
            self._value,
            info=self.info.value,
            data=self._data.copy(),
            comment=self.comment or "",
        )

    @property
    def data(self) -> Floats:
        """Samples (n_channels, n_times) in SI units."""
        return self._data

    @data.setter
    def data(self, data: ArrayLike) -> None:
        new = np.asarray(data)
        if new.dtype.kind not in "fiu":
            msg = f"evoked data must be real numbers, got {new.dtype}"
            raise ArgumentTypeError(msg)
        if new.shape != self._data.shape:
            msg = f"evoked data must have shape {self._data.shape}, got {new.shape}"
            raise MismatchError(msg)
        self._data = new.astype(np.float64, copy=False)

    @property
    def nave(self) -> float:
        """How many epochs were averaged, or how many their noise is worth."""
        return self._value.n_averaged

    @nave.setter
    def nave(self, nave: float) -> None:
        self._value = replace(self._value, n_averaged=number("nave", nave, above=0))

    @property
    def kind(self) -> str:
        """``"average"`` or ``"standard_error"``."""
        return self._value.kind

    @kind.setter
    def kind(self, kind: str) -> None:
        one_of("kind", kind, KINDS)
        self._value = replace(self._value, kind=kind)

    @property
    def baseline(self) -> tuple[float, float] | None:
        """Start and end in s of the baseline that was subtracted, None without one."""
        return self._value.baseline

    @property
    def times(self) -> Floats:
        """Times in s relative to the event."""
        return self._value.times

    @property
    def first(self) -> int:
        """Number of the first sample, counted from the event."""
        return self._value.first

    @property
    def last(self) -> int:
        """Number of the last sample, counted from the event."""
        return self._value.first + len(self.times) - 1

    def copy(self) -> "Evoked":
        """Another holder of the same response.

        Returns
        -------
        evoked : Evoked
            Changes to it leave this one alone.
        """
        return Evoked.of(self.value)

    def __neg__(self) -> "Evoked":
        return Evoked.of(negated(self.value))

    def _pick_rows(self, rows: Ints) -> None:
        self._hold(self.value.picked(rows))

    def _rename_channels(self, new: Mapping[str, str]) -> None:
        self.info.value = self.info.value.renamed(new)

    @verbose_aware
    def apply_proj(self, *, verbose: Verbose = None) -> Self:
        """Apply all projections, in place.

        Parameters
        ----------
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : Evoked
            The object itself.
        """
        self._hold(project_evoked(self.value))
        return self

    def _keep_samples(self, samples: slice) -> None:
        self._hold(self.value.part(samples))

    def _decimate(self, step: int, offset: int) -> None:
        self._hold(self.value.decimated(step, offset))

    def _start_at(self, tmin: float) -> None:
        self._value = self._value.starting_at(tmin)

    def _rebase(self, baseline: Interval | None) -> None:
        if baseline is None and self.baseline is not None:
            msg = "a baseline that was subtracted cannot be put back: average the epochs again"
            raise StateError(msg)
        tell(baseline)
        if baseline is not None:
            span = samples_of(baseline, self.times)
            self._data -= self._data[:, span].mean(axis=1, keepdims=True)
            self._value = replace(self._value, baseline=baseline)

    def detrend(self, order: int = 1, picks: Any = None) -> Self:
        """Subtract each channel's mean (order 0) or least-squares line (1), in place.

        Parameters
        ----------
        order : int
            0 or 1.
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all good data channels.

        Returns
        -------
        self : Evoked
            The object itself.
        """
        rows = resolve_picks(self.info.value, picks)
        self._data[rows] = detrended(self._data[rows], order)
        return self

    def get_data(
        self,
        picks: Any = None,
        units: str | dict[str, str] | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        exclude: str | Collection[str] = (),
    ) -> Floats:
        """Samples of some channels and times.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        units : str | dict | None
            Units other than SI's, such as ``"uV"`` or ``{"grad": "fT/cm"}``.
        tmin, tmax : float | None
            Ends in s; the sample at ``tmax`` is left out.
        exclude : list of str | "bads"
            Channels to leave out.

        Returns
        -------
        data : ndarray, shape (n_channels, n_times)
            A copy.
        """
        info = self.info.value
        rows = resolve_picks(info, picks, none="all", exclude=exclude)
        data: Floats = self._data[rows, part(self.times, info.sampling_rate, tmin, tmax)]
        if units is not None:
            kinds = [info.channels.types[i] for i in rows]
            data *= factors(units, kinds)[:, np.newaxis]
        return data

    def get_peak(
        self,
        ch_type: str | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: str = "abs",
        time_as_index: bool = False,
        merge_grads: bool = False,
        return_amplitude: bool = False,
        *,
        strict: bool = True,
    ) -> tuple[str, float | int] | tuple[str, float | int, float]:
        """Which channel peaks, and when.

        Parameters
        ----------
        ch_type : str | None
            The type of channels to look at; None if there is one.
        tmin, tmax : float | None
            Ends in s of the times to look at.
        mode : "abs" | "pos" | "neg"
            Whether to look at sizes, or only at values of one sign.
        time_as_index : bool
            Whether to give the sample number instead of the time.
        merge_grads : bool
            Whether to look at the root mean square of each pair of gradiometers.
        return_amplitude : bool
            Whether to give the value too.
        strict : bool
            Whether it is an error if no value has the sign looked for.

        Returns
        -------
        ch_name : str
            The channel.
        latency : float | int
            The time in s, or the sample number.
        amplitude : float
            The value there, in the channel's unit, if asked for.

        Raises
        ------
        ChannelError
            If there is no such type, or several and none is named.
        """
        window = (tmin, tmax)
        name, sample, value = find_peak(
            self.value, ch_type, window, mode=mode, merge=merge_grads, strict=strict
        )
        when = sample if time_as_index else float(self.times[sample])
        return (name, when, value) if return_amplitude else (name, when)

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write to a ``-ave.fif`` file, as float32.

        Parameters
        ----------
        fname : path-like
            The file.
        overwrite : bool
            Whether a file that is there may be replaced.
        verbose : bool | str | int | None
            How much to tell.
        """
        evoked_file.write_evokeds(as_path(fname), [self.value], overwrite=overwrite)

    plot = plot_evoked
    plot_image = plot_evoked_image
    plot_joint = plot_evoked_joint
    plot_topomap = plot_evoked_topomap
    plot_white = plot_evoked_white

    def __repr__(self) -> str:
        value = self.value
        times = f"{self.tmin:.5g} to {self.tmax:.5g} s"
        baseline = "off"
        if value.baseline is not None:
            baseline = f"{value.baseline[0]:g} to {value.baseline[1]:g} s"
            if not inside(value.baseline, value.times, value.info.sampling_rate):
                baseline += " (cropped since)"
        return (
            f"<Evoked | {value.comment!r} ({value.kind}, N={value.n_averaged:g}), {times}, "
            f"baseline {baseline}, {len(value.data)} channels>"
        )
