"""Head maps: interpolation of one type's channels to a square image of the head."""

import math
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.errors import ChannelError
from leadfield.figures.interpolation import (
    FlatMap,
    MapInterpolation,
    interpolate_sites,
    spacing,
    surroundings,
)
from leadfield.figures.sensors import HeadSphere, SensorLayout, flatten_sensors, head_positions
from leadfield.recording.info import MeasurementInfo

MARGIN = 1.04  # the map ends a little beyond the outermost sensor
AXIAL = 5001  # coil type of an axial gradiometer: each is a site of its own
HELMETS = ("mag", "grad", "planar1", "planar2")


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeadMap:
    """MapInterpolation of one type's channels to a square image of the head.

    ``rows`` are the channels, ``names`` those of the sites; with ``pairs``, they are planar
    gradiometer pairs, of which the root mean square is drawn. ``flat`` interpolates to the
    square of ``extent``, half its width, of which the inside of ``edge`` (k, 2) is visible, or
    without corners the circle in the square. ``bads`` are flat positions of bad channels.
    """

    rows: Ints
    names: tuple[str, ...]
    pairs: bool
    layout: SensorLayout
    flat: FlatMap
    extent: float
    edge: Floats
    bads: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def matrix(self) -> Floats:
        """Matrix (resolution², n_sites) from the sites' values to the square."""
        return self.flat.matrix

    def values(self, data: Floats) -> Floats:
        """One value for each site, of data (n_channels,)."""
        picked = data[self.rows]
        if not self.pairs:
            return picked
        rms: Floats = np.sqrt((picked[0::2] ** 2 + picked[1::2] ** 2) / 2)
        return rms

    def marked(self, mask: Bools) -> Bools:
        """Which sites are marked, of marks of channels (n_channels,): one of a pair does."""
        picked = mask[self.rows]
        return picked[0::2] | picked[1::2] if self.pairs else picked

    def image(self, values: Floats) -> Floats:
        """The interpolated square image."""
        picture = self.flat.at_points(values)
        side = math.isqrt(len(picture))
        return picture.reshape(side, side)


def make_head_map(
    info: MeasurementInfo,
    picks: Ints,
    *,
    kind: str,
    how: MapInterpolation | None = None,
    sphere: HeadSphere | None = None,
) -> HeadMap:
    """MapInterpolation for the good channels of one type among ``picks``."""
    types, names = np.array(info.channels.types), np.array(info.names)
    of_kind = picks[types[picks] == kind]
    is_bad = np.isin(names[of_kind], info.bads)
    rows, bads = of_kind[~is_bad], of_kind[is_bad]
    if len(rows) == 0:
        msg = f"a map needs good channels of type {kind!r}, there are none among the picks"
        raise ChannelError(msg)
    pairs = kind == "grad" and bool((info.channels.coil_types[rows] & 0xFFFF != AXIAL).all())
    if pairs:
        rows = _pair_gradiometers(info, rows)
    sites = rows[0::2] if pairs else rows
    bads = bads[head_positions(info, bads)[1]]
    layout = flatten_sensors(info, np.r_[sites, bads], sphere)
    own = replace(layout, positions=layout.positions[: len(sites)])
    flat, extent, edge = map_square(own.positions, how or MapInterpolation(), kind)
    return HeadMap(
        rows=rows,
        names=tuple(info.names[row] for row in sites),
        pairs=pairs,
        layout=own,
        flat=flat,
        extent=extent,
        edge=edge,
        bads=layout.positions[len(sites) :],
    )


def map_positions(layout: SensorLayout, how: MapInterpolation, kind: str) -> HeadMap:
    """MapInterpolation for sensors of which only flat positions are known."""
    flat, extent, edge = map_square(layout.positions, how, kind)
    count = len(layout.positions)
    return HeadMap(
        rows=np.arange(count),
        names=tuple(str(i) for i in range(count)),
        pairs=False,
        layout=layout,
        flat=flat,
        extent=extent,
        edge=edge,
        bads=np.zeros((0, 2)),
    )


def map_square(
    positions: Floats, how: MapInterpolation, kind: str
) -> tuple[FlatMap, float, Floats]:
    """MapInterpolation to a square, half its width, and the corners of its visible part."""
    if how.extrapolate == "auto":
        how = replace(how, extrapolate="local" if kind in HELMETS else "head")
    radius = MARGIN * max(1.0, float(np.linalg.norm(positions, axis=1).max()))
    extent, edge = radius, np.zeros((0, 2))
    if how.extrapolate == "local":
        edge = surroundings(positions, spacing(positions) / 2)
        extent = max(1.0, float(np.abs(edge).max()))
    ticks = np.linspace(-extent, extent, how.resolution)
    grid = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2)
    return interpolate_sites(positions, grid, how, radius), extent, edge


def _pair_gradiometers(info: MeasurementInfo, rows: Ints) -> Ints:
    """Planar gradiometers at the same position, one pair after another."""
    sites: dict[bytes, list[int]] = {}
    for row in rows:
        site = np.round(info.channels.locations[row, :3], 6).tobytes()
        sites.setdefault(site, []).append(int(row))
    pairs = [row for pair in sites.values() if len(pair) == 2 for row in pair]
    if not pairs:
        msg = "a map of gradiometers needs both of at least one pair, there is none"
        raise ChannelError(msg)
    return np.array(pairs)
