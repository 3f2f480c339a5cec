"""FreeSurfer surface files: triangulated surfaces such as white, pial and sphere."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Corners, Floats, lock_arrays, locked
from leadfield.base.errors import InputError
from leadfield.base.files import may_write
from leadfield.base.replacing import replacing
from leadfield.freesurfer.buffer import Buffer

TRIANGLES, QUADS, REAL_QUADS = 0xFFFFFE, 0xFFFFFF, 0xFFFFFD
STAMP = b"written by leadfield\n\n"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surface:
    """Vertices and the triangles between them, seen anticlockwise from outside."""

    vertices: Floats
    """Positions in mm, ``(n_vertices, 3)``."""
    triangles: Corners
    """Vertex numbers, ``(n_triangles, 3)``."""

    def __post_init__(self) -> None:
        vertices = locked(self.vertices, shape=(None, 3), name="vertices")
        triangles = locked(self.triangles, np.int32, shape=(None, 3), name="triangles")
        if not len(vertices) or not len(triangles):
            msg = "a surface must have vertices and triangles, got none"
            raise InputError(msg)
        if not np.isfinite(vertices).all():
            msg = "a surface's vertices must be finite, got NaN or infinity"
            raise InputError(msg)
        least, most = int(np.min(self.triangles)), int(np.max(self.triangles))
        if least < 0 or most >= len(vertices):
            msg = f"triangles must join vertices 0 to {len(vertices) - 1}, got {least} to {most}"
            raise InputError(msg)
        object.__setattr__(self, "vertices", vertices)
        object.__setattr__(self, "triangles", triangles)
        lock_arrays(self)


def read_surface(path: str | Path) -> Surface:
    """The surface in a FreeSurfer file: triangles, or the quadrangles of old files."""
    file = Buffer(path, "surface")
    magic = file.short("surface's first number")
    if magic == TRIANGLES:
        vertices, triangles = _triangle_file(file)
    elif magic in {QUADS, REAL_QUADS}:
        vertices, triangles = _quad_file(file, whole=magic == QUADS)
    else:
        problem = f"a FreeSurfer surface must start with fffffe, got {magic:06x}"
        raise file.wrong(problem)
    try:
        return Surface(vertices=vertices, triangles=triangles)
    except InputError as problem:
        raise file.wrong(str(problem)) from problem


def write_surface(path: str | Path, surface: Surface, *, overwrite: bool = False) -> None:
    """Write a FreeSurfer triangle file; positions become float32."""
    target = may_write(path, overwrite=overwrite)
    counts = np.array([len(surface.vertices), len(surface.triangles)], ">i4")
    with replacing(target) as stream:
        stream.write(TRIANGLES.to_bytes(3, "big"))
        stream.write(STAMP)
        stream.write(counts.tobytes())
        stream.write(surface.vertices.astype(">f4").tobytes())
        stream.write(surface.triangles.astype(">i4").tobytes())


def _triangle_file(file: Buffer) -> tuple[Floats, Corners]:
    file.line("creation stamp")
    file.line("second line")
    n_vertices, n_triangles = file.whole("vertex count"), file.whole("triangle count")
    vertices = file.reals(3 * n_vertices, ">f4", "coordinates")
    triangles = file.array(3 * n_triangles, ">i4", "triangle corners")
    return vertices.reshape(-1, 3), triangles.reshape(-1, 3).astype(np.int32)


def _quad_file(file: Buffer, *, whole: bool) -> tuple[Floats, Corners]:
    """``whole``: coordinates are hundredths of a millimetre, as in the oldest."""
    n_vertices, n_quads = file.short("vertex count"), file.short("quadrangle count")
    vertices = file.reals(3 * n_vertices, ">i2" if whole else ">f4", "coordinates")
    corners = file.array(12 * n_quads, "u1", "quadrangle bytes").astype(np.int64)
    a, b, c, d = (corners.reshape(-1, 4, 3) @ [65536, 256, 1]).T
    # FreeSurfer picks the diagonal by the first corner's parity.
    even = a % 2 == 0
    first = np.where(even, [a, b, d], [a, b, c])
    second = np.where(even, [c, d, b], [a, c, d])
    triangles = np.stack([first.T, second.T], axis=1).reshape(-1, 3)
    scale = 0.01 if whole else 1.0
    return vertices.reshape(-1, 3) * scale, triangles
