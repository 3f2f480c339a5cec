"""Values of ``figures``."""

import numpy as np

from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.butterfly import LineStyle
from leadfield.figures.compare import ConditionCourse
from leadfield.figures.dipoles import DipoleMarks
from leadfield.figures.head_map import make_head_map
from leadfield.figures.image import ImageStyle
from leadfield.figures.interpolation import MapInterpolation
from leadfield.figures.raw_page import PageSamples
from leadfield.figures.sensor_positions import SensorStyle
from leadfield.figures.topomap import TitledMap
from leadfield.figures.traces import TracePage
from leadfield.figures.volume_panels import GridActivity, make_glass_brain, make_slices
from leadfield.figures.volume_view import VolumeStyle
from leadfield.figures.whitened import WhitenedType
from leadfield.recording.channels import Channels
from leadfield.recording.frames import Frame
from leadfield.recording.info import MeasurementInfo
from leadfield.scene.colours import make_colour_table
from leadfield.scene.limits import Limits

N = 6


def values():
    angle = np.arange(N) * 2 * np.pi / N
    places = 0.09 * np.c_[np.cos(angle), np.sin(angle), np.linspace(0.1, 0.8, N)]
    channels = Channels(
        names=[f"EEG {i:03d}" for i in range(N)],
        kinds=np.full(N, 2),
        coil_types=np.ones(N),
        units=np.full(N, 107),
        unit_multipliers=np.zeros(N),
        cals=np.ones(N),
        ranges=np.ones(N),
        locations=np.c_[places, np.tile(np.eye(3).ravel(), (N, 1))],
        frames=np.full(N, Frame.HEAD),
    )
    info = MeasurementInfo(channels=channels, sampling_rate=100.0)
    evoked = EvokedResponse(info=info, data=np.ones((N, 3)), first=0, nave=1)
    head_map = make_head_map(info, np.arange(N), kind="eeg", how=MapInterpolation(resolution=8))
    yield from (head_map, head_map.layout, head_map.flat)
    yield TitledMap(head_map=head_map, values=np.ones(N), mask=np.ones(N, bool))
    yield SensorStyle(colours=np.zeros((N, 3)), named=np.zeros(N, bool), size=25.0)
    yield LineStyle(colours=np.zeros((N, 3)), far=np.arange(2), zorder="unsorted")
    yield ImageStyle(mask=np.zeros((N, 3), bool))
    yield ConditionCourse(values=np.zeros(3), interval=np.zeros((2, 3)))
    yield PageSamples(samples=np.zeros((2, 3)), means=np.zeros(2))
    yield TracePage(
        samples=np.zeros((2, 3)),
        times=np.arange(3.0),
        zeros=np.zeros(2),
        heights=np.ones(2),
        steps=(1, 1),
        names=("a", "b"),
        types=("eeg", "eeg"),
        bads=frozenset(),
    )
    yield WhitenedType(evoked=evoked, rows=np.arange(N), rank=N)
    activity = GridActivity(
        values=np.ones((1, 2)),
        rows=np.zeros((1, 1, 1), np.int64),
        affine=np.eye(4),
        vertices=np.zeros(1, np.int64),
    )
    slices = make_slices(activity, np.ones((2, 2, 2)), np.eye(4))
    yield activity
    yield slices
    yield slices.image
    yield slices.box
    yield DipoleMarks(
        places=np.zeros((1, 3)), arrows=np.eye(3)[:1], active=0, colour="y", highlight="r"
    )
    yield make_glass_brain(activity, signed=True)
    limits = Limits(low=0, middle=1, high=2)
    table = make_colour_table(np.ones((2, 4)), limits, transparent=True)
    yield VolumeStyle(colour_table=table, quantity="", colour_bar=True, bright=False)
