"""Evoked responses: ``Evoked``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, final, overload

import numpy as np
from numpy.typing import ArrayLike

from leadfield import summaries
from leadfield.api import epochs, interop, recording
from leadfield.api.epochs.plot_evoked import plot_evoked, plot_evoked_white
from leadfield.api.epochs.plot_evoked_image import plot_evoked_image
from leadfield.api.epochs.plot_topomap import plot_evoked_joint, plot_evoked_topomap
from leadfield.api.recording.channel_data import ChannelData
from leadfield.api.recording.filter_trials import filter_trials, resample_trials
from leadfield.api.recording.info import Info
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, MismatchError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.baseline import subtract_trend
from leadfield.epochs.combine import negate
from leadfield.epochs.evoked import (
    KINDS,
    EvokedResponse,
    baseline_mean,
    baseline_to_subtract,
)
from leadfield.epochs.fif.evoked import read_evoked, write_evokeds
from leadfield.epochs.peak import find_peak
from leadfield.epochs.projections import project_evoked
from leadfield.epochs.time_axis import crop_slice, time_slice, times_to_samples
from leadfield.recording.picks import Picks, resolve_picks
from leadfield.recording.units import factors

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.api.epochs.arguments import Baseline
    from leadfield.api.epochs.as_type import MegType
    from leadfield.api.recording.data_frames import Scalings, TimeFormat
    from leadfield.api.recording.filter_samples import Samples
    from leadfield.api.recording.interpolate import InterpolationMode
    from leadfield.api.recording.projection_items import ProjectionItem
    from leadfield.base.arrays import Floats, Ints
    from leadfield.recording.info import MeasurementInfo

Kind = Literal["average", "standard_error"]
PeakMode = Literal["abs", "pos", "neg"]


@final
@public("leadfield")
class Evoked(ChannelData):
    """Evoked response: the average of epochs.

    Methods change it in place and return it, as in MNE-Python: call ``copy()`` first to leave
    it alone. ``info``, ``data`` (n_channels, n_times) in SI units, ``nave``, ``comment`` and
    ``kind`` can be set.

    Parameters
    ----------
    fname : path-like
        A ``-ave.fif`` file.
    condition : int | str | None
        Which response of the file, by index or by comment; None if it has one.
    proj : bool
        Whether to apply SSP projectors.
    kind : "average" | "standard_error"
        What to read, where ``condition`` is a comment.
    allow_maxshield : bool | "yes"
        Whether to read what was recorded with active shielding; ``"yes"`` does not warn.
    verbose : bool | str | int | None
        Verbosity.

    See Also
    --------
    EvokedArray : Make one from an array.
    read_evokeds : Read all responses of a file.

    Examples
    --------
    >>> evoked.nave, evoked.data.shape, evoked.get_peak()
    (28, (32, 71), ('MEG 011', 0.09))
    """

    _value: EvokedResponse
    _data: Floats

    @verbose_aware
    def __init__(
        self,
        fname: str | Path,
        condition: int | str | None = None,
        proj: bool = True,
        kind: Kind = "average",
        allow_maxshield: bool | Literal["yes"] = False,
        *,
        verbose: Verbose = None,
    ) -> None:
        value = read_evoked(as_path(fname), condition, kind=kind, shielded=allow_maxshield)
        self.info = Info(value.info)
        self.value = project_evoked(value) if proj else value

    @property
    def value(self) -> EvokedResponse:
        """The response as a frozen value, whose samples are a read-only view of ``data``.

        Nothing is copied, so changes of ``data`` show in it: ``evoked.copy().value`` stands
        alone. Setting it copies the samples of the new value.
        """
        return replace(self._value, info=self.info.value, data=self._data)

    @value.setter
    def value(self, value: EvokedResponse) -> None:
        self._data = np.array(value.data)
        self._value = value.with_data(self._data)
        self.info.value = value.info  # the holder stays, so that users' references stay true

    @property
    def data(self) -> Floats:
        """Samples (n_channels, n_times) in SI units, which can be changed in place or set.

        Complex where they were made of complex numbers. An array that is set is not copied, if
        it is writable and float64 or complex128.
        """
        return self._data

    @data.setter
    def data(self, data: ArrayLike) -> None:
        new = np.asarray(data)
        if new.dtype.kind not in "fiubc":
            msg = f"evoked data must be numbers, got {new.dtype}"
            raise ArgumentTypeError(msg)
        if new.shape != self._data.shape:
            msg = f"evoked data must have shape {self._data.shape}, got {new.shape}"
            raise MismatchError(msg)
        dtype = np.complex128 if new.dtype.kind == "c" else np.float64
        self._data = new.astype(dtype, copy=not new.flags.writeable)
        self._value = self._value.with_data(self._data)

    @property
    def comment(self) -> str:
        """What it is called; can be set."""
        return self._value.comment

    @comment.setter
    def comment(self, comment: str | None) -> None:
        self._value = replace(self._value, comment=comment or "")

    @property
    def nave(self) -> float:
        """Number of averaged epochs, or the number that has as much noise; can be set."""
        return self._value.nave

    @nave.setter
    def nave(self, nave: float) -> None:
        self._value = replace(self._value, nave=number("nave", nave, above=0))

    @property
    def kind(self) -> str:
        """``"average"`` or ``"standard_error"``; can be set."""
        return self._value.kind

    @kind.setter
    def kind(self, kind: Kind) -> None:
        one_of("kind", kind, KINDS)
        self._value = replace(self._value, kind=kind)

    @property
    def filename(self) -> Path | None:
        """File that the response was read from, None for none; can be set."""
        return self._value.file

    @filename.setter
    def filename(self, path: str | Path | None) -> None:
        self._value = replace(self._value, file=None if path is None else as_path(path))

    @property
    def baseline(self) -> tuple[float, float] | None:
        """Start and end in s of the baseline that was subtracted, None without one."""
        return self._value.baseline

    @property
    def times(self) -> Floats:
        """Times in s relative to the event."""
        return self._value.times

    @property
    def tmin(self) -> float:
        """First time in s."""
        return float(self.times[0])

    @property
    def tmax(self) -> float:
        """Last time in s."""
        return float(self.times[-1])

    @property
    def first(self) -> int:
        """Number of the first sample, counted from the event."""
        return self._value.first

    @property
    def last(self) -> int:
        """Number of the last sample, counted from the event."""
        return self._value.first + len(self.times) - 1

    def __neg__(self) -> Evoked:
        return evoked_of(negate(self.value))

    def __repr__(self) -> str:
        return self._value.describe()

    def _repr_html_(self) -> str:
        return summaries.facts_table("Evoked", summaries.evoked_facts(self._value))

    def __reduce__(self) -> tuple[Any, ...]:
        # Samples once, and together again where they are unpickled.
        return evoked_of, (self.value,)

    def _pick_rows(self, rows: Ints) -> None:
        self.value = self.value.pick(rows)

    def _take_info(self, info: MeasurementInfo) -> None:
        self.info.value = info

    def _samples(self, purpose: str) -> Floats:  # noqa: ARG002 - they are
        return self._data

    def _edit_samples(
        self,
        edit: Callable[[Any], Any],
        info: MeasurementInfo,
        purpose: str,  # noqa: ARG002 - they are always in memory
    ) -> None:
        self.value = replace(self.value, data=edit(self.value.data), info=info)

    def _rename_channels(self, new: Mapping[str, str]) -> None:
        self.info.value = self.info.value.renamed(new)

    def _copy_samples(self) -> Samples:
        return self._data.copy()

    def _set_samples(self, data: Samples, info: MeasurementInfo) -> None:
        self._data = data
        self._value = self.value.with_samples(self._data, info)
        self.info.value = info

    def copy(self) -> Evoked:
        """Copy the response, samples included.

        Returns
        -------
        evoked : Evoked
            Changes to it leave this one alone.
        """
        return evoked_of(self.value)

    @verbose_aware
    def apply_proj(
        self,
        *,
        projs: ProjectionItem | Sequence[ProjectionItem] | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Apply SSP projectors, in place.

        Parameters
        ----------
        projs : ProjectionItem | list of ProjectionItem | None
            The projectors to apply, which must be among those of ``info``; None for all.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Evoked
            The object itself.
        """
        self.value = recording.edit_projections.with_some_applied(self.value, projs, project_evoked)
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
        rate = self.info.value.sampling_rate
        return times_to_samples(self.times, rate, times, rounded=use_rounding)

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
        self : Evoked
            The object itself.
        """
        rate = self.info.value.sampling_rate
        samples = crop_slice(self.times, rate, tmin, tmax, include_tmax=include_tmax)
        self.value = self.value.crop_samples(samples)
        return self

    @verbose_aware
    def decimate(self, decim: int, offset: int = 0, *, verbose: Verbose = None) -> Self:
        """Keep every decim-th sample (no filter is applied), in place.

        Parameters
        ----------
        decim : int
            The factor; the sample at time 0 is kept.
        offset : int
            Number of samples by which to move from there.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Evoked
            The object itself.
        """
        self.value = self.value.decimate(decim, offset)
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
        self : Evoked
            The object itself.
        """
        tmin = number("tshift", tshift) + (self.tmin if relative else 0)
        self._value = self._value.with_tmin(tmin)
        return self

    @verbose_aware
    def apply_baseline(self, baseline: Baseline = (None, 0), *, verbose: Verbose = None) -> Self:
        """Subtract each channel's mean over an interval, in place.

        Parameters
        ----------
        baseline : tuple of float | None
            Start and end in s, None for an end of the data; None for no baseline
            correction, which cannot be undone.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Evoked
            The object itself.
        """
        interval = baseline_to_subtract(self.value, baseline)
        if interval is not None:
            with np.errstate(invalid="ignore"):  # infinite samples become NaN
                self._data -= baseline_mean(self.value, interval)
            self._value = replace(self._value, baseline=interval)
        return self

    def as_type(self, ch_type: MegType = "grad", mode: InterpolationMode = "fast") -> Evoked:
        """Map the MEG field to virtual channels of one type.

        All good MEG channels of both types go into each. They are mapped by the currents of
        least norm in a sphere around (0, 0, 40) mm of head coordinates.

        Parameters
        ----------
        ch_type : "grad" | "mag"
            The type: there is a virtual channel in the place of each good one.
        mode : "fast" | "accurate"
            49 or 99 terms of the field's series, as far as there is anything left to add.

        Returns
        -------
        evoked : Evoked
            A new response, under the channels' names with ``_v``.

        Raises
        ------
        ChannelError
            If there are no good channels of the type.

        Examples
        --------
        >>> virtual = evoked.as_type("mag")
        >>> virtual.ch_names[0], virtual.nave
        ('MEG 001_v', 28)
        """
        return evoked_of(epochs.as_type.evoked_as_type(self.value, ch_type, mode))

    def detrend(self, order: Literal[0, 1] = 1, picks: Picks = None) -> Self:
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
        self._data[rows] = subtract_trend(self._data[rows], order)
        return self

    def get_data(
        self,
        picks: Picks = None,
        units: str | Mapping[str, str] | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        exclude: Literal["bads"] | Collection[str] = (),
    ) -> Floats:
        """Get samples of some channels and times.

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
        data: Floats = self._data[rows, time_slice(self.times, info.sampling_rate, tmin, tmax)]
        if units is not None:
            types = info.channels.types
            data *= factors(units, [types[i] for i in rows])[:, np.newaxis]
        return data

    @overload
    def get_peak(
        self,
        ch_type: str | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        time_as_index: Literal[False] = False,
        merge_grads: bool = False,
        return_amplitude: Literal[False] = False,
        *,
        strict: bool = True,
    ) -> tuple[str, float]: ...
    @overload
    def get_peak(
        self,
        ch_type: str | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        time_as_index: Literal[False] = False,
        merge_grads: bool = False,
        *,
        return_amplitude: Literal[True],
        strict: bool = True,
    ) -> tuple[str, float, float]: ...
    @overload
    def get_peak(
        self,
        ch_type: str | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        *,
        time_as_index: Literal[True],
        merge_grads: bool = False,
        return_amplitude: Literal[False] = False,
        strict: bool = True,
    ) -> tuple[str, int]: ...
    @overload
    def get_peak(
        self,
        ch_type: str | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        *,
        time_as_index: Literal[True],
        merge_grads: bool = False,
        return_amplitude: Literal[True],
        strict: bool = True,
    ) -> tuple[str, int, float]: ...
    @overload
    def get_peak(
        self,
        ch_type: str | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        time_as_index: bool = False,
        merge_grads: bool = False,
        return_amplitude: bool = False,
        *,
        strict: bool = True,
    ) -> tuple[str, float | int] | tuple[str, float | int, float]: ...
    def get_peak(
        self,
        ch_type: str | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        time_as_index: bool = False,
        merge_grads: bool = False,
        return_amplitude: bool = False,
        *,
        strict: bool = True,
    ) -> tuple[str, float | int] | tuple[str, float | int, float]:
        """Find the channel and the latency of the peak.

        Parameters
        ----------
        ch_type : str | None
            The type of channels to search; None if there is one.
        tmin, tmax : float | None
            Ends in s of the interval to search.
        mode : "abs" | "pos" | "neg"
            Whether to search absolute values, or only values of one sign.
        time_as_index : bool
            Whether to return the sample number instead of the time.
        merge_grads : bool
            Whether to search the root mean square of each pair of gradiometers.
        return_amplitude : bool
            Whether to return the amplitude too.
        strict : bool
            Whether to raise an error if no value has the sign of ``mode``.

        Returns
        -------
        ch_name : str
            The channel.
        latency : float | int
            The time in s, or the sample number.
        amplitude : float
            The value there, in the channel's unit; only with ``return_amplitude``.

        Raises
        ------
        ChannelError
            If there is no such type, or several and none is named.
        """
        name, sample, amplitude = find_peak(
            self.value, ch_type, (tmin, tmax), mode=mode, merge_grads=merge_grads, strict=strict
        )
        latency = sample if time_as_index else float(self.times[sample])
        return (name, latency, amplitude) if return_amplitude else (name, latency)

    @verbose_aware
    def to_data_frame(
        self,
        picks: Picks = None,
        index: Literal["time"] | Sequence[Literal["time"]] | None = None,
        scalings: Scalings = None,
        copy: bool = True,  # noqa: ARG002 - there is no other way
        long_format: bool = False,
        time_format: TimeFormat | None = None,
        *,
        verbose: Verbose = None,
    ) -> DataFrame:
        """Put samples into a data frame.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        index : "time" | None
            Whether times are the index, or a column.
        scalings : dict of float | float | None
            Factors by channel type, or for all of them; where there is none, samples are in
            the units that figures have: fT, fT/cm, µV, ...
        copy : bool
            Has no effect: the frame always has samples of its own.
        long_format : bool
            Whether to have a row for each sample of each channel, with its name and type,
            instead of a column for each channel.
        time_format : "ms" | "timedelta" | None
            Times as whole milliseconds, as durations, or in s.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        df : pandas.DataFrame
            The samples.

        Raises
        ------
        MissingPackageError
            If pandas is not installed: ``pip install "leadfield[tables]"``.

        Examples
        --------
        >>> df = evoked.to_data_frame("mag", long_format=True)
        >>> list(df)
        ['time', 'channel', 'ch_type', 'value']
        """
        form = epochs.evoked_frame.evoked_form(index, time_format, long_format=long_format)
        return epochs.evoked_frame.frame_of_evoked(self.value, picks, scalings, form)

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
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.
        """
        write_evokeds(as_path(fname), [self.value], overwrite=overwrite)

    def to_mne(self) -> Any:
        """Make MNE-Python's evoked response of it.

        Returns
        -------
        evoked : mne.EvokedArray
            The same response, with samples of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> evoked.to_mne().savgol_filter(20.0)  # doctest: +SKIP
        """
        return interop.evoked_to_mne.evoked_to_mne(self.value)

    filter = filter_trials
    resample = resample_trials
    plot = plot_evoked
    plot_image = plot_evoked_image
    plot_joint = plot_evoked_joint
    plot_topomap = plot_evoked_topomap
    plot_white = plot_evoked_white


def evoked_of(value: EvokedResponse) -> Evoked:
    """An evoked response with a copy of the samples of a value."""
    evoked = Evoked.__new__(Evoked)
    evoked.info = Info(value.info)
    evoked.value = value
    return evoked
