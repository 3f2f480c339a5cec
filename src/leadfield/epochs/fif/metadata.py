"""Metadata of epochs in FIF files: a list of records as JSON."""

from typing import Any

from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import MissingPackageError
from leadfield.base.log import warn
from leadfield.base.packages import pandas_for
from leadfield.epochs.metadata import PURPOSE, Metadata, frame_of, metadata_of
from leadfield.epochs.selection import EventSelection
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer


def write_metadata(writer: Writer, selected: EventSelection) -> None:
    """Write the table, if there is one, with the selection as its first column."""
    if selected.metadata is None:
        return
    frame = frame_of(selected.metadata, selected.selection)
    for place, kind in enumerate(selected.metadata.kinds):
        if getattr(kind, "kind", "") in {"M", "m"}:
            frame.isetitem(place, _milliseconds(frame.iloc[:, place]))
    with writer.block(Block.METADATA):
        writer.text(Kind.DESCRIPTION, frame.reset_index().to_json(orient="records"))


def _milliseconds(times: Any) -> Any:
    """Dates since 1970, or durations, as MNE-Python stores them; None where there is none."""
    pandas = pandas_for(PURPOSE)
    if times.dtype.kind == "M":
        times = times - pandas.Timestamp(0, tz=getattr(times.dt, "tz", None) and "UTC")
    return (times // pandas.Timedelta(milliseconds=1)).astype("Int64")


def read_metadata(file: FifFile, block: Node, n_epochs: int) -> Metadata | None:
    """The table of a file, None without one, or (with a warning) without pandas."""
    nodes = block.find(Block.METADATA)
    if not nodes:
        return None
    records = _records(file, nodes[0], n_epochs)
    try:
        pandas = pandas_for(PURPOSE)
    except MissingPackageError as error:
        warn(f"{file.path} has metadata, which are not read: {error}")
        return None
    frame = pandas.DataFrame.from_records(records, index=range(len(records)))
    if "index" in frame.columns:
        frame = frame.drop(columns="index")
    return metadata_of(frame)


def _records(file: FifFile, node: Node, n_epochs: int) -> list[dict[str, Any]]:
    try:
        found = parse_json(file.text(node, Kind.DESCRIPTION))
    except ValueError as error:
        raise file.lacks(node, f"JSON in its metadata ({error})") from error
    fits = isinstance(found, list) and all(isinstance(one, dict) for one in found)
    if not fits or len(found) != n_epochs:
        raise file.lacks(node, f"metadata of {n_epochs} epochs")
    return list(found)
