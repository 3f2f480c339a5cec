"""FreeSurfer subjects: the folder ``SUBJECTS_DIR`` and the files in it."""

import os
from pathlib import Path

from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import InputError, MissingFileError
from leadfield.base.files import as_path

VARIABLE = "SUBJECTS_DIR"


def subjects_folder(folder: str | Path | None = None) -> Path:
    """Folder of all subjects: the one given, else that of ``SUBJECTS_DIR``.

    ``SUBJECTS_DIR`` is an environment variable, or stands in MNE-Python's settings.
    """
    given = folder or os.environ.get(VARIABLE) or _setting()
    if not given:
        msg = f"subjects_dir must be given where {VARIABLE} is not set, got None"
        raise InputError(msg)
    found = as_path(given)
    if not found.is_dir():
        msg = f"subjects_dir must be a folder that exists, got {str(found)!r}"
        raise MissingFileError(msg)
    return found


def subject_folder(folder: Path, subject: str) -> Path:
    """The folder of a subject that is there."""
    home = folder / subject
    if not home.is_dir():
        there = sorted(p.name for p in folder.iterdir() if (p / "surf").is_dir())
        known = ", ".join(there[:20]) or "none"
        msg = f"subject must be one in {folder}, got {subject!r}: there are {known}"
        raise MissingFileError(msg)
    return home


def subject_file(folder: Path, subject: str, *names: str) -> Path:
    """A file of a subject, such as ``"surf", "lh.white"``, that is there."""
    home = subject_folder(folder, subject)
    path = home.joinpath(*names)
    if not path.is_file():
        msg = f"{subject!r} must have a file {'/'.join(names)}, got none in {home}"
        raise MissingFileError(msg)
    return path


def image_file(image: str | Path, subject: str | None, folder: str | Path | None) -> Path:
    """The file of an image: a path, or a name in the ``mri`` folder of a subject."""
    path = as_path(image)
    if path.is_file():
        return path
    if subject is None:
        msg = f"an image must be a file that exists where there is no subject, got {str(image)!r}"
        raise MissingFileError(msg)
    return subject_file(subjects_folder(folder), subject, "mri", str(path))


def _setting() -> str | None:
    path = Path.home() / ".mne" / "mne-python.json"
    try:
        value = parse_json(path.read_text(encoding="utf-8")).get(VARIABLE)
    except (OSError, ValueError, AttributeError):
        return None
    return value if isinstance(value, str) else None
