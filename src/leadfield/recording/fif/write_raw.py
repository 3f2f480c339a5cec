"""Raw recordings in FIF files: writing, split where they are long."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

import numpy as np

from leadfield.base.arrays import Bools
from leadfield.base.checks import listed, looked_up, whole
from leadfield.base.errors import DataError, InputError
from leadfield.base.files import as_path, may_write
from leadfield.base.log import LOGGER
from leadfield.base.progress import tracked
from leadfield.base.replacing import Replacement
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.tags import HEADER
from leadfield.fif.writer import Writer, encoded, writing
from leadfield.recording.fif.annotations import write_annotations
from leadfield.recording.fif.info import write_info
from leadfield.recording.fif.split import (
    NEXT_FILE,
    PREVIOUS_FILE,
    NewPart,
    new_parts,
    write_reference,
)
from leadfield.recording.raw import RawRecording

MOST_FILES = 100
# Bytes for what comes after the samples: the next part's name, ends of blocks; and a line in
# the directory for each tag.
TAIL, LINE = 2048, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFormat:
    """How samples are stored: FIF's type, its NumPy code, and that of complex ones."""

    type: int
    code: str
    complex_type: int | None = None
    complex_code: str = ""

    @property
    def rounds(self) -> bool:
        """Whether samples become whole numbers."""
        return self.code[1] == "i"


