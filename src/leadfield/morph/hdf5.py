"""HDF5 files of morphs: a few arrays of known names and types, nothing else."""

import io
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import scipy
from numpy.typing import NDArray

from leadfield.base.checks import listed
from leadfield.base.errors import FormatError, InputError, MissingPackageError
from leadfield.base.files import existing, may_write, replacing
from leadfield.base.foreign_formats import HDF5, HEAD, other_format
from leadfield.morph.cortical import CorticalMorph, Smooth

FORMAT = "leadfield morph 1"
TEXTS = ("format", "subject_from", "subject_to", "smooth", "crossed", "grade")
VERTICES = ("from_lh", "from_rh", "to_lh", "to_rh")
MATRIX = {"data": "<f8", "columns": "<i8", "starts": "<i8"}
TYPES = dict.fromkeys(TEXTS, "|u1") | dict.fromkeys(VERTICES, "<i8") | MATRIX


def write_morph_file(path: str | Path, morph: CorticalMorph, *, overwrite: bool = False) -> None:
    """Write a morph; texts are stored as their UTF-8 bytes."""
    h5py = _import_h5py()
    target = may_write(path, overwrite=overwrite)
    matrix = morph.matrix
    texts = (
        FORMAT,
        morph.subject_from,
        morph.subject_to,
        str(morph.smooth),
        str(morph.crossed),
        str(morph.grade),
    )
    arrays = [np.frombuffer(text.encode(), "u1") for text in texts]
    arrays += [*morph.vertices_from, *morph.vertices_to]
    arrays += [matrix.data, matrix.indices, matrix.indptr]
    buffer = io.BytesIO()
    with h5py.File(buffer, "w") as file:
        for (name, dtype), values in zip(TYPES.items(), arrays, strict=True):
            file.create_dataset(name, data=values.astype(dtype))
    with replacing(target) as stream:
        stream.write(buffer.getbuffer())


def read_morph_file(path: str | Path) -> CorticalMorph:
    """Read a morph that :func:`write_morph_file` wrote."""
    h5py = _import_h5py()
    file_path = existing(path, "morph")
    size = file_path.stat().st_size
    arrays: dict[str, NDArray[Any]] = {}
    try:
        with h5py.File(file_path, "r") as file:
            for name, dtype in TYPES.items():
                # Only what lies in this very file, as it is, and is no larger than it.
                if not isinstance(file.get(name, getlink=True), h5py.HardLink):
                    continue
                item = file[name]
                apart = item.is_virtual or item.external or item.chunks
                if not apart and (item.dtype, item.ndim) == (dtype, 1) and item.nbytes <= size:
                    arrays[name] = item[()]
    except (OSError, RuntimeError, KeyError, ValueError, TypeError, AttributeError) as problem:
        msg = f"a morph must be an HDF5 file, got {str(problem)[:120]}"
        head = file_path.read_bytes()[:HEAD]
        raise other_format(file_path, head, msg, family=[HDF5]) from problem
    absent = [name for name in TYPES if name not in arrays]
    if absent:
        msg = f"a morph must hold plain arrays, none is named {listed(absent)}"
        raise FormatError(file_path, msg)
    try:
        return _as_morph(arrays)
    except (InputError, ValueError) as problem:
        raise FormatError(file_path, str(problem)[:300]) from problem


def _as_morph(arrays: dict[str, NDArray[Any]]) -> CorticalMorph:
    file_format, subject_from, subject_to, smooth, crossed, grade = (
        arrays[name].tobytes().decode() for name in TEXTS
    )
    if file_format != FORMAT:
        msg = f"the format must be {FORMAT!r}, got {file_format[:40]!r}"
        raise InputError(msg)
    from_lh, from_rh, to_lh, to_rh = (arrays[name] for name in VERTICES)
    data, columns, starts = (arrays[name] for name in MATRIX)
    shape = (len(to_lh) + len(to_rh), len(from_lh) + len(from_rh))
    valid = (
        len(starts) == shape[0] + 1
        and starts[0] == 0
        and starts[-1] == len(data) == len(columns)
        and (np.diff(starts) >= 0).all()
        and (len(columns) == 0 or 0 <= columns.min() <= columns.max() < shape[1])
        and np.isfinite(data).all()
    )
    if not valid:
        msg = "the matrix must be sparse, finite and fit the vertices"
        raise InputError(msg)
    return CorticalMorph(
        matrix=scipy.sparse.csr_array((data, columns, starts), shape=shape),
        vertices_from=(from_lh, from_rh),
        vertices_to=(to_lh, to_rh),
        subject_from=subject_from,
        subject_to=subject_to,
        smooth=_parse_smooth(smooth),
        crossed=crossed == "True",
        grade=None if grade == "None" else int(grade),
    )


def _parse_smooth(text: str) -> Smooth:
    if text in {"None", "nearest"}:
        return "nearest" if text == "nearest" else None
    return int(text)


def _import_h5py() -> ModuleType:
    try:
        import h5py
    except ImportError as problem:
        msg = 'h5py is needed to save and read morphs: pip install "leadfield[hdf5]"'
        raise MissingPackageError(msg) from problem
    library: ModuleType = h5py
    return library
