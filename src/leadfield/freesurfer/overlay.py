"""FreeSurfer overlays: one value per vertex, such as curv, sulc and thickness."""

from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, locked
from leadfield.base.errors import InputError
from leadfield.base.files import may_write
from leadfield.base.replacing import replacing
from leadfield.freesurfer.buffer import Buffer

NEW = 0xFFFFFF


def read_morph(path: str | Path) -> Floats:
    """Curvature, depth or thickness of each vertex, from a FreeSurfer file."""
    file = Buffer(path, "overlay")
    n_vertices = file.short("overlay's first number")
    if n_vertices == NEW:
        n_vertices, _, each = (file.whole(f"{what} count") for what in ("vertex", "face", "value"))
        if each != 1:
            msg = f"there must be 1 value a vertex, got {each}"
            raise file.wrong(msg)
        values = file.reals(n_vertices, ">f4", "values")
    else:
        file.short("face count")
        values = file.reals(n_vertices, ">i2", "values") / 100
        if file.rest():
            msg = f"the file must end after {n_vertices} values"
            raise file.wrong(msg)
    if not np.isfinite(values).all():
        msg = "values must be finite, got NaN or infinity"
        raise file.wrong(msg)
    return locked(values)


def write_morph(
    path: str | Path,
    values: ArrayLike,
    *,
    n_triangles: int = 0,
    overwrite: bool = False,
) -> None:
    """Write one float32 a vertex, as FreeSurfer's ``curv`` files do."""
    held = locked(values, shape=(None,), name="values")
    if not np.isfinite(held).all():
        msg = "values must be finite, got NaN or infinity"
        raise InputError(msg)
    target = may_write(path, overwrite=overwrite)
    with replacing(target) as stream:
        stream.write(NEW.to_bytes(3, "big"))
        stream.write(np.array([len(held), n_triangles, 1], ">i4").tobytes())
        stream.write(held.astype(">f4").tobytes())
