"""Participants of a study: whose recordings are analysed together."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.checks import listed
from leadfield.base.errors import InputError
from leadfield.batch.study import Sensors, Study, as_label
from leadfield.bids.data_set import BidsDataSet
from leadfield.bids.recording_files import RecordingFiles

MEG, EEG = "meg", "eeg"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A subject, in one session where there are some, with the recordings of the task in order."""

    recordings: tuple[RecordingFiles, ...]

    @property
    def first(self) -> RecordingFiles:
        """The recording whose anatomy and head position stand for all."""
        return self.recordings[0]

    @property
    def subject(self) -> str:
        """The subject, without ``sub-``."""
        return self.first.subject

    @property
    def name(self) -> str:
        """The name in tables and of the log, such as ``"sub-01"``."""
        session = "" if self.first.session is None else f"_ses-{self.first.session}"
        return f"sub-{self.subject}{session}"

    @property
    def stem(self) -> str:
        """How all files of results begin."""
        return f"{self.name}_task-{self.first.task}"

    @property
    def folder(self) -> Path:
        """The folder of results, relative to that of all."""
        inside = Path(f"sub-{self.subject}")
        if self.first.session is not None:
            inside /= f"ses-{self.first.session}"
        return inside / self.first.datatype

    def file(self, suffix: str, description: str | None = None, space: str | None = None) -> str:
        """The name of a file of results, such as ``"sub-01_task-listen_desc-tone_ave.fif"``."""
        entities = [("space", space), ("desc", description)]
        told = [f"{key}-{as_label(value)}" for key, value in entities if value is not None]
        return "_".join([self.stem, *told, suffix])


def find_participants(
    study: Study, data_set: BidsDataSet, subjects: Sequence[str] | None = None
) -> tuple[Participant, ...]:
    """The participants of a study, or those of some subjects, in order."""
    of_task = [one for one in data_set.recordings if one.task == study.task]
    if not of_task:
        there = sorted({one.task for one in data_set.recordings})
        msg = f"task must be one of the data set's, {listed(there)}, got {study.task!r}"
        raise InputError(msg)
    datatype = _datatype(study.sensors, of_task)
    found = [one for one in of_task if one.datatype == datatype]
    sessions = sorted({one.session for one in found if one.session is not None})
    if study.session is not None or sessions:
        _check_session(study.session, sessions)
        found = [one for one in found if one.session == study.session]
    wanted = study.subjects if subjects is None else tuple(subjects)
    by_subject: dict[str, list[RecordingFiles]] = {}
    for one in found:
        by_subject.setdefault(one.subject, []).append(one)
    if wanted is not None:
        for name in wanted:
            if name.removeprefix("sub-") not in by_subject:
                msg = f"subjects must be of {listed(sorted(by_subject), 40)}, got {name!r}"
                raise InputError(msg)
        chosen = {name.removeprefix("sub-") for name in wanted}
        by_subject = {name: ones for name, ones in by_subject.items() if name in chosen}
    return tuple(_participant(by_subject[name]) for name in sorted(by_subject))


def sensors_of(study: Study, participant: Participant) -> Sensors:
    """The channels that are used."""
    return study.sensors or (MEG if participant.first.datatype == MEG else EEG)  # type: ignore[return-value]


def _datatype(sensors: Sensors | None, recordings: Sequence[RecordingFiles]) -> str:
    """The folder that recordings are taken from: EEG beside MEG is in that of MEG."""
    there = {one.datatype for one in recordings}
    if sensors == EEG and EEG in there:
        return EEG
    if MEG in there or sensors in {None, EEG}:
        return MEG if MEG in there else EEG
    msg = f"sensors must be those of the recordings, which are of {listed(there)}, got {sensors!r}"
    raise InputError(msg)


def _check_session(session: str | None, there: Sequence[str]) -> None:
    if session not in there:
        msg = f"session must be one of the recordings', {listed(there)}, got {session!r}"
        raise InputError(msg)


def _participant(recordings: list[RecordingFiles]) -> Participant:
    """One subject's recordings, which may differ by run alone."""
    for key in ("acquisition", "processing"):
        several = sorted({str(getattr(one, key)) for one in recordings})
        if len(several) > 1:
            msg = (
                f"recordings of sub-{recordings[0].subject} must have one {key}, got "
                f"{listed(several)}: leave one in the data set"
            )
            raise InputError(msg)
    return Participant(recordings=tuple(sorted(recordings, key=lambda one: one.run or "")))
