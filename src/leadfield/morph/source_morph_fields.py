"""Fields of morphs under MNE-Python's names: what its SourceMorph and its files hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.mixed import MixedMorph, Morph, cortex_and_volumes
from leadfield.morph.registration import ImageGrid, Registration, RegistrationSettings
from leadfield.morph.vertices import Pair
from leadfield.morph.volume_matrix import VolumePath, path_matrix
from leadfield.morph.volumes import VolumeMorph
from leadfield.numerics.sparse_rows import SparseRows
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import VolumeGrid

if TYPE_CHECKING:
    from scipy.sparse import csr_array

KINDS = ("surface", "volume", "mixed")
OF_CORTEX = ("spacing", "smooth", "morph_mat")
OF_VOLUMES = (
    *("zooms", "niter_affine", "niter_sdr", "shape", "affine", "pre_affine", "sdr_morph"),
    "vol_morph_mat",
)
# Transforms of a grid, with their frames.
PLACES = {
    "src_affine_src": ("grid_to_mri", Frame.MRI_VOXEL, Frame.MRI),
    "src_affine_vox": ("voxel_to_mri", Frame.MRI_VOXEL, Frame.MRI),
    "src_affine_ras": ("mri_to_ras", Frame.MRI, Frame.RAS),
}
FIELDS = (
    *("subject_from", "subject_to", "kind", "xhemi", "vertices_to", "src_data"),
    *OF_CORTEX,
    *OF_VOLUMES,
)
Fields = dict[str, Any]


def fields_of_morph(morph: Morph) -> Fields:
    """All fields of a morph; registrations as dicts of what dipy's classes hold."""
    cortex, volumes = cortex_and_volumes(morph)
    fields: Fields = {
        "subject_from": morph.subject_from,
        "subject_to": morph.subject_to,
        "kind": morph.kind,
        "xhemi": cortex is not None and cortex.crossed,
        **dict.fromkeys((*OF_CORTEX, *OF_VOLUMES)),
        "vertices_to": [],
        "src_data": {},
    }
    if cortex is not None:
        fields |= {
            "spacing": cortex.grade,
            "smooth": cortex.smooth,
            "morph_mat": cortex.matrix.as_csr(),
            "vertices_to": list(cortex.vertices_to),
            "src_data": {"vertices_from": list(cortex.vertices_from)},
        }
    if volumes is not None:
        fields["vertices_to"] += volumes.vertices_to
        fields["src_data"] |= _source_fields(volumes)
        fields |= _path_fields(volumes.path)
        fields["vol_morph_mat"] = volumes.matrix
    return fields


def _source_fields(morph: VolumeMorph) -> Fields:
    """Where the sources are. Images are counted backwards there."""
    path, grid = morph.path, morph.path.grid
    places = {key: getattr(grid, PLACES[key][0]) for key in PLACES}
    return {
        "src_shape": grid.shape[::-1],
        "src_shape_full": None if grid.mri_shape is None else grid.mri_shape[::-1],
        **{key: None if place is None else place.matrix for key, place in places.items()},
        "interpolator": grid.interpolator,
        "inuse": [np.bincount(v, minlength=np.prod(grid.shape)) > 0 for v in morph.vertices_from],
        "to_vox_map": None if path.target is None else (path.target.shape, path.target.to_scanner),
    }


def _path_fields(path: VolumePath) -> Fields:
    """How the sources came to the targets."""
    way, settings = path.registration, path.settings
    return {
        "zooms": settings.sizes,
        "niter_affine": settings.affine_iterations,
        "niter_sdr": settings.warp_iterations,
        "shape": way.onto.shape,
        "affine": way.onto.to_scanner,
        "pre_affine": {
            "affine": way.affine,
            "affine_inv": np.linalg.inv(way.affine),
            "domain_shape": way.onto.shape,
            "domain_grid2world": way.onto.to_scanner,
            "codomain_shape": way.moved.shape,
            "codomain_grid2world": way.moved.to_scanner,
        },
        "sdr_morph": None if way.warp is None else _warp_fields(way),
    }


