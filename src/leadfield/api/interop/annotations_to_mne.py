"""Annotations as MNE-Python's."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from leadfield.api.interop.mne_python import mne_python
from leadfield.recording.annotation import Annotation


def annotations_to_mne(annotations: Sequence[Annotation], orig_time: datetime | None) -> Any:
    """``Annotations`` of MNE-Python's, with onsets that count from ``orig_time``."""
    extras: dict[str, Any] = {}
    if any(one.extras for one in annotations):  # versions before 1.10 know of none
        extras["extras"] = [dict(one.extras) for one in annotations]
    return mne_python().Annotations(
        onset=[one.onset for one in annotations],
        duration=[one.duration for one in annotations],
        description=[one.description for one in annotations],
        orig_time=orig_time,
        ch_names=[one.channel_names for one in annotations],
        **extras,
    )
