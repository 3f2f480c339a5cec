"""What ``filter``, ``resample`` and their kin do with the courses of sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield import filters
from leadfield.api.estimates.lazy_data import Data, LazyData, whole
from leadfield.api.recording.filter_samples import require_real
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError, OutOfRangeError
from leadfield.base.log import LOGGER

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats, Ints
    from leadfield.estimates.source_courses import SourceAxes

# Sources by number, as a mask, or as a slice; None for all.
SourcePicks = ArrayLike | slice | None


def rows_of(picks: SourcePicks, n_sources: int) -> Ints:
    """Numbers of the sources that are picked."""
    numbers: Ints = np.arange(n_sources)
    if picks is None:
        return numbers
    found = picks if isinstance(picks, slice) else np.asarray(picks)
    msg = f"picks must be numbers of the {n_sources} sources, got {picks!r}"
    if not isinstance(found, slice) and found.dtype.kind not in "iub":
        raise ArgumentTypeError(msg)
    try:
        return np.atleast_1d(numbers[found])
    except IndexError as error:
        raise OutOfRangeError(msg) from error


def filtered_courses(
    lazy: LazyData,
    axes: SourceAxes,
    edges: tuple[ArrayLike | None, ArrayLike | None],
    picks: SourcePicks,
    design: Mapping[str, Any],
) -> LazyData:
    """The courses of some sources filtered between two frequencies in Hz."""
    rows = rows_of(picks, lazy.shape[0])
    found = filters.design.design_filter(
        1 / axes.tstep, edges[0], edges[1], n_times=lazy.shape[-1], **design
    )

    def change(x: Floats, rows: Ints) -> Floats:
        table = np.array(x[rows]).reshape(-1, x.shape[-1])
        filters.digital_filter.filter_channels(table, np.arange(len(table)), found)
        x[rows] = table.reshape(-1, *x.shape[1:])
        return x

    if picks is None:
        return _at_the_fewer_rows(lazy, lambda x: change(x, np.arange(len(x))), "filtering")
    return LazyData(change(_real_copy(lazy.array, "filtering"), rows))


def smoothed_courses(lazy: LazyData, axes: SourceAxes, h_freq: float) -> LazyData:
    """The courses, smoothed by polynomials."""
    return _at_the_fewer_rows(
        lazy, lambda x: filters.savitzky_golay.smooth(x, 1 / axes.tstep, h_freq), "smoothing"
    )


def resampled_courses(
    lazy: LazyData, axes: SourceAxes, sfreq: float, options: filters.resampling.ResampleOptions
) -> tuple[LazyData, SourceAxes]:
    """The courses at another rate in Hz, and their axes; the very same if they have it."""
    old, new = 1 / axes.tstep, number("sfreq", sfreq, above=0)
    if np.isclose(new, old, atol=0, rtol=1e-6):
        LOGGER.info("The sampling rate is %g Hz already: nothing to do", old)
        return lazy, axes
    resampled = _at_the_fewer_rows(
        lazy, lambda x: filters.resampling.resample_rows(x, new, old, options), "resampling"
    )
    return resampled, replace(axes, tstep=1 / new)


def analytic_courses(
    lazy: LazyData, picks: SourcePicks, n_fft: int | str | None, *, envelope: bool
) -> LazyData:
    """The analytic signals, or envelopes, of the courses of some sources."""
    purpose = "Hilbert's transform"
    rows = rows_of(picks, lazy.shape[0])
    length = filters.analytic_signal.transform_length(lazy.shape[-1], n_fft)

    def analytic(x: Floats) -> Data:
        return filters.analytic_signal.analytic_signal(x, length, envelope=envelope)

    if picks is None and not envelope:
        return _at_the_fewer_rows(lazy, analytic, purpose)
    out: Data = _real_copy(lazy.array, purpose)
    changed = analytic(out[rows])
    if not envelope:
        out = out.astype(np.complex128)
    out[rows] = changed
    return LazyData(out)


def _at_the_fewer_rows(lazy: LazyData, change: Callable[[Floats], Data], purpose: str) -> LazyData:
    """A linear change of all courses: of the sensors' where these are kept and are fewer."""
    if lazy.factors is not None:
        kernel, sensors = lazy.factors
        if sensors.shape[0] < np.prod(kernel.shape[:-1]):
            return LazyData(factors=(kernel, change(_real_copy(whole(sensors), purpose))))
    return LazyData(change(_real_copy(lazy.array, purpose)))


def _real_copy(data: Data, purpose: str) -> Floats:
    """A copy in double precision of courses, which must be real."""
    real = data if np.iscomplexobj(data) else data.astype(np.float64)
    return require_real(real, purpose)
