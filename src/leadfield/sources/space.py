"""Source space values: surfaces, volume grids, discrete dipoles, and lists of them."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.arrays import Corners, Floats, Ints, lock_arrays, locked, never_falls
from leadfield.base.errors import InputError
from leadfield.numerics.threads import on_one_thread
from leadfield.recording.frames import Frame, Transform

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class SpaceKind(IntEnum):
    """Kinds of source spaces, with FIF's numbers."""

    SURFACE = 1
    VOLUME = 2
    DISCRETE = 3


LEFT, RIGHT = 101, 102
NOWHERE = -1  # in lists of neighbours; also the surface that is none
HEMISPHERES = ("lh", "rh")


def surface_number(kind: SpaceKind, number: int, positions: Floats) -> int:
    """LEFT or RIGHT for a surface, as its ``number`` or its place says; NOWHERE for others."""
    if kind is not SpaceKind.SURFACE:
        return NOWHERE
    if number in {LEFT, RIGHT}:
        return number
    # Old files do not say; the hemispheres lie on either side of x = 0.
    return LEFT if positions[:, 0].sum() < 0 else RIGHT


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VolumeGrid:
    """The regular grid of a volume source space.

    ``shape`` counts its points along x, y, z. ``neighbours`` (n_points, 26) are the
    indices around each point, -1 for none; ``interpolator`` (n_voxels, n_points) maps
    points to the voxels of an MRI of ``mri_shape``. ``segment`` names the structure that
    the sources fill, where it is one.
    """

    shape: tuple[int, int, int]
    neighbours: Ints | None = None
    grid_to_mri: Transform | None = None
    voxel_to_mri: Transform | None = None
    mri_to_ras: Transform | None = None
    interpolator: "csr_array | None" = None
    mri_file: str | None = None
    mri_shape: tuple[int, int, int] | None = None
    volume_file: str | None = None
    segment: str | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceSpace:
    """One hemisphere, one grid, or one set of points.

    ``positions`` and ``normals`` (n_points, 3) are in ``frame``, in m; ``vertices``
    are the indices, in growing order, of the points that are sources.
    ``nearest`` gives the source that each point is nearest to (a source's patch is all
    points nearest to it), ``nearest_distances`` how far along the surface; ``distances``
    (n_points, n_points) those between sources, up to ``distance_limit``, in m.
    """

    kind: SpaceKind
    positions: Floats
    normals: Floats
    vertices: Ints
    frame: int = Frame.MRI
    surface: int = -1  # LEFT, RIGHT, or -1
    triangles: Corners | None = None
    used_triangles: Corners | None = None
    nearest: Ints | None = None
    nearest_distances: Floats | None = None
    distances: "csr_array | None" = None
    distance_limit: float | None = None
    grid: VolumeGrid | None = None
    subject: str | None = None

    def __post_init__(self) -> None:
        n = len(self.positions)
        for name in ("positions", "normals"):
            value = locked(getattr(self, name), shape=(n, 3), name=name)
            object.__setattr__(self, name, value)
        vertices = locked(self.vertices, np.int64, shape=(None,), name="vertices")
        object.__setattr__(self, "vertices", vertices)
        ok = len(vertices) == 0 or (
            vertices[0] >= 0 and vertices[-1] < n and never_falls(vertices, grows=True)
        )
        if not ok:
            msg = f"vertices must grow and be below {n}, the number of points"
            raise InputError(msg)
        self._index_points("triangles", (None, 3), np.int32)
        self._index_points("used_triangles", (None, 3), np.int32)
        self._index_points("nearest", (n,), np.int64)
        if self.nearest_distances is not None:
            value = locked(self.nearest_distances, shape=(n,), name="nearest distances")
            object.__setattr__(self, "nearest_distances", value)
        if self.distances is not None and self.distances.shape != (n, n):
            msg = f"distances must be {n} x {n}, got {self.distances.shape}"
            raise InputError(msg)
        lock_arrays(self)

    def _index_points(
        self, name: str, shape: tuple[int | None, ...], dtype: type[np.signedinteger[Any]]
    ) -> None:
        """Lock an array of indices of points, if there is one."""
        n, given = len(self.positions), getattr(self, name)
        if given is None:
            return
        value = locked(given, dtype, shape=shape, name=name)
        # The first comparison finds what did not fit into the type.
        fits = getattr(given, "dtype", None) == dtype or np.array_equal(value, given)
        wrong = not fits or (value.size and value.min() < 0)
        if wrong or (value.size and value.max() >= n):
            msg = f"{name} must index the {n} points"
            raise InputError(msg)
        object.__setattr__(self, name, value)

    @property
    def n_sources(self) -> int:
        """Number of sources."""
        return len(self.vertices)

    @property
    def hemisphere(self) -> str | None:
        """``"lh"``, ``"rh"``, or None for what is neither."""
        return {LEFT: "lh", RIGHT: "rh"}.get(self.surface)

    @on_one_thread()
    def moved(self, transform: Transform) -> "SourceSpace":
        """The same sources in another frame; a no-op if they are in it already."""
        if self.frame == transform.target:
            return self
        way = transform.between(self.frame, transform.target)
        return replace(
            self,
            positions=way.points(self.positions),
            normals=way.directions(self.normals),
            frame=transform.target,
        )

    def restricted(self, keep: Ints) -> "SourceSpace":
        """Only the sources at ``keep`` (indices into ``vertices``, growing).

        The sources that stay keep their patches.
        """
        return replace(self, vertices=self.vertices[keep], used_triangles=None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sources:
    """All source spaces of an analysis, in the order of the lead field's columns."""

    spaces: tuple[SourceSpace, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "spaces", tuple(self.spaces))
        if not self.spaces:
            msg = "there must be at least one source space, got none"
            raise InputError(msg)
        frames = {s.frame for s in self.spaces}
        if len(frames) > 1:
            msg = f"source spaces must be in one coordinate frame, got {sorted(frames)}"
            raise InputError(msg)
        surfaces = [s.kind is SpaceKind.SURFACE for s in self.spaces]
        if any(surfaces[2:]) or surfaces[:2] == [False, True]:
            kinds = ", ".join(s.kind.name.lower() for s in self.spaces)
            msg = f"surfaces must come first and be at most two, got {kinds}"
            raise InputError(msg)

    @property
    def n_sources(self) -> int:
        """Number of sources over all spaces."""
        return sum(s.n_sources for s in self.spaces)

    @property
    def frame(self) -> int:
        """Coordinate frame of all positions."""
        return self.spaces[0].frame

    @property
    def subject(self) -> str | None:
        """Name of the subject, where the file has it."""
        return self.spaces[0].subject

    @property
    def vertices(self) -> tuple[Ints, ...]:
        """Source vertices of each space."""
        return tuple(s.vertices for s in self.spaces)

    @property
    def kind(self) -> str:
        """``"surface"``, ``"volume"``, ``"discrete"``, or ``"mixed"``: surfaces and others."""
        kinds = {s.kind for s in self.spaces}
        if len(kinds) == 1:
            return kinds.pop().name.lower()
        return "mixed" if SpaceKind.SURFACE in kinds else "volume"

    @property
    def positions(self) -> Floats:
        """Positions (n_sources, 3) of the sources, in m."""
        return np.concatenate([s.positions[s.vertices] for s in self.spaces])

    @property
    def normals(self) -> Floats:
        """Surface normals (n_sources, 3) at the sources."""
        return np.concatenate([s.normals[s.vertices] for s in self.spaces])

    def moved(self, transform: Transform) -> "Sources":
        """The same sources in the transform's target frame."""
        return replace(self, spaces=tuple(s.moved(transform) for s in self.spaces))
