"""Data of an estimate: an array, or what it is computed from until all of it is needed."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.errors import ArgumentTypeError
from leadfield.estimates.segments import Segments, samples_at_once

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints
    from leadfield.estimates.linear_kernel import LinearKernel

Data = NDArray[Any]
# Operations with a number that a linear kernel takes over.
LINEAR: dict[Callable[..., Any], Callable[..., Any]] = {
    operator.mul: operator.mul,
    operator.imul: operator.mul,
    operator.truediv: operator.truediv,
    operator.itruediv: operator.truediv,
}


@final
class LazyData:
    """A writable array, or what gives it: two factors, or segments computed one by one.

    Cropping, sums over time, sources in a label, products with numbers, peaks and label courses
    do without the array; whatever else asks for it replaces what it came from.

    Parameters
    ----------
    array : ndarray, shape (n_sources, n_times) | (n_sources, 3, n_times) | None
        The data; None where there are factors or segments.
    factors : tuple of LinearKernel and ndarray or Segments | None
        Kernel and sensor data (n_channels, n_times).
    segments : Segments | None
        The data a run of samples at a time.
    """

    __slots__ = ("_array", "factors", "segments")

    def __init__(
        self,
        array: Data | None = None,
        factors: tuple[LinearKernel, Data | Segments] | None = None,
        segments: Segments | None = None,
    ) -> None:
        if array is not None and not array.flags.writeable:
            array = array.copy()  # it belongs to another object
        self._array = array
        self.factors = factors
        self.segments = segments

    def __reduce__(self) -> tuple[Any, ...]:
        # What reads a recording stays here; a pickle holds numbers.
        if self.factors is not None and not isinstance(self.factors[1], Segments):
            return LazyData, (None, self.factors)
        return LazyData, (self.array,)

    @property
    def computed(self) -> bool:
        """Whether there is an array."""
        return self._array is not None

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the data, for which nothing is multiplied."""
        if self.factors is not None:
            kernel, sensors = self.factors
            return (*kernel.shape[:-1], sensors.shape[1])
        return self.array.shape if self.segments is None else self.segments.shape

    @property
    def array(self) -> Data:
        """The data; the first time they are asked for, they are computed and their source goes."""
        if self._array is None:
            self._array = self.stream().whole()
            self.factors = self.segments = None
        return self._array

    def stream(self) -> Segments:
        """The data a run of samples at a time."""
        if self.segments is not None:
            return self.segments
        if self.factors is not None:
            kernel, sensors = self.factors
            multiply = kernel.function_for(sensors.shape[1])
            # A run is no larger than its sensor data may be.
            block = samples_at_once(max(sensors.shape[0], int(np.prod(self.shape[:-1]))))
            return Segments(self.shape, lambda a, b: multiply(part(sensors, a, b)), block)
        if self._array is None:
            msg = "data need an array, two factors or segments"
            raise ArgumentTypeError(msg)
        array = self._array
        return Segments(self.shape, lambda a, b: array[..., a:b], block=self.shape[-1] or 1)

    def copied(self) -> LazyData:
        """The same data for another object; what they are computed from is shared."""
        array = None if self._array is None else self._array.copy()
        return LazyData(array, self.factors, self.segments)

    def cropped(self, samples: slice) -> LazyData:
        """Some samples in a row; a view of an array."""
        a, b, _ = samples.indices(self.shape[-1])
        if self.factors is not None:
            kernel, sensors = self.factors
            held = sensors.cropped(a, b) if isinstance(sensors, Segments) else sensors[:, a:b]
            return LazyData(factors=(kernel, held))
        if self.segments is not None:
            return LazyData(segments=self.segments.cropped(a, b))
        return LazyData(self.array[..., a:b])

    def taken(self, rows: Ints) -> LazyData:
        """Some sources."""
        if self.factors is not None:
            kernel, sensors = self.factors
            return LazyData(factors=(kernel.changed(lambda x: x[rows]), sensors))
        if self.segments is not None:
            return LazyData(segments=self.segments.changed(lambda x: x[rows], len(rows)))
        return LazyData(self.array[rows])

    def combined(self, operation: Callable[..., Any], number: Any) -> LazyData | None:
        """An operation with a number, where it can be done without the array; else None."""
        if self.segments is not None:
            return LazyData(segments=self.segments.changed(lambda x: operation(x, number)))
        if self.factors is None or operation not in LINEAR:
            return None
        kernel, sensors = self.factors
        change = LINEAR[operation]
        return LazyData(factors=(kernel.changed(lambda x: change(x, number)), sensors))

    def mapped(self, function: Callable[[Data], Data]) -> LazyData:
        """A function of each value, as a new array or still to be computed."""
        if self.computed:
            return LazyData(function(self.array))
        return LazyData(segments=self.stream().changed(function))

    def sums(self) -> Data:
        """Sums over time, kept as one sample."""
        if self.factors is not None:
            kernel, sensors = self.factors
            return kernel.function_for(1)(_sums_of(sensors))
        return _sums_of(self.array if self.segments is None else self.segments)


def part(sensors: Data | Segments, start: int, stop: int) -> Data:
    """Samples from ``start`` to ``stop`` of sensor data."""
    if isinstance(sensors, Segments):
        return sensors.read(start, stop)
    return sensors[:, start:stop]


def whole(sensors: Data | Segments) -> Data:
    """Sensor data as an array."""
    return sensors.whole() if isinstance(sensors, Segments) else sensors


def _sums_of(data: Data | Segments) -> Data:
    if isinstance(data, Segments):
        parts = (values.sum(axis=-1, keepdims=True) for _, values in data.blocks())
        return np.asarray(sum(parts))
    return np.asarray(data.sum(axis=-1, keepdims=True))
