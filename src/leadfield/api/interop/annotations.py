"""Annotations of MNE-Python's."""

from datetime import datetime
from typing import Any

import numpy as np

from leadfield.api.interop.origin import mne_bases
from leadfield.recording.annotation import Annotation, checked_extras, in_order

# Annotations, and the date that their onsets count from.
Dated = tuple[tuple[Annotation, ...], datetime | None]


def annotations_from_mne(annotations: object) -> Dated | None:
    """Values and ``orig_time`` of ``Annotations`` of MNE-Python's, None for anything else."""
    if "Annotations" not in mne_bases(annotations):
        return None
    found: Any = annotations
    return spans_of(found), found.orig_time


def spans_of(annotations: Any) -> tuple[Annotation, ...]:
    """Values of the ``Annotations`` that something of MNE-Python's holds."""
    values = [
        Annotation(
            onset=onset,
            duration=duration,
            description=str(description),
            channel_names=tuple(names),
            extras=checked_extras(more),
        )
        for onset, duration, description, names, more in zip(
            np.asarray(annotations.onset, np.float64).tolist(),
            np.asarray(annotations.duration, np.float64).tolist(),
            annotations.description,
            annotations.ch_names,
            # Versions before 1.10 know of none.
            getattr(annotations, "extras", [None] * len(annotations.onset)),
            strict=True,
        )
    ]
    return in_order(values)
