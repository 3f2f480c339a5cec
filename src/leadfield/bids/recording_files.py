"""Files that belong to one recording of a BIDS data set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, final


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingFiles:
    """A recording and what belongs to it; paths are absolute.

    ``subject`` and the other entities come without their keys: ``"01"``, not ``"sub-01"``.
    ``recording`` is the file, the first of split ones; ``sidecar`` what all its JSON files say
    together. ``trans`` is a file with the transform between head and MRI coordinates,
    ``landmarks`` a sidecar with the landmarks of the head in the image ``t1``; ``freesurfer`` is
    the subject's folder. ``missing`` says in sentences what a source map needs and is not there.
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
            self.coordinates,
            self.trans,
            self.landmarks,
            self.t1,
            self.freesurfer,
            self.empty_room,
        )
        return tuple(path for path in named if path is not None and path.exists())
