"""What unit tests share: a little inverse problem, made-up recordings and epochs."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.covariance.noise import NoiseCovariance
from leadfield.epochs.make import EpochParameters, array_epochs, cut_epochs
from leadfield.epochs.rejection import Rejection, make_rejection
from leadfield.epochs.selection import select_events
from leadfield.forward.model import ForwardModel, cartesian_axes
from leadfield.recording.channels import Channels
from leadfield.recording.create import create_measurement_info
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import AVERAGE_REFERENCE, FIELD, Projection
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples, Samples
from leadfield.sources.space import LEFT, RIGHT, Sources, SourceSpace, SpaceKind, VolumeGrid

SITES, ELECTRODES, STRENGTH = 12, 10, {"grad": 1e-12, "mag": 1e-13, "eeg": 1e-6}


def _channels():
    sites = [f"MEG {i:02}{k}" for i in range(SITES) for k in (1, 2)]
    n, m = len(sites), ELECTRODES
    return Channels(
        names=(*sites, *(f"EEG {i:03}" for i in range(m))),
        kinds=np.array([1] * n + [2] * m),
        coil_types=np.array([3024, 3012] * SITES + [1] * m),
        units=np.array([112, 201] * SITES + [107] * m),
        unit_multipliers=np.zeros(n + m),
        cals=np.ones(n + m),
        ranges=np.ones(n + m),
        locations=np.zeros((n + m, 12)),
        frames=np.full(n + m, Frame.HEAD),
    )


def _space(rng, kind, surface=-1):
    normals = rng.standard_normal((20, 3))
    return SourceSpace(
        kind=kind,
        positions=rng.random((20, 3)),
        normals=normals / np.linalg.norm(normals, axis=1, keepdims=True),
        vertices=np.arange(0, 20, 2),
        frame=Frame.HEAD,
        surface=surface,
        nearest=np.arange(20) // 2 * 2 if surface > 0 else None,
        nearest_distances=np.zeros(20) if surface > 0 else None,
        grid=VolumeGrid(shape=(20, 1, 1)) if kind is SpaceKind.VOLUME else None,
    )


def _projections(rng, channels):
    meg = [channels.names[i] for i in channels.of_type("mag")]
    eeg = [channels.names[i] for i in channels.of_type("eeg")]
    field = rng.standard_normal((1, len(meg)))
    return (
        Projection(
            description="PCA",
            kind=FIELD,
            active=False,
            channel_names=meg,
            vectors=field / np.linalg.norm(field),
        ),
        Projection(
            description="Average EEG reference",
            kind=AVERAGE_REFERENCE,
            active=False,
            channel_names=eeg,
            vectors=np.full((1, len(eeg)), len(eeg) ** -0.5),
        ),
    )


def _noise(rng, channels):
    scale = np.array([STRENGTH[t] for t in channels.types])
    mixing = rng.standard_normal((len(channels), 3 * len(channels)))
    data = mixing @ mixing.T / mixing.shape[1] * np.outer(scale, scale)
    return NoiseCovariance(names=channels.names, data=data, degrees=200)


@pytest.fixture
def problem():
    """Info, noise and forward models by kind of source space, all in one place."""
    rng = np.random.default_rng(11)
    channels = _channels()
    left, right = (_space(rng, SpaceKind.SURFACE, side) for side in (LEFT, RIGHT))
    spaces = {
        "surface": (left, right),
        "volume": (_space(rng, SpaceKind.VOLUME),),
        "discrete": (_space(rng, SpaceKind.DISCRETE),),
    }
    spaces["mixed"] = (left, right, *spaces["volume"])
    info = MeasurementInfo(
        channels=channels, sampling_rate=100.0, projections=_projections(rng, channels)
    )
    scale = np.array([STRENGTH[t] * 1e7 for t in channels.types])

    def forward(kind):
        sources = Sources(spaces=spaces[kind])
        shape = (len(channels), 3 * sources.n_sources)
        return ForwardModel(
            info=info.with_projections(()),
            leadfield=(rng.standard_normal(shape) * scale[:, None]).astype(np.float32),
            sources=sources,
            free=True,
            surface_oriented=False,
            orientations=cartesian_axes(sources.n_sources),
            mri_to_head=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4)),
        )

    return SimpleNamespace(
        info=info, noise=_noise(rng, channels), forwards={kind: forward(kind) for kind in spaces}
    )


EPOCH_TYPES = ["mag", "mag", "eeg", "eeg", "eeg", "eog", "misc"]
NAMES = ["M1", "M2", "E1", "E2", "E3", "EOG", "X"]
SCALES = np.array([1e-12, 1e-12, 1e-5, 1e-5, 1e-5, 1e-4, 1.0])[:, None]
RATE = 100.0


class CountedSamples(Samples):
    """Samples in memory that count how often they are read."""

    def __init__(self, data):
        self._held, self.reads = ArraySamples(data), 0

    @property
    def shape(self):
        return self._held.shape

    @property
    def dtype(self):
        return self._held.dtype

    def read(self, start, stop, rows):
        self.reads += 1
        return self._held.read(start, stop, rows)


@pytest.fixture
def data():
    """Samples of seven channels over 20 s."""
    return np.random.default_rng(0).standard_normal((7, 2000)) * SCALES


@pytest.fixture
def info():
    """Two magnetometers, three electrodes, EOG and one more channel."""
    return create_measurement_info(NAMES, RATE, EPOCH_TYPES)


@pytest.fixture
def recording(data, info):
    """A recording whose first sample is 50."""
    return RawRecording(info=info, samples=CountedSamples(data), first_sample=50)


@pytest.fixture
def events():
    """Twelve events, numbers 1 and 2 in turn."""
    samples = np.arange(150, 1950, 150)
    return np.column_stack([samples, np.zeros(12, int), np.arange(12) % 2 + 1])


@pytest.fixture
def cut(recording, events):
    """A function that cuts epochs from the recording."""

    def make(event_id=None, *, proj="off", annotations=(), **options):
        names = ("reject", "flat", "reject_tmin", "reject_tmax")
        limits = [options.pop(name, None) for name in names]
        return cut_epochs(
            replace(recording, annotations=annotations),
            select_events(events, event_id),
            np.arange(7),
            EpochParameters(**options),
            rejection=make_rejection(*limits),
            proj=proj,
        )

    return make


@pytest.fixture
def in_memory(info):
    """A function that makes epochs of an array, numbers 1 and 2 in turn."""

    def make(block, names=None, **options):
        n = len(block)
        events = np.column_stack([np.arange(n) * 10, np.zeros(n, int), np.arange(n) % 2 + 1])
        selected = select_events(events, names)
        return array_epochs(block, info, selected, **({"rejection": Rejection()} | options))

    return make


# Constraints of orientations and kinds of sources.
KINDS = {
    "fixed": {"loose": 0.0},
    "loose": {"loose": 0.2},
    "free": {"loose": 1.0},
    "volume": {"loose": 1.0, "kind": "volume", "n": 9},
    "mixed": {"loose": 1.0, "kind": "mixed"},
}


@pytest.fixture(scope="session")
def little(little_inverse):
    """Function that makes an operator for a constraint, and its forward model."""

    def make(name, **others):
        made = little_inverse(seed=3, **{**KINDS[name], "n_channels": 12, **others})
        model = made.model
        forward = ForwardModel(
            info=made.info.with_projections(()),
            leadfield=made.gain,
            sources=model.sources,
            free=model.free,
            surface_oriented=True,
            orientations=model.orientations,
            mri_to_head=model.mri_to_head,
        )
        return SimpleNamespace(model=model, forward=forward, noise=made.noise, info=made.info)

    return make
