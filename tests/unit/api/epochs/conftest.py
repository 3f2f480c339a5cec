"""A recording, its epochs and their average."""

import pytest

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.recording.raw import Raw


@pytest.fixture
def raw(recording):
    """The recording as users hold it."""
    return Raw(recording)


@pytest.fixture
def epochs(raw, events):
    """Epochs that are not loaded."""
    return Epochs(raw, events, {"a": 1, "b": 2}, reject={"eog": 5e-4})


@pytest.fixture
def evoked(epochs):
    """Their average."""
    return epochs.average("all")
