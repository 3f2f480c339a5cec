"""Epochs, their average, and a writer of files with something wrong."""

import numpy as np
import pytest

from leadfield.epochs.average import average
from leadfield.fif.kinds import Block
from leadfield.fif.writer import writing
from leadfield.recording.fif.info import write_info


@pytest.fixture
def epochs(in_memory):
    """Four epochs of an array."""
    return in_memory(
        np.random.default_rng(0).standard_normal((4, 7, 11)), {"a": 1, "b": 2}, tmin=-0.05
    )


@pytest.fixture
def evoked(epochs):
    """Their average."""
    return average(epochs)[1][0]


@pytest.fixture
def header(tmp_path, info):
    """A function that writes a file with what comes after the information."""

    def write(fill, name="bad-epo.fif"):
        path = tmp_path / name
        with writing(path, overwrite=True) as writer, writer.block(Block.MEAS):
            write_info(writer, info)
            with writer.block(Block.PROCESSED_DATA):
                fill(writer)
        return path

    return write
