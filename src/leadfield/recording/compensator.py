"""Gradient compensation: the matrix from one grade to another."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import MismatchError
from leadfield.recording.info import MeasurementInfo


def compensator(info: MeasurementInfo, from_grade: int, to_grade: int) -> Floats:
    """Matrix (n_channels, n_channels) that takes data of one grade to another.

    With W_g the weights of grade g, uncompensated data x become (I - W_g) x.
    """
    out = np.eye(len(info.channels))
    if from_grade == to_grade:
        return out
    if to_grade:
        out = out - _weights(info, to_grade)
    if from_grade:
        out = out @ np.linalg.inv(np.eye(len(out)) - _weights(info, from_grade))
    return out


def _weights(info: MeasurementInfo, grade: int) -> Floats:
    """Weights of a grade as a square matrix over all channels."""
    one = next((c for c in info.compensations if c.grade == grade), None)
    if one is None:
        grades = sorted({0, *(c.grade for c in info.compensations)})
        msg = f"the compensation grade must be one of {grades}, got {grade!r}"
        raise MismatchError(msg)
    columns = info.channels.indices(one.column_names)
    place = {name: i for i, name in enumerate(info.names)}
    shared = [i for i, name in enumerate(one.row_names) if name in place]
    rows = np.array([place[one.row_names[i]] for i in shared], np.int64)
    out = np.zeros((len(place), len(place)))
    out[np.ix_(rows, columns)] = one.weights[shared]
    return out
