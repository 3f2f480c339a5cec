"""Digitised head shape: fit of a sphere."""

from collections.abc import Collection

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER, warn
from leadfield.recording.frames import Frame
from leadfield.recording.info import MeasurementInfo, PointKind

FEWEST, FEW = 4, 10
SMALLEST, LARGEST = 0.05, 0.15  # m, radius of a head
OFF_CENTRE = 0.02  # m
FARTHEST = 1e6  # in any unit that positions may have been written in by mistake


def fit_sphere_to_headshape(
    info: MeasurementInfo, kinds: Collection[PointKind] = ()
) -> tuple[float, Floats]:
    """Radius and centre, in m and head coordinates, of the sphere nearest to the head.

    Of the ``kinds`` of points; without any, of the extra points, or with the EEG positions
    where these are too few. The nose and what is below it on the face do not count.
    """
    points = _points(info, kinds or (PointKind.EXTRA,))
    if not kinds and len(points) < FEWEST:
        points = _points(info, (PointKind.EXTRA, PointKind.EEG))
    if len(points) < FEWEST:
        wanted = " or ".join(k.name.lower() for k in kinds or (PointKind.EXTRA, PointKind.EEG))
        msg = (
            f"a sphere needs at least {FEWEST} digitised points of the head ({wanted}), got "
            f"{len(points)}: give its centre and radius as numbers"
        )
        raise DataError(msg)
    if len(points) <= FEW:
        warn(f"only {len(points)} digitised points of the head: the sphere may be off")
    columns = np.concatenate([2 * points, np.ones((len(points), 1))], axis=1)
    solution, _, rank, _ = np.linalg.lstsq(columns, (points**2).sum(1), rcond=1e-6)
    if rank < 4:
        msg = "a sphere needs digitised points that are not all in one plane: check them"
        raise DataError(msg)
    centre = solution[:3]
    radius = float(np.sqrt(solution[3] + centre @ centre))
    x, y, z = 1e3 * centre
    LOGGER.info("Head: radius %.1f mm around (%.1f, %.1f, %.1f) mm", 1e3 * radius, x, y, z)
    if not SMALLEST <= radius <= LARGEST or np.hypot(x, y) > 1e3 * OFF_CENTRE:
        warn(
            f"the fitted head has radius {1e3 * radius:.0f} mm around ({x:.0f}, {y:.0f}, "
            f"{z:.0f}) mm, which is not like a head: check the digitised points"
        )
    return radius, centre


def _points(info: MeasurementInfo, kinds: Collection[PointKind]) -> Floats:
    found = [p.position for p in info.digitisation if p.kind in kinds and p.frame == Frame.HEAD]
    points = np.array(found).reshape(-1, 3)
    somewhere = (np.abs(points) <= FARTHEST).all(axis=1)  # positions that nobody knows are NaN
    on_face = (points[:, 2] < -1e-6) & (points[:, 1] > 1e-6)
    return points[somewhere & ~on_face]
