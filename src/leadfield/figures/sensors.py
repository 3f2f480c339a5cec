"""Sensor layout: positions projected onto a flat head, colours by position, head outline."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, final

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.errors import ChannelError
from leadfield.recording.frames import Frame
from leadfield.recording.info import MeasurementInfo

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FEWEST = 4  # a sphere has four unknowns
OUTERMOST = 1.06  # how far out a sensor may lie, the head's outline being at 1


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class HeadSphere:
    """Sphere that stands for the head: its centre and radius in m, in head coordinates."""

    centre: tuple[float, float, float]
    radius: float


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SensorLayout:
    """Flat positions (n, 2) of sensors on a head of radius 1, the nose up.

    Azimuthal equidistant: the distance of a flat position from the middle is the angle from
    the vertex. Drawn where the head has its middle at ``origin`` and the ``radius``.
    """

    positions: Floats
    origin: tuple[float, float] = (0.0, 0.0)
    radius: float = 1.0

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def drawn(self) -> Floats:
        """The positions where they are drawn."""
        return self.origin + self.radius * self.positions


def head_positions(info: MeasurementInfo, picks: Ints) -> tuple[Floats, Bools]:
    """Positions (n, 3) in the head frame, in m, and which of them are known."""
    channels = info.channels
    positions = channels.locations[picks, :3].copy()
    known: Bools = np.isfinite(positions).all(axis=1) & positions.any(axis=1)  # type: ignore[assignment]
    in_device = channels.frames[picks] == Frame.DEVICE
    if info.device_to_head is not None and in_device.any():
        positions[in_device] = info.device_to_head.points(positions[in_device])
    return positions, known


def flatten_sensors(
    info: MeasurementInfo, picks: Ints, sphere: HeadSphere | None = None
) -> SensorLayout:
    """Layout of sensors on a head seen from above.

    On a ``sphere`` that is given, a sensor lies at its angle from the vertex times its distance
    from the centre; the outline is the equator. Else the sphere is fitted to the sensors, which
    all lie within the outline or just beyond.
    """
    positions, known = head_positions(info, picks)
    fewest = FEWEST if sphere is None else 1
    if known.sum() < fewest:
        msg = (
            f"a map of the head needs at least {fewest} channels with a position, "
            f"got {int(known.sum())}"
        )
        raise ChannelError(msg)
    if not known.all():
        unknown = [info.names[p] for p, ok in zip(picks, known, strict=True) if not ok]
        msg = f"channels must have a position to be drawn on a head, {unknown[0]} has none"
        raise ChannelError(msg)
    if sphere is not None:
        rays = positions - sphere.centre
        distances = np.linalg.norm(rays, axis=1, keepdims=True)
        flat = project_azimuthal(rays / distances) * distances / sphere.radius
        x, y, _ = sphere.centre
        return SensorLayout(positions=flat, origin=(x, y), radius=sphere.radius)
    rays = positions - _sphere_centre(positions)
    flat = project_azimuthal(rays / np.linalg.norm(rays, axis=1, keepdims=True))
    lowest = float(np.linalg.norm(flat, axis=1).max())
    return SensorLayout(positions=flat / max(1.0, lowest / OUTERMOST))


def unproject_azimuthal(positions: Floats, reach: float) -> Floats:
    """The directions (n, 3) of flat positions (n, 2)."""
    radius = np.linalg.norm(positions, axis=1)
    angle = radius * reach * np.pi / 2
    turn = positions / np.where(radius > 0, radius, 1)[:, None]
    out: Floats = np.c_[np.sin(angle)[:, None] * turn, np.cos(angle)]
    return out


def _sphere_centre(positions: Floats) -> Floats:
    """Centre of the sphere through positions, kept on the head's midline and inside it."""
    # |p|² = 2 p·c + (r² - |c|²) is linear in the centre c.
    system = np.c_[2 * positions, np.ones(len(positions))]
    solution, *_ = np.linalg.lstsq(system, (positions**2).sum(axis=1), rcond=None)
    centre: Floats = solution[:3]
    centre[0] = 0
    low, high = np.array([0, -0.02, 0]), np.array([0, 0.03, 0.06])
    return np.clip(centre, low, high)


def project_azimuthal(directions: Floats) -> Floats:
    """Azimuthal equidistant projection of unit vectors (n, 3), the equator at 1."""
    angle = np.arccos(np.clip(directions[:, 2], -1, 1)) / (np.pi / 2)
    azimuth = np.arctan2(directions[:, 1], directions[:, 0])
    positions: Floats = angle[:, None] * np.c_[np.cos(azimuth), np.sin(azimuth)]
    return positions


def colours_by_position(directions: Floats) -> Floats:
    """A colour (n, 3) for each direction, similar for neighbours."""
    span = directions - directions.min(axis=0)
    colours: Floats = span / np.maximum(span.max(axis=0), 1e-12)
    return 0.85 * colours


def draw_head(
    ax: "Axes",
    *,
    width: float = 1.2,
    origin: tuple[float, float] = (0.0, 0.0),
    radius: float = 1.0,
) -> None:
    """Outline of a head: circle, nose, two ears."""
    style: dict[str, Any] = {"color": "0.15", "lw": width, "clip_on": False, "zorder": 5}
    for x, y in head_outline():
        ax.plot(origin[0] + radius * x, origin[1] + radius * y, **style)
    ax.set_aspect("equal")
    ax.set_axis_off()


def head_outline() -> list[tuple[Floats, Floats]]:
    """Lines of a head of radius 1: circle, nose, two ears."""
    turn = np.linspace(0, 2 * np.pi, 181)
    nose = np.deg2rad([100.5, 90, 79.5])
    y = np.array([0.21, 0.23, 0.16, 0.02, -0.1, -0.2, -0.21])
    x = np.array([0.985, 1.035, 1.075, 1.06, 1.085, 1.045, 0.985])
    return [
        (np.cos(turn), np.sin(turn)),
        (np.cos(nose) * [1, 0, 1], np.sin(nose) * [1, 1.14, 1]),
        (-x, y),
        (x, y),
    ]
