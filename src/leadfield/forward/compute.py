"""Lead field computation: each sensor's signal for unit dipoles at each source."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite
from leadfield.base.log import LOGGER
from leadfield.forward.head_model import HeadModel, head_to_model
from leadfield.forward.model import ForwardModel, cartesian_axes
from leadfield.forward.sensor_array import SensorArray
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import Sources


def compute_forward(
    array: SensorArray, sources: Sources, head_model: HeadModel, mri_to_head: Transform
) -> ForwardModel:
    """The forward model, free orientations in the head frame.

    ``sources`` are in the head frame and inside the brain.
    """
    into = head_to_model(head_model, mri_to_head)
    points = into.points(sources.positions)
    with np.errstate(divide="ignore", invalid="ignore"):
        field = _field(array, points, head_model, into)
    advice = "a sensor must not be at a source or in the middle of the sphere"
    all_finite("the lead field", field, advice)
    if into.target != Frame.HEAD:
        # A moment along a head axis is a mixture of moments along the head model's axes.
        for row in field.reshape(len(field), -1, 3):
            row[:] = row @ into.matrix[:3, :3]
    return ForwardModel(
        info=array.info,
        leadfield=field,
        sources=sources,
        free=True,
        surface_oriented=False,
        orientations=cartesian_axes(len(points)),
        mri_to_head=mri_to_head.between(Frame.MRI, Frame.HEAD),
    )


def _field(array: SensorArray, points: Floats, head_model: HeadModel, into: Transform) -> Floats:
    """The lead field in the head model's frame, MEG before EEG."""
    n_meg = 0 if array.meg is None else len(array.info.channels.of_type("meg"))
    out = np.empty((len(array.info.channels), 3 * len(points)))
    if array.meg is not None:
        LOGGER.info(
            "Computing the lead field of %d sources at %d MEG sensors", len(points), len(array.meg)
        )
        coils = array.meg.moved(into)
        if array.compensation is None:
            head_model.magnetic(coils, points, out[:n_meg])
        else:
            np.matmul(array.compensation, head_model.magnetic(coils, points), out=out[:n_meg])
    if array.eeg is not None:
        LOGGER.info(
            "Computing the lead field of %d sources at %d EEG electrodes",
            len(points),
            len(array.eeg),
        )
        head_model.electric(array.eeg.moved(into), points, out[n_meg:])
    return out
