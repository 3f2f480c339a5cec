"""Evoked responses in FIF files (``-ave.fif``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed, looked_up, one_of
from leadfield.base.errors import FormatError, InputError, UnknownNameError
from leadfield.base.files import existing
from leadfield.base.log import LOGGER, warn
from leadfield.epochs.evoked import DIPOLE_COURSE, EvokedResponse
from leadfield.epochs.fif.baseline import read_baseline
from leadfield.epochs.fif.samples import calibrated
from leadfield.fif.decode import is_matrix
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer, writing
from leadfield.recording.fif.channels import read_channels
from leadfield.recording.fif.info import read_info, read_sampling_rate, write_info
from leadfield.recording.info import MeasurementInfo

# FIF's numbers for what an aspect of a response is.
ASPECTS = {"average": 100, "standard_error": 101, DIPOLE_COURSE: 200}
KIND_OF = {number: kind for kind, number in ASPECTS.items()}


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EvokedEntry:
    """One evoked response in a file: its comment, its kind, its place."""

    comment: str
    kind: str
    block: Node
    aspect: Node
    shielded: bool


def read_evokeds(
    path: Path,
    wanted: Sequence[int | str] | None = None,
    *,
    kind: str = "average",
    shielded: bool | str = False,
) -> list[EvokedResponse]:
    """Responses by place or by comment and ``kind`` (all without ``wanted``).

    ``shielded`` lets those through that were recorded with active shielding (``"yes"``:
    without a warning).
    """
    looked_up("kind", kind, ASPECTS)
    one_of("allow_maxshield", shielded, [True, False, "yes"])
    LOGGER.info("Reading %s", path)
    with FifFile(path) as file:
        info = read_info(file)
        entries = [_entry(file, node) for node in file.tree.find(Block.EVOKED)]
        if not entries:
            problem = "the file must hold evoked responses, it has none"
            raise FormatError(path, problem)
        if wanted is not None:
            entries = [entries[_place(entries, one, kind)] for one in wanted]
        if any(one.shielded for one in entries):
            _check_shielded(path, shielded)
        return [_response(file, one, info) for one in entries]


def read_evoked(
    path: Path, condition: int | str | None, *, kind: str = "average", shielded: bool | str = False
) -> EvokedResponse:
    """The one response of a file, or the one that ``condition`` names."""
    wanted = None if condition is None else [condition]
    evokeds = read_evokeds(existing(path, "evoked file"), wanted, kind=kind, shielded=shielded)
    if len(evokeds) > 1:
        names = [one.comment for one in evokeds]
        msg = f"condition must say which response of {path} to read: {names}"
        raise InputError(msg)
    return evokeds[0]


def _check_shielded(path: Path, shielded: bool | str) -> None:  # noqa: FBT001 - or "yes"
    msg = f"{path} was recorded with active shielding (MaxShield), which distorts the data"
    if not shielded:
        msg += ": take it out before averaging, or pass allow_maxshield=True to read it as it is"
        raise InputError(msg)
    if shielded != "yes":
        warn(msg)


def _entry(file: FifFile, block: Node) -> EvokedEntry:
    plain, shielded = block.find(Block.ASPECT), block.find(Block.IAS)
    if not plain and not shielded:
        raise file.lacks(block, "an aspect with the samples")
    aspects = plain or shielded
    if len(aspects) > 1:
        LOGGER.info("Of %d aspects of a response the first is taken", len(aspects))
    aspect = aspects[0]
    number = file.integer(aspect, Kind.ASPECT_KIND)
    if number not in KIND_OF:
        problem = (
            f"an average (100), a standard error (101) or a dipole's course (200), it has aspect "
            f"{number}"
        )
        raise file.lacks(aspect, problem)
    comment = file.text(block, Kind.DESCRIPTION, "No comment")
    return EvokedEntry(
        comment=file.text(aspect, Kind.DESCRIPTION, comment),
        kind=KIND_OF[number],
        block=block,
        aspect=aspect,
        shielded=not plain,
    )


def read_response(file: FifFile, block: Node, info: MeasurementInfo) -> EvokedResponse:
    """The response that one block of a file holds."""
    return _response(file, _entry(file, block), info)


def _place(entries: list[EvokedEntry], wanted: int | str, kind: str) -> int:
    """Place of the response that was asked for."""
    if isinstance(wanted, str):
        places = [i for i, e in enumerate(entries) if (e.comment, e.kind) == (wanted, kind)]
        if len(places) == 1:
            return places[0]
        here = listed([f"{e.comment} ({e.kind})" for e in entries], 40)
        msg = (
            f"condition must name one response of the file, {wanted!r} ({kind}) names "
            f"{len(places)} of {here}"
        )
        raise UnknownNameError(msg)
    if not 0 <= wanted < len(entries):
        msg = f"condition must be from 0 to {len(entries) - 1}, got {wanted}"
        raise InputError(msg)
    return int(wanted)


def _response(file: FifFile, entry: EvokedEntry, info: MeasurementInfo) -> EvokedResponse:
    block = entry.block
    info = _with_own_channels(file, block, info)
    data = _samples(file, entry.aspect, info)
    rate, n = info.sampling_rate, data.shape[1]
    if block.tag(Kind.FIRST_TIME) and block.tag(Kind.NO_SAMPLES):
        start = file.real(block, Kind.FIRST_TIME)
        count = file.integer(block, Kind.NO_SAMPLES)
    else:
        first = file.integer(block, Kind.FIRST_SAMPLE)
        start, count = first / rate, file.integer(block, Kind.LAST_SAMPLE) - first + 1
    if count != n:
        raise file.lacks(block, f"the {count} samples it announces, it has {n}")
    if not (np.isfinite(start) and abs(start) * rate < 2**31):
        raise file.lacks(block, f"a time of its first sample, it has {start}")
    evoked = EvokedResponse(
        info=info,
        data=data,
        first=0,
        nave=max(file.integer(entry.aspect, Kind.NAVE, 1), 1),
        comment=entry.comment,
        kind=entry.kind,
        baseline=read_baseline(file, block),
        file=file.path.absolute(),
    ).with_tmin(start)
    LOGGER.info(
        "    %s: %g to %g ms, %s of %d epochs",
        *(entry.comment, 1e3 * evoked.times[0], 1e3 * evoked.times[-1]),
        *(entry.kind, evoked.nave),
    )
    return evoked


def _with_own_channels(file: FifFile, block: Node, info: MeasurementInfo) -> MeasurementInfo:
    """The information with the response's own channels, which some writers put beside it."""
    count = file.integer(block, Kind.NCHAN, 0)
    if count <= 0:
        return info
    channels = read_channels(file, block)
    if len(channels) != count:
        raise file.lacks(block, f"the {count} channels it announces, it has {len(channels)}")
    rate = read_sampling_rate(file, block, info.sampling_rate)
    present = set(channels.names)
    bads = tuple(name for name in info.bads if name in present)
    return replace(info, channels=channels, sampling_rate=rate, bads=bads)