def _warp_fields(way: Registration) -> Fields:
    to_scanner = way.onto.to_scanner
    fields: Fields = {"dim": 3, "is_inverse": True, "prealign": None, "prealign_inv": None}
    for name in ("disp", "domain", "codomain"):
        fields[f"{name}_shape"] = np.array(way.onto.shape, np.int32)
        fields[f"{name}_grid2world"] = to_scanner
        fields[f"{name}_world2grid"] = np.linalg.inv(to_scanner)
    return fields | {"forward": way.warp_back, "backward": way.warp}


def morph_of_fields(fields: Mapping[str, Any]) -> Morph:
    """The morph that has these fields; a matrix of volumes that is missing is computed."""
    kind, source = fields.get("kind"), fields.get("src_data")
    one_of("kind", kind, KINDS)
    if not isinstance(source, Mapping):
        msg = f"a morph must hold src_data as a dict, got {type(source).__name__}"
        raise InputError(msg)
    subjects = {name: fields.get(name) for name in ("subject_from", "subject_to")}
    if not all(isinstance(name, str) for name in subjects.values()):
        msg = f"a morph must hold two subjects, got {list(subjects.values())}"
        raise InputError(msg)
    vertices = _arrays(fields, "vertices_to")
    if kind == "surface":
        return _cortex_of(fields, subjects, vertices)
    if kind == "volume":
        return _volumes_of(fields, subjects, vertices)
    return MixedMorph(
        cortex=_cortex_of(fields, subjects, vertices[:2]),
        volumes=_volumes_of(fields, subjects, vertices[2:]),
    )


def _cortex_of(
    fields: Mapping[str, Any], subjects: Mapping[str, Any], vertices: Sequence[Ints]
) -> CorticalMorph:
    grade = fields.get("spacing")
    return CorticalMorph(
        matrix=SparseRows.of(_sparse(fields, "morph_mat")),
        vertices_from=_pair(_arrays(fields["src_data"], "vertices_from")),
        vertices_to=_pair(vertices),
        smooth=fields.get("smooth"),
        crossed=bool(fields.get("xhemi")),
        grade=int(grade) if isinstance(grade, int | np.integer) else None,
        **subjects,
    )


def _volumes_of(
    fields: Mapping[str, Any], subjects: Mapping[str, Any], vertices_to: Sequence[Ints]
) -> VolumeMorph:
    source = fields["src_data"]
    path = VolumePath(
        grid=_grid_of(source),
        registration=_registration_of(fields),
        settings=RegistrationSettings(
            sizes=_numbers(fields, "zooms", float),
            affine_iterations=_numbers(fields, "niter_affine", int),
            warp_iterations=_numbers(fields, "niter_sdr", int),
        ),
        target=_target_of(source.get("to_vox_map")),
    )
    used = [np.flatnonzero(one) for one in _arrays(source, "inuse")]
    if not vertices_to:
        msg = "vertices_to must have those of a volume, too"
        raise InputError(msg)
    if fields.get("vol_morph_mat") is None:
        matrix = path_matrix(path, np.concatenate(used), np.concatenate(vertices_to))
    else:
        matrix = _sparse(fields, "vol_morph_mat")
    return VolumeMorph(
        matrix=matrix,
        vertices_from=tuple(used),
        vertices_to=tuple(vertices_to),
        path=path,
        **subjects,
    )


def _grid_of(source: Mapping[str, Any]) -> VolumeGrid:
    full, weights = (source.get(name) for name in ("src_shape_full", "interpolator"))
    places: dict[str, Any] = {
        field: Transform(source=frame, target=target, matrix=_array(source, key))
        for key, (field, frame, target) in PLACES.items()
        if source.get(key) is not None
    }
    return VolumeGrid(
        shape=_shape(source, "src_shape")[::-1],
        mri_shape=None if full is None else _shape(source, "src_shape_full")[::-1],
        interpolator=None if weights is None else _sparse(source, "interpolator"),
        **places,
    )


