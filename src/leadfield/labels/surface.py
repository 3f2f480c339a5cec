"""Surfaces that labels lie on, read from their subject's folder."""

from collections.abc import Sequence
from pathlib import Path

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import InputError, MismatchError
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.freesurfer.surface import Surface, read_surface
from leadfield.labels.label import CorticalLabel


def label_subject(label: CorticalLabel, subject: str | None) -> str:
    """The subject of a label: its own, or the one that is given where it has none."""
    if subject is None and label.subject is None:
        msg = "subject must be given where the label has none, got None"
        raise InputError(msg)
    if None not in {subject, label.subject} and subject != label.subject:
        msg = f"subject must be that of the label, {label.subject!r}, got {subject!r}"
        raise MismatchError(msg)
    return str(subject or label.subject)


def common_subject(labels: Sequence[CorticalLabel], subject: str | None) -> str:
    """The subject of several labels, or the one that is given where none has one."""
    known = {one for one in (subject, *(label.subject for label in labels)) if one is not None}
    if len(known) != 1:
        msg = f"labels must be of one subject, got {listed(sorted(known)) or 'none: pass its name'}"
        raise MismatchError(msg)
    return known.pop()


def read_label_surface(
    label: CorticalLabel, subject: str | None, subjects_dir: str | Path | None, surf: str
) -> Surface:
    """A surface, such as ``"white"``, of the label's subject and hemisphere, in mm."""
    surface = read_hemisphere(
        subjects_folder(subjects_dir), label_subject(label, subject), label.hemisphere, surf
    )
    check_on_surface(label.vertices, surface)
    return surface


def read_hemisphere(folder: Path, subject: str, hemisphere: str, surf: str) -> Surface:
    """A surface of a subject's hemisphere, in mm."""
    return read_surface(subject_file(folder, subject, "surf", f"{hemisphere}.{surf}"))


def check_on_surface(vertices: Ints, surface: Surface) -> None:
    """Raise unless a surface has all of some growing vertices."""
    n = len(surface.vertices)
    if len(vertices) and vertices[-1] >= n:
        msg = f"the label's vertices must be below {n}, got {vertices[-1]}"
        raise MismatchError(msg)
