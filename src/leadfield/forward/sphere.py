"""Spherical head model: exact magnetic field (Sarvas), nearly exact potential."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays, locked
from leadfield.base.errors import InputError, StateError
from leadfield.forward.head_model import HeadModel
from leadfield.forward.sensors import Sensors
from leadfield.forward.tiles import Tile, by_tiles, sensor_sums, tile_size
from leadfield.numerics.scratch import Scratch
from leadfield.recording.frames import Frame

MU0_4PI = 1e-7
FEWEST_SHELLS = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EquivalentDipoles:
    """Dipoles in a homogeneous sphere that stand for one among shells.

    ``scales`` put them on the line from the centre to the source, as fractions of its
    distance; ``strengths`` are their moments as fractions of its moment, in a sphere of
    the outermost conductivity. ``misfit`` is the variance that the fit leaves.
    """

    scales: Floats
    strengths: Floats
    misfit: float

    def __post_init__(self) -> None:
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SphericalHeadModel(HeadModel):
    """Concentric shells around ``centre``, in the head frame.

    ``radii`` in m and ``conductivities`` in S/m go outwards; without any the sphere is
    good for MEG only, which feels neither.
    """

    centre: Floats
    radii: Floats
    conductivities: Floats
    dipoles: EquivalentDipoles | None
    frame: int = Frame.HEAD

    def __post_init__(self) -> None:
        value = locked(self.centre, shape=(3,), name="centre")
        object.__setattr__(self, "centre", value)
        n = len(self.radii)
        for name in ("radii", "conductivities"):
            value = locked(getattr(self, name), shape=(n,), name=name)
            object.__setattr__(self, name, value)
        if (self.dipoles is None) != (n == 0) or (np.diff(self.radii) <= 0).any():
            msg = f"radii must grow, with dipoles that stand for them, got {self.radii}"
            raise InputError(msg)
        lock_arrays(self)

    def magnetic(self, coils: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
        """The lead field of coils outside the sphere."""
        return magnetic_field(coils.points - self.centre, coils, sources - self.centre, out)

    def electric(self, electrodes: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
        """The lead field of electrodes on the outermost sphere."""
        if self.dipoles is None:
            msg = (
                "a sphere model needs shells for EEG, this one has none: give it a "
                "head_radius, or leave EEG out (eeg=False)"
            )
            raise StateError(msg)
        points, sources = electrodes.points - self.centre, sources - self.centre
        out = surface_potential(points, electrodes, sources, dipoles=self.dipoles, out=out)
        out /= self.conductivities[-1]
        return out

    def within_brain(self, points: Floats) -> Bools:
        """Whether each point is inside the innermost shell."""
        return np.asarray(self._to_skull(points) >= 0)

    def near_skull(self, points: Floats, margin: float) -> Bools:
        """Whether each point is nearer to the innermost shell than a margin."""
        return np.asarray(self._to_skull(points) < margin)

    def within_head(self, points: Floats) -> Bools:
        """Whether each point is inside the outermost shell."""
        if not len(self.radii):
            return np.zeros(len(points), bool)
        from_centre = np.linalg.norm(points - self.centre, axis=1)
        return np.asarray(from_centre <= self.radii[-1])

    def _to_skull(self, points: Floats) -> Floats:
        """Distance of each point to the innermost shell, negative outside."""
        if not len(self.radii):
            return np.full(len(points), np.inf)
        from_centre = np.linalg.norm(points - self.centre, axis=1)
        return np.asarray(self.radii[0] - from_centre)


def magnetic_field(
    points: Floats, coils: Sensors, sources: Floats, out: Floats | None = None
) -> Floats:
    """Lead field (n_coils, 3 n_sources) of a spherical conductor around the origin.

    With P the point, S the source, a = |P - S|, p = |P| and F = a (p a + p² - S·P), the
    field along the unit vector e is Q·(S × V) μ0/4π, where V sums the points'
    e / F + P (g0 S·e - gr P·e) / F². Sarvas 1987, Phys Med Biol 32:11, equation 25.

    In units of p, with u = a + 1 and q = 1 + (1 - S·P) / a, F is a² q, g0 is u + q and gr is
    u² + q: few passes over many pairs. ``out`` takes the field, if there is one.
    """
    p = np.linalg.norm(points, axis=1)[:, None]
    unit, normals, turned = points / p, coils.normals, coils.normals / p
    radial = np.einsum("pk,pk->p", unit, normals)[:, None]
    weights = coils.weights[:, None] * MU0_4PI
    by_normal, by_point = weights * normals / p**3, weights * unit / p**3
    # Rows and columns whose products are all pairs' a² and 1 - S·P.
    rows = np.concatenate([-2 * unit / p, np.ones_like(p), 1 / p**2], axis=1)
    ahead = np.concatenate([-unit / p, np.ones_like(p)], axis=1)
    columns = np.stack([*sources.T, np.ones(len(sources)), np.einsum("sk,sk->s", sources, sources)])
    out = np.empty((len(coils), 3 * len(sources))) if out is None else out
    cells = out.reshape(len(coils), len(sources), 3)

    def work(some: Iterator[Tile]) -> None:
        scratch = Scratch(5, tile_size(coils))
        for sensors, its_points, batch in some:
            at, s = its_points.ravel(), columns[:3, batch]
            a, q, f, g, both = scratch.arrays(len(at), s.shape[1])
            np.sqrt(np.matmul(rows[at], columns[:, batch], out=a), out=a)
            np.matmul(ahead[at], columns[:4, batch], out=q)
            q /= a
            q += 1
            np.multiply(a, a, out=f)
            f *= q
            np.divide(1, f, out=f)
            np.matmul(turned[at], s, out=g)
            a += 1  # now u
            g *= np.add(a, q, out=both)
            a *= a
            a += q
            a *= radial[at]
            g -= a
            g *= f
            g *= f
            v = sensor_sums(by_normal, its_points, f)
            v += sensor_sums(by_point, its_points, g)
            cells[sensors, batch] = _crossed(s, v)

    by_tiles(work, coils, len(sources))
    return out


def _crossed(s: Floats, v: Floats) -> Floats:
    """Cross products (n, n_sources, 3) of ``s`` (3, n_sources) and ``v`` (n, 3, n_sources)."""
    out = np.empty((len(v), v.shape[2], 3))
    for axis, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):
        np.subtract(s[i] * v[:, j], s[j] * v[:, i], out=out[..., axis])
    return out


def surface_potential(
    points: Floats,
    electrodes: Sensors,
    sources: Floats,
    *,
    dipoles: EquivalentDipoles | None = None,
    out: Floats | None = None,
) -> Floats:
    """Lead field (n_electrodes, 3 n_sources) of a homogeneous sphere of 1 S/m.

    Around the origin, and as large as an electrode P is far from it. With S the source,
    a = |P - S|, p = |P| and F = a (p a + p² - S·P), the potential of a moment Q is
    Q·{2 (P - S)/a³ + [(1 + a/p) P - S] / F} / 4π. Brody, Terry & Ideker 1973, IEEE Trans
    Biomed Eng 20:141, in the form that stays finite for a source in the centre. ``dipoles``
    stand for each source, if there are any; ``out`` takes the potential, if there is one.
    """
    p2 = np.einsum("pk,pk->p", points, points)[:, None]
    p = np.sqrt(p2)
    s2 = np.einsum("sk,sk->s", sources, sources)
    weights = electrodes.weights[:, None] / (4 * np.pi)
    at_points = weights * points
    pairs = [(1.0, 1.0)]
    if dipoles is not None:
        pairs = list(zip(dipoles.scales, dipoles.strengths, strict=True))
    out = np.empty((len(electrodes), 3 * len(sources))) if out is None else out
    cells = out.reshape(len(electrodes), len(sources), 3)

    def work(some: Iterator[Tile]) -> None:
        for sensors, its_points, batch in some:
            at, s = its_points.ravel(), sources[batch]
            by_point, by_source = np.zeros((2, len(at), len(s)))
            inner = points[at] @ s.T
            for scale, strength in pairs:
                a2 = scale**2 * s2[batch] + p2[at] - 2 * scale * inner
                a = np.sqrt(a2)
                primary = 2 * strength / (a2 * a)
                f = strength / (p[at] * a2 + a * (p2[at] - scale * inner))
                by_source += scale * (primary + f)
                by_point += primary + (1 + a / p[at]) * f
            v = sensor_sums(at_points, its_points, by_point)
            v -= sensor_sums(weights, its_points, by_source) * s.T
            cells[sensors, batch] = v.transpose(0, 2, 1)

    by_tiles(work, electrodes, len(sources))
    return out
