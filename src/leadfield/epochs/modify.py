"""Epochs in memory or on demand: loading, baseline correction, decimation, time shifts."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import number
from leadfield.base.errors import StateError
from leadfield.epochs.baseline import baseline_samples, check_baseline, log_baseline
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import collect_good_epochs
from leadfield.epochs.preparation import BASELINE_TYPES, DETREND_TYPES, type_mask
from leadfield.epochs.projections import projection_basis
from leadfield.epochs.samples import EpochsInMemory, EpochsOnDemand
from leadfield.epochs.time_axis import check_decimation, crop_slice, decimation_slice
from leadfield.recording.info import MeasurementInfo


def load_epochs(epochs: EpochSet) -> EpochSet:
    """Good epochs with their samples in memory."""
    if epochs.loaded:
        return epochs
    good, data = collect_good_epochs(epochs)
    basis = epochs.unapplied_projection if epochs.projection_delayed else None
    return replace(good, source=EpochsInMemory(data=data), unapplied_projection=basis)


def crop_epochs(
    epochs: EpochSet, tmin: float | None, tmax: float | None, *, include_tmax: bool = True
) -> EpochSet:
    """Epochs in memory from ``tmin`` to ``tmax`` in s."""
    rate = epochs.info.sampling_rate
    return epochs.crop_samples(
        crop_slice(epochs.times, rate, tmin, tmax, include_tmax=include_tmax)
    )


def edit_epochs(
    epochs: EpochSet, edit: Callable[[Floats], Floats], info: MeasurementInfo, purpose: str
) -> EpochSet:
    """Epochs with what ``edit`` makes of their samples in memory, which ``info`` describes."""
    data = edit(epochs.require_data(purpose))
    basis = projection_basis(info) if epochs.projection_delayed else None
    return replace(epochs.with_data(data), info=info, unapplied_projection=basis)


def retype_epochs(epochs: EpochSet, info: MeasurementInfo) -> EpochSet:
    """Epochs whose channels have other types, which say what is detrended as they are read.

    Annotations count from the info's date, if that is another one.
    """
    source = epochs.source
    if isinstance(source, EpochsOnDemand):
        preparation = replace(
            source.preparation,
            detrend_mask=type_mask(info, DETREND_TYPES),
            baseline_mask=type_mask(info, BASELINE_TYPES),
        )
        source = replace(source, preparation=preparation)
    annotations = epochs.annotations
    if annotations is not None and info.measured_at != epochs.info.measured_at:
        annotations = replace(annotations, counted_from=info.measured_at)
    return replace(epochs, info=info, source=source, annotations=annotations)


def apply_baseline(epochs: EpochSet, given: object) -> EpochSet:
    """Epochs minus their mean over an interval, now or whenever they are read."""
    baseline = check_baseline(given, epochs.times, epochs.info.sampling_rate)
    log_baseline(baseline)
    source = epochs.source
    if isinstance(source, EpochsOnDemand):
        preparation = replace(source.preparation, baseline=baseline)
        source = replace(source, preparation=preparation)
        return replace(epochs, source=source, baseline=baseline)
    if baseline is None:
        if epochs.baseline is not None:
            msg = "a baseline cannot be put back once the data are loaded: make the epochs anew"
            raise StateError(msg)
        return epochs
    data = epochs.require_data("subtracting a baseline").copy()
    mean = data[:, :, baseline_samples(baseline, epochs.times)].mean(axis=2, keepdims=True)
    data -= np.where(type_mask(epochs.info, BASELINE_TYPES)[:, np.newaxis], mean, 0)
    return replace(epochs.with_data(data), baseline=baseline)


def decimate_epochs(epochs: EpochSet, decim: int, offset: int = 0) -> EpochSet:
    """Every ``decim``-th sample, the one at time 0 among them (unless ``offset``)."""
    info, source = epochs.info, epochs.source
    rate = info.sampling_rate
    n, shift = check_decimation(decim, offset, rate, info.lowpass)
    info = replace(info, sampling_rate=rate / n)
    if isinstance(source, EpochsOnDemand):
        old = source.preparation
        before = old.decimation.step or 1
        first = round(float(old.times[0]) * rate * before)
        decimation = decimation_slice(first, n * before, shift)
        response = old.response
        if response is not None:
            now = round(float(epochs.times[0]) * rate)
            response = response[:, decimation_slice(now, n, shift)]
        preparation = replace(old, decimation=decimation, response=response)
        source = replace(source, preparation=preparation)
        return replace(epochs, info=info, source=source, times=old.times[decimation])
    decimation = decimation_slice(round(float(epochs.times[0]) * rate), n, shift)
    data = epochs.require_data("decimating")[:, :, decimation].copy()
    return replace(epochs.with_data(data), info=info, times=epochs.times[decimation])


def with_samples(epochs: EpochSet, data: Floats, info: MeasurementInfo) -> EpochSet:
    """Epochs with other samples in memory, at the sampling rate of ``info``, from ``tmin`` on."""
    times = epochs.times
    if info.sampling_rate != epochs.info.sampling_rate:
        times = np.arange(data.shape[-1]) / info.sampling_rate + times[0]
    return replace(epochs.with_data(data), info=info, times=times)


def shift_epoch_times(epochs: EpochSet, tshift: float, *, relative: bool) -> EpochSet:
    """The same samples ``tshift`` s later, or (not ``relative``) from ``tshift`` s on."""
    epochs.require_data("shifting the time")
    first = float(epochs.times[0])
    tmin = number("tshift", tshift) + (first if relative else 0)
    times = tmin + np.arange(len(epochs.times)) / epochs.info.sampling_rate
    rejection = epochs.rejection.shift(tmin - first)
    return replace(epochs, times=times, rejection=rejection)