FORMATS = {
    "short": SampleFormat(type=Type.DAU_PACK16, code=">i2"),
    "int": SampleFormat(type=Type.INT, code=">i4"),
    "single": SampleFormat(
        type=Type.FLOAT, code=">f4", complex_type=Type.COMPLEX_FLOAT, complex_code=">c8"
    ),
    "double": SampleFormat(
        type=Type.DOUBLE, code=">f8", complex_type=Type.COMPLEX_DOUBLE, complex_code=">c16"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawOptions:
    """How a recording is written; sizes are in samples a buffer and bytes a part."""

    fmt: str = "single"
    buffer_size: int
    split_size: int = 2 * 10**9
    split_naming: Literal["neuromag", "bids"] = "neuromag"
    drop_small_buffer: bool = False
    overwrite: bool = False


def write_raw(path: str | Path, raw: RawRecording, options: RawOptions) -> list[Path]:
    """Write a recording to one file or several; gives their paths.

    Parts take their places together when all are written, and refer to each other by their
    identifiers, so that parts of different recordings are never read as one.
    """
    fmt = looked_up("fmt", options.fmt, FORMATS)
    if raw.samples.dtype != np.float64 and fmt.complex_type is None:
        msg = f"complex samples must be saved as 'single' or 'double', got fmt={options.fmt!r}"
        raise InputError(msg)
    buffers_by_file = _buffers_by_file(raw, fmt, options)
    target = as_path(path)
    parts = new_parts(target.name, len(buffers_by_file), options.split_naming)
    paths = [may_write(target.with_name(p.name), overwrite=options.overwrite) for p in parts]
    if not raw.preloaded and {p.resolve() for p in paths} & {p.resolve() for p in raw.files}:
        msg = f"{target} holds the samples that are to be saved: load them first (load_data)"
        raise InputError(msg)
    with Replacement() as together:
        nonzero = np.zeros((2, len(raw.info.channels)), bool)
        for file, part in zip(paths, parts, strict=True):
            LOGGER.info("Writing %s", file)
            with writing(
                file, overwrite=options.overwrite, together=together, identity=part.identity
            ) as writer:
                nonzero |= _write_part(
                    writer, raw, fmt, buffers_by_file=buffers_by_file, parts=parts, part=part
                )
        _check_not_lost(raw, *nonzero)
    return paths


def _check_not_lost(raw: RawRecording, before: Bools, after: Bools) -> None:
    """Stop, before the old file goes, if rounding left nothing of a channel."""
    lost = [raw.info.names[i] for i in np.flatnonzero(before & ~after)]
    if lost:
        msg = (
            "samples must be larger than one step of their channels' calibration to become "
            f"whole numbers, nothing would be left of {listed(lost)}: save with fmt='single'"
        )
        raise DataError(msg)


Span = tuple[int, int]


def _buffers_by_file(raw: RawRecording, fmt: SampleFormat, options: RawOptions) -> list[list[Span]]:
    """The buffers (start, stop) that go into each file."""
    n = raw.n_samples
    size = min(whole("buffer_size", options.buffer_size, least=1), n)
    buffers = [(start, min(start + size, n)) for start in range(0, n, size)]
    if options.drop_small_buffer and len(buffers) > 1 and n % size:
        LOGGER.info("Leaving out the last %d samples, less than a buffer", n % size)
        buffers.pop()
    code = fmt.code if raw.samples.dtype == np.float64 else fmt.complex_code
    width = len(raw.info.channels) * np.dtype(code).itemsize
    per_buffer = HEADER.size + size * width + LINE
    available = options.split_size - _head_size(raw, fmt)
    most = available // per_buffer
    if most < 1:
        least = options.split_size - available + per_buffer
        msg = (
            f"split_size must hold the header and one buffer, {least} bytes, "
            f"got {options.split_size}: make it larger or buffers shorter"
        )
        raise InputError(msg)
    by_file = [buffers[i : i + most] for i in range(0, len(buffers), most)]
    if len(by_file) > MOST_FILES:
        msg = f"a recording may have {MOST_FILES} parts, got {len(by_file)}: enlarge split_size"
        raise InputError(msg)
    return by_file


def _head_size(raw: RawRecording, fmt: SampleFormat) -> int:
    """Bytes in a part besides its samples."""
    writer = Writer(BytesIO())
    writer.start()
    _write_head(writer, raw, fmt)
    return writer.offset + LINE * writer.count + TAIL


def _write_head(writer: Writer, raw: RawRecording, fmt: SampleFormat) -> None:
    write_info(writer, raw.info, data_type=fmt.type, keep_ranges=fmt.rounds)
    write_annotations(writer, raw.annotations, raw.info.measured_at)


def _write_part(
    writer: Writer,
    raw: RawRecording,
    fmt: SampleFormat,
    *,
    buffers_by_file: Sequence[Sequence[Span]],
    parts: Sequence[NewPart],
    part: NewPart,
) -> Bools:
    """Write one file; which channels are not all zero, before and after rounding."""
    buffers = buffers_by_file[part.number]
    nonzero = np.zeros((2, len(raw.info.channels)), bool)
    with writer.block(Block.MEAS):
        _write_head(writer, raw, fmt)
        with writer.block(Block.IAS_RAW_DATA if raw.shielded else Block.RAW_DATA):
            first = raw.first_sample + buffers[0][0]
            if first:
                writer.integers(Kind.FIRST_SAMPLE, first)
            if part.number > 0:
                write_reference(writer, PREVIOUS_FILE, parts[part.number - 1])
            for start, stop in tracked(buffers, "saving"):
                nonzero |= _write_buffer(writer, raw, fmt, start=start, stop=stop)
            if part.number + 1 < len(parts):
                write_reference(writer, NEXT_FILE, parts[part.number + 1])
    return nonzero


def _write_buffer(
    writer: Writer, raw: RawRecording, fmt: SampleFormat, *, start: int, stop: int
) -> Bools:
    channels = raw.info.channels
    scales = channels.cals * channels.ranges if fmt.rounds else channels.cals
    values = raw.values(start, stop)
    # A channel that is calibrated with 0 reads as 0, whatever is stored.
    values /= np.where(scales == 0, 1, scales)[:, None]
    type_, code = fmt.type, fmt.code
    if np.iscomplexobj(values) and fmt.complex_type is not None:
        type_, code = fmt.complex_type, fmt.complex_code
    before = values.any(axis=1)
    if fmt.rounds:
        values = np.rint(values)
        limits = np.iinfo(code)
        if not ((values >= limits.min) & (values <= limits.max)).all():
            msg = (
                f"samples {start} to {stop} must fit into whole numbers of {limits.bits} bits in "
                "their channels' calibration, some do not: save with fmt='single'"
            )
            raise DataError(msg)
    samples = encoded(values.T, code, f"samples {start} to {stop}")
    writer.tag(Kind.DATA_BUFFER, type_, samples.view(np.uint8).data)
    return np.array([before, values.any(axis=1)])
