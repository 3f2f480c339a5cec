"""A made-up evoked response on a helmet and a cap."""

import numpy as np
import pytest

from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.channels import Channels
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo


def cap(n):
    """``n`` directions spread over the upper part of a sphere."""
    i = np.arange(n) + 0.5
    height = 1 - 1.2 * i / n
    turn = np.pi * (1 + 5**0.5) * i
    side = np.sqrt(1 - height**2)
    return np.c_[side * np.cos(turn), side * np.sin(turn), height]


def made_up(n_sites=20, n_eeg=12, n_times=40, nave=55, bads=()):
    sites = 0.12 * cap(n_sites)
    places = np.concatenate([np.repeat(sites, 3, axis=0), 0.09 * cap(n_eeg)])
    n = len(places)
    meg = np.arange(n) < 3 * n_sites
    grad = meg & (np.arange(n) % 3 != 2)
    names = [f"MEG {i + 1:03d}" if m else f"EEG {i + 1:03d}" for i, m in enumerate(meg)]
    channels = Channels(
        names=names,
        kinds=np.where(meg, 1, 2),
        coil_types=np.where(grad, 3012, np.where(meg, 3024, 1)),
        units=np.where(grad, 201, np.where(meg, 112, 107)),
        unit_multipliers=np.zeros(n),
        cals=np.ones(n),
        ranges=np.ones(n),
        locations=np.c_[places, np.tile(np.eye(3).ravel(), (n, 1))],
        frames=np.where(meg, Frame.DEVICE, Frame.HEAD),
    )
    still = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    info = MeasurementInfo(channels=channels, sampling_rate=100.0, device_to_head=still, bads=bads)
    scale = np.where(grad, 1e-12, np.where(meg, 1e-13, 1e-6))[:, None]
    data = scale * np.random.default_rng(0).normal(size=(n, n_times))
    return EvokedResponse(info=info, data=data, first=-10, nave=nave)


@pytest.fixture
def evoked():
    return made_up()


@pytest.fixture
def make_evoked():
    return made_up


@pytest.fixture
def render():
    """A function that gives the pixels of a figure: drawing it must not fail."""

    def draw(figure):
        figure.canvas.draw()
        return np.asarray(figure.canvas.buffer_rgba())

    return draw
