"""What every source estimate holds: data, vertices, times, subject."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError, MismatchError, StateError
from leadfield.base.log import Verbose
from leadfield.epochs.time_axis import index_of
from leadfield.estimates.linear_kernel import LinearKernel
from leadfield.estimates.source_courses import SourceCourses

Data = NDArray[np.inexact]


def writable(values: Data) -> Data:
    """The values as an array that can be changed; copies only what cannot be."""
    if values.flags.writeable:
        return values
    view = values.view()
    try:
        view.flags.writeable = True
    except ValueError:
        return values.copy()
    return view


def as_factors(data: Any) -> tuple[LinearKernel, Data] | None:
    """Kernel and sensor data, if data were given as these two."""
    if not isinstance(data, tuple):
        return None
    if len(data) != 2:
        msg = f"data must be an array, or a kernel and sensor data, got {len(data)} arrays"
        raise ArgumentTypeError(msg)
    kernel, sensors = (np.asarray(one) for one in data)
    if sensors.ndim != 2 or kernel.ndim < 2 or kernel.shape[-1] != len(sensors):
        msg = (
            "a kernel must have a column for each row of the sensor data, got shapes "
            f"{kernel.shape} and {sensors.shape}"
        )
        raise MismatchError(msg)
    return LinearKernel(kernel), sensors


class EstimateValues(ABC):
    """Values of sources over time, on the axis that starts at ``tmin`` with steps of ``tstep``."""

    @property
    @abstractmethod
    def _kind(self) -> str:
        """``"surface"``, ``"volume"`` or ``"mixed"``."""

    @property
    @abstractmethod
    def _vector(self) -> bool:
        """Whether each source has three values."""

    factors: tuple[LinearKernel, Data] | None
    """Kernel and sensor data, as long as nobody asked for their product."""

    def __init__(
        self,
        data: ArrayLike | tuple[ArrayLike, ArrayLike],
        vertices: Any,
        tmin: float,
        tstep: float,
        subject: Any = None,
        *,
        verbose: Verbose = None,
    ) -> None:
        if not isinstance(vertices, Sequence):
            msg = f"vertices must be a list of arrays, one a source space, got {vertices!r}"
            raise ArgumentTypeError(msg)
        if subject is not None and not isinstance(subject, str):
            msg = f"subject must be a name or None, got {subject!r}"
            raise ArgumentTypeError(msg)
        self.subject = subject
        self.factors = as_factors(data)
        if self.factors is None:
            held = np.array(data, order="C")
        else:
            kernel, sensors = self.factors
            held = np.broadcast_to(0.0, (*kernel.shape[:-1], sensors.shape[1]))
        self._hold(
            SourceCourses(
                kind=self._kind,
                data=held,
                vertices=tuple(np.array(v, np.int64) for v in vertices),
                tmin=tmin,
                tstep=tstep,
                subject=subject,
                vector=self._vector,
            )
        )

    def _hold(self, value: SourceCourses) -> Self:
        """Take over a value that nobody else has."""
        self._data = value.data if self.factors else writable(value.data)
        self.vertices = [np.asarray(v) for v in value.vertices]
        self._tmin, self._tstep = value.tmin, value.tstep
        self.subject = value.subject
        self._quantity = value.quantity
        return self

    @classmethod
    def of(cls, value: SourceCourses) -> Self:
        """Wrap a value, whose data become the estimate's own.

        Parameters
        ----------
        value : estimates.source_courses.SourceCourses
            The value, of the class's kind.

        Returns
        -------
        stc : SourceEstimate
            What holds it.
        """
        stc = cls.__new__(cls)
        stc.factors = None
        stc._hold(value)  # noqa: SLF001 - one of its own
        return stc

    @classmethod
    def product(cls, value: SourceCourses, kernel: LinearKernel, sensors: Data) -> Self:
        """Hold kernel and sensor data until their product is asked for.

        Parameters
        ----------
        value : estimates.source_courses.SourceCourses
            All but the data, in whose place stands anything of their shape.
        kernel : estimates.linear_kernel.LinearKernel
            The kernel.
        sensors : ndarray, shape (n_channels, n_times)
            The sensor data.

        Returns
        -------
        stc : SourceEstimate
            What holds them.
        """
        stc = cls.__new__(cls)
        stc.factors = (kernel, sensors)
        stc._hold(value)  # noqa: SLF001 - one of its own
        return stc

    @property
    def value(self) -> SourceCourses:
        """The estimate as a frozen value, seeing the same data."""
        return self._frozen(self.data)

    @property
    def placeholder(self) -> SourceCourses:
        """The same without computing what has not been asked for yet: zeros stand for it."""
        return self._frozen(self._data)

    def _frozen(self, data: Data) -> SourceCourses:
        return SourceCourses(
            kind=self._kind,
            data=data,
            vertices=tuple(self.vertices),
            tmin=self._tmin,
            tstep=self._tstep,
            subject=self.subject,
            vector=self._vector,
            quantity=self._quantity,
        )

    def _with(self, value: SourceCourses) -> Self:
        """Another estimate of the same class."""
        return type(self).of(value)

    @property
    def data(self) -> Data:
        """Values (n_sources, n_times), or moments (n_sources, 3, n_times)."""
        if self.factors is not None:
            kernel, sensors = self.factors
            self.factors = None
            flat = kernel.whole.reshape(-1, kernel.shape[-1]) @ sensors
            self._data = flat.reshape(self._data.shape)
        return self._data

    @data.setter
    def data(self, value: ArrayLike) -> None:
        data = np.asarray(value)
        if data.ndim != self._data.ndim:
            msg = f"data must have {self._data.ndim} dimensions, got {data.ndim}"
            raise MismatchError(msg)
        n_sources = sum(map(len, self.vertices))
        if data.shape[0] != n_sources or data.shape[1:-1] != self._data.shape[1:-1]:
            msg = (
                f"data must have a row for each of the {n_sources} vertices, got shape {data.shape}"
            )
            raise MismatchError(msg)
        self.factors = None
        self._data = data

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the data."""
        return self._data.shape

    @property
    def tmin(self) -> float:
        """Time of the first sample, in s."""
        return self._tmin

    @tmin.setter
    def tmin(self, value: float) -> None:
        self._tmin = number("tmin", value)

    @property
    def tstep(self) -> float:
        """Time from a sample to the next, in s."""
        return self._tstep

    @tstep.setter
    def tstep(self, value: float) -> None:
        self._tstep = number("tstep", value, above=0)

    @property
    def sfreq(self) -> float:
        """Sampling rate in Hz."""
        return 1 / self._tstep

    @property
    def times(self) -> Floats:
        """Time of each sample, in s."""
        times: Floats = self._tmin + self._tstep * np.arange(self.shape[-1], dtype=np.float64)
        times.flags.writeable = False
        return times

    @times.setter
    def times(self, value: ArrayLike) -> None:  # noqa: ARG002 - refused whatever it is
        msg = "times follow from tmin, tstep and data: set those"
        raise StateError(msg)

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
        return index_of(self.times, self.sfreq, times, rounded=use_rounding)

    def copy(self) -> Self:
        """Another estimate with its own copy of the data.

        Returns
        -------
        stc : SourceEstimate
            The copy.
        """
        value = self.value
        return self._with(value.with_data(value.data.copy()))

    def __repr__(self) -> str:
        n_times = self.shape[-1]
        end = self._tmin + self._tstep * (n_times - 1)
        whose = "" if self.subject is None else f" of {self.subject}"
        return (
            f"<{type(self).__name__} | {self.shape[0]} sources{whose}, {n_times} samples, "
            f"{1e3 * self._tmin:g} to {1e3 * end:g} ms>"
        )
