"""Files that belong to one recording of a BIDS data set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, final

from leadfield.base.front_door import public


@public("leadfield.bids")
@final
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingFiles:
    """A recording of a BIDS data set, and what belongs to it.

    Paths are absolute, and None for what is not there.

    Parameters
    ----------
    subject : str
        The subject, without its key: ``"01"``, not ``"sub-01"``.
    session : str | None
        The session.
    task : str
        The task.
    acquisition, run, processing, description : str | None
        Further entities of the name.
    datatype : "meg" | "eeg"
        The folder that it is in.
    recording : Path
        The file, the first of split ones.
    events, channels : Path | None
        The tables ``events.tsv`` and ``channels.tsv``.
    electrodes : Path | None
        The table ``electrodes.tsv``.
    coordinates : Path | None
        The sidecar ``coordsystem.json``.
    sidecar : mapping
        What all JSON files about it say together.
    trans : Path | None
        A file with the transform between head and MRI coordinates.
    landmarks, t1 : Path | None
        A sidecar with landmarks of the head, and the T1 image that they are in.
    freesurfer : Path | None
        The subject's folder of FreeSurfer's.
    empty_room : Path | None
        The recording of the empty room.
    missing : tuple of str
        What a source map needs and is not there, in sentences.

    See Also
    --------
    open_data_set : Makes it.

    Examples
    --------
    >>> import leadfield
    >>> files = leadfield.bids.open_data_set(bids_root).recordings[0]
    >>> files.name, files.datatype, files.recording.name
    ('sub-01_task-tone', 'meg', 'sub-01_task-tone_meg.fif')
    """

    subject: str
    session: str | None = None
    task: str
    acquisition: str | None = None
    run: str | None = None
    processing: str | None = None
    description: str | None = None
    datatype: str
    recording: Path
    events: Path | None = None
    channels: Path | None = None
    electrodes: Path | None = None
    coordinates: Path | None = None
    sidecar: Mapping[str, Any] = field(default_factory=dict)
    trans: Path | None = None
    landmarks: Path | None = None
    t1: Path | None = None
    freesurfer: Path | None = None
    empty_room: Path | None = None
    missing: tuple[str, ...] = ()

    @property
    def entities(self) -> dict[str, str]:
        """Entities of the name that are there, by their keys in names."""
        named = {
            "sub": self.subject,
            "ses": self.session,
            "task": self.task,
            "acq": self.acquisition,
            "run": self.run,
            "proc": self.processing,
            "desc": self.description,
        }
        return {key: value for key, value in named.items() if value is not None}

    @property
    def name(self) -> str:
        """The recording's name, such as ``"sub-01_ses-a_task-listen_run-1"``."""
        return "_".join(f"{key}-{value}" for key, value in self.entities.items())

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The files and folders above that are there."""
        named = (
            self.recording,
            self.events,
            self.channels,
            self.electrodes,
            self.coordinates,
            self.trans,
            self.landmarks,
            self.t1,
            self.freesurfer,
            self.empty_room,
        )
        return tuple(path for path in named if path is not None and path.exists())
