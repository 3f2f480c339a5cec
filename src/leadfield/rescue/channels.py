"""Channels of a damaged file whose descriptions are of no use, and what takes their place."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from leadfield.base.problem import Problem, warning
from leadfield.fif.kinds import Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.structs import CHANNEL
from leadfield.fif.tags import Tag
from leadfield.fif.tree import Node
from leadfield.recording.channels import BY_COIL, MEG, TYPES
from leadfield.recording.fif.channels import full_names_by_short, read_channels

MISC = 502
KINDS = frozenset({MEG, *TYPES, *(kind for kind, _ in BY_COIL)})


class MendedChannel(NamedTuple):
    """The tag of a channel, the bytes that take the place of its own, and what was wrong."""

    tag: Tag
    content: bytes
    problem: Problem


def mended_channels(fif: FifFile, node: Node) -> Iterator[MendedChannel]:
    """Channels without a name of their own, or that MNE-Python refuses to read."""
    names = read_channels(fif, node).names
    tags = node.all(Kind.CH_INFO)
    rows = [np.frombuffer(fif.source.read(tag.payload, tag.size), CHANNEL)[0] for tag in tags]
    counts = Counter(row["name"] for row in rows)
    in_full = bool(full_names_by_short(fif, node))  # then records have short names
    for number, (tag, row, name) in enumerate(zip(tags, rows, names, strict=True)):
        known = row["kind"] in KINDS and row["cal"] and row["range"]
        own = in_full or (row["name"] and counts[row["name"]] == 1)
        if known and own:
            continue
        new = row.copy()
        if not own:
            new["name"] = (name if row["name"] else f"LOST{number}").encode()
        if not known:
            new["kind"], new["cal"], new["range"] = MISC, 1, 1
        what = [] if own else ["a name of its own"]
        what += [] if known else ["a kind and a calibration that can be"]
        text = f"channel {number} must have {' and '.join(what)}, it has {row['name']!r}"
        text += f", kind {row['kind']}, calibration {row['cal'] * row['range']:g}"
        yield MendedChannel(tag, new.tobytes(), warning(text, tag.offset, tag.label))
