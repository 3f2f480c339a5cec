"""Sources of estimates on the cortex: those in a label, and more of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api import labels as room
from leadfield.base.errors import ArgumentTypeError
from leadfield.estimates.label_rows import sources_in_label

if TYPE_CHECKING:
    from leadfield.api.estimates.lazy_data import Data, LazyData
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.estimates.source_courses import SourceAxes


def restrict_to_label(
    lazy: LazyData, axes: SourceAxes, label: Label | BiHemiLabel
) -> tuple[LazyData, SourceAxes]:
    """Data and axes of the sources in a label."""
    rows = sources_in_label(
        room.as_label.as_label(label), axes.vertices, kind="surface", subject=axes.subject
    )
    return lazy.taken(rows), axes.restrict(rows)


def add_vertices(data: Data, axes: SourceAxes, vertices: Any) -> tuple[Data, SourceAxes]:
    """Data and axes with more vertices in each space, whose values are zeros."""
    if not isinstance(vertices, Sequence) or len(vertices) != len(axes.vertices):
        msg = f"vertices must be a list of {len(axes.vertices)} arrays, got {vertices!r}"
        raise ArgumentTypeError(msg)
    pairs = zip(axes.vertices, vertices, strict=True)
    all_vertices = tuple(np.union1d(old, np.asarray(new, np.int64)) for old, new in pairs)
    expanded = np.zeros((sum(map(len, all_vertices)), *data.shape[1:]), data.dtype)
    start = 0
    for place, old in enumerate(axes.vertices):
        rows = start + np.searchsorted(all_vertices[place], old)
        expanded[rows] = data[axes.space_of(place)]
        start += len(all_vertices[place])
    return expanded, replace(axes, vertices=all_vertices)
