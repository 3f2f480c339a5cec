"""Annotations in files of their own: ``Annotations.save``, and what reads them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import as_path
from leadfield.recording.annotation_text import load_text, save_text
from leadfield.recording.fif.annotations import load_annotations, save_annotations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from leadfield.recording.annotation import Annotation

ENDINGS = "'-annot.fif', '_annot.fif' (or .fif.gz), '.csv' or '.txt'"


def load_annotation_file(path: str | Path) -> tuple[tuple[Annotation, ...], datetime | None]:
    """Annotations of a file, and the date that they count from."""
    suffix = as_path(path).suffix
    if suffix in {".csv", ".txt"}:
        return load_text(path, suffix=suffix)
    if as_path(path).name.endswith((".fif", ".fif.gz")):
        return load_annotations(path)
    raise FormatError(as_path(path), f"a file of annotations must end with {ENDINGS}")


def save_annotation_file(
    path: str | Path,
    annotations: Sequence[Annotation],
    orig_time: datetime | None,
    *,
    overwrite: bool,
) -> None:
    """Write annotations to a file; its ending says how."""
    target = as_path(path)
    if target.suffix in {".csv", ".txt"}:
        save_text(path, annotations, orig_time, suffix=target.suffix, overwrite=overwrite)
    elif target.name.removesuffix(".gz").endswith(("-annot.fif", "_annot.fif")):
        save_annotations(path, annotations, orig_time, overwrite=overwrite)
    else:
        msg = f"a file of annotations must end with {ENDINGS}, got {target.name!r}"
        raise InputError(msg)
