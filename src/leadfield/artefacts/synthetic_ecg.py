"""Synthetic ECG channel: the mean field of the sensors, filtered, beside the channels of epochs."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.make import EpochParameters, cut_epochs
from leadfield.epochs.modify import edit_epochs, load_epochs
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import select_events
from leadfield.recording.create import create_measurement_info
from leadfield.recording.joined_info import join_infos
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

NAME = "ECG-SYN"


def with_synthetic_ecg(
    epochs: EpochSet, signal: Floats, recording: RawRecording, parameters: EpochParameters
) -> EpochSet:
    """Epochs in memory with a channel of ``signal`` (n_samples,), cut as they were."""
    info = create_measurement_info([NAME], recording.info.sampling_rate, ["ecg"])
    samples = ArraySamples(signal[np.newaxis])
    heart = RawRecording(info=info, samples=samples, first_sample=recording.first_sample)
    beats = load_epochs(
        cut_epochs(
            heart,
            select_events(epochs.events, epochs.event_id),
            np.array([0]),
            parameters,
            rejection=Rejection(),
            proj="off",
        )
    )
    row = beats.require_data("adding a channel")
    return edit_epochs(
        epochs,
        lambda data: np.concatenate([data, row], axis=1),
        join_infos([epochs.info, info], force=True),
        "adding a channel",
    )
