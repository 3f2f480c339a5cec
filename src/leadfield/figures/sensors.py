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
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SensorLayout:
    """Directions of sensors from the head's centre (n, 3) and their flat positions (n, 2).

    Azimuthal equidistant: the distance of a flat position from the middle is the angle from
    the vertex; the head's outline, at 1, is ``reach`` quarter turns down; the nose is up.
    """

    directions: Floats
    positions: Floats
    reach: float

    def __post_init__(self) -> None:
        lock_arrays(self)


def head_positions(info: MeasurementInfo, picks: Ints) -> tuple[Floats, Bools]:
    """Positions (n, 3) in the head frame, in m, and which of them are known."""
    channels = info.channels
    positions = channels.locations[picks, :3].copy()
    known: Bools = np.isfinite(positions).all(axis=1) & positions.any(axis=1)  # type: ignore[assignment]
    in_device = channels.frames[picks] == Frame.DEVICE
    if info.device_to_head is not None and in_device.any():
        positions[in_device] = info.device_to_head.points(positions[in_device])
    return positions, known


def flatten_sensors(info: MeasurementInfo, picks: Ints) -> SensorLayout:
    """Layout of sensors on a head seen from above."""
    positions, known = head_positions(info, picks)
    if known.sum() < FEWEST:
        msg = (
            f"a map of the head needs at least {FEWEST} channels with a position, "
            f"got {int(known.sum())}"
        )
        raise ChannelError(msg)
    if not known.all():
        unknown = [info.names[p] for p, ok in zip(picks, known, strict=True) if not ok]
        msg = f"channels must have a position to be drawn on a head, {unknown[0]} has none"
        raise ChannelError(msg)
    centre = _sphere_centre(positions)
    directions = positions - centre
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    flat = project_azimuthal(directions)
    lowest = float(np.linalg.norm(flat, axis=1).max())
    reach = max(1.0, lowest / OUTERMOST)
    return SensorLayout(directions=directions, positions=flat / reach, reach=reach)


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


def draw_head(ax: "Axes", *, width: float = 1.2) -> None:
    """Outline of a head of radius 1: circle, nose, two ears."""
    turn = np.linspace(0, 2 * np.pi, 181)
    style: dict[str, Any] = {"color": "0.15", "lw": width, "clip_on": False, "zorder": 5}
    ax.plot(np.cos(turn), np.sin(turn), **style)
    nose = np.deg2rad([100.5, 90, 79.5])
    ax.plot(np.cos(nose) * [1, 0, 1], np.sin(nose) * [1, 1.14, 1], **style)
    y = np.array([0.21, 0.23, 0.16, 0.02, -0.1, -0.2, -0.21])
    x = np.array([0.985, 1.035, 1.075, 1.06, 1.085, 1.045, 0.985])
    for side in (-1, 1):
        ax.plot(side * x, y, **style)
    ax.set_aspect("equal")
    ax.set_axis_off()
