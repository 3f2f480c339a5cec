"""Drawing of a credible set on the cortex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.brain import plot_estimate
from leadfield.api.labels.label import label_of
from leadfield.base.errors import MismatchError, StateError
from leadfield.trust.set_geometry import label_of_set

if TYPE_CHECKING:
    from leadfield.api.brain.brain import Brain
    from leadfield.api.brain.options import Side
    from leadfield.trust.location import LocatedSource

OUTLINE = "black"
FADING = 1e-3  # of the colours' range, below which nothing is painted


def draw_set(
    value: LocatedSource, *, subject: str | None, hemi: str | None, show: bool, **options: Any
) -> Brain:
    """The brain of a set: shares of the largest energy, an outline, and a ball at the best."""
    if value.sources.kind != "surface":
        msg = f"plot() draws on the cortex, got a {value.sources.kind} source space"
        raise MismatchError(msg)
    found = value.found
    if found is None or value.radius is None or value.time is None:
        msg = f"there is no set to draw, the verdict is {value.verdict!r}"
        raise StateError(msg)
    sides = [
        str(space.hemisphere)
        for space, inside in zip(value.sources.spaces, value.vertices, strict=True)
        if len(inside)
    ]
    shown = hemi or (sides[0] if len(sides) == 1 else "split")
    least = 1 - found.tolerance
    outside = least - FADING * found.tolerance
    vertices = {str(space.hemisphere): space.vertices for space in value.sources.spaces}
    brain = plot_estimate(
        values=found.shares[:, np.newaxis],
        vertices=[vertices.get(side, np.empty(0, int)) for side in ("lh", "rh")],
        times=[value.time],
        subject=subject or value.sources.subject,
        vector=False,
        hemi=shown,
        clim={"kind": "value", "lims": [outside, least, 1]},
        smoothing_steps="nearest",
        colormap="viridis",
        quantity="Share of the largest scan energy",
        brain_kwargs={"show": show},
        **options,
    )
    pair = label_of_set(value.sources, value.vertices, "source")
    for label in pair.hemispheres:
        if len(label) and shown in {label.hemisphere, "both", "split"}:
            brain.add_label(label_of(label), color=OUTLINE, borders=True)
    if value.vertex is not None and shown in {value.hemisphere, "both", "split"}:
        side: Side = "lh" if value.hemisphere == "lh" else "rh"
        brain.add_foci(
            value.vertex, coords_as_verts=True, hemi=side, color="crimson", scale_factor=0.6
        )
    return brain
