"""Joint figures: a butterfly plot with topographic maps above it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.butterfly import ButterflyStyle, draw_panel
from leadfield.figures.canvas import GREY, new_figure
from leadfield.figures.map_panels import MapPanels
from leadfield.figures.topomap import TitledMap, TopomapStyle, draw_topomaps
from leadfield.figures.units import TIME_UNITS

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def draw_joint(
    evoked: EvokedResponse,
    picks: Ints,
    samples: Sequence[Ints],
    look: tuple[ButterflyStyle, TopomapStyle, Sequence[TitledMap]],
    *,
    title: str | None = "",
    show: bool = False,
) -> "Figure":
    """Figure of one channel type, its maps ready; a line leads from each to its latency."""
    butterfly_style, map_style, found = look
    kind = evoked.info.channels.types[picks[0]]
    count = len(samples)
    figure = new_figure((max(6.4, 1.5 * count + 1.4), 4.4), show=show)
    upper, lower = figure.subfigures(2, 1, squeeze=False, height_ratios=[1, 1.35])[:, 0]
    maps = list(upper.subplots(1, count, squeeze=False)[0])
    draw_topomaps(found, map_style, MapPanels(axes=maps))
    panel = lower.subplots()
    draw_panel(panel, evoked, picks, butterfly_style, kind=kind)
    heading = panel.get_title() if title == "" else title
    panel.set_title("")
    if heading:
        figure.suptitle(heading, fontsize=10)
    factor = TIME_UNITS[butterfly_style.time_unit]
    for ax, group in zip(maps, samples, strict=True):
        latency = factor * float(np.mean(evoked.times[group]))
        panel.axvline(latency, color=GREY, lw=0.8, zorder=1)
        figure.add_artist(_leader(panel, ax, latency))
    return figure


def _leader(panel: "Axes", ax: "Axes", latency: float) -> "Artist":
    from matplotlib.patches import ConnectionPatch

    return ConnectionPatch(
        xyA=(latency, 1),
        coordsA=panel.get_xaxis_transform(),
        xyB=(0.5, 0),
        coordsB=ax.transAxes,
        color=GREY,
        lw=0.8,
    )
