"""HDF5 files of morphs (``-morph.h5``), as MNE-Python writes and reads them."""

from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.checks import one_of, whole
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing
from leadfield.hdf5.read import as_number, as_text, read_tree
from leadfield.hdf5.write import write_tree
from leadfield.morph.cortical import CorticalMorph, Smooth
from leadfield.morph.vertices import Pair

TITLE, WHAT = "h5io", "morph"
SUBJECTS = ("subject_from", "subject_to")
# What only morphs of volumes have.
OF_VOLUMES = (
    *("zooms", "niter_affine", "niter_sdr", "shape", "affine", "pre_affine", "sdr_morph"),
    "vol_morph_mat",
)


def write_morph_file(path: str | Path, morph: CorticalMorph, *, overwrite: bool = False) -> None:
    """Write a morph."""
    content = {
        "subject_from": morph.subject_from,
        "subject_to": morph.subject_to,
        "kind": "surface",
        "spacing": morph.grade,
        "smooth": morph.smooth,
        "xhemi": morph.crossed,
        "morph_mat": morph.matrix,
        "vertices_to": list(morph.vertices_to),
        "src_data": {"vertices_from": list(morph.vertices_from)},
        **dict.fromkeys(OF_VOLUMES),
    }
    write_tree(path, TITLE, content, what=WHAT, overwrite=overwrite)


def read_morph_file(path: str | Path) -> CorticalMorph:
    """Read a morph between two cortices."""
    file_path = existing(path, WHAT)
    content = read_tree(file_path, TITLE, WHAT)
    try:
        return _as_morph(content)
    except InputError as problem:
        raise FormatError(file_path, str(problem)[:300]) from problem


def _as_morph(content: dict[str, Any]) -> CorticalMorph:
    kind = as_text(content.get("kind"))
    if kind != "surface":
        msg = (
            f"a morph must be of surfaces, got {kind!r}: volumes are not morphed here, apply it "
            "with MNE-Python"
        )
        raise InputError(msg)
    source = content.get("src_data")
    source_subject, target_subject = map(as_text, map(content.get, SUBJECTS))
    matrix: Any = content.get("morph_mat")
    if not (
        isinstance(source, dict)
        and source_subject is not None
        and target_subject is not None
        and hasattr(matrix, "indptr")
    ):
        msg = "a morph must hold two subjects, src_data and a sparse matrix"
        raise InputError(msg)
    grade = content.get("spacing")
    chosen = isinstance(grade, np.ndarray) and grade.dtype.kind in "iu"
    return CorticalMorph(
        matrix=matrix,
        vertices_from=_pair(source.get("vertices_from")),
        vertices_to=_pair(content.get("vertices_to")),
        subject_from=source_subject,
        subject_to=target_subject,
        smooth=_smooth(content.get("smooth")),
        crossed=bool(as_number(content.get("xhemi"))),
        grade=as_number(grade) if chosen else None,
    )


def _pair(held: object) -> Pair:
    match held:
        case [np.ndarray() as left, np.ndarray() as right] if left.ndim == right.ndim == 1 and {
            left.dtype.kind,
            right.dtype.kind,
        } <= set("iu"):
            return left, right
    msg = "a morph must hold the vertices of two hemispheres"
    raise InputError(msg)


def _smooth(held: Any) -> Smooth:
    if isinstance(held, np.ndarray) and held.dtype.kind in "iu" and held.dtype != np.uint8:
        return whole("smooth", as_number(held))
    text = as_text(held)
    one_of("smooth", text, ("nearest", None))
    return "nearest" if text else None
