"""Source estimates: data, sources, times, arithmetic, files and label courses of all kinds."""

from __future__ import annotations

import operator
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from leadfield import summaries
from leadfield.api import estimates, interop
from leadfield.api.estimates.arguments import as_axes, as_lazy_data, as_other_data
from leadfield.api.estimates.arithmetic import (
    Operation,
    combine_estimates,
    combine_with_array,
    reverse_divide,
    reverse_subtract,
)
from leadfield.api.estimates.filter_estimate import (
    filter_estimate,
    resample_estimate,
    smooth_estimate,
    transform_by_hilbert,
)
from leadfield.api.estimates.lazy_data import Data, LazyData
from leadfield.api.estimates.time_axis import (
    apply_to_courses,
    split_last_axis,
    transform_data,
    transform_estimate,
)
from leadfield.api.recording.filter_samples import check_jobs
from leadfield.base.checks import number
from leadfield.base.errors import InputError
from leadfield.base.front_door import explain_absent_members
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.time_axis import times_to_samples
from leadfield.estimates.source_courses import Kind, SourceAxes, SourceCourses
from leadfield.estimates.time_axis import bin_times, crop_axes, subtract_baseline, sum_axes

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.api.estimates.extract import AllowEmpty, ExtractMode
    from leadfield.api.estimates.frame import FrameLevel
    from leadfield.api.estimates.through_time import SourcePicks
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.api.recording.data_frames import TimeFormat
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats, Ints

    Labels = Label | BiHemiLabel | Sequence[Label | BiHemiLabel]


