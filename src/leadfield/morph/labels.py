"""Labels on another cortex: moved as maps are, or taken from the nearest vertex."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import whole
from leadfield.base.errors import DataError
from leadfield.freesurfer.surface import Surface
from leadfield.labels.label import CorticalLabel
from leadfield.labels.surface import read_hemisphere
from leadfield.morph.compute import Subjects, compute_morph, nearest_targets
from leadfield.morph.vertices import HEMISPHERES, Pair, target_vertices

MM = 1e-3


def morph_label(
    label: CorticalLabel, subjects: Subjects, *, smooth: object, grade: object
) -> CorticalLabel:
    """A label with its values smoothed and moved to those vertices that then have one.

    ``grade`` says which vertices there may be, as for a morph; an array is of the label's
    hemisphere. Positions are zeros.
    """
    steps = whole("smooth", smooth)
    if not label.values.any():
        msg = "values must not all be 0, or no vertex is left: set them with label.values.fill(1)"
        raise DataError(msg)
    side = HEMISPHERES.index(label.hemisphere)
    spacing = _on_side(grade, side) if isinstance(grade, np.ndarray) else grade
    targets = target_vertices(spacing, subjects.folder, subjects.target)[side]
    pairs = _on_side(label.vertices, side), _on_side(targets, side)
    morph = compute_morph(subjects, *pairs, steps, warn_missing=False)
    values: Floats = morph.matrix.times(label.values[:, np.newaxis])[:, 0]
    reached = values != 0
    return replace(
        label,
        vertices=targets[reached],
        positions=np.zeros((int(reached.sum()), 3)),
        values=values[reached],
        subject=subjects.target,
    )


def _on_side(vertices: Ints, side: int) -> Pair:
    none = np.empty(0, np.int64)
    return (none, vertices) if side else (vertices, none)


def move_labels(
    labels: Sequence[CorticalLabel], subjects: Subjects, surf_name: str
) -> list[CorticalLabel]:
    """Labels of the target's vertices whose nearest vertex of the source is in the label.

    Labels that do not overlap do not afterwards either. Positions are those on the target's
    surface ``surf_name``; values are ones.
    """
    back = replace(subjects, source=subjects.target, target=subjects.source)
    moved: dict[int, CorticalLabel] = {}
    for side, hemisphere in enumerate(HEMISPHERES):
        own = {i: label for i, label in enumerate(labels) if label.hemisphere == hemisphere}
        if not own:
            continue
        surface = read_hemisphere(subjects.folder, subjects.target, hemisphere, surf_name)
        nearest = nearest_targets(back, side, np.arange(len(surface.vertices)))
        for i, label in own.items():
            moved[i] = _move(label, nearest, surface, subjects.target)
    return [moved[i] for i in range(len(labels))]


def _move(label: CorticalLabel, nearest: Ints, surface: Surface, subject: str) -> CorticalLabel:
    inside = np.zeros(max(int(nearest.max()), int(label.vertices.max(initial=0))) + 1, bool)
    inside[label.vertices] = True
    vertices = np.flatnonzero(inside[nearest])
    return replace(
        label,
        vertices=vertices,
        positions=surface.vertices[vertices] * MM,
        values=np.ones(len(vertices)),
        subject=subject,
    )
