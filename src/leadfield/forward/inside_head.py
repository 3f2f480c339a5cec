"""Positions inside the head: sources within the inner skull, MEG sensors outside the scalp."""

from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Bools
from leadfield.base.errors import DataError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.forward.head_model import HeadModel, head_to_model
from leadfield.forward.sensors import Sensors
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import Sources


def restrict_to_inner_skull(
    sources: Sources, head_model: HeadModel, mri_to_head: Transform, *, margin: float
) -> Sources:
    """The sources, in head coordinates, that are inside the inner skull.

    Those nearer to it than ``margin``, in m, are left out too, and counted in the log.
    """
    if not sources.n_sources:
        msg = "the source spaces must choose at least one point as source, got none"
        raise DataError(msg)
    in_head = sources.moved(mri_to_head.between(Frame.MRI, Frame.HEAD))
    into = head_to_model(head_model, mri_to_head)
    points = into.points(in_head.positions)
    inside = head_model.within_brain(points)
    near = np.zeros(len(points), bool)
    if margin > 0:
        near[inside] = head_model.near_skull(points[inside], margin)
    _log_left_out(inside, near, 1e3 * margin)
    keep = np.split(inside & ~near, np.cumsum([s.n_sources for s in in_head.spaces])[:-1])
    spaces = tuple(
        space if inside.all() else space.restricted(np.flatnonzero(inside))
        for space, inside in zip(in_head.spaces, keep, strict=True)
    )
    return replace(in_head, spaces=spaces)


def _log_left_out(inside: Bools, near: Bools, margin: float) -> None:
    outside = int((~inside).sum())
    if outside:
        LOGGER.info("Left out %d of %d sources outside the inner skull", outside, len(inside))
    if near.any():
        LOGGER.info("Left out %d sources within %g mm of the inner skull", near.sum(), margin)
    if not (inside & ~near).any():
        msg = (
            f"some sources must be inside the inner skull, got {outside} of {len(inside)} "
            f"outside and {int(near.sum())} within {margin:g} mm of it: check the head-to-MRI "
            "transform, and that head model and source space are of the same subject"
        )
        raise DataError(msg)


def check_coils_outside_head(
    coils: Sensors, head_model: HeadModel, mri_to_head: Transform, *, on_inside: str
) -> None:
    """Raise, warn or pass over it (``on_inside``) if coils are inside the head."""
    if on_inside == "ignore":
        return
    points = head_to_model(head_model, mri_to_head).points(coils.centres)
    count = int(head_model.within_head(points).sum())
    if not count:
        return
    msg = (
        f"MEG sensors must be outside the head, got {count} of {len(coils)} inside: check the "
        "head-to-MRI and device-to-head transforms (on_inside='ignore' goes on)"
    )
    if on_inside == "raise":
        raise MismatchError(msg)
    warn(msg)
