"""Peak of a source estimate as users ask for it: vertex and time, or row and sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.estimates.peak import find_peak_in

if TYPE_CHECKING:
    from leadfield.api.estimates.lazy_data import LazyData
    from leadfield.estimates.source_courses import SourceAxes

PeakMode = Literal["abs", "pos", "neg"]


def locate_peak(
    lazy: LazyData,
    axes: SourceAxes,
    hemisphere: str | None,
    window: tuple[float | None, float | None],
    mode: str,
    *,
    vert_as_index: bool,
    time_as_index: bool,
) -> tuple[int, float]:
    """Vertex (or row) and time (or sample) of the peak."""
    row, sample = find_peak_in(lazy.stream(), axes, hemisphere=hemisphere, window=window, mode=mode)
    where = row if vert_as_index else int(np.concatenate(axes.vertices)[row])
    return where, sample if time_as_index else float(axes.times(lazy.shape[-1])[sample])
