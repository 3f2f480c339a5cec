"""Recordings as MNE-Python's."""

from typing import Any

from leadfield.api.interop.annotations_to_mne import annotations_to_mne
from leadfield.api.interop.info_to_mne import info_to_mne
from leadfield.api.interop.mne_python import mne_python
from leadfield.recording.raw import RawRecording


def recording_to_mne(recording: RawRecording) -> Any:
    """A ``RawArray`` of MNE-Python's, with samples of its own."""
    mne, info = mne_python(), info_to_mne(recording.info)
    if recording.shielded:
        with info._unlock():  # noqa: SLF001 - how MNE-Python lets fields be set
            info["maxshield"] = True
    raw = mne.io.RawArray(
        recording.values(0, recording.n_samples),
        info,
        first_samp=recording.first_sample,
        copy=None,
        verbose="ERROR",
    )
    dated = recording.info.measured_at
    # Without a date, MNE-Python takes onsets as counted from the first sample.
    shift = 0.0 if dated is not None else -recording.first_time
    moved = [one.moved(shift) for one in recording.annotations]
    raw.set_annotations(annotations_to_mne(moved, dated), emit_warning=False, verbose="ERROR")
    raw.orig_format = recording.sample_format
    # One array stands for all parts of a file that was split: it has the name of the first.
    raw.filenames = [path for path in recording.files[:1] if path.exists()] or [None]
    return raw
