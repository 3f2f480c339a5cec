"""Drawing of source estimates: from an estimate and its options to a brain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api import brain
from leadfield.base.errors import InputError

if TYPE_CHECKING:
    from leadfield.api.brain.brain import Brain
    from leadfield.estimates.source_courses import SourceCourses


def draw_estimate(courses: SourceCourses, arguments: Mapping[str, Any]) -> Brain:
    """The brain that a plot function's arguments ask for; its estimate may be among them."""
    if np.iscomplexobj(courses.data):
        msg = "pictures show real values, got complex ones: draw abs(stc)"
        raise InputError(msg)
    axes = courses.axes
    own = {"self", "stc", "subject"}
    options = {name: value for name, value in arguments.items() if name not in own}
    return brain.plot_estimate(
        values=courses.data,  # type: ignore[arg-type]
        vertices=axes.vertices,
        times=courses.times,
        subject=arguments["subject"] or axes.subject,
        vector=axes.vector,
        quantity=axes.quantity or "",
        **options,
    )
