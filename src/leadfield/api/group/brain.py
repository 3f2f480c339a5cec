"""Brain of a group's report: its averages, and what is significant in them, in the viewer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, final

import numpy as np

from leadfield.api.brain.page import MapValues, content_of_maps
from leadfield.api.group.pictures import SMOOTHING, SURFACE, limits_of
from leadfield.group.significance import LEVEL
from leadfield.group.template import template_to_mni
from leadfield.render.colours import colormap_colours
from leadfield.scene.colours import make_colour_table
from leadfield.web.colours import map_colours

if TYPE_CHECKING:
    from leadfield.api.group.pictures import Sight
    from leadfield.base.arrays import Ints
    from leadfield.estimates.source_courses import SourceCourses
    from leadfield.group.maps import GroupMap
    from leadfield.group.settings import GroupSettings
    from leadfield.report.group_values import ReportedMap
    from leadfield.web.content import PageContent, PageMap

MOST_SAMPLES = 320
"""Of all maps together: more would make a page too large to be sent."""
SIGNIFICANT = f"p < {LEVEL:g}"


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ViewerMap:
    """A map of the viewer: of the group's map of that ``name``, all or what is significant."""

    name: str
    courses: SourceCourses
    quantity: str
    significant: bool = False


def group_brain(
    maps: Mapping[str, GroupMap],
    settings: GroupSettings,
    reported: Sequence[ReportedMap],
    sights: Mapping[str, Sight],
) -> tuple[PageContent, int]:
    """What the viewer shows, and every how many samples; the peak shown first is among them.

    That is of the map with the strongest one, if anything is significant of those where it is.
    """
    significant = [one for one in reported if maps[one.name].is_significant]
    first = max(significant or reported, key=lambda one: abs(one.peak.value))
    shown = titled_maps(maps)
    times = maps[first.name].courses.times
    samples, step = thinned(len(times), len(shown), first.peak.sample)
    content = content_of_maps(
        {
            title: MapValues(
                values=one.courses.data[:, samples].real,
                times=times[samples],
                quantity=one.quantity,
            )
            for title, one in shown.items()
        },
        maps[first.name].courses.axes.vertices,
        settings.subject,
        labels=settings.parcellation,
        options={
            "subjects_dir": settings.subjects_dir,
            "surface": SURFACE,
            "smoothing_steps": SMOOTHING,
            "transparent": True,
        },
    )
    start = replace(
        content.first,
        shown=max(place for place, one in enumerate(shown.values()) if one.name == first.name),
        time=first.peak.time,
        hemisphere=sights[first.name].hemisphere,
        view=sights[first.name].view,
    )
    found = replace(
        content,
        title=settings.title,
        to_mni=template_to_mni(settings.subjects_dir, settings.subject),
        maps=tuple(
            _coloured(one) if titled.significant else one
            for one, titled in zip(content.maps, shown.values(), strict=True)
        ),
        first=start,
    )
    return found, step


def titled_maps(maps: Mapping[str, GroupMap]) -> dict[str, ViewerMap]:
    """Maps by titles that say what they may be taken for."""
    titled = {}
    for name, one in maps.items():
        average = ViewerMap(name=name, courses=one.courses, quantity=one.quantity)
        titled[title_of(name, one)] = average
        if one.is_significant:
            titled[f"{name} ({SIGNIFICANT})"] = replace(
                average, courses=one.shown, significant=True
            )
    return titled


def title_of(name: str, one: GroupMap) -> str:
    """The title of an average."""
    if one.significance is None:
        return f"{name} (average, not tested)"
    return f"{name} (average{'' if one.is_significant else ', nothing significant'})"


def thinned(n_times: int, n_maps: int, kept: int) -> tuple[Ints, int]:
    """Samples to show of each map so that there are not too many, and how far they are apart."""
    step = -(-n_times * n_maps // MOST_SAMPLES)
    return np.arange(kept % step, n_times, step), step


def _coloured(one: PageMap) -> PageMap:
    """A map with a colour for all that is significant."""
    if one.values is None:
        return one
    signed = one.colours.limits.signed
    base = colormap_colours("mne" if signed else "hot")
    limits = limits_of(one.values, signed=signed, significant=True)
    return replace(one, colours=map_colours(make_colour_table(base, limits, transparent=True)))
