"""HDF5 files of estimates (``-stc.h5``): any kind, in double precision, with the subject's name."""

from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.checks import all_finite, looked_up
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import as_path
from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import Kind, SourceAxes, Values
from leadfield.hdf5.read import as_number, as_text, read_tree
from leadfield.hdf5.write import write_tree

TITLE, WHAT = "mnepython", "source estimate"
ENDING = "-stc.h5"
MOST = 1e100  # of values, whose squares and transforms are finite then
KINDS: dict[str, Kind] = {
    "surface": "surface",
    "volume": "volume",
    "mixed": "mixed",
    "discrete": "volume",
}


def write_estimate_hdf5(
    data: Segments, axes: SourceAxes, fname: str | Path, *, overwrite: bool
) -> Path:
    """Write an estimate; ``-stc.h5`` is added to a name that does not end in ``.h5``."""
    path = as_path(fname)
    if path.suffix != ".h5":
        path = path.with_name(f"{path.name}{ENDING}")
    content = {
        "vertices": list(axes.vertices),
        "data": data.changed(_checked),
        "tmin": axes.tmin,
        "tstep": axes.tstep,
        "subject": axes.subject,
        "src_type": axes.kind,
    }
    write_tree(path, TITLE, content, what=WHAT, overwrite=overwrite)
    return path


def _checked(values: Values) -> Values:
    all_finite("values of an estimate", values, "no reader takes others")
    return values


def read_estimate_hdf5(path: Path) -> tuple[Values, SourceAxes]:
    """Data and axes of the estimate in a file, sources in growing order."""
    content = read_tree(path, TITLE, WHAT)
    try:
        return _as_estimate(content)
    except (InputError, TypeError) as problem:
        raise FormatError(path, str(problem)[:300]) from problem


def _as_estimate(content: dict[str, Any]) -> tuple[Values, SourceAxes]:
    absent = {"vertices", "data", "tmin", "tstep"} - content.keys()
    if absent:
        msg = f"an estimate must hold {', '.join(sorted(absent))}"
        raise InputError(msg)
    held = content["vertices"]
    vertices = held if isinstance(held, list) else [held]
    arrays = [*vertices, content["data"]]
    if not all(isinstance(one, np.ndarray) for one in arrays) or any(
        one.ndim != 1 or one.dtype.kind not in "iu" for one in vertices
    ):
        msg = "an estimate must hold arrays of vertex numbers, and of data"
        raise InputError(msg)
    data = content["data"]
    if (
        data.dtype.kind not in "fciu" or not float(np.abs(data).max(initial=0)) <= MOST
    ):  # nor is NaN
        msg = f"an estimate must hold finite numbers of at most {MOST:g}"
        raise InputError(msg)
    kind = as_text(content["src_type"]) if "src_type" in content else "surface"
    orders = [np.argsort(one, kind="stable") for one in vertices]
    axes = SourceAxes(
        kind=looked_up("src_type", kind, KINDS),
        vertices=tuple(one[order] for one, order in zip(vertices, orders, strict=True)),
        tmin=as_number(content["tmin"]),
        tstep=as_number(content["tstep"]),
        subject=as_text(content["subject"]) if "subject" in content else None,
        vector=data.ndim == 3,
    )
    values = axes.as_data(data)
    starts = np.cumsum([0, *map(len, vertices)])
    rows = np.concatenate([start + order for start, order in zip(starts, orders, strict=False)])
    in_order = np.array_equal(rows, np.arange(len(rows)))
    return (values if in_order else values[rows]), axes
