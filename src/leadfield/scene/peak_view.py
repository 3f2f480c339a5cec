"""View of a peak: when a map is strongest, and from where its strongest source is seen best."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.scene.camera import facing_view
from leadfield.scene.mesh import Mesh
from leadfield.scene.source_activity import Activity

AROUND = 15.0
"""Mm around a vertex whose normals tell where it faces, fold or no fold."""


def peak_sample(activity: Activity) -> int:
    """The sample at which the activity as a whole is strongest, by its sum of squares.

    Its largest value may be one noisy source's, long before the response.
    """
    power = np.zeros(len(activity.times))
    for values in activity.all_values:
        flat = values.reshape(-1, len(power))
        power += np.einsum("ij,ij->j", flat, flat, dtype=np.float64)
    return int(power.argmax())


def peak_view(
    activity: Activity, meshes: dict[str, Mesh], sample: float | None = None
) -> tuple[str, str]:
    """The hemisphere of an activity's strongest source, and the view that sees it best.

    The strongest at a sample, or for None at any.
    """
    if sample is None:
        sample = peak_sample(activity)
    strongest = -1.0, "", 0
    for one in activity.sources:
        sizes = np.abs(one.amplitudes(sample))
        if sizes.size:
            row = int(sizes.argmax())
            found = float(sizes[row]), one.hemisphere, int(one.vertices[row])
            strongest = max(strongest, found)
    _, hemisphere, vertex = strongest
    if not hemisphere:
        return next(iter(meshes)), "lateral"
    return hemisphere, facing_view(_outward(meshes[hemisphere], vertex), hemisphere)


def _outward(mesh: Mesh, vertex: int) -> Floats:
    """The mean normal around a vertex."""
    near = np.linalg.norm(mesh.vertices - mesh.vertices[vertex], axis=1) <= AROUND
    mean: Floats = mesh.normals[near].mean(axis=0, dtype=np.float64)
    return mean
