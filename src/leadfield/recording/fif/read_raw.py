"""Raw recordings in FIF files: reading, with all files of a split recording."""

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

import numpy as np

from leadfield.base.errors import FormatError, InputError, MissingFileError
from leadfield.base.log import LOGGER, warn
from leadfield.base.raise_or_warn import OnMissing
from leadfield.fif.kinds import Block, Type
from leadfield.fif.reader import FifFile
from leadfield.recording.annotation import Annotation, about, in_order
from leadfield.recording.fif.annotations import read_annotations
from leadfield.recording.fif.buffers import BROKEN, BufferDirectory, find_buffers
from leadfield.recording.fif.file_samples import FileSamples, SplitFile, fingerprint_of
from leadfield.recording.fif.info import read_info
from leadfield.recording.fif.split import PartLinks, not_of_same, read_links
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.raw import RawRecording

RAW_BLOCKS = (Block.RAW_DATA, Block.CONTINUOUS_DATA, Block.IAS_RAW_DATA)
FORMATS = {
    Type.SHORT: "short",
    Type.DAU_PACK16: "short",
    Type.INT: "int",
    Type.FLOAT: "single",
    Type.COMPLEX_FLOAT: "single",
    Type.DOUBLE: "double",
    Type.COMPLEX_DOUBLE: "double",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Opened:
    """One file of a recording, its headers read."""

    info: MeasurementInfo
    file: SplitFile
    directory: BufferDirectory
    annotations: tuple[Annotation, ...]
    links: PartLinks
    shielded: bool


def open_raw(
    path: str | Path | IO[bytes],
    *,
    allow_maxshield: bool | Literal["yes"] = False,
    on_split_missing: OnMissing = "raise",
) -> RawRecording:
    """A recording of which only the headers are read, or all bytes of a file-like object.

    ``allow_maxshield`` lets recordings with active shielding through (``"yes"``: without a
    warning), ``on_split_missing`` says what to do about a split file that is not there.
    """
    opened = [_open(path)]
    while (following := opened[-1].links.path) is not None:
        if following in {one.file.path for one in opened}:
            problem = f"parts must follow each other, {following.name} came before"
            raise FormatError(opened[-1].file.path, problem)
        # What has no file has no folder to look in either.
        if not (following.is_file() and opened[-1].file.path.is_file()):
            _report_missing(following, on_split_missing)
            break
        part = _open(following)
        if not opened[-1].links.leads_to(part.links):
            _report_other(not_of_same(following, opened[-1].file.path), on_split_missing)
            break
        _warn_if_apart(opened[-1], part)
        opened.append(part)
    first = opened[0]
    if first.shielded:
        _check_shielded(first.file.path, allowed=allow_maxshield)
    for one in opened[1:]:
        _check_fits(one, first)
    channels = first.info.channels
    raw = RawRecording(
        info=first.info,
        samples=FileSamples([one.file for one in opened], channels.cals * channels.ranges),
        first_sample=first.directory.first_sample,
        files=tuple(one.file.path for one in opened if one.file.path.is_file()),
        sample_format=_format(opened),
        buffer_size=first.directory.buffer_size,
        shielded=first.shielded,
    )
    raw = raw.annotated(about(_all_annotations(opened), raw.info.names))
    _log_span(raw)
    return raw


def _open(given: str | Path | IO[bytes]) -> _Opened:
    with FifFile(given, cut_is_fine=True) as fif:
        path = fif.path
        LOGGER.info("Opening raw file %s", path)
        info = read_info(fif)
        blocks = [block for kind in RAW_BLOCKS for block in fif.tree.find(kind)]
        if not blocks:
            fif.block(RAW_BLOCKS[0])
        directory = find_buffers(fif, blocks[0], len(info.channels))
        source = fif.source.in_memory()
        opened = _Opened(
            info=info,
            file=SplitFile(
                path=path,
                fingerprint=fingerprint_of(path) if source is None else (0, 0),
                buffers=directory.buffers,
                source=source,
            ),
            directory=directory,
            annotations=read_annotations(
                fif, info.measured_at, directory.first_sample / info.sampling_rate
            ),
            links=read_links(fif),
            shielded=blocks[0].kind == Block.IAS_RAW_DATA,
        )
    _warn_if_damaged(opened)
    return opened


def _report_missing(path: Path, on_split_missing: OnMissing) -> None:
    msg = f"the recording goes on in {path.name}, which is not in {path.parent}: put it there"
    if on_split_missing == "raise":
        msg += ", or pass on_split_missing='warn' to do without"
        raise MissingFileError(msg)
    if on_split_missing == "warn":
        warn(msg)


def _report_other(problem: FormatError, on_split_missing: OnMissing) -> None:
    """A part of another recording is as good as none."""
    if on_split_missing == "raise":
        raise problem
    if on_split_missing == "warn":
        warn(str(problem))


def _warn_if_apart(before: _Opened, part: _Opened) -> None:
    """Warn of a part that says it begins elsewhere, as that of another recording may."""
    end, first = before.directory.first_sample + before.file.n_samples, part.directory.first_sample
    if first not in {0, end} and before.directory.n_lost == 0:
        warn(
            f"{part.file.path} begins with sample {first}, and {before.file.path.name} ends before "
            f"sample {end}: are they of one recording? They are read as if they were"
        )


def _check_shielded(path: Path, *, allowed: bool | Literal["yes"]) -> None:
    msg = (
        f"{path} was recorded with active shielding (MaxShield), which distorts the data "
        "until signal-space separation takes it out"
    )
    if not allowed:
        msg += ": run that first, or pass allow_maxshield=True to read it all the same"
        raise InputError(msg)
    if allowed != "yes":
        warn(msg)


def _check_fits(one: _Opened, first: _Opened) -> None:
    a, b = one.info, first.info
    scales = a.channels.cals * a.channels.ranges
    fits = (
        a.names == b.names
        and a.sampling_rate == b.sampling_rate
        and np.array_equal(scales, b.channels.cals * b.channels.ranges)
        and len(a.projections) == len(b.projections)
        and all(p.same_as(q) for p, q in zip(a.projections, b.projections, strict=True))
    )
    if not fits:
        problem = (
            f"its channels, calibrations, sampling rate and projections must be those of "
            f"{first.file.path.name}, of which it is a part"
        )
        raise FormatError(one.file.path, problem)


def _warn_if_damaged(one: _Opened) -> None:
    broken = sum(stop - start for start, stop, why in one.directory.gaps if why == BROKEN)
    if broken:
        warn(f"{one.file.path} has broken buffers: {broken} samples are zero and marked {BROKEN}")
    if one.directory.n_lost != 0:
        lost = one.directory.n_lost or "an unknown number of"
        warn(f"{one.file.path} was cut short: {lost} samples at its end are lost")


def _all_annotations(opened: list[_Opened]) -> tuple[Annotation, ...]:
    """The first file's annotations, and every gap unless they name it already."""
    found = list(opened[0].annotations)
    rate, at = opened[0].info.sampling_rate, opened[0].directory.first_sample
    named = {(a.description, float(np.round(a.onset * rate))) for a in found}
    for one in opened:
        for start, stop, why in one.directory.gaps:
            if (why, at + start) not in named:
                onset, duration = (at + start) / rate, (stop - start) / rate
                found.append(Annotation(onset=onset, duration=duration, description=why))
        at += one.file.n_samples
    return in_order(found)


def _format(opened: list[_Opened]) -> str:
    types = [kind for one in opened for kind in one.directory.buffers.types.tolist()]
    return next(FORMATS[kind] for kind in types if kind in FORMATS)


def _log_span(raw: RawRecording) -> None:
    last = raw.first_sample + raw.n_samples - 1
    rate = raw.info.sampling_rate
    LOGGER.info(
        "    samples %d to %d, %.3f to %.3f s", raw.first_sample, last, raw.first_time, last / rate
    )
    LOGGER.info("    compensation grade %d, ready", raw.info.compensation_grade)
