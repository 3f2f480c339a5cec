"""Data of an estimate: an array, or a kernel and sensor data until their product is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from numpy.typing import NDArray

from leadfield.base.errors import ArgumentTypeError

if TYPE_CHECKING:
    from leadfield.estimates.linear_kernel import LinearKernel

Data = NDArray[Any]


@final
class LazyData:
    """A writable array, or two factors that are multiplied when the array is needed.

    Parameters
    ----------
    array : ndarray, shape (n_sources, n_times) | (n_sources, 3, n_times) | None
        The data; None where there are factors.
    factors : tuple of LinearKernel and ndarray | None
        Kernel and sensor data (n_channels, n_times).
    """

    __slots__ = ("_array", "factors")

    def __init__(
        self, array: Data | None = None, factors: tuple[LinearKernel, Data] | None = None
    ) -> None:
        if array is not None and not array.flags.writeable:
            array = array.copy()  # it belongs to another object
        self._array = array
        self.factors = factors

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the data, for which nothing is multiplied."""
        if self.factors is not None:
            kernel, sensors = self.factors
            return (*kernel.shape[:-1], sensors.shape[1])
        return self.array.shape

    @property
    def array(self) -> Data:
        """The data; the first time they are asked for, the factors are multiplied and dropped."""
        if self._array is None:
            if self.factors is None:
                msg = "data need an array or two factors"
                raise ArgumentTypeError(msg)
            kernel, sensors = self.factors
            flat = kernel.matrix.reshape(-1, kernel.shape[-1]) @ sensors
            self._array = flat.reshape(*kernel.shape[:-1], sensors.shape[1])
            self.factors = None
        return self._array
