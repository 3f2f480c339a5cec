"""Recording of a BIDS data set, with what its tables and sidecars say of it."""

from dataclasses import replace

from leadfield.base.arrays import Ints
from leadfield.base.errors import DataError, StateError
from leadfield.base.log import warn
from leadfield.bids.anatomy import T1_OF_FREESURFER
from leadfield.bids.channel_table import with_channel_table
from leadfield.bids.electrodes import lacks_positions, with_electrodes
from leadfield.bids.event_table import read_event_table
from leadfield.bids.head_position import (
    fit_head_to_mri,
    landmarks_in_head,
    landmarks_in_mri,
    read_head_to_mri,
)
from leadfield.bids.recording_files import RecordingFiles
from leadfield.events.from_annotations import annotated_events
from leadfield.events.lists import union
from leadfield.events.stim_channels import find_in_channels, trigger_channels
from leadfield.events.triggers import TriggerRules
from leadfield.recording.formats import format_of
from leadfield.recording.frames import Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.raw import RawRecording

EEG = "eeg"
LINE = "PowerLineFrequency"
SKIPPED = "BAD_ACQ_SKIP"  # where nothing was recorded, which the file alone knows


def read_recording(files: RecordingFiles) -> RawRecording:
    """A recording of which only the headers are read, with its tables' types, bads and events."""
    raw = format_of(files.recording).open_raw(files.recording)
    info = raw.info if files.channels is None else with_channel_table(raw.info, files.channels)
    if files.electrodes is not None and (files.datatype == EEG or lacks_positions(info)):
        info = with_electrodes(info, files.electrodes, files.coordinates)
    raw = replace(raw, info=_with_line_frequency(info, files))
    if files.events is None:
        return raw
    kept = [one for one in raw.annotations if one.description == SKIPPED]
    events = read_event_table(files.events).annotations
    moved = [one.moved(raw.first_time) for one in events]
    return raw.annotated([*kept, *moved], emit_warning=True)


def read_bids_events(files: RecordingFiles, recording: RawRecording) -> tuple[Ints, dict[str, int]]:
    """Events (n, 3) of a recording's table and the numbers of their names.

    Without a table they are those of the trigger channels, whose names are their numbers.
    """
    if files.events is None:
        names = trigger_channels(None, recording.info)
        events = union(find_in_channels(recording, names, TriggerRules()))
        return events, {str(code): code for code in sorted(set(events[:, 2].tolist()))}
    table = read_event_table(files.events)
    moved = [one.moved(recording.first_time) for one in table.annotations]
    inside = recording.annotated(moved)
    events, _ = annotated_events(inside, table.numbers, None, rounded=True)
    if not len(events):
        msg = f"{files.events} must have events within the recording, it has none"
        raise DataError(msg)
    return events, dict(table.numbers)


def head_to_mri(files: RecordingFiles, recording: RawRecording) -> Transform:
    """The transform from head to MRI coordinates: that of a file, else the one of landmarks."""
    if files.trans is not None:
        return read_head_to_mri(files.trans)
    if files.landmarks is None or files.t1 is None or files.freesurfer is None:
        msg = (
            f"the head position of {files.name} needs a -trans.fif, or a FreeSurfer subject and "
            "landmarks in a T1w.json beside its image"
        )
        raise StateError(msg)
    mri = landmarks_in_mri(files.landmarks, files.t1, files.freesurfer / T1_OF_FREESURFER)
    return fit_head_to_mri(landmarks_in_head(recording.info, files.coordinates), mri)


def _with_line_frequency(info: MeasurementInfo, files: RecordingFiles) -> MeasurementInfo:
    """The info with the sidecar's frequency of the power line, where it gives a number."""
    given = files.sidecar.get(LINE)
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 < given < 1e3:
        return info
    if info.line_frequency not in {None, given}:
        warn(
            f"the power line of {files.name} has {given} Hz by its sidecar and "
            f"{info.line_frequency} Hz by the recording: the sidecar counts"
        )
    return replace(info, line_frequency=float(given))
