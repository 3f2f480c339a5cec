"""Source spaces in FIF files, on their own or inside forward and inverse solutions."""

from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.arrays import Corners, Floats, Ints
from leadfield.base.errors import InputError
from leadfield.fif import decode
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer
from leadfield.recording.fif.positions import read_transform, write_transform
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import (
    NOWHERE,
    Sources,
    SourceSpace,
    SpaceKind,
    VolumeGrid,
    surface_number,
)

if TYPE_CHECKING:
    from scipy.sparse import csr_array


MOST_NEIGHBOURS = 26  # in a regular grid


def read_sources(fif: FifFile) -> Sources:
    """All source spaces of the file, in its order and frame."""
    blocks = fif.tree.find(Block.SOURCE_SPACE)
    if not blocks:
        fif.block(Block.SOURCE_SPACE)  # raises: it names what the file has instead
    spaces = [_space(fif, block) for block in blocks]
    try:
        return Sources(spaces=tuple(spaces))
    except InputError as error:
        raise fif.lacks(blocks[0], f"a space that fits the others ({error})") from error


def _space(fif: FifFile, node: Node) -> SourceSpace:
    try:
        return _unchecked(fif, node)
    except InputError as error:
        raise fif.lacks(node, f"a consistent source space ({error})") from error


def _unchecked(fif: FifFile, node: Node) -> SourceSpace:
    number = fif.integer(node, Kind.SOURCE_SPACE_TYPE)
    if number not in {1, 2, 3}:
        raise fif.lacks(node, f"a type 1, 2 or 3 (surface, volume, discrete), it has {number}")
    kind = SpaceKind(number)
    count = fif.integer(node, Kind.SOURCE_SPACE_NPOINTS)
    positions = _points(fif, node, Kind.SOURCE_SPACE_POINTS, count)
    triangles = _triangles(fif, node, (Kind.BEM_SURF_TRIANGLES, Kind.SOURCE_SPACE_TRIANGLES))
    ident = fif.integer(node, Kind.SOURCE_SPACE_ID, NOWHERE)
    nearest = fif.integers(node, Kind.SOURCE_SPACE_NEAREST, None)
    return SourceSpace(
        kind=kind,
        positions=positions,
        normals=_points(fif, node, Kind.SOURCE_SPACE_NORMALS, count),
        vertices=_vertices(fif, node, count),
        frame=fif.integer(node, Kind.COORD_FRAME),
        surface=surface_number(kind, ident, positions),
        triangles=triangles,
        used_triangles=_triangles(fif, node, (Kind.SOURCE_SPACE_USE_TRIANGLES,)),
        nearest=nearest,
        nearest_distances=_row(fif, node, Kind.SOURCE_SPACE_NEAREST_DIST),
        distances=_distances(fif, node),
        distance_limit=_limit(fif, node),
        grid=_grid(fif, node, count) if kind is SpaceKind.VOLUME else None,
        subject=fif.text(node, Kind.SUBJ_HIS_ID, None),
    )


def _points(fif: FifFile, node: Node, kind: int, count: int) -> Floats:
    values = fif.matrix(node, kind)
    if values.shape != (count, 3) or values.dtype.kind != "f":
        raise fif.lacks(node, f"{count} x 3 real numbers, it has {values.shape} {values.dtype}")
    fif.check_numbers(node, "positions and normals", values)
    return values.astype(np.float64)


def _vertices(fif: FifFile, node: Node, count: int) -> Ints:
    """Indices of the points that are sources."""
    used = fif.integer(node, Kind.SOURCE_SPACE_NUSE, 0)
    if used == 0:
        return np.empty(0, np.int64)
    selection = fif.integers(node, Kind.SOURCE_SPACE_SELECTION)
    vertices = np.flatnonzero(selection)
    if len(selection) != count or len(vertices) != used:
        have = f"it chooses {len(vertices)} of {len(selection)}"
        raise fif.lacks(node, f"a selection of {used} of {count} points, {have}")
    return vertices


def _triangles(fif: FifFile, node: Node, kinds: tuple[int, ...]) -> Corners | None:
    """Triangles of the first kind there are; the file counts from 1."""
    for kind in kinds:
        values = fif.matrix(node, kind) if node.tag(kind) else None
        if values is not None and values.size:
            if values.ndim != 2 or values.shape[1] != 3 or values.dtype.kind not in "iu":
                raise fif.lacks(node, f"triangles of 3 whole numbers, it has {values.shape}")
            corners = values.astype(np.int32, copy=False)
            corners -= 1
            return corners
    return None


