"""Going through epochs one by one: read, projected, judged; few are in memory at once."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import listed
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER, warn
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.projections import projected
from leadfield.epochs.rejection import make_judge

Blame = dict[int, tuple[str, ...]]


def good_epochs(epochs: EpochSet, blame: Blame) -> Iterator[tuple[int, Floats]]:
    """Row and samples of each good epoch; why another is not goes into ``blame``."""
    judge = None
    if not epochs.settled:
        judge = make_judge(epochs.rejection, epochs.info, epochs.times)
    for row, sample in enumerate(epochs.choice.events[:, 0].tolist()):
        refusal = None if judge is None else epochs.source.refusal(row, sample)
        if refusal is not None:
            blame[row] = (refusal,)
            continue
        found = epochs.source.read(row, sample)
        clean = found
        if epochs.pending is not None and not (epochs.settled and epochs.delayed):
            clean = projected(found, epochs.pending)
        reasons = () if judge is None else judge.reasons(clean)
        if reasons:
            blame[row] = reasons
            continue
        _check_finite(found, epochs, row)
        yield row, found if epochs.delayed else clean


def _check_finite(epoch: Floats, epochs: EpochSet, row: int) -> None:
    if np.isfinite(epoch.sum()):
        return
    bad = ~np.isfinite(epoch).all(axis=1)
    if bad.any():
        names = [epochs.info.names[i] for i in np.flatnonzero(bad)]
        msg = (
            f"epochs must be finite, got NaN or infinity in {listed(names)} at the event at "
            f"sample {epochs.choice.events[row, 0]}: leave these channels out of picks, or "
            "annotate the time as BAD"
        )
        raise DataError(msg)


def settle(epochs: EpochSet, blame: Blame) -> EpochSet:
    """The epochs without those to blame."""
    if epochs.settled:
        return epochs
    LOGGER.info("%d bad epochs dropped", len(blame))
    return epochs.blamed(blame)


def drop_bad(epochs: EpochSet) -> EpochSet:
    """Only good epochs; reads samples only if there is a limit to judge them by."""
    if epochs.settled:
        return epochs
    blame: Blame = {}
    if epochs.rejection.idle:
        for row, sample in enumerate(epochs.choice.events[:, 0].tolist()):
            refusal = epochs.source.refusal(row, sample)
            if refusal is not None:
                blame[row] = (refusal,)
    else:
        for _ in good_epochs(epochs, blame):
            pass
    kept = settle(epochs, blame)
    if len(epochs) and not len(kept):
        warn(none_left(kept))
    return kept


def collect(
    epochs: EpochSet, *, channels: Ints | None = None, samples: slice = slice(None)
) -> tuple[EpochSet, Floats]:
    """Good epochs in one pass, and the samples (n, n_channels, n_times) wanted of them.

    Only what is wanted is kept in memory; epochs are judged as wholes.
    """
    blame: Blame = {}
    n_times = len(range(*samples.indices(len(epochs.times))))
    rows = slice(None) if channels is None else channels
    n_channels = epochs.shape[1] if channels is None else len(channels)
    if not epochs.loaded:
        LOGGER.info("Reading %d epochs of %d times", len(epochs), len(epochs.times))
    out = np.empty((len(epochs), n_channels, n_times))
    n = 0
    for _, epoch in good_epochs(epochs, blame):
        out[n] = epoch[rows, samples]
        n += 1
    return settle(epochs, blame), out[:n]


def none_left(epochs: EpochSet) -> str:
    """What to say when all epochs were dropped: which reasons, and how often each."""
    counts = Counter(reason for log in epochs.choice.drop_log for reason in log)
    counts.pop("IGNORED", None)
    reasons = [f"{reason} {count} times" for reason, count in counts.most_common(8)]
    more = f" and {len(counts) - 8} more reasons" if len(counts) > 8 else ""
    return (
        f"at least one epoch must be left, all were dropped: {', '.join(reasons) or 'no events'}"
        f"{more}: raise the limits in reject, lower those in flat, or mark channels as bad"
    )


def require_some(epochs: EpochSet) -> None:
    """Raise if no epoch is left, saying what took them."""
    if not len(epochs):
        raise DataError(none_left(epochs))
