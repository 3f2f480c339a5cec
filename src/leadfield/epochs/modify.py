"""Epochs made into others: loaded, other baseline, fewer samples, another clock."""

from dataclasses import replace

import numpy as np

from leadfield.base.errors import StateError
from leadfield.epochs.baseline import Interval, samples_of, tell
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import collect
from leadfield.epochs.preparation import BASED, marked
from leadfield.epochs.samples import ArrayEpochs, LazyEpochs
from leadfield.epochs.time_axis import check_step, every


def loaded(epochs: EpochSet) -> EpochSet:
    """Good epochs with their samples in memory."""
    if epochs.loaded:
        return epochs
    kept, data = collect(epochs)
    pending = epochs.pending if epochs.delayed else None
    return replace(kept, source=ArrayEpochs(data=data), pending=pending)


def rebased(epochs: EpochSet, baseline: Interval | None) -> EpochSet:
    """Epochs less their mean over an interval, now or whenever they are read."""
    tell(baseline)
    if isinstance(epochs.source, LazyEpochs):
        recipe = replace(epochs.source.recipe, baseline=baseline)
        return replace(epochs, source=epochs.source.cooked(recipe), baseline=baseline)
    if baseline is None:
        if epochs.baseline is not None:
            msg = "a baseline cannot be put back once the data are loaded: make the epochs anew"
            raise StateError(msg)
        return epochs
    data = epochs.block("subtracting a baseline").copy()
    mean = data[:, :, samples_of(baseline, epochs.times)].mean(axis=2, keepdims=True)
    data -= np.where(marked(epochs.info, BASED)[:, np.newaxis], mean, 0)
    return replace(epochs.with_block(data), baseline=baseline)


def decimated(epochs: EpochSet, step: int, offset: int = 0) -> EpochSet:
    """Every ``step``-th sample, the one at time 0 among them (unless ``offset``)."""
    info = epochs.info
    rate = info.sampling_rate
    n, shift = check_step(step, offset, rate, info.lowpass)
    info = replace(info, sampling_rate=rate / n)
    if isinstance(epochs.source, LazyEpochs):
        old = epochs.source.recipe
        before = old.kept.step or 1
        kept = every(round(float(old.times[0]) * rate * before), n * before, shift)
        source = epochs.source.cooked(replace(old, kept=kept))
        return replace(epochs, info=info, source=source, times=old.times[kept])
    kept = every(round(float(epochs.times[0]) * rate), n, shift)
    data = epochs.block("decimating")[:, :, kept].copy()
    return replace(epochs.with_block(data), info=info, times=epochs.times[kept])


def shifted(epochs: EpochSet, tmin: float) -> EpochSet:
    """The same samples on a clock that starts at ``tmin`` s."""
    epochs.block("shifting the time")
    times = tmin + np.arange(len(epochs.times)) / epochs.info.sampling_rate
    rejection = epochs.rejection.later(tmin - float(epochs.times[0]))
    return replace(epochs, times=times, rejection=rejection)
