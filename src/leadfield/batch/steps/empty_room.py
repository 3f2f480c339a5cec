"""Empty room of a participant, made like the epochs whose noise it is to tell."""

from pathlib import Path

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.recording.raw import Raw
from leadfield.base.checks import listed
from leadfield.base.errors import DataError, MismatchError
from leadfield.batch.participant import Participant, sensors_of
from leadfield.batch.steps.epochs import filter_recording
from leadfield.batch.steps.recording import parts_of
from leadfield.batch.study import Study
from leadfield.bids.channel_table import with_channel_table
from leadfield.recording.formats import format_of
from leadfield.recording.info import MeasurementInfo


def empty_room_files(participant: Participant) -> list[Path]:
    """The files of the empty room, none where there is none."""
    room = participant.first.empty_room
    if room is None:
        return []
    table = _channel_table(room)
    return [*parts_of(room), *([table] if table.is_file() else [])]


def open_empty_room(study: Study, participant: Participant, epochs: Epochs) -> Raw:
    """The empty room with the channels, filters and projections of epochs; no baseline is taken."""
    path = participant.first.empty_room
    if path is None:
        msg = (
            "noise_cov = 'emptyroom' needs an empty room, there is none for this subject: name it "
            "as AssociatedEmptyRoom in the recording's sidecar, or put it into sub-emptyroom"
        )
        raise DataError(msg)
    if sensors_of(study, participant) != "meg":
        msg = "noise_cov must be 'epochs' for EEG, which no empty room has"
        raise DataError(msg)
    room = Raw(format_of(path).open_raw(path))
    wanted = [
        name
        for name, kind in zip(epochs.ch_names, epochs.get_channel_types(), strict=True)
        if kind in {"mag", "grad"} and name not in epochs.info["bads"]
    ]
    _check_fits(path, room.info.value, wanted, epochs.info.value)
    if _channel_table(path).is_file():
        info = with_channel_table(room.info.value, _channel_table(path))
        room.info["bads"] = list(info.bads)
    grade = epochs.info.value.compensation_grade
    if room.info.value.compensation_grade != grade:
        room.load_data().apply_gradient_compensation(grade)
    room.pick(wanted, exclude=()).add_proj(epochs.info["projs"], remove_existing=True)
    filter_recording(room, study.recording)
    return room.apply_proj()


def _check_fits(
    path: Path, room: MeasurementInfo, wanted: list[str], recording: MeasurementInfo
) -> None:
    """Raise unless a room has the channels, and went through what the recording went through."""
    lacking = sorted(set(wanted) - set(room.names))
    if lacking:
        msg = (
            f"an empty room must have all good channels of the recording, {path.name} lacks "
            f"{listed(lacking, 6)}"
        )
        raise MismatchError(msg)
    if bool(room.history) != bool(recording.history):
        made, raw = ("the room", "the recording") if room.history else ("the recording", "the room")
        msg = (
            f"an empty room must be processed as the recording was, {made} went through "
            f"signal-space separation and {raw} did not ({path.name})"
        )
        raise MismatchError(msg)


def _channel_table(path: Path) -> Path:
    """The table of channels that is beside a recording."""
    stem = path.name.partition(".")[0].removesuffix("_meg")
    return path.with_name(f"{stem.replace('_split-01', '')}_channels.tsv")
