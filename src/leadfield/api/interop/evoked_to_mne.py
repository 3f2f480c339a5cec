"""Evoked responses as MNE-Python's."""

from typing import Any

from leadfield.api.interop.info_to_mne import info_to_mne
from leadfield.api.interop.mne_python import mne_python
from leadfield.epochs.evoked import EvokedResponse


def evoked_to_mne(value: EvokedResponse) -> Any:
    """An ``EvokedArray`` of MNE-Python's, with samples of its own."""
    evoked = mne_python().EvokedArray(
        value.data.copy(),
        info_to_mne(value.info),
        tmin=value.first / value.info.sampling_rate,
        comment=value.comment,
        nave=int(value.nave) if float(value.nave).is_integer() else value.nave,
        kind=value.kind,
        verbose="ERROR",
    )
    if value.time_offset:
        evoked.shift_time(float(value.times[0]), relative=False)
    evoked.baseline = value.baseline  # it was subtracted already
    evoked.filename = value.file
    return evoked
