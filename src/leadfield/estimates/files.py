"""Files of an estimate: STC and W, one a hemisphere or volume, together; HDF5, one for all."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import FormatError, InputError, MismatchError, MissingFileError
from leadfield.base.files import as_path, may_write
from leadfield.base.foreign_formats import HEAD, other_format
from leadfield.base.log import LOGGER
from leadfield.base.pending import settle
from leadfield.base.replacing import Replacement
from leadfield.estimates.hdf5 import ENDING, read_estimate_hdf5, write_estimate_hdf5
from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import Kind, SourceAxes, SourceCourses, Values
from leadfield.estimates.stc import StcData, read_stc, read_w, write_stc, write_stc_samples, write_w
from leadfield.sources.space import HEMISPHERES

READERS: dict[str, Callable[[Path], StcData]] = {"stc": read_stc, "w": read_w}
VOLUME_ENDINGS = tuple(f"-{tag}.{ftype}" for tag in ("vl", "vol") for ftype in READERS)
ENDINGS = {f"-{side}.{ftype}": ftype for ftype in READERS for side in HEMISPHERES}


def read_estimate(fname: str | Path, subject: str | None = None) -> tuple[Values, SourceAxes]:
    """Data and axes of the estimate in one volume file, both hemispheres' files, or HDF5.

    ``fname`` is a volume's file, the file of either hemisphere, an ``.h5`` file, or what comes
    before ``-lh.stc``, ``-stc.h5`` or ``.h5``.
    """
    path = as_path(fname)
    whole = _hdf5_file(path)
    if whole is not None:
        return _of_subject(*read_estimate_hdf5(whole), subject)
    if path.name.endswith(VOLUME_ENDINGS):
        return _join_files("volume", [READERS[path.suffix[1:]](path)], subject)
    files, ftype = _hemisphere_files(path)
    left, right = (READERS[ftype](file) for file in files)
    same = (left.tmin, left.tstep, left.values.shape[1]) == (
        right.tmin,
        right.tstep,
        right.values.shape[1],
    )
    if not same:
        msg = f"it must have the times of {files[0].name}, which has others"
        raise FormatError(files[1], msg)
    return _join_files("surface", [left, right], subject)


def _hdf5_file(path: Path) -> Path | None:
    """The HDF5 file that a name stands for; files of both hemispheres come before it."""
    if path.suffix == ".h5":
        return path
    pairs = [[path.with_name(f"{path.name}-{s}.{t}") for s in HEMISPHERES] for t in READERS]
    if path.is_file() or any(all(file.is_file() for file in pair) for pair in pairs):
        return None
    names = [path.with_name(f"{path.name}{ending}") for ending in (".h5", ENDING)]
    return next((one for one in names if one.is_file()), None)


def _of_subject(values: Values, axes: SourceAxes, subject: str | None) -> tuple[Values, SourceAxes]:
    if None not in {subject, axes.subject} and subject != axes.subject:
        msg = f"subject must be that of the file, {axes.subject!r}, got {subject!r}"
        raise MismatchError(msg)
    return values, replace(axes, subject=axes.subject or subject)


def _hemisphere_files(path: Path) -> tuple[list[Path], str]:
    stem, ftypes = path.name, list(READERS)
    for ending, ftype in ENDINGS.items():
        if path.name.endswith(ending):
            stem, ftypes = path.name.removesuffix(ending), [ftype]
    for ftype in ftypes:
        files = [path.with_name(f"{stem}-{side}.{ftype}") for side in HEMISPHERES]
        settle(files[0])
        there = [file.is_file() for file in files]
        if all(there):
            return files, ftype
        if any(there):
            msg = f"an estimate needs both hemispheres, there is no {files[there.index(False)]}"
            raise MissingFileError(msg)
    if path.is_file():
        with path.open("rb") as stream:
            head = stream.read(HEAD)
        msg = f"a source estimate must end in {', '.join((*ENDINGS, *VOLUME_ENDINGS, '.h5'))}"
        raise other_format(path, head, msg)
    msg = (
        f"a source estimate must be {stem}-lh.stc and -rh.stc, the same with .w, or a file ending "
        f"in {', '.join((*VOLUME_ENDINGS, '.h5'))}, got {str(path)!r}, of which there is none"
    )
    raise MissingFileError(msg)


def _join_files(kind: Kind, files: list[StcData], subject: str | None) -> tuple[Values, SourceAxes]:
    axes = SourceAxes(
        kind=kind,
        vertices=tuple(one.vertices for one in files),
        tmin=files[0].tmin,
        tstep=files[0].tstep,
        subject=subject,
    )
    return np.concatenate([one.values for one in files]), axes


def write_estimate(
    courses: SourceCourses, fname: str | Path, *, ftype: str = "stc", overwrite: bool = False
) -> None:
    """Write an estimate whose data are there, as :func:`write_segments` does."""
    data = courses.data
    whole = Segments(data.shape, lambda a, b: data[..., a:b], block=data.shape[-1] or 1)
    write_segments(whole, courses.axes, fname, ftype=ftype, overwrite=overwrite)


def write_segments(
    data: Segments, axes: SourceAxes, fname: str | Path, *, ftype: str, overwrite: bool
) -> None:
    """Write a volume to one file, a surface estimate to one a hemisphere, or any to HDF5.

    Data that are not computed yet are written a run of samples at a time. All files take their
    places together when they are written.
    """
    one_of("ftype", ftype, (*WRITERS, "h5"))
    if ftype == "h5":
        LOGGER.info("Wrote %s", write_estimate_hdf5(data, axes, fname, overwrite=overwrite))
        return
    files = _target_files(axes, as_path(fname), ftype)
    for file in files:
        may_write(file, overwrite=overwrite)
    with Replacement() as together, ExitStack() as stack:
        streams = [stack.enter_context(together.writing(file)) for file in files]
        WRITERS[ftype](streams, axes, data)
    LOGGER.info("Wrote %s", ", ".join(str(file) for file in files))


def _target_files(axes: SourceAxes, path: Path, ftype: str) -> list[Path]:
    if axes.vector:
        msg = (
            f"{ftype} files hold one value a source, got a vector estimate: save it with "
            "ftype='h5', or its magnitude()"
        )
        raise InputError(msg)
    if axes.kind == "surface":
        stem = path.name
        for ending in ENDINGS:
            stem = stem.removesuffix(ending)
        return [path.with_name(f"{stem}-{side}.{ftype}") for side in HEMISPHERES]
    if len(axes.vertices) != 1:
        msg = (
            f"{ftype} files hold one volume or two hemispheres, got "
            f"{len(axes.vertices)} source spaces: pass ftype='h5'"
        )
        raise InputError(msg)
    ready = path.name.endswith((f"-vl.{ftype}", f"-vol.{ftype}"))
    return [path if ready else path.with_name(f"{path.name}-vl.{ftype}")]


def _write_stc(streams: Sequence[IO[bytes]], axes: SourceAxes, data: Segments) -> None:
    for stream, vertices in zip(streams, axes.vertices, strict=True):
        write_stc(
            stream, vertices=vertices, tmin=axes.tmin, tstep=axes.tstep, n_times=data.shape[-1]
        )
    for _, values in data.blocks():
        single = _in_single(values)
        for place, stream in enumerate(streams):
            write_stc_samples(stream, single[axes.space_of(place)])


def _write_w(streams: Sequence[IO[bytes]], axes: SourceAxes, data: Segments) -> None:
    if data.shape[-1] != 1:
        msg = f"a w file holds one time, got {data.shape[-1]}: crop, or use ftype='stc'"
        raise InputError(msg)
    single = _in_single(data.whole())[:, 0]
    for place, stream in enumerate(streams):
        write_w(stream, axes.vertices[place], single[axes.space_of(place)])


def _in_single(values: Values) -> NDArray[np.float32]:
    if np.iscomplexobj(values):
        msg = "these files hold real values, got complex ones: pass ftype='h5'"
        raise InputError(msg)
    with np.errstate(over="ignore"):
        single = values.astype(np.float32)
    all_finite("values of an estimate in single precision", single, "no reader takes others")
    return single


# What writes the files of all source spaces.
WRITERS: dict[str, Callable[[Sequence[IO[bytes]], SourceAxes, Segments], None]] = {
    "stc": _write_stc,
    "w": _write_w,
}
