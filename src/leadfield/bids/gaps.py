"""Gaps of a recording: what a source map needs and is not there, in sentences."""

from pathlib import Path

from leadfield.base.errors import LeadfieldError
from leadfield.base.foreign_formats import FIF, HEAD, recognised, recognised_folder
from leadfield.bids.anatomy import T1_OF_FREESURFER, freesurfer_gaps
from leadfield.bids.recording_files import RecordingFiles
from leadfield.recording.formats import format_of


def find_gaps(files: RecordingFiles, subjects: Path | None) -> tuple[str, ...]:
    """What a source map of a recording needs and is not there."""
    return (
        *_of_recording(files.recording),
        *_of_anatomy(files, subjects),
        *_of_head_position(files),
    )


def _of_recording(path: Path) -> list[str]:
    """Why a recording cannot be opened, as far as its first bytes tell."""
    if path.is_symlink() and not path.exists():
        return [f"the recording {path.name} is a link to nothing: fetch it, as with datalad get"]
    try:
        what: str | None
        if path.is_dir():
            what = recognised_folder(path) or "a 4D (BTi) recording: read it with MNE-Python"
        else:
            format_of(path)
            with path.open("rb") as stream:
                what = recognised(path, stream.read(HEAD), family=[FIF])
    except LeadfieldError as error:
        return [f"the recording cannot be read: {error}"]
    except OSError as error:
        return [f"the recording {path.name} cannot be read: {error.strerror}"]
    return [f"the recording {path.name} is {what}"] if what else []


def _of_anatomy(files: RecordingFiles, subjects: Path | None) -> list[str]:
    if files.freesurfer is not None:
        return freesurfer_gaps(files.freesurfer)
    where = "derivatives/freesurfer" if subjects is None else str(subjects)
    return [f"there is no FreeSurfer subject sub-{files.subject} in {where}: run recon-all"]


def _of_head_position(files: RecordingFiles) -> list[str]:
    """Why the head's position in the MRI is not known."""
    if files.trans is not None:
        return []
    if files.landmarks is None:
        return ["there is no head position: make a file -trans.fif, as with mne coreg"]
    lost = []
    if files.t1 is None:
        lost.append(f"landmarks are voxels of an image, and none is beside {files.landmarks.name}")
    if files.freesurfer is not None and not (files.freesurfer / T1_OF_FREESURFER).is_file():
        lost.append(f"landmarks need {T1_OF_FREESURFER} of the FreeSurfer subject")
    return lost
