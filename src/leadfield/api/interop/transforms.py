"""Coordinate transforms of MNE-Python's."""

from typing import Any

from leadfield.api.interop.origin import mne_bases
from leadfield.recording.frames import Transform


def transform_from_mne(trans: object) -> Transform | None:
    """Value of a ``Transform`` of MNE-Python's, None for anything else."""
    if "Transform" not in mne_bases(trans):
        return None
    found: Any = trans
    return Transform(source=int(found["from"]), target=int(found["to"]), matrix=found["trans"])