def _row(fif: FifFile, node: Node, kind: int) -> Floats | None:
    """Real numbers, which some writers store as a matrix of one row or of one dimension."""
    tag = node.tag(kind)
    if tag is None:
        return None
    if decode.is_matrix(tag):
        with np.errstate(invalid="ignore"):  # of NaN that signals, which stays NaN
            return fif.matrix(node, kind).astype(np.float64).ravel()
    return fif.reals(node, kind)


def _limit(fif: FifFile, node: Node) -> float | None:
    values = _row(fif, node, Kind.SOURCE_SPACE_DIST_LIMIT)
    if values is None or values.size != 1:
        return None
    return float(values[0])


def _distances(fif: FifFile, node: Node) -> "csr_array | None":
    """Distances both ways; the file has the upper triangle."""
    if not (node.tag(Kind.SOURCE_SPACE_DIST) and node.tag(Kind.SOURCE_SPACE_DIST_LIMIT)):
        return None
    import scipy

    upper = fif.sparse(node, Kind.SOURCE_SPACE_DIST)
    if upper.shape[0] != upper.shape[1]:
        raise fif.lacks(node, f"a square matrix of distances, it has {upper.shape}")
    fif.check_numbers(node, "distances", upper.data)
    return scipy.sparse.csr_array(upper + upper.T)


def _grid(fif: FifFile, node: Node, count: int) -> VolumeGrid:
    parents = [child for child in node.children if child.kind == Block.PARENT_MRI_FILE]
    if not parents:
        raise fif.lacks(node, "a PARENT_MRI_FILE block: make the volume source space again")
    mri = parents[0]
    shape = fif.integers(node, Kind.SOURCE_SPACE_VOXEL_DIMS)
    kinds = (Kind.MRI_WIDTH, Kind.MRI_HEIGHT, Kind.MRI_DEPTH)
    sizes = [fif.integer(mri, kind, None) for kind in kinds]
    if len(shape) != 3:
        raise fif.lacks(node, f"three numbers of grid points, it has {len(shape)}")
    return VolumeGrid(
        shape=(int(shape[0]), int(shape[1]), int(shape[2])),
        neighbours=_neighbours(fif, node, count),
        grid_to_mri=read_transform(fif, node, Frame.MRI_VOXEL, Frame.MRI),
        voxel_to_mri=read_transform(fif, mri, Frame.MRI_VOXEL, Frame.MRI),
        mri_to_ras=read_transform(fif, mri, Frame.MRI, Frame.RAS),
        interpolator=_interpolator(fif, mri),
        mri_file=fif.text(mri, Kind.SOURCE_SPACE_MRI_FILE, None),
        mri_shape=None if None in sizes else (sizes[0], sizes[1], sizes[2]),
        volume_file=fif.text(mri, Kind.FILE_NAME, None),
        segment=fif.text(node, Kind.DESCRIPTION, None),
    )


def _interpolator(fif: FifFile, mri: Node) -> "csr_array | None":
    import scipy

    if mri.tag(Kind.SOURCE_SPACE_INTERPOLATOR) is None:
        return None
    matrix = fif.sparse(mri, Kind.SOURCE_SPACE_INTERPOLATOR)
    fif.check_numbers(mri, "weights of points in voxels", matrix.data)
    # An empty one stands for none.
    return scipy.sparse.csr_array(matrix) if matrix.nnz else None


def _neighbours(fif: FifFile, node: Node, count: int) -> Ints | None:
    """One row of neighbours for each of ``count`` points, filled up with -1."""
    if node.tag(Kind.SOURCE_SPACE_NNEIGHBORS) is None:
        return None
    counts = fif.integers(node, Kind.SOURCE_SPACE_NNEIGHBORS)
    flat = fif.integers(node, Kind.SOURCE_SPACE_NEIGHBORS)
    width = int(counts.max(initial=0))
    if len(counts) != count or counts.min(initial=0) < 0 or width > MOST_NEIGHBOURS:
        raise fif.lacks(node, f"0 to {MOST_NEIGHBOURS} neighbours of each of {count} points")
    if counts.sum() != len(flat):
        raise fif.lacks(node, f"{counts.sum()} neighbours as announced, it has {len(flat)}")
    out = np.full((len(counts), width), NOWHERE, np.int64)
    out[np.arange(width) < counts[:, None]] = flat
    return out


