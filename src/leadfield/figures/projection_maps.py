"""Head maps of projections: a map for each vector and type of channels."""

import textwrap
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import numpy as np

from leadfield.base.errors import ChannelError
from leadfield.figures.head_map import make_head_map
from leadfield.figures.map_panels import MapPanels, add_colour_bar, lay_out_maps
from leadfield.figures.topomap import TitledMap, TopomapStyle, draw_map, shared_limits
from leadfield.figures.units import QUANTITIES
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import Projection

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MAPPED = ("grad", "mag", "eeg")
LINE = 22  # letters of a title's line


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionMap:
    """The map of one vector on one type of channels."""

    kind: str
    drawn: TitledMap


def projection_maps(
    projections: Sequence[Projection],
    info: MeasurementInfo,
    style: TopomapStyle,
    kinds: Collection[str] = MAPPED,
) -> list[ProjectionMap]:
    """A map for each vector and each type of channels on which it is not 0."""
    types, found = np.array(info.channels.types), []
    for one in projections:
        rows = {name: i for i, name in enumerate(info.names)}
        known = [i for i, name in enumerate(one.channel_names) if name in rows]
        picks = np.array([rows[one.channel_names[i]] for i in known], np.int64)
        here = [
            kind
            for kind in MAPPED
            if kind in kinds and one.vectors[:, known][:, types[picks] == kind].any()
        ]
        for kind in here:
            head_map = make_head_map(info, picks, kind=kind, how=style.how, sphere=style.sphere)
            for number, vector in enumerate(one.vectors, 1):
                weights = np.zeros(len(info.channels))
                weights[picks] = vector[known]
                parts = [one.description]
                parts += [f"({number} of {len(one.vectors)})"] if len(one.vectors) > 1 else []
                title = textwrap.fill(" ".join(parts), LINE)
                title += f"\n{QUANTITIES[kind].title}" if len(here) > 1 else ""
                drawn = TitledMap(head_map=head_map, values=head_map.values(weights), title=title)
                found.append(ProjectionMap(kind=kind, drawn=drawn))
    if not found:
        msg = (
            f"projections must be of channels of type {' or '.join(sorted(kinds))} that info has, "
            "there are none"
        )
        raise ChannelError(msg)
    return found


def draw_projection_maps(
    maps: Sequence[ProjectionMap], style: TopomapStyle, panels: MapPanels, *, joint: bool
) -> "Figure":
    """Figure with a panel for each map; with ``joint``, one scale for each type of channels."""
    figure, axes, _ = lay_out_maps(len(maps), panels)
    for ax, one in zip(axes, maps, strict=True):
        alike = [other.drawn.values for other in maps if other.kind == one.kind]
        limits = shared_limits(np.concatenate(alike) if joint else one.drawn.values, style)
        image, _ = draw_map(ax, one.drawn, style, limits)
        ax.set_title(one.drawn.title, fontsize=9)
        if style.colour_bar:
            add_colour_bar(image, [ax], style.bar_format).set_label(style.quantity.unit, fontsize=9)
    return figure
