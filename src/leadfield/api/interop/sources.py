"""Source spaces of MNE-Python's: lists of dicts, one a source space."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.interop.origin import mne_bases
from leadfield.api.interop.transforms import transform_from_mne
from leadfield.api.interop.values import as_int, numbers_or_none, text_or_none
from leadfield.base.arrays import Ints
from leadfield.base.checks import looked_up
from leadfield.base.errors import InputError
from leadfield.sources.space import (
    NOWHERE,
    Sources,
    SourceSpace,
    SpaceKind,
    VolumeGrid,
    surface_number,
)

if TYPE_CHECKING:
    from scipy.sparse import csr_array

KINDS = {"surf": SpaceKind.SURFACE, "vol": SpaceKind.VOLUME, "discrete": SpaceKind.DISCRETE}


def sources_from_mne(src: object) -> Sources | None:
    """Value of ``SourceSpaces`` of MNE-Python's, None for anything else; arrays are shared."""
    if "SourceSpaces" not in mne_bases(src):
        return None
    found: Any = src
    return Sources(spaces=tuple(_space(one, place) for place, one in enumerate(found)))


def _space(entry: Mapping[str, Any], place: int) -> SourceSpace:
    kind = looked_up(f"src[{place}]['type']", entry["type"], KINDS)
    positions = np.asarray(entry["rr"], np.float64)
    limit = entry.get("dist_limit")
    return SourceSpace(
        kind=kind,
        positions=positions,
        normals=np.asarray(entry["nn"], np.float64),
        vertices=_vertices(entry, place),
        frame=as_int(entry["coord_frame"]),
        surface=surface_number(kind, as_int(entry.get("id", NOWHERE)), positions),
        triangles=numbers_or_none(entry.get("tris")),
        used_triangles=numbers_or_none(entry.get("use_tris")),
        nearest=numbers_or_none(entry.get("nearest")),
        nearest_distances=numbers_or_none(entry.get("nearest_dist")),
        distances=_sparse(entry.get("dist")),
        distance_limit=None if limit is None else float(np.asarray(limit).item()),
        grid=_grid(entry, place) if kind is SpaceKind.VOLUME else None,
        subject=text_or_none(entry.get("subject_his_id")),
    )


def _vertices(entry: Mapping[str, Any], place: int) -> Ints:
    """Indices of the points that are sources."""
    if entry["vertno"] is None:
        return np.empty(0, np.int64)
    vertices = np.asarray(entry["vertno"], np.int64)
    if len(vertices) != as_int(entry["nuse"]):
        msg = (
            f"src[{place}] must have as many vertices in 'vertno' as 'nuse' says, got "
            f"{len(vertices)} and {as_int(entry['nuse'])}"
        )
        raise InputError(msg)
    return vertices


def _sparse(matrix: Any) -> "csr_array | None":
    """A sparse matrix that is not empty; an empty one stands for none."""
    import scipy

    if matrix is None:
        return None
    return scipy.sparse.csr_array(matrix)


def _grid(entry: Mapping[str, Any], place: int) -> VolumeGrid:
    if entry.get("shape") is None:
        msg = f"src[{place}] must have the 'shape' of its grid: make the volume source space again"
        raise InputError(msg)
    x, y, z = (int(n) for n in entry["shape"])
    sizes = [entry.get(key) for key in ("mri_width", "mri_height", "mri_depth")]
    width, height, depth = (None if size is None else as_int(size) for size in sizes)
    interpolator = _sparse(entry.get("interpolator"))
    known = width is not None and height is not None and depth is not None
    return VolumeGrid(
        shape=(x, y, z),
        neighbours=_neighbours(entry.get("neighbor_vert")),
        grid_to_mri=transform_from_mne(entry.get("src_mri_t")),
        voxel_to_mri=transform_from_mne(entry.get("vox_mri_t")),
        mri_to_ras=transform_from_mne(entry.get("mri_ras_t")),
        interpolator=interpolator if interpolator is not None and interpolator.nnz else None,
        mri_file=text_or_none(entry.get("mri_file")),
        mri_shape=(width, height, depth) if known else None,  # type: ignore[arg-type]
        volume_file=text_or_none(entry.get("mri_volume_name")),
        segment=text_or_none(entry.get("seg_name")),
    )


def _neighbours(rows: Any) -> Ints | None:
    """One row of neighbours a point, filled up with -1; rows may differ in length."""
    if rows is None:
        return None
    if isinstance(rows, np.ndarray):
        return rows.astype(np.int64)
    counts = np.array([len(row) for row in rows], np.int64)
    out = np.full((len(counts), int(counts.max(initial=0))), NOWHERE, np.int64)
    if counts.sum():
        out[np.arange(out.shape[1]) < counts[:, None]] = np.concatenate(list(rows))
    return out
