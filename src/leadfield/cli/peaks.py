"""Peaks of an estimate: the strongest source of each hemisphere, and where it is."""

import numpy as np

from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.cli.anatomy import Anatomy
from leadfield.cli.summary import SIDES, Peak
from leadfield.estimates.peak import find_peak


def find_peaks(estimate: SourceEstimate, anatomy: Anatomy) -> dict[str, Peak]:
    """The peaks by hemisphere, ``"left"`` and ``"right"``; none of one without sources."""
    peaks = {}
    numbers = np.concatenate(estimate.vertices)
    for side, vertices in zip(SIDES, estimate.vertices, strict=True):
        if not len(vertices):
            continue
        row, sample = find_peak(estimate.value, hemisphere=side)
        vertex = int(numbers[row])
        place = anatomy.place(side, vertex)
        peaks[SIDES[side]] = Peak(
            vertex=vertex,
            surface_ras_mm=place.surface_ras_mm,
            mni_mm=place.mni_mm,
            label=place.label,
            time=float(estimate.times[sample]),
            value=float(estimate.data[row, sample]),
        )
    return peaks
