"""Source estimates as MNE-Python's."""

from typing import Any

from leadfield.api.interop.estimates import KINDS
from leadfield.api.interop.mne_python import mne_python
from leadfield.estimates.source_courses import SourceCourses

NAMES = {kind: name for name, kind in KINDS.items()}


def courses_to_mne(courses: SourceCourses) -> Any:
    """A source estimate of MNE-Python's, of the class of the same name, with data of its own."""
    axes = courses.axes
    make = getattr(mne_python(), NAMES[axes.kind, axes.vector])
    return make(
        courses.data.copy(),
        [vertices.copy() for vertices in axes.vertices],
        tmin=axes.tmin,
        tstep=axes.tstep,
        subject=axes.subject,
        verbose="ERROR",
    )
