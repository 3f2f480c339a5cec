"""Source spaces as MNE-Python's."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from leadfield.api.interop.mne_python import mne_python
from leadfield.api.interop.sources import KINDS
from leadfield.api.interop.transforms_to_mne import transform_to_mne
from leadfield.base.arrays import Ints
from leadfield.recording.frames import Transform
from leadfield.sources.patches import patches
from leadfield.sources.space import NOWHERE, Sources, SourceSpace, VolumeGrid

WORDS = {kind: word for word, kind in KINDS.items()}
ALL_NEIGHBOURS = 26  # of a point inside a grid


def sources_to_mne(sources: Sources) -> Any:
    """``SourceSpaces`` of MNE-Python's, with arrays of their own."""
    return mne_python().SourceSpaces([_entry(space) for space in sources.spaces])


def copied(array: Any) -> Any:
    """A copy that can be changed; None of none."""
    return None if array is None else array.copy()


def _entry(space: SourceSpace) -> dict[str, Any]:
    inuse = np.zeros(len(space.positions), np.int64)
    inuse[space.vertices] = 1
    found = patches(space)
    points, places = (None, None) if found is None else found
    entry = {
        "id": space.surface,
        "type": WORDS[space.kind],
        "np": len(space.positions),
        "rr": space.positions.copy(),
        "nn": space.normals.copy(),
        "coord_frame": int(space.frame),
        "inuse": inuse,
        "nuse": len(space.vertices),
        "vertno": space.vertices.copy(),
        "ntri": _count(space.triangles),
        "tris": copied(space.triangles),
        "nuse_tri": _count(space.used_triangles),
        "use_tris": copied(space.used_triangles),
        "nearest": copied(space.nearest),
        "nearest_dist": copied(space.nearest_distances),
        "pinfo": None if points is None else [np.array(one) for one in points],
        "patch_inds": None if places is None else np.array(places),
        "dist": copied(space.distances),
        "dist_limit": space.distance_limit,
        "subject_his_id": space.subject,
    }
    return entry if space.grid is None else {**entry, **_grid(space.grid)}


def _count(rows: Sequence[object] | Any) -> int:
    return 0 if rows is None else len(rows)


def _grid(grid: VolumeGrid) -> dict[str, Any]:
    """What a volume has beside; what is not known is left out, as readers of files do."""
    width, height, depth = (None, None, None) if grid.mri_shape is None else grid.mri_shape
    known = {
        "shape": tuple(grid.shape),
        "neighbor_vert": _neighbours(grid.neighbours),
        "src_mri_t": _transform(grid.grid_to_mri),
        "vox_mri_t": _transform(grid.voxel_to_mri),
        "mri_ras_t": _transform(grid.mri_to_ras),
        "interpolator": copied(grid.interpolator),
        "mri_file": grid.mri_file,
        "mri_volume_name": grid.volume_file,
        "mri_width": width,
        "mri_height": height,
        "mri_depth": depth,
        "seg_name": grid.segment,
    }
    return {key: value for key, value in known.items() if value is not None}


def _transform(transform: Transform | None) -> Any:
    return None if transform is None else transform_to_mne(transform)


def _neighbours(rows: Ints | None) -> Any:
    """All 26 of each point, -1 included; of a smaller table, those that there are."""
    if rows is None or rows.shape[1] == ALL_NEIGHBOURS:
        return copied(rows)
    return [row[row != NOWHERE] for row in rows]
