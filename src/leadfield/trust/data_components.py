"""Data in white components: those of an inverse operator, whose noise has variance one."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite
from leadfield.base.errors import DataError
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import iterate_good_epochs
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.inverse.operator import InverseModel
from leadfield.inverse.regularisation import components_matrix

FEWEST = 6  # trials: with fewer, random signs cannot make a p of 0.05


def single_epoch_matrix(model: InverseModel) -> Floats:
    """From channels of one epoch to components (n_components, n_channels)."""
    matrix: Floats = components_matrix(model) / np.sqrt(model.nave)
    return matrix


def trial_components(model: InverseModel, epochs: EpochSet, samples: slice) -> Floats:
    """Components (n_trials, n_components, n_times) of each good epoch, at some samples."""
    rows = contiguous_rows(match_channels(model.info, epochs.info))
    matrix = single_epoch_matrix(model)
    trials = [matrix @ epoch[rows, samples] for _, epoch in iterate_good_epochs(epochs, {})]
    if len(trials) < FEWEST:
        msg = (
            f"at least {FEWEST} good epochs must come to be tested, got {len(trials)}: random "
            "signs of fewer cannot tell a response from noise"
        )
        raise DataError(msg)
    return np.stack(trials)


def average_components(trials: Floats) -> Floats:
    """Components (n_components, n_times) of the trials' average, its noise of variance one."""
    average: Floats = trials.sum(axis=0) / np.sqrt(len(trials))
    return average


def evoked_components(model: InverseModel, evoked: EvokedResponse, samples: slice) -> Floats:
    """Components (n_components, n_times) of an average, its noise of variance one."""
    rows = contiguous_rows(match_channels(model.info, evoked.info))
    data = evoked.data[rows, samples]
    all_finite("data", data, "drop or interpolate what is missing")
    components: Floats = single_epoch_matrix(model) @ data * np.sqrt(evoked.nave)
    return components
