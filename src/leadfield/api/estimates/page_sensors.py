"""Sensors of a page: the types of evoked responses, their head maps and their samples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.errors import ChannelError
from leadfield.figures.head_map import HeadMap, make_head_map
from leadfield.figures.interpolation import MapInterpolation, inside_polygon
from leadfield.figures.sensors import flatten_sensors, head_positions
from leadfield.figures.units import QUANTITIES
from leadfield.web.content import PageHeadMap, PageResponse, PageSensors, SampleTimes
from leadfield.web.quantity import PageQuantity

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints
    from leadfield.epochs.evoked import EvokedResponse
    from leadfield.recording.info import MeasurementInfo

KINDS = ("grad", "mag", "eeg")
PIXELS = 56
"""Rows and columns of a head map."""


def sensors_and_responses(
    evoked: Mapping[str, EvokedResponse],
) -> tuple[tuple[PageSensors, ...], tuple[PageResponse, ...]]:
    """Sensor types of responses by name, and the responses; all have the first one's channels."""
    info = next(iter(evoked.values())).info
    picks = {kind: _placed(info, kind) for kind in KINDS}
    shown = {kind: rows for kind, rows in picks.items() if len(rows)}
    return (
        tuple(_sensors(info, kind, rows) for kind, rows in shown.items()),
        tuple(_response(name, one, info, shown) for name, one in evoked.items()),
    )


def _placed(info: MeasurementInfo, kind: str) -> Ints:
    """Channels of a type that have a position; none where there are too few for a head."""
    rows = np.flatnonzero(np.array(info.channels.types) == kind)
    rows = rows[head_positions(info, rows)[1]]
    return rows if len(rows) > 3 else rows[:0]


def _sensors(info: MeasurementInfo, kind: str, rows: Ints) -> PageSensors:
    quantity = QUANTITIES[kind]
    names = tuple(info.names[row] for row in rows)
    return PageSensors(
        kind=kind,
        title=quantity.title,
        quantity=PageQuantity(name=quantity.title, unit=quantity.unit, scale=quantity.scale),
        names=names,
        bads=tuple(i for i, name in enumerate(names) if name in info.bads),
        positions=flatten_sensors(info, rows).positions,
        head_map=_page_head_map(info, kind, rows),
    )


def _page_head_map(info: MeasurementInfo, kind: str, rows: Ints) -> PageHeadMap | None:
    try:
        made = make_head_map(info, rows, kind=kind, how=MapInterpolation(resolution=PIXELS))
    except ChannelError:
        return None  # too few good ones
    ticks = np.linspace(-made.extent, made.extent, PIXELS)
    x, y = np.meshgrid(ticks, ticks)
    visible = _visible(made, np.c_[x.ravel(), y.ravel()])
    # The page's first row is at the nose, the map's at the neck.
    row, column = np.divmod(visible, PIXELS)
    places = np.searchsorted(rows, made.rows).reshape(-1, 2 if made.pairs else 1)
    pixels = (PIXELS - 1 - row) * PIXELS + column
    order = np.argsort(pixels)
    return PageHeadMap(
        size=PIXELS,
        extent=made.extent,
        radius=float(np.hypot(x, y).max()) if len(made.edge) else made.extent,
        pixels=pixels[order],
        matrix=made.matrix[visible[order]],
        channels=places,
    )


def _visible(made: HeadMap, points: np.ndarray) -> Ints:
    """Points of the square that the map shows, and a ring around them to be cut."""
    step = 2 * made.extent / (PIXELS - 1)
    if len(made.edge):
        centre = made.edge.mean(axis=0)
        wider = centre + (made.edge - centre) * (1 + step)
        return np.flatnonzero(inside_polygon(points, wider))
    return np.flatnonzero(np.hypot(*points.T) <= made.extent + step)


def _response(
    name: str, evoked: EvokedResponse, info: MeasurementInfo, shown: Mapping[str, Ints]
) -> PageResponse:
    step = 1 / evoked.info.sampling_rate
    where = {channel: i for i, channel in enumerate(evoked.info.names)}
    channels = []
    for rows in shown.values():
        own = [where.get(info.names[row], -1) for row in rows]
        channels.append(None if min(own) < 0 else evoked.data[own])
    return PageResponse(
        title=name,
        nave=float(evoked.nave),
        times=SampleTimes(tmin=float(evoked.times[0]), tstep=step, n=len(evoked.times)),
        channels=tuple(channels),
    )
