"""Annotations in FIF files."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import DataError, InputError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer, writing
from leadfield.recording.annotation import (
    MOST_ANNOTATIONS,
    Annotation,
    Extras,
    checked_extras,
)

# A block of annotations borrows the names of these tags.
ONSETS, ENDS, TEXTS, CHANNELS, EXTRAS = (
    Kind.BASELINE_MIN,
    Kind.BASELINE_MAX,
    Kind.DESCRIPTION,
    Kind.EPOCHS_DROP_LOG,
    Kind.FREE_LIST,
)
START = datetime(1970, 1, 1, tzinfo=UTC)


def read_annotations(
    fif: FifFile, measured_at: datetime | None, first_time: float
) -> tuple[Annotation, ...]:
    """Annotations in a file, on the clock of its sample numbers.

    ``first_time`` is when the first sample is on that clock; annotations without a date
    of their own count from there, if the recording has one.
    """
    node = next(iter(fif.tree.find(Block.ANNOTATIONS)), None)
    if node is None:
        return ()
    onsets, ends = fif.reals(node, ONSETS, np.empty(0)), fif.reals(node, ENDS, np.empty(0))
    if len(onsets) > MOST_ANNOTATIONS:
        raise fif.lacks(node, f"at most {MOST_ANNOTATIONS} annotations, it has {len(onsets)}")
    texts = fif.names(node, TEXTS, [])
    if len(onsets) == 1 and not texts:
        texts = [""]
    names = _channel_names(fif, node, len(onsets))
    extras = _extras(fif, node, len(onsets))
    if not len(onsets) == len(ends) == len(texts) == len(names) == len(extras):
        raise fif.lacks(node, "as many onsets as ends, descriptions, channel lists and extras")
    shift = _shift(fif, node, measured_at, first_time)
    # No number for an end means that nobody knows it: a point in time.
    with np.errstate(invalid="ignore"):
        durations = np.nan_to_num(np.maximum(ends - onsets, 0.0), posinf=0.0)
    try:
        return tuple(
            Annotation(
                onset=onset + shift,
                duration=duration,
                description=text,
                channel_names=channels,
                extras=more,
            )
            for onset, duration, text, channels, more in zip(
                onsets.tolist(), durations.tolist(), texts, names, extras, strict=True
            )
        )
    except InputError as error:
        raise fif.lacks(node, f"spans that can be ({error})") from error


def _shift(fif: FifFile, node: Node, measured_at: datetime | None, first_time: float) -> float:
    if measured_at is None:
        return 0.0
    dated = _date(fif, node)
    return first_time if dated is None else (dated - measured_at).total_seconds()


def _date(fif: FifFile, node: Node) -> datetime | None:
    """The date that onsets count from."""
    stamp = fif.reals(node, Kind.MEAS_DATE, np.empty(0))
    if not len(stamp):
        return None
    seconds, micros = (*stamp.tolist(), 0.0)[:2]
    if not (abs(seconds) < 2**32 and abs(micros) < 2**32):
        raise fif.lacks(node, "a date that can be")
    return START + timedelta(seconds=seconds, microseconds=micros)


Dated = tuple[tuple[Annotation, ...], datetime | None]


def read_dated_annotations(fif: FifFile) -> Dated | None:
    """Annotations in a file as they count there, and the date that they count from."""
    node = next(iter(fif.tree.find(Block.ANNOTATIONS)), None)
    return None if node is None else (read_annotations(fif, None, 0.0), _date(fif, node))


def load_annotations(path: str | Path) -> Dated:
    """Annotations of a file that has some, and the date that they count from."""
    with FifFile(path) as fif:
        found = read_dated_annotations(fif)
        if found is None:
            raise fif.lacks(fif.tree, "annotations")
        return found


def save_annotations(
    path: str | Path,
    annotations: Sequence[Annotation],
    orig_time: datetime | None,
    *,
    overwrite: bool,
) -> None:
    """Write a file of annotations, which must be at least one."""
    if not annotations:
        msg = "a FIF file of annotations needs at least one, got none: save as .csv or .txt"
        raise DataError(msg)
    with writing(path, overwrite=overwrite) as writer:
        write_annotations(writer, annotations, orig_time)


def _channel_names(fif: FifFile, node: Node, count: int) -> list[tuple[str, ...]]:
    if node.tag(CHANNELS) is None:
        return [()] * count
    try:
        lists = parse_json(fif.text(node, CHANNELS))
        fits = isinstance(lists, list) and all(
            isinstance(names, list) and all(isinstance(name, str) for name in names)
            for names in lists
        )
    except ValueError as error:
        raise fif.lacks(node, f"channel lists in JSON ({error})") from error
    if not fits:
        raise fif.lacks(node, "a list of channel names for each annotation")
    return [tuple(names) for names in lists]


def _extras(fif: FifFile, node: Node, count: int) -> list[Extras]:
    if node.tag(EXTRAS) is None:
        return [()] * count
    try:
        found = parse_json(fif.text(node, EXTRAS))
        if isinstance(found, list):
            return [checked_extras(one) for one in found]
    except (ValueError, TypeError) as error:
        raise fif.lacks(node, f"extras of annotations in JSON ({error})") from error
    raise fif.lacks(node, "a list of extras of annotations")


def write_annotations(
    writer: Writer, annotations: Sequence[Annotation], measured_at: datetime | None
) -> None:
    """Write annotations as a block; nothing where there are none."""
    if not annotations:
        return
    with writer.block(Block.ANNOTATIONS):
        writer.reals(ONSETS, [a.onset for a in annotations], double=True)
        writer.reals(ENDS, [a.end for a in annotations], double=True)
        writer.names(TEXTS, [a.description for a in annotations])
        if measured_at is not None:
            since = measured_at - START
            seconds = since.days * 86400 + since.seconds
            writer.reals(Kind.MEAS_DATE, [seconds, since.microseconds], double=True)
        if any(a.channel_names for a in annotations):
            writer.text(CHANNELS, json.dumps([list(a.channel_names) for a in annotations]))
        if any(a.extras for a in annotations):
            writer.text(EXTRAS, json.dumps([dict(a.extras) for a in annotations]))
