"""One of every value of the stage simulation that holds arrays."""

import numpy as np

from leadfield.api.simulation.position_coils import PositionCoils
from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import SourceAxes
from leadfield.forward.equivalent_dipoles import make_sphere_without_shells
from leadfield.labels.label import CorticalLabel
from leadfield.recording.frames import Frame, Transform
from leadfield.simulation.artefacts import BodyCurrents
from leadfield.simulation.head_positions import HeadPositions
from leadfield.simulation.label_events import LabelEvents
from leadfield.simulation.noise import ColouredNoise
from leadfield.simulation.recording import CurrentRun


def values():
    still = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    yield HeadPositions(samples=np.array([0]), transforms=(still,), fade="zero")
    yield ColouredNoise(colorer=np.eye(2), denominator=np.array([1.0, -0.5]))
    label = CorticalLabel(
        vertices=np.arange(3), positions=np.zeros((3, 3)), values=np.ones(3), hemisphere="lh"
    )
    yield LabelEvents(
        labels=(label,),
        owners=(0,),
        waveforms=(np.ones(2),),
        events=np.zeros((1, 3), np.int64),
    )
    yield BodyCurrents(
        places=np.zeros((1, 3)),
        directions=np.eye(3)[:1],
        course=np.zeros(2),
        trace=np.zeros(2),
        head=make_sphere_without_shells(np.zeros(3)),
    )
    yield PositionCoils(places=np.zeros((1, 3)), frequencies=np.ones(1), status=None, code=0.0)
    axes = SourceAxes(kind="volume", vertices=(np.array([0]),), tmin=0.0, tstep=1.0)
    currents = Segments((1, 3), np.arange)  # it is not read, but pickled
    yield CurrentRun(currents=currents, axes=axes, triggers=np.zeros(3, np.int64))
