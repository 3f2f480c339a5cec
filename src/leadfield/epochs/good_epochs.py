"""Iteration over good epochs: read, projected and tested for artefacts one by one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER, warn
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.limit_units import warn_of_other_units
from leadfield.epochs.projections import project_out
from leadfield.epochs.rejection import check_types, make_amplitude_test, tighten_rejection
from leadfield.epochs.rejection_functions import numbers_of
from leadfield.epochs.selection import DropReasons

MOST_REASONS = 8  # that a message lists


def iterate_good_epochs(
    epochs: EpochSet, drop_reasons: DropReasons
) -> Iterator[tuple[int, Floats]]:
    """Row and samples of each good epoch; reasons to drop the others go to ``drop_reasons``."""
    test = None
    if not epochs.bad_dropped:
        test = make_amplitude_test(epochs.rejection, epochs.info, epochs.times)
    largest = np.zeros(len(epochs.info.names))
    basis = epochs.unapplied_projection
    for row, sample in enumerate(epochs.events[:, 0].tolist()):
        reason = None if test is None else epochs.source.drop_reason(row, sample)
        if reason is not None:
            drop_reasons[row] = (reason,)
            continue
        unprojected = epochs.source.read(row, sample)
        projected = unprojected
        if basis is not None and not (epochs.bad_dropped and epochs.projection_delayed):
            projected = project_out(unprojected, basis)
        bad_channels: tuple[str, ...] = ()
        if test is not None and test.limits:
            amplitudes = test.amplitudes(projected)
            np.fmax(largest, amplitudes, out=largest)
            bad_channels = test.reasons(projected, amplitudes)
        if bad_channels:
            drop_reasons[row] = bad_channels
            continue
        _check_finite(unprojected, epochs, row)
        yield row, unprojected if epochs.projection_delayed else projected
    by_type: dict[str, float] = {}
    for kind, amplitude in zip(epochs.info.channels.types, largest.tolist(), strict=True):
        by_type[kind] = max(amplitude, by_type.get(kind, 0.0))
    warn_of_other_units(numbers_of(epochs.rejection.reject), by_type)


@np.errstate(invalid="ignore")
def _check_finite(epoch: Floats, epochs: EpochSet, row: int) -> None:
    if np.isfinite(epoch.sum()):
        return
    bad = ~np.isfinite(epoch).all(axis=1)
    if bad.any():
        names = [epochs.info.names[i] for i in np.flatnonzero(bad)]
        msg = (
            f"epochs must be finite, got NaN or infinity in {listed(names)} at the event at "
            f"sample {epochs.events[row, 0]}: leave these channels out of picks, or "
            "annotate the time as BAD"
        )
        raise DataError(msg)


def drop_rejected(epochs: EpochSet, drop_reasons: DropReasons) -> EpochSet:
    """The epochs without those that have a reason to be dropped."""
    if epochs.bad_dropped:
        return epochs
    LOGGER.info("%s", _told(len(epochs), drop_reasons))
    return epochs.drop(drop_reasons)


def _told(n_epochs: int, drop_reasons: DropReasons) -> str:
    """How many epochs were rejected, and how often for which reason, the most frequent first."""
    if not drop_reasons:
        return f"{n_epochs} epochs, none rejected"
    counts = Counter(reason for reasons in drop_reasons.values() for reason in reasons)
    listing = ", ".join(f"{reason} ({count})" for reason, count in counts.most_common(MOST_REASONS))
    others = len(counts) - MOST_REASONS
    more = f" and {others} more" if others > 0 else ""
    return f"{len(drop_reasons)} of {n_epochs} epochs rejected: {listing}{more}"


def drop_bad(epochs: EpochSet, reject: object = "existing", flat: object = "existing") -> EpochSet:
    """Only good epochs; samples are read only if there is a limit to test them against.

    Limits are those there are (``"existing"``), or stricter ones.
    """
    epochs = _with_stricter_limits(epochs, reject, flat)
    if epochs.bad_dropped:
        return epochs
    drop_reasons: DropReasons = {}
    if epochs.rejection.empty:
        for row, sample in enumerate(epochs.events[:, 0].tolist()):
            reason = epochs.source.drop_reason(row, sample)
            if reason is not None:
                drop_reasons[row] = (reason,)
    else:
        for _ in iterate_good_epochs(epochs, drop_reasons):
            pass
    good = drop_rejected(epochs, drop_reasons)
    if len(epochs) and not len(good):
        warn(no_epochs_left(good))
    return good


def _with_stricter_limits(epochs: EpochSet, reject: object, flat: object) -> EpochSet:
    """Epochs to be tested against new limits; ``"existing"`` stands for those there are."""
    limits = {"reject": reject, "flat": flat}
    for name, given in limits.items():
        if isinstance(given, str):
            one_of(name, given, ["existing"])
    if all(isinstance(given, str) for given in limits.values()):
        return epochs
    old = epochs.rejection
    rejection = tighten_rejection(
        old,
        old.reject if isinstance(reject, str) else reject,
        old.flat if isinstance(flat, str) else flat,
    )
    check_types(rejection, epochs.info.channels)
    return replace(epochs, rejection=rejection, bad_dropped=False)


def collect_good_epochs(
    epochs: EpochSet, *, channels: Ints | None = None, samples: slice = slice(None)
) -> tuple[EpochSet, Floats]:
    """Good epochs in one pass, and their samples (n, n_channels, n_times) that are asked for.

    Only these samples stay in memory, but all channels and times count for rejection.
    """
    drop_reasons: DropReasons = {}
    n_times = len(range(*samples.indices(len(epochs.times))))
    rows = slice(None) if channels is None else channels
    n_channels = epochs.shape[1] if channels is None else len(channels)
    if not epochs.loaded:
        LOGGER.info("Reading %d epochs of %d time points", len(epochs), len(epochs.times))
    out = np.empty((len(epochs), n_channels, n_times))
    n = 0
    for _, epoch in iterate_good_epochs(epochs, drop_reasons):
        out[n] = epoch[rows, samples]
        n += 1
    return drop_rejected(epochs, drop_reasons), out[:n]


def no_epochs_left(epochs: EpochSet) -> str:
    """Message for when all epochs were dropped: the reasons, and how often each."""
    counts = Counter(reason for log in epochs.drop_log for reason in log)
    counts.pop("IGNORED", None)
    reasons = [f"{reason} {count} times" for reason, count in counts.most_common(MOST_REASONS)]
    others = len(counts) - MOST_REASONS
    more = f" and {others} more reasons" if others > 0 else ""
    return (
        f"at least one epoch must be left, all were dropped: {', '.join(reasons) or 'no events'}"
        f"{more}: raise the limits in reject, lower those in flat, or mark channels as bad"
    )


def require_epochs(epochs: EpochSet) -> None:
    """Raise if no epoch is left, with the reasons why all were dropped."""
    if not len(epochs):
        raise DataError(no_epochs_left(epochs))
