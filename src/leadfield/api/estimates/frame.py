"""Data frame of a source estimate: ``stc.to_data_frame``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.api.recording.data_frames import frame_form, make_frame
from leadfield.base.errors import ArgumentTypeError, InputError

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.estimates.source_courses import SourceCourses

FrameLevel = Literal["time", "subject"]
HEMISPHERES = ("LH", "RH")


def frame_of_estimate(
    courses: SourceCourses,
    index: object,
    scalings: object,
    time_format: object,
    *,
    long_format: bool,
) -> DataFrame:
    """A column for each source, named by its hemisphere (or ``VOL``) and its vertex."""
    axes = courses.axes
    if axes.vector:
        msg = (
            "a data frame has one value a source: take stc.magnitude() or stc.project(...) of "
            "vectors first"
        )
        raise InputError(msg)
    if scalings is not None:
        msg = f"scalings must be None, as sources have no channel types, got {scalings!r}"
        raise ArgumentTypeError(msg)
    levels = ["time"] if axes.subject is None else ["time", "subject"]
    form = frame_form(index, time_format, long_format=long_format, levels=levels)
    kinds = ["VOL"] * len(axes.vertices)
    if axes.kind != "volume":
        kinds[:2] = HEMISPHERES
    names = [
        f"{kind}_{vertex}"
        for kind, vertices in zip(kinds, axes.vertices, strict=True)
        for vertex in vertices.tolist()
    ]
    data = np.array(courses.data.T)
    columns = {"time": form.times(axes.times(len(data)))}
    if axes.subject is not None:
        columns = {"subject": np.repeat(axes.subject, len(data)), **columns}
    return make_frame(data, names, columns, form, order=list(columns))
