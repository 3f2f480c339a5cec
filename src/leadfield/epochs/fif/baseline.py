"""Baseline that was subtracted, in FIF files of epochs and averages."""

import numpy as np

from leadfield.epochs.baseline import Interval
from leadfield.fif.kinds import Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node


def read_baseline(file: FifFile, block: Node) -> Interval | None:
    """The interval in s, None where a block has none."""
    ends = [file.real(block, kind, None) for kind in (Kind.BASELINE_MIN, Kind.BASELINE_MAX)]
    if None in ends:
        return None
    file.check_numbers(block, "ends of a baseline", np.array(ends))
    return ends[0], ends[1]
