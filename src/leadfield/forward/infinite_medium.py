"""Dipoles in an infinite medium: the field at coils, and what potentials on vertices make of it."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.progress import tracked
from leadfield.forward.sensors import Sensors
from leadfield.forward.tiles import Tile, by_tiles, sensor_sums, tile_size
from leadfield.forward.triangles import blocks
from leadfield.numerics.scratch import Scratch
from leadfield.numerics.threads import share

COLUMNS = 128  # sources whose potentials are multiplied at once
CHUNK = 2**14  # pairs of a vertex and a source: a few arrays of them stay in the second cache


def primary_field(coils: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
    """Field (n_coils, 3 n_sources), over mu0/4pi, of sources in an infinite medium.

    ``out`` takes it, if there is one.
    """
    out = np.empty((len(coils), 3 * len(sources))) if out is None else out
    cells = out.reshape(len(coils), len(sources), 3)
    weights, normals = coils.weights[:, None], coils.normals
    moments = weights * np.concatenate([np.cross(coils.points, normals), normals], axis=1)
    squares = _Squares(coils.points, sources)

    def work(some: Iterator[Tile]) -> None:
        scratch = Scratch(2, tile_size(coils))
        for sensors, points, batch in some:
            s = sources[batch].T
            square, near = scratch.arrays(points.size, s.shape[1])
            squares.between(points.ravel(), batch, out=square)
            inverse_cubes(square, out=near)
            sums = sensor_sums(moments, points, near)
            turning, along = sums[:, :3], sums[:, 3:]
            for axis, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):
                turning[:, axis] -= s[i] * along[:, j] - s[j] * along[:, i]
            cells[sensors, batch] = turning.transpose(0, 2, 1)

    by_tiles(work, coils, len(sources))
    return out


def surface_current_field(coils: Sensors, vertices: Floats, areas: Floats) -> Floats:
    """Field (n_coils, n_vertices), over mu0/4pi, of potentials of 1 V at vertices.

    The current through a surface counts at its vertices, each with a third of its
    triangles' ``areas`` (n_vertices, 3) (Mosher 1999, equation 35).
    """
    pull = np.concatenate([areas, -np.cross(vertices, areas)], axis=1).T
    moments = np.concatenate([np.cross(coils.normals, coils.points), coils.normals], axis=1)
    squares = _Squares(coils.points, vertices)
    out = np.empty((len(coils), len(vertices)))

    def work(some: Iterator[Tile]) -> None:
        scratch = Scratch(2, tile_size(coils))
        for sensors, points, batch in some:
            at = points.ravel()
            field, near = scratch.arrays(len(at), batch.stop - batch.start)
            squares.between(at, batch, out=field)
            inverse_cubes(field, out=near)
            np.matmul(moments[at], pull[:, batch], out=field)
            field *= near
            out[sensors, batch] = sensor_sums(coils.weights[:, None], points, field)[:, 0]

    by_tiles(work, coils, len(vertices))
    return out


def add_shell_fields(out: Floats, transfer: Floats, vertices: Floats, sources: Floats) -> None:
    """Add to ``out`` (n_sensors, 3 n_sources) what the potentials on ``vertices`` make.

    ``transfer`` (n_sensors, n_vertices) are the sensors' signals for each potential that
    sources have at the vertices in an infinite medium, times 4 pi.
    """
    n_sensors, n_vertices = transfer.shape
    batches = list(blocks(len(sources), 1, COLUMNS))
    columns = np.ascontiguousarray(vertices.T)

    def work(some: Iterator[slice]) -> None:
        all_potentials, all_signals = (Scratch(1, n * 3 * COLUMNS) for n in (n_vertices, n_sensors))
        scratch = Scratch(4, max(CHUNK, n_vertices))
        for batch in some:
            n = batch.stop - batch.start
            potentials = all_potentials.arrays(n, 3, n_vertices)[0]
            signals = all_signals.arrays(n_sensors, 3 * n)[0]
            _fill_potentials(potentials, columns, sources[batch], scratch)
            np.matmul(transfer, potentials.reshape(3 * n, n_vertices).T, out=signals)
            out[:, 3 * batch.start : 3 * batch.stop] += signals

    share(work, tracked(batches, "Lead field", len(batches)), len(batches))


def _fill_potentials(out: Floats, vertices: Floats, sources: Floats, scratch: Scratch) -> None:
    """Potentials (n_sources, 3, n_vertices), times 4 pi, at ``vertices`` (3, n_vertices)."""
    for some in blocks(len(sources), vertices.shape[1], CHUNK):
        potentials = out[some].swapaxes(0, 1)
        *gaps, other = scratch.arrays(*potentials.shape[1:])
        for vertex, source, gap in zip(vertices, sources[some].T, gaps, strict=True):
            np.subtract(vertex, source[:, None], out=gap)
        square = potentials[0]  # not filled yet
        np.multiply(gaps[0], gaps[0], out=square)
        for gap in gaps[1:]:
            square += np.multiply(gap, gap, out=other)
        inverse_cubes(square, out=other)
        for gap, potential in zip(gaps, potentials, strict=True):
            np.multiply(gap, other, out=potential)


def inverse_cubes(squares: Floats, out: Floats) -> None:
    """One over the cubes of distances, from their squares; 0 where points coincide."""
    np.sqrt(squares, out=out)
    out *= squares
    if not out.min(initial=np.inf) > 0:
        out[out == 0] = np.inf
    np.divide(1, out, out=out)


class _Squares:
    """Squared distances between points far apart, by products."""

    def __init__(self, first: Floats, second: Floats) -> None:
        square, other = ((x * x).sum(axis=1) for x in (first, second))
        self._rows = np.column_stack([-2 * first, np.ones(len(first)), square])
        self._columns = np.stack([*second.T, other, np.ones(len(second))])

    def between(self, rows: Ints, columns: slice, out: Floats) -> None:
        """Those of some of the first and a slice of the second."""
        np.matmul(self._rows[rows], self._columns[:, columns], out=out)
