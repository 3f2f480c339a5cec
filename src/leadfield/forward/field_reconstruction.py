"""Reconstruction of the field at sensors whose signals were projected."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.forward.field_mapping import field_mapping
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.interpolation import Interpolation
from leadfield.recording.projection import Projection

GROUPS = ("mag", "grad"), ("eeg",)


def reconstruction(
    info: MeasurementInfo, asked: Sequence[Projection], centre: Floats, *, mode: str
) -> Interpolation:
    """What good channels see of the field that applied projections leave.

    Mapped are the types that projections ``asked`` for touch; ``centre`` (3,) is that of the
    sphere, as of :func:`field_mapping`.
    """
    applied = info.with_projections(one for one in info.projections if one.active)
    touched = {name for one in asked for name in one.channel_names} - set(info.bads)
    rows, weights = [], []
    for types in GROUPS:
        good = [i for i in info.channels.of_type(*types) if info.names[i] not in info.bads]
        if touched.intersection(info.names[i] for i in good):
            known = applied.pick(good)
            rows.append(np.array(good, np.int64))
            weights.append(field_mapping(known, known, centre, mode=mode))
    return Interpolation(
        rows=tuple(rows), sources=tuple(rows), weights=tuple(weights), blank=np.empty(0, np.int64)
    )
