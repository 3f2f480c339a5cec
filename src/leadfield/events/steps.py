"""All steps of trigger channels, whatever they mean."""

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.events.triggers import AFTER, BEFORE, merged_steps


def trigger_steps(
    values: Ints,
    *,
    first_sample: int,
    pad_start: int | None = None,
    pad_stop: int | None = None,
    merge: int = 0,
) -> Ints:
    """Steps (n, 3) of values (n_channels, n_times): sample, value before, value after.

    All channels change at each, and the values are the first one's. ``pad_start`` and
    ``pad_stop`` are values outside. Steps at most ``merge`` samples apart become one, at the
    last one's sample, or at the first one's for a negative number.
    """
    at = np.flatnonzero((np.diff(values, axis=1) != 0).all(axis=0)) + 1
    if not len(at):
        return np.empty((0, 3), np.int64)
    trigger = values[0]
    steps: Ints = np.column_stack([at + first_sample, trigger[at - 1], trigger[at]])
    if pad_start is not None and steps[0, BEFORE] != pad_start:
        steps = np.vstack([[0, pad_start, steps[0, BEFORE]], steps])
    if pad_stop is not None and steps[-1, AFTER] != pad_stop:
        end = len(trigger) + first_sample
        steps = np.vstack([steps, [end, steps[-1, AFTER], pad_stop]])
    return merged_steps(steps, abs(merge), at_first=merge < 0) if merge else steps
