"""Epochs as MNE-Python's."""

from typing import Any

from leadfield.api.interop.annotations_to_mne import annotations_to_mne
from leadfield.api.interop.info_to_mne import info_to_mne
from leadfield.api.interop.mne_python import mne_python
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.metadata import frame_of


def epochs_to_mne(epochs: EpochSet) -> Any:
    """``EpochsArray`` of MNE-Python's of loaded good epochs, with samples of its own."""
    rejection, rate = epochs.rejection, epochs.info.sampling_rate
    tmin = float(epochs.times[0])
    selected = epochs.event_selection
    table = selected.metadata
    found = mne_python().EpochsArray(
        epochs.require_data("to_mne()").copy(),
        info_to_mne(epochs.info),
        events=epochs.events.copy(),
        tmin=tmin,
        event_id=dict(epochs.event_id),
        # What was projected stays so, to the last bit.
        proj="delayed" if epochs.projection_delayed else False,
        on_missing="ignore",
        selection=selected.selection.copy(),
        metadata=None if table is None else frame_of(table, selected.selection),
        drop_log=epochs.drop_log,
        raw_sfreq=epochs.recording_rate,
        verbose="ERROR",
    )
    if abs(float(found.times[0]) - tmin) * rate > 1e-9:
        found.shift_time(tmin, relative=False)
    # The baseline was subtracted and the limits were met, maybe by longer epochs.
    found.baseline = epochs.baseline
    found.reject, found.flat = dict(rejection.reject) or None, dict(rejection.flat) or None
    found.reject_tmin, found.reject_tmax = rejection.tmin, rejection.tmax
    if epochs.annotations is not None:
        given = annotations_to_mne(epochs.annotations.spans, epochs.annotations.counted_from)
        found.set_annotations(given, on_missing="ignore", verbose="ERROR")
    found._filename = epochs.file  # noqa: SLF001 - it cannot be set otherwise
    return found
