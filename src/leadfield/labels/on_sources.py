"""Labels on source spaces: restricted to the sources, and filled between them."""

from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import MismatchError
from leadfield.labels.label import CorticalLabel, keep_vertices
from leadfield.sources.distances import with_patches
from leadfield.sources.space import Sources, SourceSpace, SpaceKind


def hemisphere_space(label: CorticalLabel, sources: Sources) -> SourceSpace:
    """The source space of the label's hemisphere."""
    for space in sources.spaces:
        if space.kind is SpaceKind.SURFACE and space.hemisphere == label.hemisphere:
            return space
    kinds = ", ".join(space.hemisphere or space.kind.name.lower() for space in sources.spaces)
    msg = f"src must hold a surface of {label.hemisphere}, got {kinds}"
    raise MismatchError(msg)


def restrict_to_sources(label: CorticalLabel, sources: Sources, name: str | None) -> CorticalLabel:
    """The label with only the vertices that are sources."""
    is_source = np.isin(label.vertices, hemisphere_space(label, sources).vertices)
    return keep_vertices(label, is_source, name)


def fill_between_sources(label: CorticalLabel, sources: Sources, name: str | None) -> CorticalLabel:
    """All vertices whose nearest source is in the label, with that source's value."""
    space = hemisphere_space(label, sources)
    if not np.isin(label.vertices, space.vertices).all():
        msg = "src must hold all of the label's vertices as sources: restrict the label first"
        raise MismatchError(msg)
    if space.nearest is None:
        space = with_patches(Sources(spaces=(space,))).spaces[0]
    nearest: Ints = np.asarray(space.nearest)
    vertices = np.flatnonzero(np.isin(nearest, label.vertices))
    return replace(
        label,
        vertices=vertices,
        positions=space.positions[vertices],
        values=label.values[np.searchsorted(label.vertices, nearest[vertices])],
        name=name,
    )
