"""Spherical head model: exact magnetic field (Sarvas), nearly exact potential."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays, locked
from leadfield.base.errors import InputError, StateError
from leadfield.forward.head_model import HeadModel
from leadfield.forward.sensors import Sensors
from leadfield.forward.triangles import blocks
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

    def magnetic(self, coils: Sensors, sources: Floats) -> Floats:
        """The lead field of coils outside the sphere."""
        return magnetic_field(coils.points - self.centre, coils, sources - self.centre)

    def electric(self, electrodes: Sensors, sources: Floats) -> Floats:
        """The lead field of electrodes on the outermost sphere."""
        if self.dipoles is None:
            msg = (
                "a sphere model needs shells for EEG, this one has none: give it a "
                "head_radius, or leave EEG out (eeg=False)"
            )
            raise StateError(msg)
        points, positions = electrodes.points - self.centre, sources - self.centre
        total = np.zeros((len(electrodes), 3 * len(sources)))
        for scale, strength in zip(self.dipoles.scales, self.dipoles.strengths, strict=True):
            unit = surface_potential(points, electrodes, scale * positions)
            total += strength * unit
        return np.asarray(total / self.conductivities[-1])

    def within_brain(self, points: Floats) -> Bools:
        """Whether each point is inside the innermost shell."""
        return np.asarray(self.to_skull(points) >= 0)

    def to_skull(self, points: Floats) -> Floats:
        """Distance of each point to the innermost shell, negative outside."""
        if not len(self.radii):
            return np.full(len(points), np.inf)
        from_centre = np.linalg.norm(points - self.centre, axis=1)
        return np.asarray(self.radii[0] - from_centre)

    def within_head(self, points: Floats) -> Bools:
        """Whether each point is inside the outermost shell."""
        if not len(self.radii):
            return np.zeros(len(points), bool)
        from_centre = np.linalg.norm(points - self.centre, axis=1)
        return np.asarray(from_centre <= self.radii[-1])


def magnetic_field(points: Floats, coils: Sensors, sources: Floats) -> Floats:
    """Lead field (n_coils, 3 n_sources) of a spherical conductor around the origin.

    With P the point, S the source, a = |P - S|, p = |P| and F = a (p a + p² - S·P), the
    field along the unit vector e is Q·(S × V) μ0/4π, where V sums the points'
    e / F + P (g0 S·e - gr P·e) / F². Sarvas 1987, Phys Med Biol 32:11, equation 25.
    """
    normals = coils.normals
    p2 = np.einsum("pk,pk->p", points, points)[:, None]
    p, radial = np.sqrt(p2), np.einsum("pk,pk->p", points, normals)[:, None]
    by_normal, by_point = coils.summed_with(normals), coils.summed_with(points)
    n_coils = len(coils)
    out = np.empty((n_coils, len(sources), 3))
    for batch in blocks(len(sources), len(points)):
        s = sources[batch]
        inner = points @ s.T
        a = np.sqrt(p2 + np.einsum("sk,sk->s", s, s) - 2 * inner)
        forward = p2 - inner
        f = 1 / (a * (p * a + forward))
        forward /= a
        outward = (a * a) / p + forward + 2 * (a + p)
        sideways = a + 2 * p + forward
        g = (sideways * (normals @ s.T) - outward * radial) * f * f
        v = (by_normal @ f + by_point @ g).reshape(3, n_coils, -1)
        for axis, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):
            out[:, batch, axis] = s[:, i] * v[j] - s[:, j] * v[i]
    out *= MU0_4PI
    return out.reshape(n_coils, -1)


def surface_potential(points: Floats, electrodes: Sensors, sources: Floats) -> Floats:
    """Lead field (n_electrodes, 3 n_sources) of a homogeneous sphere of 1 S/m.

    Around the origin, and as large as an electrode P is far from it. With S the source,
    a = |P - S|, p = |P| and F = a (p a + p² - S·P), the potential of a moment Q is
    Q·{2 (P - S)/a³ + [(1 + a/p) P - S] / F} / 4π. Brody, Terry & Ideker 1973, IEEE Trans
    Biomed Eng 20:141, in the form that stays finite for a source in the centre.
    """
    p2 = np.einsum("pk,pk->p", points, points)[:, None]
    p = np.sqrt(p2)
    summed = electrodes.summed
    out = np.empty((len(electrodes), len(sources), 3))
    for batch in blocks(len(sources), len(points)):
        s = sources[batch]
        inner = points @ s.T
        a = np.sqrt(p2 + np.einsum("sk,sk->s", s, s) - 2 * inner)
        f = 1 / (a * (p * a + p2 - inner))
        primary = 2 / a**3
        by_point = primary + (1 + a / p) * f
        by_source = primary + f
        for axis in range(3):
            field = by_point * points[:, axis, None] - by_source * s[:, axis]
            out[:, batch, axis] = summed @ field
    out /= 4 * np.pi
    return out.reshape(len(electrodes), -1)
