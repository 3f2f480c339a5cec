"""Geometry of credible sets: places in the subject's surface RAS, radius, labels."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.inverse.operator import InverseModel
from leadfield.labels.label import CorticalLabel, LabelPair
from leadfield.labels.on_sources import fill_between_sources
from leadfield.recording.frames import Frame
from leadfield.sources.space import HEMISPHERES, Sources, SpaceKind


def sources_in_mri(model: InverseModel) -> Sources:
    """The operator's sources in the MRI's frame, which is surface RAS."""
    return model.sources.moved(model.mri_to_head.between(Frame.HEAD, Frame.MRI))


def place_of(sources: Sources, row: int) -> tuple[str | None, int]:
    """Hemisphere, None outside the cortex, and vertex of a source."""
    for space in sources.spaces:
        if row < space.n_sources:
            return space.hemisphere, int(space.vertices[row])
        row -= space.n_sources
    msg = f"row must be below {sources.n_sources}"
    raise IndexError(msg)


def radius_of(positions: Floats, best: int, rows: Ints) -> float:
    """Largest distance of a source of the set from the best one, in m."""
    return float(np.linalg.norm(positions[rows] - positions[best], axis=1).max())


def label_of_set(sources: Sources, vertices: tuple[Ints, ...], name: str) -> LabelPair:
    """All points of the cortex whose nearest source is in the set, by hemisphere.

    Where a source space has no surface these are the sources alone.
    """
    sides = {
        side: CorticalLabel(
            vertices=np.empty(0, int),
            positions=np.empty((0, 3)),
            values=np.empty(0),
            hemisphere=side,
            name=f"{name}-{side}",
            subject=sources.subject,
        )
        for side in HEMISPHERES
    }
    for space, inside in zip(sources.spaces, vertices, strict=True):
        if space.kind is not SpaceKind.SURFACE or not len(inside):
            continue
        side = str(space.hemisphere)
        label = replace(
            sides[side],
            vertices=inside,
            positions=space.positions[inside],
            values=np.ones(len(inside)),
        )
        known = space.nearest is not None or space.triangles is not None
        sides[side] = fill_between_sources(label, sources, label.name) if known else label
    return LabelPair(lh=sides["lh"], rh=sides["rh"], name=name)


def labels_touched(
    sources: Sources, vertices: tuple[Ints, ...], labels: Sequence[CorticalLabel]
) -> list[CorticalLabel]:
    """The labels with sources of a set, those with most of them first."""
    inside = {space.hemisphere: some for space, some in zip(sources.spaces, vertices, strict=True)}
    counts = [
        int(np.isin(inside.get(label.hemisphere, ()), label.vertices).sum()) for label in labels
    ]
    order = np.argsort(-np.array(counts), kind="stable").tolist()
    return [labels[i] for i in order if counts[i]]
