"""Sources at points of their own."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.recording.frames import Frame
from leadfield.sources.space import Sources, SourceSpace, SpaceKind


def point_sources(
    positions: Floats, normals: Floats, *, frame: int = Frame.MRI, subject: str | None = None
) -> Sources:
    """Sources at any positions (n, 3) of a frame, in m, with normals of length 1."""
    space = SourceSpace(
        kind=SpaceKind.DISCRETE,
        positions=positions,
        normals=normals,
        vertices=np.arange(len(positions)),
        frame=frame,
        subject=subject,
    )
    return Sources(spaces=(space,))
