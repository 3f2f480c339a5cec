"""What source estimates do with their time axis."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.estimates.arithmetic import EstimateArithmetic
from leadfield.api.estimates.base_estimate import Data
from leadfield.base.arrays import Ints
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.time_axis import binned, part, rebased, total


class EstimateTimes(EstimateArithmetic):
    """Parts, sums and bins of the time axis."""

    def crop(
        self, tmin: float | None = None, tmax: float | None = None, include_tmax: bool = True
    ) -> Self:
        """Keep a part of the times, in place.

        Parameters
        ----------
        tmin : float | None
            First time in s, None for that of the data.
        tmax : float | None
            Last time in s, None for that of the data.
        include_tmax : bool
            Whether the sample at ``tmax`` is kept.

        Returns
        -------
        stc : SourceEstimate
            The estimate itself.

        Raises
        ------
        InputError
            If no sample is left.
        """
        return self._hold(part(self.value, tmin, tmax, include_tmax=include_tmax))

    def sum(self) -> Self:
        """Sum over time.

        Returns
        -------
        stc : SourceEstimate
            A new estimate with one sample in the middle, as long as all were.
        """
        return self._with(total(self.value))

    def mean(self) -> Self:
        """Average over time.

        Returns
        -------
        stc : SourceEstimate
            A new estimate with one sample in the middle, as long as all were.
        """
        return self.sum() / self.shape[-1]

    def bin(
        self,
        width: float,
        tstart: float | None = None,
        tstop: float | None = None,
        func: Callable[..., Data] = np.mean,
    ) -> Self:
        """Summarise bins of time, for pictures: there is no filter against aliasing.

        Parameters
        ----------
        width : float
            Length of a bin in s.
        tstart : float | None
            Where the first bin starts, in s; None for the first sample.
        tstop : float | None
            Where the last bin ends at the latest, in s; None for the last sample.
        func : callable
            What makes one value of a bin's: takes an array and ``axis``.

        Returns
        -------
        stc : SourceEstimate
            A new estimate with one sample a bin, in its middle.
        """
        return self._with(binned(self.value, width, (tstart, tstop), func))

    @verbose_aware
    def apply_baseline(
        self,
        baseline: tuple[float | None, float | None] | None = (None, 0),
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Subtract the mean of an interval, in place.

        Parameters
        ----------
        baseline : tuple of float | None
            Start and end in s, each None for the first or last sample; None for nothing.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        stc : SourceEstimate
            The estimate itself.
        """
        return self._hold(rebased(self.value, baseline))

    def transform_data(
        self,
        func: Callable[[Data], Any],
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
            Rows of the sources wanted, None for all.
        tmin_idx : int | None
            Number of the first sample wanted.
        tmax_idx : int | None
            Number of the first sample not wanted any more.

        Returns
        -------
        data_t : ndarray
            What ``func`` makes of the sources' courses.
        """
        rows: Any = slice(None) if idx is None else np.asarray(idx)
        if self.factors is None:
            return _first(func(self.data[rows, ..., tmin_idx:tmax_idx]))
        kernel, sensors = self.factors
        made = _first(func(sensors[:, tmin_idx:tmax_idx]))
        out: Data = np.tensordot(kernel.whole[rows], made, axes=1)
        return out

    def transform(
        self,
        func: Callable[[Data], Any],
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
            The estimate, or one for each index of the third axis that ``func`` made.
        """
        times = self.times
        start = 0 if tmin is None else int(np.searchsorted(times, tmin / 1e3 - self.tstep / 2))
        stop = None if tmax is None else int(np.searchsorted(times, tmax / 1e3 + self.tstep / 2))
        if start >= len(times) if stop is None else start >= stop:
            msg = f"at least one sample must lie between tmin and tmax, got {tmin} and {tmax} ms"
            raise InputError(msg)
        made = self.transform_data(func, idx, start, stop)
        value = replace(self.value, tmin=float(times[start]))
        if idx is not None:
            value = value.restricted(np.asarray(idx, np.int64))
        if made.ndim > value.data.ndim:
            if not copy:
                msg = "copy must be True where func makes several estimates of one"
                raise InputError(msg)
            return [self._with(value.with_data(made[..., i])) for i in range(made.shape[-1])]
        value = value.with_data(made)
        return self._with(value) if copy else self._hold(value)

    def apply_function(
        self,
        fun: Any,
        picks: ArrayLike | None = None,
        dtype: Any = None,
        **kwargs: Any,
    ) -> Self:
        """Apply a function to each source's time course, in place.

        Parameters
        ----------
        fun : callable
            Takes an array with time last, and returns one of its shape.
        picks : array_like of int | None
            Rows of the sources to change, None for all.
        dtype : dtype | None
            What the data become before, None for what they are.
        **kwargs : dict
            Handed to ``fun``.

        Returns
        -------
        stc : SourceEstimate
            The estimate itself.
        """
        if not callable(fun):
            msg = f"fun must be a function of an array, got {fun!r}"
            raise ArgumentTypeError(msg)
        data = self.data if dtype is None else self.data.astype(dtype)
        rows: Ints = np.arange(len(data)) if picks is None else np.asarray(picks, np.int64)
        for row in rows:
            made = np.asarray(fun(data[row], **kwargs))
            if made.shape != data[row].shape:
                msg = f"fun must keep the shape {data[row].shape}, it returned {made.shape}"
                raise MismatchError(msg)
            data[row] = made
        self.data = data
        return self


def _first(result: Any) -> Data:
    return np.asarray(result[0] if isinstance(result, tuple) else result)
