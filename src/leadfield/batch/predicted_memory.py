"""Memory that a participant's chain takes, predicted before anything is read.

Measured of studies that were run, with room to spare: a recording is loaded whole to be filtered,
and a boundary-element matrix is held with its inverse and what is computed of them.
"""

from pathlib import Path

from leadfield.batch.participant import Participant, sensors_of
from leadfield.batch.steps.forward import GRADE, conductivity_of
from leadfield.batch.steps.recording import parts_of
from leadfield.batch.study import ForwardSettings, Study

BASE = 400_000_000
"""Bytes of sources, lead field, operator and maps of some ten thousand sources."""
RECORDING = 6
"""Times the bytes of the files that hold a recording."""
MATRIX = 3
"""Times the bytes of a boundary-element matrix."""


def predicted_memory(study: Study, participant: Participant) -> int:
    """Bytes that a participant's chain takes at most, besides the process itself."""
    recordings = sum(_size(one.recording) for one in participant.recordings)
    eeg = sensors_of(study, participant) != "meg"
    matrix = 8 * _vertices(study.forward, eeg=eeg) ** 2
    return BASE + max(RECORDING * recordings, MATRIX * matrix)


def _size(recording: Path) -> int:
    """Bytes of a file, of all parts of a split one, or of all files in a folder."""
    parts = list(recording.rglob("*")) if recording.is_dir() else parts_of(recording)
    return sum(path.stat().st_size for path in parts if path.is_file())


def _vertices(settings: ForwardSettings, *, eeg: bool) -> int:
    """Vertices of all shells of a boundary-element model."""
    if settings.conductor == "sphere":
        return 0
    grade = settings.ico if isinstance(settings.ico, int) else GRADE
    return len(conductivity_of(settings, eeg=eeg)) * int(10 * 4**grade + 2)
