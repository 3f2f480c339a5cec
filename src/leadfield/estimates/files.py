"""Estimates from and to files: which files make one, and reading and writing them together."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import numpy as np

from leadfield.base.checks import looked_up
from leadfield.base.errors import FormatError, InputError, MissingFileError
from leadfield.base.files import as_path, may_write, replacing
from leadfield.base.log import LOGGER
from leadfield.estimates.label_rows import HEMISPHERES
from leadfield.estimates.source_courses import SourceCourses
from leadfield.estimates.stc import StoredValues, read_stc, read_w, write_stc, write_w

READERS: dict[str, Callable[[Path], StoredValues]] = {"stc": read_stc, "w": read_w}
WRITERS: dict[str, Callable[[IO[bytes], StoredValues], None]] = {"stc": write_stc, "w": write_w}
VOLUME_ENDINGS = tuple(f"-{tag}.{ftype}" for tag in ("vl", "vol") for ftype in READERS)
ENDINGS = {f"-{side}.{ftype}": ftype for ftype in READERS for side in HEMISPHERES}


def read_estimate(fname: str | Path, subject: str | None = None) -> SourceCourses:
    """The estimate in one volume file, or in the files of both hemispheres.

    ``fname`` is a volume's file, the file of either hemisphere, or what comes before
    ``-lh.stc``.
    """
    path = as_path(fname)
    if path.name.endswith(VOLUME_ENDINGS):
        stored = [READERS[path.suffix[1:]](path)]
        return _joined("volume", stored, subject)
    files, ftype = _hemisphere_files(path)
    stored = [READERS[ftype](file) for file in files]
    left, right = stored
    same = (left.tmin, left.tstep, left.values.shape[1]) == (
        right.tmin,
        right.tstep,
        right.values.shape[1],
    )
    if not same:
        msg = f"it must have the times of {files[0].name}, which has others"
        raise FormatError(files[1], msg)
    return _joined("surface", stored, subject)


def _hemisphere_files(path: Path) -> tuple[list[Path], str]:
    stem, wanted = path.name, list(READERS)
    for ending, ftype in ENDINGS.items():
        if path.name.endswith(ending):
            stem, wanted = path.name.removesuffix(ending), [ftype]
    for ftype in wanted:
        files = [path.with_name(f"{stem}-{side}.{ftype}") for side in HEMISPHERES]
        there = [file.is_file() for file in files]
        if all(there):
            return files, ftype
        if any(there):
            msg = f"an estimate needs both hemispheres, there is no {files[there.index(False)]}"
            raise MissingFileError(msg)
    msg = (
        f"a source estimate must be {stem}-lh.stc and -rh.stc, the same with .w, or a file "
        f"ending in {', '.join(VOLUME_ENDINGS)}, got {str(path)!r}, of which there is none"
    )
    raise MissingFileError(msg)


def _joined(kind: str, stored: list[StoredValues], subject: str | None) -> SourceCourses:
    return SourceCourses(
        kind=kind,
        data=np.concatenate([one.values for one in stored]),
        vertices=tuple(one.vertices for one in stored),
        tmin=stored[0].tmin,
        tstep=stored[0].tstep,
        subject=subject,
    )


def write_estimate(
    activity: SourceCourses, fname: str | Path, *, ftype: str = "stc", overwrite: bool = False
) -> None:
    """Write a volume to one file, a surface estimate to one a hemisphere.

    All are wholly written before the first takes its place.
    """
    write = looked_up("ftype", ftype, WRITERS)
    files = _targets(activity, as_path(fname), ftype)
    parts = [_part(activity, place) for place in range(len(files))]
    for file in files:
        may_write(file, overwrite=overwrite)
    with ExitStack() as stack:
        for file, part in zip(files, parts, strict=True):
            stream = stack.enter_context(replacing(file))
            write(stream, part)
            stream.flush()
    LOGGER.info("Wrote %s", ", ".join(str(file) for file in files))


def _targets(activity: SourceCourses, path: Path, ftype: str) -> list[Path]:
    if activity.vector:
        msg = (
            f"{ftype} files hold one value a source, got a vector estimate: save its "
            "magnitude(), or its project(...)"
        )
        raise InputError(msg)
    if np.iscomplexobj(activity.data):
        msg = f"{ftype} files hold real values, got complex ones: save abs(stc)"
        raise InputError(msg)
    if activity.kind == "surface":
        stem = path.name
        for ending in ENDINGS:
            stem = stem.removesuffix(ending)
        return [path.with_name(f"{stem}-{side}.{ftype}") for side in HEMISPHERES]
    if len(activity.vertices) != 1:
        msg = (
            f"{ftype} files hold one volume or two hemispheres, got "
            f"{len(activity.vertices)} source spaces: save surface() and volume() of each"
        )
        raise InputError(msg)
    ready = path.name.endswith((f"-vl.{ftype}", f"-vol.{ftype}"))
    return [path if ready else path.with_name(f"{path.name}-vl.{ftype}")]


def _part(activity: SourceCourses, place: int) -> StoredValues:
    return StoredValues(
        vertices=activity.vertices[place],
        values=activity.data[activity.space_of(place)].astype(np.float32),
        tmin=activity.tmin,
        tstep=activity.tstep,
    )
