"""Checks of BEM surfaces: closed, oriented outwards, nested and of the size of a head."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.forward.bem import Shell, sort_shells
from leadfield.forward.triangles import Triangles, triangle_mesh
from leadfield.forward.winding import inside
from leadfield.numerics.nearest import nearest_places

SMALLEST, LARGEST = 0.05, 1.0  # m
FLAT = 1e-9  # area of a triangle over its longest side squared
MANY_VERTICES = 10_000


def check_shells(shells: Sequence[Shell]) -> tuple[Shell, ...]:
    """The shells, outermost first, if they are sound; else an error that says what is not."""
    ordered = sort_shells(shells)
    meshes = [triangle_mesh(s.vertices, s.triangles) for s in ordered]
    for shell, mesh in zip(ordered, meshes, strict=True):
        check_closed(shell, mesh)
        check_size(shell)
    for i in range(len(ordered) - 1):
        _check_nested(ordered[i], meshes[i], ordered[i + 1], meshes[i + 1])
    total = sum(len(s.vertices) for s in ordered)
    if total > MANY_VERTICES:
        warn(
            f"the shells have {total} vertices together, the solution takes "
            f"{8e-9 * total**2:.1f} GB and grows with their square: 2562 each are enough "
            "(ico=4)"
        )
    return ordered


def check_closed(shell: Shell, mesh: Triangles) -> None:
    """Raise unless the triangles close, without holes, with their outside outwards."""
    name = shell.kind.label
    sides = np.concatenate([shell.triangles[:, [i, (i + 1) % 3]] for i in range(3)])
    n = len(shell.vertices)
    there, back = sides @ [n, 1], sides @ [1, n]
    if len(np.unique(there)) < len(there) or len(np.setdiff1d(there, back)):
        loose = len(np.setdiff1d(there, back)) + len(there) - len(np.unique(there))
        msg = (
            f"the {name} must be closed, each edge between two triangles that run the same "
            f"way round: {loose} edges are not. Repair or decimate the surface first"
        )
        raise DataError(msg)
    unused = n - len(np.unique(shell.triangles))
    flat = int((mesh.areas <= FLAT * mesh.squares.max(0)).sum())
    if unused or flat:
        msg = (
            f"the {name} must have no loose vertices and no triangles without area, got "
            f"{unused} and {flat}: repair the surface first"
        )
        raise DataError(msg)
    first = shell.vertices[shell.triangles[:, 0]] - shell.vertices.mean(0)
    if np.einsum("tk,tk,t->", first, mesh.normals, mesh.areas) <= 0:
        msg = (
            f"the {name}'s triangles must run anticlockwise seen from outside, they run "
            "clockwise: swap two columns of its triangles"
        )
        raise DataError(msg)


def check_defects(shell: Shell, on_defects: str) -> None:
    """Raise, warn or pass over it (``on_defects``) if a shell is not closed."""
    if on_defects == "ignore":
        return
    try:
        check_closed(shell, triangle_mesh(shell.vertices, shell.triangles))
    except DataError as defect:
        if on_defects == "raise":
            raise
        warn(str(defect))


def check_size(shell: Shell) -> None:
    """Raise if a shell is not as large as a head, in m."""
    sizes = np.ptp(shell.vertices, axis=0)
    if sizes.min() < SMALLEST or sizes.max() > LARGEST:
        msg = (
            f"the {shell.kind.label} must be {SMALLEST:g} to {LARGEST:g} m large each way, got "
            f"{sizes.round(4).tolist()} m: check the unit, FreeSurfer's files are in mm"
        )
        raise InputError(msg)


def _check_nested(outer: Shell, outer_mesh: Triangles, inner: Shell, inner_mesh: Triangles) -> None:
    names = f"the {inner.kind.label} must be inside the {outer.kind.label}"
    poking = int((~inside(outer_mesh, inner.vertices)).sum())
    sinking = int(inside(inner_mesh, outer.vertices).sum())
    if poking or sinking:
        msg = (
            f"{names}, but they intersect: {poking} of {len(inner.vertices)} vertices are "
            f"outside, and {sinking} of {len(outer.vertices)} of the outer one inside"
        )
        raise MismatchError(msg)
    nearest = outer.vertices[nearest_places(inner.vertices, outer.vertices)]
    distance = np.linalg.norm(inner.vertices - nearest, axis=1)
    LOGGER.info(
        "The %s is at least about %.1f mm inside the %s",
        inner.kind.label,
        1e3 * distance.min(),
        outer.kind.label,
    )
