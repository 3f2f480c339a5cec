"""Labels on another cortex: moved as maps are, or taken from the nearest vertex."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.checks import whole
from leadfield.base.errors import DataError
from leadfield.freesurfer.surface import Surface
from leadfield.labels.label import CorticalLabel
from leadfield.labels.surface import read_hemisphere
from leadfield.morph.compute import Subjects, check_vertices, nearest_targets
from leadfield.morph.vertices import HEMISPHERES, Pair, target_vertices
from leadfield.numerics.mesh import neighbour_rows, triangles_at
from leadfield.numerics.mesh_nearest import nearest_triangles

MM = 1e-3
ARC = 1.01  # at most, of an arc's length over its chord, between vertices of a sphere


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
    sphere = subjects.sphere(subjects.source, side)
    check_vertices(label.vertices, len(sphere.vertices), subjects.source)
    values = _smoothed_values(label, sphere, steps)
    onto = sphere
    if subjects.source != subjects.target:
        onto = subjects.sphere(subjects.target, side)
    check_vertices(targets, len(onto.vertices), subjects.target)
    if onto is sphere:
        values = values[targets]
    else:
        values = _registered_values(values, sphere, onto.vertices[targets])
    reached = values != 0
    return replace(
        label,
        vertices=targets[reached],
        positions=np.zeros((int(reached.sum()), 3)),
        values=values[reached],
        subject=subjects.target,
    )


def _smoothed_values(label: CorticalLabel, sphere: Surface, steps: int) -> Floats:
    """Values of all vertices after steps that each take means of those that have one; else 0."""
    n = len(sphere.vertices)
    values, has = np.zeros(n), np.zeros(n, bool)
    values[label.vertices], has[label.vertices] = label.values, True
    having, around = [has], sphere.triangles[:0]
    for _ in range(steps):
        around = triangles_at(sphere.triangles, has)
        has = has.copy()
        has[around] = True
        having.append(has)
    kept, number = np.flatnonzero(has), np.cumsum(has) - 1
    edges, few = neighbour_rows(number[around], len(kept), itself=True), values[kept]
    for has in having[:-1]:
        sums, counts = edges.times(np.column_stack([few, has[kept]])).T
        few = sums / np.maximum(counts, 1)
    values[kept] = few
    return values


def _registered_values(values: Floats, sphere: Surface, points: Floats) -> Floats:
    """Values at points of the sphere: weighted means of the corners of each one's triangle.

    Few points are near a vertex that has a value. A triangle belongs to a point's nearest vertex,
    which on a closed surface is no farther away than the longest edge.
    """
    vertices, triangles = sphere.vertices, sphere.triangles
    seen = vertices[triangles_at(triangles, values != 0).ravel()]
    a, b, c = (np.take(vertices, corner, axis=0) for corner in triangles.T)
    reach = (
        ARC * max(float(np.einsum("ij,ij->i", x, x).max()) for x in (a - b, b - c, c - a)) ** 0.5
    )
    near = _in_box(points, seen, reach)
    found = np.zeros(len(points))
    if near.any():
        some = triangles_at(triangles, _in_box(vertices, seen, 2 * reach))
        corners, weights = nearest_triangles(points[near], vertices, some)
        found[near] = np.vecdot(values[corners], weights)
    return found


def _in_box(points: Floats, others: Floats, reach: float) -> Bools:
    """Whether points are in the box around others, a reach wider."""
    if not len(others):
        return np.zeros(len(points), bool)
    within = (
        (axis >= own.min() - reach) & (axis <= own.max() + reach)
        for axis, own in zip(points.T, others.T, strict=True)
    )
    inside: Bools = np.logical_and.reduce(list(within))
    return inside


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
