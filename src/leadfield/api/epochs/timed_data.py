"""What epochs and evoked responses do with their time axis."""

from abc import abstractmethod
from typing import Self

from numpy.typing import ArrayLike

from leadfield.api.recording.channel_data import ChannelData
from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.baseline import Interval, checked_baseline
from leadfield.epochs.time_axis import cropped, index_of

Baseline = tuple[float | None, float | None] | None


class TimedData(ChannelData):
    """Samples on a time axis around an event: epochs or their average."""

    @property
    @abstractmethod
    def times(self) -> Floats:
        """Times in s relative to the event."""

    @abstractmethod
    def _keep_samples(self, samples: slice) -> None:
        """Keep only a run of samples."""

    @abstractmethod
    def _decimate(self, step: int, offset: int) -> None:
        """Keep every few samples."""

    @abstractmethod
    def _start_at(self, tmin: float) -> None:
        """Let the clock start at ``tmin`` s."""

    @abstractmethod
    def _rebase(self, baseline: Interval | None) -> None:
        """Subtract a baseline."""

    @property
    def tmin(self) -> float:
        """First time in s."""
        return float(self.times[0])

    @property
    def tmax(self) -> float:
        """Last time in s."""
        return float(self.times[-1])

    def time_as_index(self, times: ArrayLike, use_rounding: bool = False) -> Ints:
        """Sample numbers of times.

        Parameters
        ----------
        times : float | array_like
            Times in s.
        use_rounding : bool
            Whether to round; else the part after the point is cut off.

        Returns
        -------
        index : ndarray of int
            The numbers, counted from the first sample.
        """
        return index_of(self.times, self.info.value.sampling_rate, times, rounded=use_rounding)

    @verbose_aware
    def crop(
        self,
        tmin: float | None = None,
        tmax: float | None = None,
        include_tmax: bool = True,
        verbose: Verbose = None,
    ) -> Self:
        """Keep a part of the times, in place.

        Parameters
        ----------
        tmin, tmax : float | None
            Ends of the part in s; None for the ends there are.
        include_tmax : bool
            Whether the sample at ``tmax`` stays.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        rate = self.info.value.sampling_rate
        self._keep_samples(cropped(self.times, rate, tmin, tmax, include_tmax=include_tmax))
        return self

    @verbose_aware
    def decimate(self, decim: int, offset: int = 0, *, verbose: Verbose = None) -> Self:
        """Keep every few samples, in place; it does not filter.

        Parameters
        ----------
        decim : int
            One of how many samples stays; the one at time 0 does.
        offset : int
            How many samples later than that.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._decimate(decim, offset)
        return self

    def shift_time(self, tshift: float, relative: bool = True) -> Self:
        """Move the clock, in place; samples stay as they are.

        Parameters
        ----------
        tshift : float
            By how much, or (not ``relative``) where the first sample shall be, in s.
        relative : bool
            What ``tshift`` means.

        Returns
        -------
        self : same type
            The object itself.
        """
        self._start_at(number("tshift", tshift) + (self.tmin if relative else 0))
        return self

    @verbose_aware
    def apply_baseline(self, baseline: Baseline = (None, 0), *, verbose: Verbose = None) -> Self:
        """Subtract each channel's mean over an interval, in place.

        Parameters
        ----------
        baseline : tuple of float | None
            Start and end in s, None for an end of the data; None for no baseline, which
            nothing can bring back once it was subtracted from loaded data.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        rate = self.info.value.sampling_rate
        self._rebase(checked_baseline(baseline, self.times, rate))
        return self