def write_sources(writer: Writer, sources: Sources) -> None:
    """Write source spaces in the frame they are in, one block each."""
    for space in sources.spaces:
        with writer.block(Block.SOURCE_SPACE):
            _write_space(writer, space)


def _write_space(writer: Writer, space: SourceSpace) -> None:
    count = len(space.positions)
    selection = np.zeros(count, np.int64)
    selection[space.vertices] = 1
    writer.integers(Kind.SOURCE_SPACE_TYPE, space.kind)
    if space.surface >= 0:
        writer.integers(Kind.SOURCE_SPACE_ID, space.surface)
    if space.subject:
        writer.text(Kind.SUBJ_HIS_ID, space.subject)
    writer.integers(Kind.COORD_FRAME, space.frame)
    writer.integers(Kind.SOURCE_SPACE_NPOINTS, count)
    writer.matrix(Kind.SOURCE_SPACE_POINTS, space.positions)
    writer.matrix(Kind.SOURCE_SPACE_NORMALS, space.normals)
    writer.integers(Kind.SOURCE_SPACE_SELECTION, selection)
    writer.integers(Kind.SOURCE_SPACE_NUSE, len(space.vertices))
    _write_triangles(writer, space)
    if space.grid is not None:
        _write_grid(writer, space.grid)
    _write_patches(writer, space)
    if space.grid is not None and space.grid.segment is not None:
        writer.text(Kind.DESCRIPTION, space.grid.segment)


def _write_triangles(writer: Writer, space: SourceSpace) -> None:
    if space.triangles is not None:
        writer.integers(Kind.SOURCE_SPACE_NTRI, len(space.triangles))
        writer.matrix(Kind.SOURCE_SPACE_TRIANGLES, space.triangles + 1, dtype=">i4")
    if space.used_triangles is not None:
        writer.integers(Kind.SOURCE_SPACE_NUSE_TRI, len(space.used_triangles))
        writer.matrix(Kind.SOURCE_SPACE_USE_TRIANGLES, space.used_triangles + 1, dtype=">i4")


def _write_patches(writer: Writer, space: SourceSpace) -> None:
    import scipy

    if space.nearest is not None and space.nearest_distances is not None:
        writer.integers(Kind.SOURCE_SPACE_NEAREST, space.nearest)
        writer.matrix(Kind.SOURCE_SPACE_NEAREST_DIST, space.nearest_distances)
    if space.distances is not None:
        upper: Any = scipy.sparse.triu(space.distances, format="csr")
        writer.sparse(Kind.SOURCE_SPACE_DIST, scipy.sparse.csr_array(upper))
        limit = np.inf if space.distance_limit is None else space.distance_limit
        writer.matrix(Kind.SOURCE_SPACE_DIST_LIMIT, limit)


def _write_grid(writer: Writer, grid: VolumeGrid) -> None:
    if grid.neighbours is not None:
        there = grid.neighbours != NOWHERE
        # All 26 as they are, -1 included, is what every reader expects of a full table.
        full = grid.neighbours.shape[1] == MOST_NEIGHBOURS
        counts = np.full(len(there), MOST_NEIGHBOURS) if full else there.sum(axis=1)
        writer.integers(Kind.SOURCE_SPACE_NNEIGHBORS, counts)
        flat = grid.neighbours.ravel() if full else grid.neighbours[there]
        writer.integers(Kind.SOURCE_SPACE_NEIGHBORS, flat)
    _write_known(writer, grid.grid_to_mri)
    writer.integers(Kind.SOURCE_SPACE_VOXEL_DIMS, grid.shape)
    with writer.block(Block.PARENT_MRI_FILE):
        _write_known(writer, grid.mri_to_ras)
        _write_known(writer, grid.voxel_to_mri)
        if grid.volume_file is not None:
            writer.text(Kind.FILE_NAME, grid.volume_file)
        if grid.interpolator is not None:
            writer.sparse(Kind.SOURCE_SPACE_INTERPOLATOR, grid.interpolator)
        if grid.mri_file is not None:
            writer.text(Kind.SOURCE_SPACE_MRI_FILE, grid.mri_file)
        if grid.mri_shape is not None:
            for kind, size in zip(
                (Kind.MRI_WIDTH, Kind.MRI_HEIGHT, Kind.MRI_DEPTH), grid.mri_shape, strict=True
            ):
                writer.integers(kind, size)


def _write_known(writer: Writer, transform: Transform | None) -> None:
    if transform is not None:
        write_transform(writer, transform)
