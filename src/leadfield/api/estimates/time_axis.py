"""Functions of the time courses of estimates: linear transforms and functions of each course."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from leadfield.api.estimates.lazy_data import part
from leadfield.api.estimates.through_time import rows_of
from leadfield.api.recording.filter_samples import require_function, result_of
from leadfield.base.errors import InputError

if TYPE_CHECKING:
    from leadfield.api.estimates.lazy_data import Data, LazyData
    from leadfield.api.estimates.through_time import SourcePicks
    from leadfield.estimates.source_courses import SourceAxes


def transform_data(
    lazy: LazyData,
    func: Callable[..., Any],
    idx: ArrayLike | None,
    tmin_idx: int | None,
    tmax_idx: int | None,
) -> Data:
    """A linear function of the time courses, computed at the sensors where that is possible."""
    rows: Any = slice(None) if idx is None else np.asarray(idx)
    if lazy.factors is None:
        out: Data = _first_result(func(lazy.array[rows, ..., tmin_idx:tmax_idx]))
        # A function may return a part of what it was given, which belongs to this estimate.
        return out.copy() if np.may_share_memory(out, lazy.array) else out
    kernel, sensors = lazy.factors
    start, stop, _ = slice(tmin_idx, tmax_idx).indices(sensors.shape[1])
    transformed = _first_result(func(part(sensors, start, stop)))
    return np.tensordot(kernel.matrix[rows], transformed, axes=1)


def transform_estimate(
    lazy: LazyData,
    axes: SourceAxes,
    func: Callable[..., Any],
    idx: ArrayLike | None,
    tmin: float | None,
    tmax: float | None,
) -> tuple[Data, SourceAxes]:
    """Transformed data, perhaps with one more axis, and axes; ``tmin`` and ``tmax`` are in ms."""
    times = axes.times(lazy.shape[-1])
    # A thousandth of a sample to either side, so that rounding of times decides nothing.
    slack = 1e-3 * axes.tstep
    start = 0 if tmin is None else int(np.searchsorted(times, tmin / 1e3 - slack))
    stop = None if tmax is None else int(np.searchsorted(times, tmax / 1e3 + slack))
    if start >= len(times) if stop is None else start >= stop:
        msg = f"at least one sample must lie between tmin and tmax, got {tmin} and {tmax} ms"
        raise InputError(msg)
    data = transform_data(lazy, func, idx, start, stop)
    axes = replace(axes, tmin=float(times[start]))
    return data, axes if idx is None else axes.restrict(np.asarray(idx, np.int64))


def split_last_axis(data: Data, axes: SourceAxes, *, copy: bool) -> list[Data] | None:
    """An array for each index of the axis after time, where a transform made one; else None."""
    if data.ndim <= (3 if axes.vector else 2):
        return None
    if not copy:
        msg = "copy must be True where func makes several estimates of one"
        raise InputError(msg)
    return [data[..., i] for i in range(data.shape[-1])]


def apply_to_courses(
    data: Data,
    fun: Any,
    picks: SourcePicks,
    dtype: DTypeLike | None,
    kwargs: dict[str, Any],
) -> Data:
    """The data with ``fun`` applied to each source's course, in place unless ``dtype`` differs."""
    require_function(fun)
    data = data if dtype is None else data.astype(dtype)
    for row in rows_of(picks, len(data)):
        data[row] = result_of(fun, data[row], kwargs, data.dtype)
    return data


def _first_result(result: Any) -> Data:
    return np.asarray(result[0] if isinstance(result, tuple) else result)
