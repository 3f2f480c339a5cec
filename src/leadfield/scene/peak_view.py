"""View of a peak: from where the strongest source of a map is seen best."""

import numpy as np

from leadfield.scene.camera import facing_view
from leadfield.scene.mesh import Mesh
from leadfield.scene.source_activity import Activity


def peak_view(activity: Activity, meshes: dict[str, Mesh]) -> tuple[str, str]:
    """The hemisphere of an activity's strongest source, and the view that sees it best."""
    strongest = -1.0, "", 0
    for one in activity.sources:
        values = np.abs(one.values)
        sizes = np.linalg.norm(values, axis=1) if values.ndim == 3 else values
        if sizes.size:
            row = int(sizes.max(axis=1).argmax())
            found = float(sizes[row].max()), one.hemisphere, int(one.vertices[row])
            strongest = max(strongest, found)
    _, hemisphere, vertex = strongest
    if not hemisphere:
        return next(iter(meshes)), "lateral"
    return hemisphere, facing_view(meshes[hemisphere].normals[vertex], hemisphere)
