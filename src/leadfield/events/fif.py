"""Event lists in FIF files."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.fif.decode import MOST_NAMES
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer, writing


def read_event_block(file: FifFile, block: Node) -> tuple[Ints, dict[str, int] | None]:
    """Events of a block, and their names where the file has them."""
    numbers = file.integers(block, Kind.MNE_EVENT_LIST)
    if len(numbers) % 3:
        problem = f"an event list must hold three numbers an event, got {len(numbers)}"
        raise file.lacks(block, problem)
    events = numbers.reshape(-1, 3)
    if block.tag(Kind.DESCRIPTION) is not None:
        return events, _named_numbers(file, block)
    if block.tag(Kind.EVENT_COMMENTS) is not None:
        return events, _commented(file, block, events)
    return events, None


def _named_numbers(file: FifFile, block: Node) -> dict[str, int]:
    """Names and numbers as in ``left:1;right:2``."""
    text = file.text(block, Kind.DESCRIPTION)
    if text.count(";") >= MOST_NAMES:
        raise file.lacks(block, f"at most {MOST_NAMES} names of events")
    names: dict[str, int] = {}
    for pair in text.split(";") if text else []:
        name, _, number = pair.rpartition(":")
        try:
            names[name] = int(number)
        except ValueError as error:
            problem = f"names and numbers as in 'left:1;right:2', got {text[:80]!r}"
            raise file.lacks(block, problem) from error
    return names


def _commented(file: FifFile, block: Node, events: Ints) -> dict[str, int]:
    """Numbers by the comment that stands with each event, as MNE-C writes them."""
    text = file.array(block, Kind.EVENT_COMMENTS).astype(np.uint8).tobytes()
    count = text.count(b"\0")
    if count != len(events):
        raise file.lacks(block, f"one comment an event, got {count} for {len(events)}")
    comments = text.decode("latin-1").split("\0")[:-1]
    return dict(zip(comments, events[:, 2].tolist(), strict=True))


def write_event_block(writer: Writer, events: Ints, names: dict[str, int] | None = None) -> None:
    """Write a block of events, with their names where given."""
    with writer.block(Block.MNE_EVENTS):
        writer.integers(Kind.MNE_EVENT_LIST, events)
        if names is not None:
            text = ";".join(f"{name}:{number}" for name, number in names.items())
            writer.text(Kind.DESCRIPTION, text)


def read_events(path: Path) -> tuple[Ints, dict[str, int] | None]:
    """Events of a FIF file, and their names where it has them."""
    with FifFile(path) as file:
        return read_event_block(file, file.block(Block.MNE_EVENTS))


def write_events(path: Path, events: Ints, *, overwrite: bool) -> None:
    """Write events to a FIF file."""
    with writing(path, overwrite=overwrite) as writer:
        write_event_block(writer, events)
