"""HDF5 files of morphs (``-morph.h5``), as MNE-Python writes and reads them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.checks import one_of, whole
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing
from leadfield.hdf5.read import as_number, as_text, read_tree
from leadfield.hdf5.write import write_tree
from leadfield.morph.cortical import Smooth
from leadfield.morph.mixed import Morph
from leadfield.morph.source_morph_fields import fields_of_morph, morph_of_fields

TITLE, WHAT = "h5io", "morph"
TEXTS = ("subject_from", "subject_to", "kind")
TRUE_OR_FALSE = ("xhemi", "is_inverse")


def write_morph_file(path: str | Path, morph: Morph, *, overwrite: bool = False) -> None:
    """Write a morph."""
    write_tree(path, TITLE, fields_of_morph(morph), what=WHAT, overwrite=overwrite)


def read_morph_file(path: str | Path) -> Morph:
    """Read a morph."""
    file_path = existing(path, WHAT)
    content = read_tree(file_path, TITLE, WHAT)
    try:
        return morph_of_fields(_as_fields(content))
    except InputError as problem:
        raise FormatError(file_path, str(problem)[:300]) from problem


def _as_fields(content: Mapping[str, Any]) -> dict[str, Any]:
    """What a file holds, with the texts, numbers and None that its arrays stand for."""
    grade = content.get("spacing")
    chosen = isinstance(grade, np.ndarray) and grade.dtype.kind in "iu"
    return {
        **_without_none(content),
        **{name: as_text(content.get(name)) for name in TEXTS},
        "xhemi": bool(as_number(content.get("xhemi"))),
        "smooth": _smooth(content.get("smooth")),
        "spacing": as_number(grade) if chosen else None,
    }


def _without_none(held: Any) -> Any:
    """Nested dicts in which None stands where files have a false value for it."""
    if not isinstance(held, Mapping):
        return held
    found = {key: _without_none(one) for key, one in held.items()}
    for key, one in found.items():
        if isinstance(one, np.ndarray) and one.dtype == bool and key not in TRUE_OR_FALSE:
            found[key] = None
    return found


def _smooth(held: Any) -> Smooth:
    if isinstance(held, np.ndarray) and held.dtype.kind in "iu" and held.dtype != np.uint8:
        return whole("smooth", as_number(held))
    text = as_text(held)
    one_of("smooth", text, ("nearest", None))
    return "nearest" if text else None
