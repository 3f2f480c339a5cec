"""Epochs read from FIF files (``-epo.fif``), at once or one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import FormatError, LeadfieldError
from leadfield.base.log import LOGGER
from leadfield.epochs.baseline import Interval
from leadfield.epochs.epoch_annotations import EpochAnnotations
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.fif.baseline import read_baseline
from leadfield.epochs.fif.epoch_reader import EpochsPart, FifEpochReader
from leadfield.epochs.fif.metadata import read_metadata
from leadfield.epochs.fif.samples import calibrated
from leadfield.epochs.metadata import Metadata, joined_metadata
from leadfield.epochs.preparation import make_preparation
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.samples import EpochsInMemory, EpochsOnDemand, EpochSource
from leadfield.epochs.selection import DropLog, EventSelection
from leadfield.epochs.time_axis import sample_times
from leadfield.events.fif import read_event_block
from leadfield.fif.decode import DENSE, is_matrix, shape_of
from leadfield.fif.kinds import Block, Kind, Type, kind_name
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.recording.fif.annotations import read_dated_annotations
from leadfield.recording.fif.file_samples import fingerprint_of
from leadfield.recording.fif.info import read_info
from leadfield.recording.fif.split import PartLinks, not_of_same, read_links
from leadfield.recording.info import MeasurementInfo, is_sampling_rate

# Without epochs nothing else in the file limits the time axis.
MOST_TIMES = 2**24
NUMBERS = {DENSE | Type.FLOAT: ">f4", DENSE | Type.DOUBLE: ">f8"}


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PartHeader:
    """What one file says of its epochs, besides their samples."""

    info: MeasurementInfo
    events: Ints
    event_id: dict[str, int]
    first: int
    n_times: int
    baseline: Interval | None
    selection: Ints
    drop_log: DropLog
    rejection: Rejection
    recording_rate: float
    metadata: Metadata | None = None
    annotations: EpochAnnotations | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


def read_part_header(file: FifFile, block: Node) -> PartHeader:
    """What a file says of its epochs, besides their samples."""
    info = read_info(file)
    events, names = read_event_block(file, file.block(Block.MNE_EVENTS, inside=block))
    if names is None:
        names = {str(n): n for n in np.unique(events[:, 2]).tolist()}
    first = file.integer(block, Kind.FIRST_SAMPLE)
    n_times = file.integer(block, Kind.LAST_SAMPLE) - first + 1
    if not 0 < n_times <= MOST_TIMES:
        raise file.lacks(block, f"1 to {MOST_TIMES} samples an epoch, it has {n_times}")
    selection = file.integers(block, Kind.EPOCHS_SELECTION, np.arange(len(events)))
    drop_log = _drop_log(file, block, len(events))
    inside = len(selection) == len(events) and (
        not len(events) or (selection.min() >= 0 and selection.max() < len(drop_log))
    )
    if not inside:
        raise file.lacks(block, "a selection that fits its events and its drop log")
    recording_rate = file.real(block, Kind.EPOCHS_RAW_SFREQ, info.sampling_rate)
    if not is_sampling_rate(recording_rate):
        raise file.lacks(block, f"a sampling rate of its recording, it has {recording_rate}")
    return PartHeader(
        info=info,
        events=events,
        event_id=names,
        first=first,
        n_times=n_times,
        baseline=read_baseline(file, block),
        selection=selection,
        drop_log=drop_log,
        rejection=_rejection(file, block),
        recording_rate=recording_rate,
        metadata=read_metadata(file, block, len(events)),
        annotations=_annotations(file),
    )


def _annotations(file: FifFile) -> EpochAnnotations | None:
    found = read_dated_annotations(file)
    return None if found is None else EpochAnnotations(spans=found[0], counted_from=found[1])


def _json(file: FifFile, block: Node, kind: int, default: object) -> Any:
    if block.tag(kind) is None:
        return default
    try:
        return parse_json(file.text(block, kind))
    except ValueError as error:
        raise file.lacks(block, f"JSON in tag {kind_name(Kind, kind)} ({error})") from error


def _drop_log(file: FifFile, block: Node, n: int) -> DropLog:
    found = _json(file, block, Kind.EPOCHS_DROP_LOG, [[]] * n)
    fits = isinstance(found, list) and all(
        isinstance(one, list) and all(isinstance(reason, str) for reason in one) for one in found
    )
    if not fits:
        raise file.lacks(block, "a drop log that lists reasons by event")
    return tuple(tuple(one) for one in found)


def _rejection(file: FifFile, block: Node) -> Rejection:
    found = _json(file, block, Kind.EPOCHS_REJECT_FLAT, {})
    if not isinstance(found, dict):
        raise file.lacks(block, "limits by channel type")
    try:
        return Rejection(
            reject=found.get("reject") or {},
            flat=found.get("flat") or {},
            tmin=found.get("reject_tmin"),
            tmax=found.get("reject_tmax"),
        )
    except LeadfieldError as error:
        raise file.lacks(block, f"limits by channel type ({error})") from error


def read_epochs(path: Path, *, load: bool = True) -> EpochSet:
    """Epochs of a file and of those that go on with it; without ``load``, read when needed."""
    headers: list[PartHeader] = []
    places: list[EpochsPart] = []
    blocks: list[Floats] = []
    links: list[PartLinks] = []
    following: Path | None = path
    while following is not None:
        if following in {one.path for one in places}:
            raise FormatError(path, f"parts must follow each other, {following.name} came before")
        with FifFile(following) as file:
            block = file.block(Block.EPOCHS)
            header = read_part_header(file, block)
            place = place_of_samples(file, block, header)
            if load or path.suffix == ".gz":  # packed files cannot be read in part
                blocks.append(_samples(file, block, header))
            headers.append(header)
            places.append(place)
            links.append(read_links(file))
        if len(links) > 1 and not links[-2].leads_to(links[-1]):
            raise not_of_same(places[-1].path, places[-2].path)
        following = links[-1].path
    first = headers[0]
    _check_same(path, headers)
    selected = EventSelection(
        events=np.vstack([one.events for one in headers]),
        event_id={name: n for one in headers for name, n in one.event_id.items()},
        selection=np.concatenate([one.selection for one in headers]),
        drop_log=_join_drop_logs([one.drop_log for one in headers]),
        metadata=joined_metadata([one.metadata for one in headers]),
    )
    last = first.first + first.n_times - 1
    times = sample_times(first.first, last, first.info.sampling_rate)
    source: EpochSource
    if blocks:
        source = EpochsInMemory(data=np.concatenate(blocks))
    else:
        reader = FifEpochReader(
            parts=tuple(places),
            rows=np.arange(len(selected.events)),
            cals=first.info.channels.cals,
            n_times=len(times),
        )
        source = EpochsOnDemand(reader=reader, preparation=make_preparation(first.info, times))
    LOGGER.info("%d epochs, %g to %g ms", len(selected.events), 1e3 * times[0], 1e3 * times[-1])
    return EpochSet(
        info=first.info,
        source=source,
        event_selection=selected,
        times=times,
        baseline=first.baseline,
        rejection=first.rejection,
        bad_dropped=True,
        recording_rate=first.recording_rate,
        annotations=first.annotations,
        file=path.absolute(),
    )


def place_of_samples(file: FifFile, block: Node, header: PartHeader) -> EpochsPart:
    """Where the samples are, once their size is as it should be."""
    tag = block.tag(Kind.EPOCH)
    if tag is None:
        raise file.lacks(block, "a tag with the samples")
    shape = (len(header.events), len(header.info.channels), header.n_times)
    if not is_matrix(tag) or tag.type not in NUMBERS:
        raise file.wrong(tag, f"real samples must come, got type {tag.type}")
    found = tuple(shape_of(file.source, tag))
    if found != shape:
        raise file.wrong(tag, f"samples must be of {shape} epochs, channels and times, got {found}")
    return EpochsPart(
        path=file.path,
        state=fingerprint_of(file.path),
        offset=tag.payload,
        dtype=NUMBERS[tag.type],
        n_epochs=len(header.events),
    )


def _samples(file: FifFile, block: Node, header: PartHeader) -> Floats:
    data = file.matrix(block, Kind.EPOCH)
    shape = (len(header.events), len(header.info.channels), header.n_times)
    if data.shape != shape:
        raise file.lacks(block, f"samples of shape {shape}, it has {data.shape}")
    return calibrated(data, header.info.channels.cals, file.path)


def _join_drop_logs(logs: Sequence[DropLog]) -> DropLog:
    """The drop log of all parts: each ignores what is in the others."""
    out = list(logs[0])
    for log in logs[1:]:
        for i, (old, new) in enumerate(zip(out, log, strict=True)):
            if old == ("IGNORED",):
                out[i] = new
    return tuple(out)


def _check_same(path: Path, headers: Sequence[PartHeader]) -> None:
    """Raise unless all parts have the same channels, times, names, and drop log length."""
    for one, other in pairwise(headers):
        same = (
            one.info.names == other.info.names
            and (one.first, one.n_times) == (other.first, other.n_times)
            and len(one.drop_log) == len(other.drop_log)
            and (one.metadata is None) == (other.metadata is None)
        )
        if not same:
            raise FormatError(path, "all its parts must have the same channels, times and events")
