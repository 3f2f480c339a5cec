"""Processing history: what signal-space separation left of the signal.

Taulu & Kajola 2005.
"""

import numpy as np

from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.recording.info import ProcessingStep


def read_history(fif: FifFile, node: Node) -> tuple[ProcessingStep, ...]:
    """The separations a recording went through, first to last."""
    steps = []
    for record in node.find(Block.PROCESSING_RECORD):
        separation = next(iter(record.find(Block.SSS_INFO)), None)
        order = 0 if separation is None else fif.integer(separation, Kind.SSS_ORD_IN, 0)
        if separation is None or order < 1:
            continue
        # Of the (order + 1)² - 1 inner components, those that were used: the outer ones are
        # what was taken out. MaxFilter lists all, inner ones first, 1 for used.
        inner = (order + 1) ** 2 - 1
        used = fif.integers(separation, Kind.SSS_COMPONENTS, np.empty(0, np.int64))[:inner]
        temporal = record.find(Block.SSS_ST_INFO)
        steps.append(
            ProcessingStep(
                creator=fif.text(record, Kind.CREATOR, ""),
                degrees=inner - len(used) + int(used.sum()),
                spatiotemporal=any(fif.integer(t, Kind.SSS_JOB, 0) for t in temporal),
            )
        )
    return tuple(steps)
