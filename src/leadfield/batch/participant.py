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
    """A subject in one session, where there are some, with the recordings of the task in order."""

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

    def file(
        self,
        suffix: str,
        description: str | None = None,
        space: str | None = None,
        run: str | None = None,
    ) -> str:
        """The name of a file of results, such as ``"sub-01_task-listen_desc-tone_ave.fif"``."""
        entities = [("run", run), ("space", space), ("desc", description)]
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
    if study.sessions is not None:
        sessions = {one.session for one in found if one.session is not None}
        chosen = _chosen("sessions", study.sessions, sessions)
        found = [one for one in found if one.session in chosen]
    wanted = study.subjects if subjects is None else tuple(subjects)
    if wanted is not None:
        chosen = _chosen("subjects", wanted, {one.subject for one in found})
        found = [one for one in found if one.subject in chosen]
    together: dict[tuple[str, str], list[RecordingFiles]] = {}
    for one in found:
        together.setdefault((one.subject, one.session or ""), []).append(one)
    return tuple(_participant(together[key]) for key in sorted(together))


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


def _chosen(key: str, names: Sequence[str], there: set[str]) -> set[str]:
    """Those that are named, with or without what BIDS puts before them."""
    chosen = {name.removeprefix("sub-").removeprefix("ses-") for name in names}
    if unknown := sorted(chosen - there):
        which = listed(sorted(there), 40) if there else "none, as recordings have none"
        msg = f"{key} must be of {which}, got {listed(unknown)}"
        raise InputError(msg)
    return chosen


def _participant(recordings: list[RecordingFiles]) -> Participant:
    """A participant's recordings, which may differ by run alone."""
    for key in ("acquisition", "processing"):
        several = sorted({str(getattr(one, key)) for one in recordings})
        if len(several) > 1:
            msg = (
                f"recordings of sub-{recordings[0].subject} must have one {key}, got "
                f"{listed(several)}: leave one in the data set"
            )
            raise InputError(msg)
    return Participant(recordings=tuple(sorted(recordings, key=lambda one: one.run or "")))