def _registration_of(fields: Mapping[str, Any]) -> Registration:
    affine, warp = fields.get("pre_affine"), fields.get("sdr_morph")
    if not isinstance(affine, Mapping) or not isinstance(warp, Mapping | None):
        msg = "a morph of volumes must hold its pre_affine, and a warp or None"
        raise InputError(msg)
    onto, moved = (
        ImageGrid(
            shape=_shape(affine, f"{name}_shape"), to_scanner=_array(affine, f"{name}_grid2world")
        )
        for name in ("domain", "codomain")
    )
    warps: dict[str, Any] = {}
    if warp is not None:
        _check_warp(warp, onto)
        ways = ["forward", "backward"]
        if np.any(warp.get("is_inverse")):
            ways.reverse()
        warps = {"warp": _array(warp, ways[0]), "warp_back": _array(warp, ways[1])}
    return Registration(moved=moved, onto=onto, affine=_array(affine, "affine"), **warps)


def _check_warp(warp: Mapping[str, Any], onto: ImageGrid) -> None:
    """Raise unless a warp displaces the voxels of one image, as MNE-Python's do."""
    same = all(
        np.array_equal(_shape(warp, f"{name}_shape"), onto.shape)
        and np.allclose(_array(warp, f"{name}_grid2world"), onto.to_scanner)
        for name in ("disp", "domain", "codomain")
    )
    if not same or warp.get("prealign") is not None:
        msg = "a warp must be of the image that pre_affine is onto, without another affine"
        raise InputError(msg)


def _target_of(held: Any) -> ImageGrid | None:
    if held is None:
        return None
    if not (isinstance(held, Sequence) and len(held) == 2):
        msg = "to_vox_map must be a shape and a transform, or None"
        raise InputError(msg)
    fields = {"to_vox_map's shape": held[0], "to_vox_map": held[1]}
    return ImageGrid(
        shape=_shape(fields, "to_vox_map's shape"), to_scanner=_array(fields, "to_vox_map")
    )


def _arrays(fields: Mapping[str, Any], name: str) -> list[Ints]:
    """Arrays of whole numbers, or of truth values, one a source space."""
    held = fields.get(name)
    found = list(map(np.asarray, held)) if isinstance(held, Sequence) else []
    if not found or any(one.ndim != 1 or one.dtype.kind not in "iub" for one in found):
        msg = f"{name} must be arrays of whole numbers, one a source space"
        raise InputError(msg)
    return found


def _pair(arrays: Sequence[Ints]) -> Pair:
    if len(arrays) != 2:
        msg = f"a morph must hold the vertices of two hemispheres, got {len(arrays)} arrays"
        raise InputError(msg)
    return arrays[0], arrays[1]


def _array(fields: Mapping[str, Any], name: str) -> Floats:
    held = fields.get(name)
    if not (isinstance(held, np.ndarray) and held.dtype.kind in "iuf"):
        msg = f"{name} must be an array of numbers, got {type(held).__name__}"
        raise InputError(msg)
    return held


def _sparse(fields: Mapping[str, Any], name: str) -> csr_array:
    import scipy

    held: Any = fields.get(name)
    if not hasattr(held, "indptr"):
        msg = f"{name} must be a sparse matrix, got {type(fields.get(name)).__name__}"
        raise InputError(msg)
    return scipy.sparse.csr_array(held)


def _numbers(fields: Mapping[str, Any], name: str, kind: type) -> tuple[Any, ...]:
    """Numbers of a tuple, each of which files hold as an array."""
    held = fields.get(name)
    if isinstance(held, Mapping) and not held:  # files cannot tell an empty tuple from a dict
        return ()
    numbers = [np.asarray(one) for one in held] if isinstance(held, Sequence | np.ndarray) else []
    kinds = "iu" if kind is int else "iuf"
    if any(one.size != 1 or one.dtype.kind not in kinds for one in numbers) or not numbers:
        msg = f"{name} must be numbers, got {type(held).__name__}"
        raise InputError(msg)
    return tuple(kind(one.item()) for one in numbers)


def _shape(fields: Mapping[str, Any], name: str) -> tuple[int, int, int]:
    found = _numbers(fields, name, int)
    if len(found) != 3:
        msg = f"{name} must be three numbers, got {len(found)}"
        raise InputError(msg)
    return found
