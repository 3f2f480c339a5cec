"""Rank of data: of a raw recording, epochs, or an evoked response."""

from collections.abc import Mapping

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.covariance.blocks import noisy_channels
from leadfield.covariance.from_epochs import concatenate_epochs
from leadfield.covariance.rank import Rank, Ranks, check_sample_count, rank_of_samples
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import collect_good_epochs, require_epochs
from leadfield.numerics.eigen import Tolerance
from leadfield.recording.raw import RawRecording
from leadfield.recording.spans import good_samples

Data = RawRecording | EpochSet | EvokedResponse


def rank_of_data(
    data: Data,
    rank: Rank = None,
    *,
    scalings: Mapping[str, float] | None = None,
    tolerance: Tolerance = "auto",
    relative: bool = False,
    project: bool = True,
    on_few_samples: str = "warn",
) -> tuple[Ranks, Data]:
    """Rank of each block of good channels, and the data, without bad epochs once read.

    Samples are only read if ``rank`` leaves something to estimate.
    """
    channels = noisy_channels(data.info)
    samples = np.empty((len(channels), 0))
    if not isinstance(rank, str):
        samples, data = _read_samples(data, channels)
        check_sample_count(samples.shape[1], len(channels), len(channels), on_few_samples)
    ranks = rank_of_samples(
        samples,
        data.info.pick(channels),
        rank,
        scalings=scalings,
        tolerance=tolerance,
        relative=relative,
        project=project,
    )
    return ranks, data


def _read_samples(data: Data, channels: Ints) -> tuple[Floats, Data]:
    """Samples (n_channels, n_samples) that no bad annotation covers, of no bad epoch."""
    if isinstance(data, RawRecording):
        good = good_samples(data, 0, data.n_samples)
        samples = data.read(0, data.n_samples, channels)
        return samples if good.all() else samples[:, good], data
    if isinstance(data, EvokedResponse):
        return data.data[channels], data
    epochs, block = collect_good_epochs(data, channels=channels)
    require_epochs(epochs)
    return concatenate_epochs(block), epochs