def _samples(file: FifFile, aspect: Node, info: MeasurementInfo) -> Floats:
    """Samples (n_channels, n_times) in SI units."""
    tags = aspect.all(Kind.EPOCH)
    n = len(info.channels)
    if len(tags) == 1 and is_matrix(tags[0]):
        data = file.matrix(aspect, Kind.EPOCH)
        if n == 1 and data.shape[1:] == (1,):
            data = data.T
    elif len(tags) == n:
        # Old files have one tag a channel, some with packed numbers.
        rows = [file.array(Node(kind=aspect.kind, tags=(tag,)), Kind.EPOCH) for tag in tags]
        if len({len(row) for row in rows}) > 1:
            raise file.lacks(aspect, "as many samples of each channel")
        data = np.array(rows)
    else:
        raise file.lacks(aspect, f"one matrix or {n} channels of samples, it has {len(tags)}")
    if data.ndim != 2 or len(data) != n or data.dtype.kind not in "iufc" or not data.size:
        problem = f"samples of {n} channels, it has {data.dtype} {data.shape}"
        raise file.lacks(aspect, problem)
    return calibrated(data, info.channels.cals, file.path)


def write_evokeds(path: Path, evokeds: Sequence[EvokedResponse], *, overwrite: bool) -> None:
    """Write responses of the same channels to a file, as float32 or complex64."""
    with writing(path, overwrite=overwrite) as writer, writer.block(Block.MEAS):
        writer.file_id(Kind.BLOCK_ID)
        write_info(writer, evokeds[0].info)
        with writer.block(Block.PROCESSED_DATA):
            for evoked in evokeds:
                _write(writer, evoked)


def _write(writer: Writer, evoked: EvokedResponse) -> None:
    with writer.block(Block.EVOKED):
        if evoked.comment:
            writer.text(Kind.DESCRIPTION, evoked.comment)
        n = evoked.data.shape[1]
        writer.reals(Kind.FIRST_TIME, evoked.times[0])
        writer.integers(Kind.NO_SAMPLES, n)
        writer.integers(Kind.FIRST_SAMPLE, evoked.first)
        writer.integers(Kind.LAST_SAMPLE, evoked.first + n - 1)
        if evoked.baseline is not None:
            writer.reals(Kind.BASELINE_MIN, evoked.baseline[0])
            writer.reals(Kind.BASELINE_MAX, evoked.baseline[1])
        with writer.block(Block.ASPECT):
            writer.integers(Kind.ASPECT_KIND, ASPECTS[evoked.kind])
            writer.integers(Kind.NAVE, _whole_count(evoked))
            cals = evoked.info.channels.cals
            samples = evoked.data / np.where(cals == 0, 1, cals)[:, np.newaxis]
            dtype = ">c8" if np.iscomplexobj(samples) else ">f4"
            writer.matrix(Kind.EPOCH, samples, dtype=dtype)


def _whole_count(evoked: EvokedResponse) -> int:
    """The number of averaged epochs as the whole number that the file can hold."""
    n = max(round(evoked.nave), 1)
    if n != evoked.nave:
        warn(
            f"nave must be whole in a file: {evoked.nave:g} is written as {n}, which "
            "changes the noise level of sources estimated from the file"
        )
    return n
