"""Which moments a movie shows."""

from typing import Any

import numpy as np

from leadfield.api.brain.scene import nearest_place
from leadfield.base.arrays import Floats
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError
from leadfield.scene.source_activity import Activity


def movie_places(
    activity: Activity,
    *,
    tmin: Any,
    tmax: Any,
    time_dilation: Any,
    framerate: Any,
    interpolation: str | None,
) -> Floats:
    """Samples, or places between two, that the pictures of a movie show."""
    one_of("interpolation", interpolation, [None, "nearest", "linear"])
    slower = number("time_dilation", time_dilation, above=0)
    rate = number("framerate", framerate, above=0)
    times = activity.times
    first = times[0] if tmin is None else times[int(nearest_place(activity, tmin, "tmin"))]
    last = times[-1] if tmax is None else times[int(nearest_place(activity, tmax, "tmax"))]
    if last < first:
        msg = f"tmin must not be after tmax, got {tmin} and {tmax}"
        raise InputError(msg)
    second = 1e3 if activity.time_unit == "ms" else 1.0
    step = second / (rate * slower)
    moments = first + step * np.arange(max(int((last - first) / step), 1))
    places = np.interp(moments, times, np.arange(len(times)))
    shown: Floats = places if interpolation == "linear" else np.round(places)
    return shown
