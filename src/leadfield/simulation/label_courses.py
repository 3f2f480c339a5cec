"""Courses of labels given to all their sources."""

from collections.abc import Callable, Sequence

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import MismatchError, RepeatedError
from leadfield.estimates.source_courses import Values
from leadfield.labels.label import CorticalLabel
from leadfield.labels.on_sources import hemisphere_space
from leadfield.numerics.nearest import nearest_places
from leadfield.sources.space import HEMISPHERES, Sources

Weigh = Callable[[float], float]


def label_courses(
    sources: Sources,
    labels: Sequence[CorticalLabel],
    courses: Values,
    *,
    weigh: Weigh | None,
    overlap: bool,
) -> tuple[Values, tuple[Ints, Ints]]:
    """Values of the labels' sources, and their vertices in the left and the right hemisphere.

    Each of ``courses`` (n_labels, n_times) is that of a label. ``weigh`` makes a factor of the
    label's value at a source. With ``overlap`` sources of several labels have their sum.
    """
    if len(labels) != len(courses):
        msg = (
            f"stc_data must have a row for each label, got {len(courses)} rows for "
            f"{len(labels)} labels"
        )
        raise MismatchError(msg)
    data, vertices = [], []
    for side in HEMISPHERES:
        of_side = [i for i, label in enumerate(labels) if label.hemisphere == side]
        found = [_sources_of(labels[i], sources, weigh) for i in of_side]
        chosen = np.concatenate([np.empty(0, np.int64), *(rows for rows, _ in found)])
        every = np.unique(chosen)
        if len(every) < len(chosen) and not overlap:
            msg = (
                f"labels must not share sources unless allow_overlap=True, {len(chosen)} sources "
                f"of {side} labels are {len(every)}"
            )
            raise RepeatedError(msg)
        values = np.zeros((len(every), courses.shape[1]), np.result_type(courses, np.float64))
        for i, (rows, factors) in zip(of_side, found, strict=True):
            values[np.searchsorted(every, rows)] += factors[:, np.newaxis] * courses[i]
        data.append(values)
        vertices.append(every)
    return np.concatenate(data), (vertices[0], vertices[1])


def _sources_of(label: CorticalLabel, sources: Sources, weigh: Weigh | None) -> tuple[Ints, Floats]:
    """Vertices of the sources in a label, or else of those nearest to it, and their factors."""
    space = hemisphere_space(label, sources)
    inside = np.intersect1d(space.vertices, label.vertices)
    own = inside
    if not len(inside):
        places = space.positions[space.vertices]
        near = nearest_places(space.positions[label.vertices], places)
        which, first = np.unique(near, return_index=True)
        inside, own = space.vertices[which], label.vertices[first]
    if weigh is None:
        return inside, np.ones(len(inside))
    values = label.values[np.searchsorted(label.vertices, own)]
    return inside, np.array([weigh(value) for value in values], np.float64)
