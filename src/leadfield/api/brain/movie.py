"""Movie times: the samples that the frames of a movie show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadfield.api.brain.scene import nearest_sample
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.scene.source_activity import Activity


def movie_samples(
    activity: Activity,
    *,
    tmin: float | None,
    tmax: float | None,
    time_dilation: float,
    framerate: float,
    interpolation: str | None,
) -> Floats:
    """Samples, or fractions between two, that the frames of a movie show."""
    one_of("interpolation", interpolation, [None, "nearest", "linear"])
    slower = number("time_dilation", time_dilation, above=0)
    rate = number("framerate", framerate, above=0)
    times = activity.times
    first = times[0] if tmin is None else times[int(nearest_sample(activity, tmin, "tmin"))]
    last = times[-1] if tmax is None else times[int(nearest_sample(activity, tmax, "tmax"))]
    if last < first:
        msg = f"tmin must not be after tmax, got {tmin} and {tmax}"
        raise InputError(msg)
    second = 1e3 if activity.time_unit == "ms" else 1.0
    step = second / (rate * slower)
    frame_times = first + step * np.arange(max(int((last - first) / step), 1))
    samples: Floats = np.interp(frame_times, times, np.arange(len(times)))
    return samples if interpolation == "linear" else np.round(samples)