@explain_absent_members
class BaseSourceEstimate(ABC):
    """Values of sources over time, on the axis that starts at ``tmin`` with steps of ``tstep``."""

    subject: str | None
    """Name of the subject."""
    vertices: list[Ints]
    """Vertices of the sources in each source space, growing."""

    _lazy: LazyData
    _last_axes: SourceAxes

    @property
    @abstractmethod
    def _kind(self) -> Kind:
        """``"surface"``, ``"volume"`` or ``"mixed"``."""

    @property
    @abstractmethod
    def _vector(self) -> bool:
        """Whether each source has three values."""

    def __init__(
        self,
        data: ArrayLike | tuple[ArrayLike, ArrayLike],
        vertices: Sequence[ArrayLike],
        tmin: float,
        tstep: float,
        subject: str | None = None,
        *,
        verbose: Verbose = None,
    ) -> None:
        lazy = as_lazy_data(data)
        axes = as_axes(
            vertices, subject, kind=self._kind, tmin=tmin, tstep=tstep, vector=self._vector
        )
        self._take_over(LazyData(axes.as_data(lazy.array)) if lazy.computed else lazy, axes)

    def _take_over(self, lazy: LazyData, axes: SourceAxes) -> Self:
        """Set data that belong to this estimate alone from now on, and their axes."""
        axes.check_shape(lazy.shape)
        self._lazy, self._last_axes = lazy, axes
        self.vertices, self.subject = list(axes.vertices), axes.subject
        return self

    def _make_like(self, data: Data, axes: SourceAxes) -> Self:
        """Another estimate of the same class, which takes over the data."""
        return make_estimate(type(self), LazyData(axes.as_data(data)), axes)

    @property
    def _axes(self) -> SourceAxes:
        """The axes as they are now: users may set ``vertices`` and ``subject``."""
        axes = self._last_axes
        same = len(self.vertices) == len(axes.vertices)
        if not (same and all(map(operator.is_, self.vertices, axes.vertices))):
            axes = replace(axes, vertices=tuple(self.vertices))
        if self.subject != axes.subject:
            axes = replace(axes, subject=self.subject)
        self._last_axes = axes
        return axes

    @property
    def _parts(self) -> tuple[LazyData, SourceAxes]:
        """Data, which may not be multiplied yet, and axes."""
        return self._lazy, self._axes

    @property
    def value(self) -> SourceCourses:
        """The estimate as a frozen value: shares the data, copy() first if you change them."""
        return SourceCourses(axes=self._axes, data=self.data)

    @property
    def data(self) -> Data:
        """Values (n_sources, n_times), or moments (n_sources, 3, n_times).

        The array belongs to the estimate and can be written to; ``stc.value`` shares it. One
        that is assigned is taken as it is; only a read-only one is copied.
        """
        return self._lazy.array

    @data.setter
    def data(self, value: ArrayLike) -> None:
        self._lazy = LazyData(as_other_data(value, self.vertices, vector=self._vector))

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the data."""
        return self._lazy.shape

    @property
    def tmin(self) -> float:
        """Time of the first sample, in s."""
        return self._last_axes.tmin

    @tmin.setter
    def tmin(self, value: float) -> None:
        self._last_axes = replace(self._last_axes, tmin=number("tmin", value))

    @property
    def tstep(self) -> float:
        """Time from a sample to the next, in s."""
        return self._last_axes.tstep

    @tstep.setter
    def tstep(self, value: float) -> None:
        self._last_axes = replace(self._last_axes, tstep=number("tstep", value, above=0))

    @property
    def sfreq(self) -> float:
        """Sampling rate in Hz."""
        return 1 / self.tstep

    @property
    def times(self) -> Floats:
        """Time of each sample, in s."""
        times = self._last_axes.times(self.shape[-1])
        times.flags.writeable = False
        return times

    @times.setter
    def times(self, value: ArrayLike) -> None:  # noqa: ARG002 - refused whatever it is
        msg = "times follow from tmin, tstep and data: set those"
        raise InputError(msg)

    def time_as_index(self, times: ArrayLike, use_rounding: bool = False) -> Ints:
        """Convert times to sample indices.

        Parameters
        ----------
        times : float | array_like
            Times in s.
        use_rounding : bool
            Whether to round to the nearest sample; by default the fraction is cut off.

        Returns
        -------
        index : ndarray of int
            The indices, counted from the first sample.
        """
        return times_to_samples(self.times, self.sfreq, times, rounded=use_rounding)

    def copy(self) -> Self:
        """Copy the estimate and its data.

        Returns
        -------
        stc : SourceEstimate
            The copy.
        """
        return make_estimate(type(self), self._lazy.copied(), self._axes)

    def to_mne(self) -> Any:
        """Make MNE-Python's source estimate of it.

        Returns
        -------
        stc : mne.SourceEstimate
            The same estimate, of the class of the same name, with data of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> stc.to_mne().plot()  # doctest: +SKIP
        """
        return interop.estimates_to_mne.courses_to_mne(self.value)

    def __repr__(self) -> str:
        n_sources, n_times = self.shape[0], self.shape[-1]
        end = self.tmin + self.tstep * (n_times - 1)
        of_subject = "" if self.subject is None else f" of {self.subject}"
        return (
            f"<{type(self).__name__} | {n_sources} sources{of_subject}, {n_times} samples, "
            f"{1e3 * self.tmin:g} to {1e3 * end:g} ms>"
        )

    def _repr_html_(self) -> str:
        return summaries.facts_table(
            type(self).__name__, summaries.estimate_facts(self._axes, self.shape[-1])
        )

    # An array on the left must not take an estimate apart, element by element.
    __array_ufunc__ = None

    def _combine(self, operation: Operation, other: Any) -> LazyData:
        own = self._parts
        if isinstance(other, int | float | complex | np.number):
            lazy = own[0].combined(operation, other)
            if lazy is not None:
                return lazy
        if isinstance(other, BaseSourceEstimate):
            return LazyData(combine_estimates(operation, own, other._parts))  # noqa: SLF001
        theirs = interop.estimates.courses_from_mne(other)
        if theirs is not None:
            return LazyData(combine_estimates(operation, own, (LazyData(theirs[0]), theirs[1])))
        return LazyData(combine_with_array(operation, self.data, other))

    def _computed(self, lazy: LazyData) -> Self:
        """Another estimate, whose values are no longer the quantity of the inverse method."""
        return make_estimate(type(self), lazy, replace(self._axes, quantity=None))

    def _set_computed(self, lazy: LazyData) -> Self:
        return self._take_over(lazy, replace(self._axes, quantity=None))

    def __add__(self, other: Operand) -> Self:
        return self._computed(self._combine(operator.add, other))

    __radd__ = __add__

    def __sub__(self, other: Operand) -> Self:
        return self._computed(self._combine(operator.sub, other))

    def __rsub__(self, other: Operand) -> Self:
        return self._computed(self._combine(reverse_subtract, other))

    def __mul__(self, other: Operand) -> Self:
        return self._computed(self._combine(operator.mul, other))

    __rmul__ = __mul__

    def __truediv__(self, other: Operand) -> Self:
        return self._computed(self._combine(operator.truediv, other))

    def __rtruediv__(self, other: Operand) -> Self:
        return self._computed(self._combine(reverse_divide, other))

    def __pow__(self, other: Operand) -> Self:
        return self._computed(self._combine(operator.pow, other))

    def __iadd__(self, other: Operand) -> Self:
        return self._set_computed(self._combine(operator.iadd, other))

    def __isub__(self, other: Operand) -> Self:
        return self._set_computed(self._combine(operator.isub, other))

    def __imul__(self, other: Operand) -> Self:
        return self._set_computed(self._combine(operator.imul, other))

    def __itruediv__(self, other: Operand) -> Self:
        return self._set_computed(self._combine(operator.itruediv, other))

    def __ipow__(self, other: Operand) -> Self:
        return self._set_computed(self._combine(operator.ipow, other))

    def __neg__(self) -> Self:
        return self._computed(self._lazy.mapped(np.negative))

    def __pos__(self) -> Self:
        return self

    def __abs__(self) -> Self:
        return self._computed(self._lazy.mapped(np.abs))

    def sqrt(self) -> Self:
        """Take the square root of each value.

        Returns
        -------
        stc : SourceEstimate
            A new estimate.
        """
        return self**0.5

    def crop(
        self, tmin: float | None = None, tmax: float | None = None, include_tmax: bool = True
    ) -> Self:
        """Crop the estimate to a time interval, in place.

        Parameters
        ----------
        tmin : float | None
            First time in s, None for that of the data.
        tmax : float | None
            Last time in s, None for that of the data.
        include_tmax : bool
            Whether the sample at ``tmax`` is included.

        Returns
        -------
        stc : SourceEstimate
            The estimate itself.

        Raises
        ------
        InputError
            If no sample is left.
        """
        lazy, axes = self._parts
        samples, axes = crop_axes(axes, lazy.shape[-1], tmin, tmax, include_tmax=include_tmax)
        return self._take_over(lazy.cropped(samples), axes)

    def sum(self) -> Self:
        """Sum over time.

        Returns
        -------
        stc : SourceEstimate
            A new estimate with a single sample at the center of the interval.
        """
        lazy, axes = self._parts
        return self._make_like(lazy.sums(), sum_axes(axes, lazy.shape[-1]))

    def mean(self) -> Self:
        """Average over time.

        Returns
        -------
        stc : SourceEstimate
            A new estimate with a single sample at the center of the interval.
        """
        return self.sum() / self.shape[-1]

    def bin(
        self,
        width: float,
        tstart: float | None = None,
        tstop: float | None = None,
        func: Callable[..., Any] = np.mean,
    ) -> Self:
        """Summarize the samples in bins of time (no anti-aliasing filter is applied).

        Parameters
        ----------
        width : float
            Length of a bin in s.
        tstart : float | None
            Start of the first bin in s; None for the first sample.
        tstop : float | None
            Latest end of the last bin in s; None for the last sample.
        func : callable
            Function that reduces the samples of a bin to one: takes an array and ``axis``.

        Returns
        -------
        stc : SourceEstimate
            A new estimate with one sample for each bin, at its center.
        """
        span = (tstart, tstop)
        return self._make_like(*bin_times(self.data, self._axes, width, span=span, summary=func))

    @verbose_aware
    def apply_baseline(
        self,
        baseline: tuple[float | None, float | None] | None = (None, 0),
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Subtract the mean of a baseline interval, in place.

        Parameters
        ----------
        baseline : tuple of float | None
            Start and end in s, each None for the first or last sample; None for no correction.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        stc : SourceEstimate
            The estimate itself.
        """
        data = subtract_baseline(self.data, self._axes, baseline)
        return self._take_over(LazyData(data), self._axes)

    def transform_data(
        self,
        func: Callable[..., Any],
        idx: ArrayLike | None = None,
        tmin_idx: int | None = None,
        tmax_idx: int | None = None,
    ) -> Data:
        """Apply a linear function to the time courses, at the sensors where that is possible.

        Parameters
        ----------
        func : callable
            Takes an array with time last and keeps its first axis; of several returned
            values the first counts.
        idx : array_like of int | None
            Rows of the sources to transform, None for all.
        tmin_idx : int | None
            Index of the first sample.
        tmax_idx : int | None
            Index after the last sample.

        Returns
        -------
        data_t : ndarray
            The transformed data.
        """
        return transform_data(self._lazy, func, idx, tmin_idx, tmax_idx)

    @overload
    def transform(
        self,
        func: Callable[..., Any],
        idx: ArrayLike | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        copy: Literal[False] = False,
    ) -> Self: ...

    @overload
    def transform(
        self,
        func: Callable[..., Any],
        idx: ArrayLike | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        *,
        copy: bool,
    ) -> Self | list[Self]: ...

    def transform(
        self,
        func: Callable[..., Any],
        idx: ArrayLike | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        copy: bool = False,
    ) -> Self | list[Self]:
        """Apply a linear function to the time courses.

        Parameters
        ----------
        func : callable
            Takes an array with time last; returns an array of sources by times, or by times
            and more.
        idx : array_like of int | None
            Rows of the sources to keep (growing), None for all.
        tmin : float | None
            First time in ms, None for that of the data.
        tmax : float | None
            Last time in ms, None for that of the data.
        copy : bool
            Whether to leave this estimate alone and return another.

        Returns
        -------
        stcs : SourceEstimate | list of SourceEstimate
            The estimate, or one for each index of the third axis that ``func`` added.
        """
        data, axes = transform_estimate(self._lazy, self._axes, func, idx, tmin, tmax)
        several = split_last_axis(data, axes, copy=copy)
        if several is not None:
            return [self._make_like(one, axes) for one in several]
        return (
            self._make_like(data, axes)
            if copy
            else self._take_over(LazyData(axes.as_data(data)), axes)
        )

    @abstractmethod
    def save(
        self,
        fname: str | Path,
        ftype: Any = ...,
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Save the estimate to files."""

    filter = filter_estimate
    savgol_filter = smooth_estimate
    resample = resample_estimate
    apply_hilbert = transform_by_hilbert

    @verbose_aware
    def apply_function(
        self,
        fun: Callable[..., Any],
        picks: SourcePicks = None,
        dtype: DTypeLike | None = None,
        n_jobs: int | None = None,
        verbose: Verbose = None,
        **kwargs: Any,
    ) -> Self:
        """Apply a function to each source's time course, in place.

        Parameters
        ----------
        fun : callable
            Takes an array with time last, and returns one of its shape.
        picks : array_like of int | slice | None
            Rows of the sources to change, None for all.
        dtype : dtype | None
            Type to convert the data to first, None to keep theirs.
        n_jobs : int | None
            Has no effect.
        verbose : bool | str | int | None
            Verbosity.
        **kwargs : dict
            Keyword arguments of ``fun``.

        Returns
        -------
        stc : SourceEstimate
            The estimate itself.
        """
        check_jobs(n_jobs)
        self.data = apply_to_courses(self.data, fun, picks, dtype, kwargs)
        return self

    @verbose_aware
    def to_data_frame(
        self,
        index: FrameLevel | Sequence[FrameLevel] | None = None,
        scalings: None = None,
        long_format: bool = False,
        time_format: TimeFormat | None = None,
        *,
        verbose: Verbose = None,
    ) -> DataFrame:
        """Put the values of all sources into a data frame.

        Parameters
        ----------
        index : "time" | "subject" | list | None
            What of the time and the subject (if it has a name) is in the index; the others
            are columns.
        scalings : None
            Must be None: sources have no channel types.
        long_format : bool
            Whether to have a row for each sample of each source, with its name, instead of
            a column for each source.
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
        StateError
            If the estimate holds vectors.

        Examples
        --------
        >>> stc.to_data_frame(index=["time", "subject"]).columns[0][:3]
        'LH_'
        """
        return estimates.frame.frame_of_estimate(
            self.value, index, scalings, time_format, long_format=long_format
        )

    @overload
    def extract_label_time_course(
        self,
        labels: Labels,
        src: SourceSpaces | None,
        mode: ExtractMode = "auto",
        allow_empty: AllowEmpty = False,
        verbose: Verbose = None,
    ) -> Data: ...

    @overload
    def extract_label_time_course(
        self,
        labels: Labels,
        src: SourceSpaces | None,
        mode: None,
        allow_empty: AllowEmpty = False,
        verbose: Verbose = None,
    ) -> list[Data]: ...

    @verbose_aware
    def extract_label_time_course(
        self,
        labels: Labels,
        src: SourceSpaces | None,
        mode: ExtractMode | None = "auto",
        allow_empty: AllowEmpty = False,
        verbose: Verbose = None,
    ) -> Data | list[Data]:
        """Extract one time course per label.

        Parameters
        ----------
        labels : Label | BiHemiLabel | list
            The labels.
        src : SourceSpaces | None
            The source spaces of the operator; only modes that flip signs need them.
        mode : "auto" | "mean" | "mean_flip" | "pca_flip" | "max" | None
            How to combine the sources of a label, see :func:`extract_label_time_course`.
        allow_empty : bool | "ignore"
            Whether labels without sources get zeros, with a warning or without.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        label_tc : ndarray, shape (n_labels, ..., n_times) | list of ndarray
            The time courses; with mode None the values of each label's sources.
        """
        extract = estimates.extract
        asked = extract.Extraction(labels=labels, src=src, mode=mode, allow_empty=allow_empty)
        return next(extract.extract_courses([self._parts], asked))


Operand = BaseSourceEstimate | complex | np.number[Any] | NDArray[Any]
Stc = TypeVar("Stc", bound=BaseSourceEstimate)


def make_estimate(cls: type[Stc], lazy: LazyData, axes: SourceAxes) -> Stc:
    """An estimate of a class, which takes over the data without a copy."""
    stc = cls.__new__(cls)
    stc._take_over(lazy, axes)  # noqa: SLF001 - instead of its public constructor, which copies
    return stc
