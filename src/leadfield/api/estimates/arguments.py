"""Arguments of source estimates, checked: data, or a kernel and sensor data; sources and times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.estimates.lazy_data import Data, LazyData
from leadfield.base.errors import ArgumentTypeError, MismatchError
from leadfield.estimates.linear_kernel import LinearKernel
from leadfield.estimates.source_courses import SourceAxes

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints


def as_lazy_data(data: Any) -> LazyData:
    """A copy of an array that was given, or a kernel and sensor data that were given."""
    if not isinstance(data, tuple):
        return LazyData(np.array(data, order="C"))
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
    return LazyData(factors=(LinearKernel(kernel), sensors))


def as_axes(vertices: Any, subject: Any, **others: Any) -> SourceAxes:
    """Axes of the sources whose vertices were given; ``others`` are the axes' other fields."""
    if not isinstance(vertices, Sequence):
        msg = f"vertices must be a list of arrays, one a source space, got {vertices!r}"
        raise ArgumentTypeError(msg)
    if subject is not None and not isinstance(subject, str):
        msg = f"subject must be a name or None, got {subject!r}"
        raise ArgumentTypeError(msg)
    copies = tuple(np.array(v, np.int64) for v in vertices)
    return SourceAxes(vertices=copies, subject=subject, **others)


def as_other_data(value: ArrayLike, vertices: Sequence[Ints], *, vector: bool) -> Data:
    """Data for the sources of an estimate in place of its own, at any number of times."""
    data = np.asarray(value)
    n_sources, n_axes = sum(map(len, vertices)), 3 if vector else 2
    if data.ndim != n_axes:
        msg = f"data must have {n_axes} dimensions, got {data.ndim}"
        raise MismatchError(msg)
    if data.shape[0] != n_sources or (vector and data.shape[1] != 3):
        msg = f"data must have a row for each of the {n_sources} vertices, got shape {data.shape}"
        raise MismatchError(msg)
    return data
