"""Contents of a file of any kind that leadfield reads: FIF, estimates, FreeSurfer's."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import InputError
from leadfield.base.files import existing
from leadfield.cli.describe import describe_fif
from leadfield.cli.description import Description, Lines
from leadfield.estimates.stc import StcData, read_stc, read_w
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.label import read_label_file
from leadfield.freesurfer.overlay import read_morph
from leadfield.freesurfer.surface import read_surface


def describe_file(path: str | Path, *, tree: bool = False) -> Description:
    """What a file holds; ``tree`` adds the blocks and tags of a FIF file."""
    where = existing(path)
    describe = _reader(where)
    if describe is None:
        return describe_fif(where, tree=tree)
    if tree:
        msg = f"--tree must be for a FIF file, {where.name} is none: leave it out"
        raise InputError(msg)
    title, lines = describe(where)
    size = where.stat().st_size
    return Description(name=where.name, head=f"{size:,} bytes", sections={title: lines})


def _reader(path: Path) -> "Callable[[Path], tuple[str, Lines]] | None":
    """What describes a file by its ending or first bytes; None for FIF and what is neither."""
    for ending, describe in ENDINGS.items():
        if path.name.lower().endswith(ending):
            return describe
    with path.open("rb") as stream:
        return STARTS.get(stream.read(3))


def _estimate(path: Path) -> tuple[str, Lines]:
    return "Source estimate", _of_estimate(read_stc(path))


def _w(path: Path) -> tuple[str, Lines]:
    return "Source estimate", _of_estimate(read_w(path))


def _of_estimate(held: StcData) -> Lines:
    n_sources, n_times = held.values.shape
    stop = held.tmin + held.tstep * (n_times - 1)
    lines = [
        f"{n_sources} sources, {n_times} times",
        f"{held.tmin:.3f} to {stop:.3f} s, {1e3 * held.tstep:.4g} ms apart",
    ]
    return [*lines, _range("values", held.values.astype(np.float64))]


def _label(path: Path) -> tuple[str, Lines]:
    held = read_label_file(path)
    lines = [f"{len(held.vertices)} vertices, {held.comment or 'no comment'}"]
    if len(held.vertices):
        centre = ", ".join(f"{x:.1f}" for x in 1e3 * held.positions.mean(axis=0))
        lines += [f"centre at ({centre}) mm", _range("values", held.values.astype(np.float64))]
    return "Label", lines


def _parcellation(path: Path) -> tuple[str, Lines]:
    held = read_annotation(path)
    counts = np.bincount(held.labels[held.labels >= 0], minlength=len(held.names))
    lines = [f"{len(held.labels)} vertices, {len(held.names)} regions"]
    return "Parcellation", [
        *lines,
        *(f"{name}: {count}" for name, count in zip(held.names, counts.tolist(), strict=True)),
    ]


def _surface(path: Path) -> tuple[str, Lines]:
    held = read_surface(path)
    low, high = held.vertices.min(axis=0), held.vertices.max(axis=0)
    extent = ", ".join(f"{a:.1f} to {b:.1f}" for a, b in zip(low, high, strict=True))
    return "Surface", [
        f"{len(held.vertices)} vertices, {len(held.triangles)} triangles",
        f"x, y, z from {extent} mm",
    ]


def _overlay(path: Path) -> tuple[str, Lines]:
    values = read_morph(path)
    return "Overlay", [f"{len(values)} vertices", _range("values", values)]


def _range(what: str, values: Floats) -> str:
    if not values.size:
        return f"no {what}"
    return f"{what} from {values.min():.4g} to {values.max():.4g}"


ENDINGS = {".stc": _estimate, ".w": _w, ".label": _label, ".annot": _parcellation}
STARTS = {
    b"\xff\xff\xfe": _surface,
    b"\xff\xff\xfd": _surface,
    b"\xff\xff\xff": _overlay,
}
