"""FreeSurfer label files (``.label``): vertices with positions and values."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.bounded_text import MOST_BYTES, parse_numbers
from leadfield.base.errors import InputError
from leadfield.base.files import may_write
from leadfield.base.replacing import replacing
from leadfield.freesurfer.buffer import Buffer
from leadfield.freesurfer.vertices import checked_vertices


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VertexSet:
    """Vertices of one hemisphere, each with its place and a value."""

    vertices: Ints
    """Vertex numbers in growing order, ``(n,)``."""
    positions: Floats
    """Places in m, ``(n, 3)``."""
    values: Floats
    """One value a vertex, ``(n,)``."""
    comment: str = ""

    def __post_init__(self) -> None:
        checked = checked_vertices(self.vertices, self.positions, self.values)
        for name, array in zip(("vertices", "positions", "values"), checked, strict=True):
            object.__setattr__(self, name, array)
        lock_arrays(self)


def read_label_file(path: str | Path) -> VertexSet:
    """The vertices in a ``.label`` file, in order of their numbers."""
    file = Buffer(path, "label", most=MOST_BYTES)
    comment = file.line("comment").lstrip("#").strip()
    claimed = file.line("vertex count")
    try:
        count = int(claimed)
        numbers = parse_numbers(file.rest())
    except ValueError as problem:
        msg = f"a label must hold numbers: {str(problem)[:80]}"
        raise file.wrong(msg) from problem
    if len(numbers) != 5 * count:
        msg = f"{count} vertices need {5 * count} numbers, got {len(numbers)}"
        raise file.wrong(msg)
    rows = numbers.reshape(-1, 5)
    if (np.diff(rows[:, 0]) < 0).any():
        rows = rows[np.argsort(rows[:, 0], kind="stable")]
    vertices = rows[:, 0]
    if not ((vertices == np.floor(vertices)) & (abs(vertices) < 2**31)).all():
        msg = "vertex numbers must be whole and below 2147483648"
        raise file.wrong(msg)
    try:
        return VertexSet(
            vertices=vertices.astype(np.int64),
            positions=rows[:, 1:4] * 1e-3,
            values=rows[:, 4],
            comment=comment,
        )
    except InputError as problem:
        raise file.wrong(str(problem)) from problem


def write_label_file(path: str | Path, label: VertexSet, *, overwrite: bool = False) -> None:
    """Write a ``.label`` file, with positions in mm."""
    target = may_write(path, overwrite=overwrite)
    comment = " ".join(label.comment.split())
    rows = [f"#{comment}", str(len(label.vertices))]
    rows += [
        f"{v} {x:.6f} {y:.6f} {z:.6f} {value:.10g}"
        for v, (x, y, z), value in zip(
            label.vertices.tolist(),
            (label.positions * 1e3).tolist(),
            label.values.tolist(),
            strict=True,
        )
    ]
    with replacing(target) as stream:
        stream.write(("\n".join(rows) + "\n").encode())
