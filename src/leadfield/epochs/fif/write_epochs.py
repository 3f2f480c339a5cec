"""Epochs written to FIF files (``-epo.fif``), in parts where they are many."""

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed, looked_up
from leadfield.base.errors import InputError
from leadfield.base.files import may_write
from leadfield.base.log import LOGGER, warn
from leadfield.base.replacing import Replacement
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.fif.epoch_reader import FifEpochReader
from leadfield.epochs.fif.metadata import write_metadata
from leadfield.epochs.good_epochs import drop_bad, iterate_good_epochs, require_epochs
from leadfield.epochs.rejection_functions import numbers_of
from leadfield.epochs.samples import EpochsOnDemand
from leadfield.epochs.selection import DropReasons
from leadfield.events.fif import write_event_block
from leadfield.fif.decode import DENSE
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.tags import ENTRY
from leadfield.fif.writer import Writer, writing
from leadfield.recording.fif.annotations import write_annotations
from leadfield.recording.fif.info import write_info
from leadfield.recording.fif.split import (
    NEXT_FILE,
    PREVIOUS_FILE,
    NewPart,
    new_parts,
    write_reference,
)

# Formats of samples: FIF's type and NumPy's.
FORMATS = {"single": (Type.FLOAT, ">f4"), "double": (Type.DOUBLE, ">f8")}
MOST_PARTS = 100
# Bytes for the reference to the next part, the directory and the ends of blocks.
TAIL = 4096


def write_epochs(
    path: Path,
    epochs: EpochSet,
    *,
    fmt: str = "single",
    split_size: int = 2**31,
    naming: str = "neuromag",
    overwrite: bool = False,
) -> tuple[EpochSet, list[Path]]:
    """The good epochs, and the files they were written to.

    Parts take their places together, and refer to each other by their identifiers.
    """
    looked_up("fmt", fmt, FORMATS)
    good = drop_bad(epochs)
    require_epochs(good)
    rows_of_parts = _split_rows(good, fmt, split_size)
    parts = new_parts(path.name, len(rows_of_parts), naming)
    paths = [may_write(path.with_name(part.name), overwrite=overwrite) for part in parts]
    _check_sources_stay(paths, good)
    limits = (*good.rejection.reject.items(), *good.rejection.flat.items())
    functions = [kind for kind, limit in limits if callable(limit)]
    if functions:
        warn(f"functions that rejected epochs cannot be written, those of {listed(functions)}")
    with Replacement() as together:
        for part, target, rows in zip(parts, paths, rows_of_parts, strict=True):
            LOGGER.info("Writing %d epochs to %s", len(rows), target)
            with writing(
                target, overwrite=overwrite, together=together, identity=part.identity
            ) as writer:
                _write_part(writer, good.select(rows), fmt, parts=parts, number=part.number)
    return good, paths


def _check_sources_stay(paths: Sequence[Path], epochs: EpochSet) -> None:
    """Raise if the epochs are still to be read from a file that would be replaced."""
    source = epochs.source
    if isinstance(source, EpochsOnDemand) and isinstance(source.reader, FifEpochReader):
        read = {part.path.resolve() for part in source.reader.parts}
        if read & {path.resolve() for path in paths}:
            msg = "epochs must be loaded to replace the file they are from: call load_data() first"
            raise InputError(msg)


def _split_rows(epochs: EpochSet, fmt: str, split_size: int) -> list[Ints]:
    """Rows that go into each part."""
    n, n_channels, n_times = epochs.shape
    header = Writer(BytesIO())
    _write_header(header, epochs)
    fixed = header.offset + header.count * ENTRY.itemsize + TAIL
    each = n_channels * n_times * np.dtype(FORMATS[fmt][1]).itemsize
    most = (split_size - fixed) // each
    if most < 1:
        msg = (
            f"split_size must hold the header and one epoch, {fixed + each} bytes, got {split_size}"
        )
        raise InputError(msg)
    count = -(-n // most)
    if count > MOST_PARTS:
        msg = f"epochs may have {MOST_PARTS} parts, got {count}: enlarge split_size"
        raise InputError(msg)
    return np.array_split(np.arange(n), count)


def _write_part(
    writer: Writer, epochs: EpochSet, fmt: str, *, parts: Sequence[NewPart], number: int
) -> None:
    with writer.block(Block.MEAS):
        writer.file_id(Kind.BLOCK_ID)
        write_info(writer, epochs.info)
        with writer.block(Block.PROCESSED_DATA), writer.block(Block.EPOCHS):
            if number > 0:
                write_reference(writer, PREVIOUS_FILE, parts[number - 1])
            _write_epoch_description(writer, epochs)
            _write_samples(writer, epochs, fmt)
            if number + 1 < len(parts):
                write_reference(writer, NEXT_FILE, parts[number + 1])


def _write_header(writer: Writer, epochs: EpochSet) -> None:
    """Write what a part contains besides samples, to learn its size."""
    write_info(writer, epochs.info)
    _write_epoch_description(writer, epochs)


def _write_epoch_description(writer: Writer, epochs: EpochSet) -> None:
    info = epochs.info
    if epochs.annotations is not None:
        write_annotations(writer, epochs.annotations.spans, epochs.annotations.counted_from)
    write_event_block(writer, epochs.events, dict(epochs.event_id))
    first = round(float(epochs.times[0]) * info.sampling_rate)
    writer.integers(Kind.FIRST_SAMPLE, first)
    writer.integers(Kind.LAST_SAMPLE, first + len(epochs.times) - 1)
    writer.reals(Kind.EPOCHS_RAW_SFREQ, epochs.recording_rate)
    if epochs.baseline is not None:
        writer.reals(Kind.BASELINE_MIN, epochs.baseline[0])
        writer.reals(Kind.BASELINE_MAX, epochs.baseline[1])
    write_metadata(writer, epochs.event_selection)
    writer.text(Kind.EPOCHS_DROP_LOG, json.dumps(epochs.drop_log))
    limits = epochs.rejection
    given = {
        "reject": numbers_of(limits.reject) or None,
        "flat": numbers_of(limits.flat) or None,
        "reject_tmin": limits.tmin,
        "reject_tmax": limits.tmax,
    }
    given = {key: value for key, value in given.items() if value is not None}
    if given:
        writer.text(Kind.EPOCHS_REJECT_FLAT, json.dumps(given))
    writer.integers(Kind.EPOCHS_SELECTION, epochs.event_selection.selection)


def _write_samples(writer: Writer, epochs: EpochSet, fmt: str) -> None:
    """Write samples as one matrix, with one epoch besides it in memory."""
    type_, code = FORMATS[fmt]
    shape = epochs.shape
    cals = epochs.info.channels.cals
    scales = np.where(cals == 0, 1, cals)[:, np.newaxis]
    tail = np.array([*shape[::-1], 3], ">i4").tobytes()
    size = int(np.prod(shape)) * np.dtype(code).itemsize
    payload = bytearray(size + len(tail))
    payload[size:] = tail
    samples = np.frombuffer(payload, code, count=int(np.prod(shape))).reshape(shape)
    drop_reasons: DropReasons = {}
    for row, epoch in iterate_good_epochs(epochs, drop_reasons):
        samples[row] = epoch / scales
    writer.tag(Kind.EPOCH, DENSE | type_, memoryview(payload))
