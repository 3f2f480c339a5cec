"""Coordinate transforms as MNE-Python's."""

from typing import Any

from leadfield.api.interop.mne_python import mne_python
from leadfield.recording.frames import Transform


def transform_to_mne(trans: Transform) -> Any:
    """A ``Transform`` of MNE-Python's, with a matrix of its own."""
    return mne_python().transforms.Transform(
        int(trans.source), int(trans.target), trans.matrix.copy()
    )
