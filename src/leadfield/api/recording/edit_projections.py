"""SSP projectors of an info: adding and removing them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.checks import listed, one_of, whole
from leadfield.base.errors import InputError, OutOfRangeError
from leadfield.recording.projection import Projection, merged_projections

if TYPE_CHECKING:
    from leadfield.recording.info import MeasurementInfo


def with_new_projections(
    info: MeasurementInfo, new: Iterable[Projection], *, remove_existing: bool = False
) -> MeasurementInfo:
    """The info with more projections, not applied yet, or with these in place of all others."""
    old = list(info.projections)
    if remove_existing:
        if any(one.active for one in old):
            msg = "projections can only be removed before they are applied"
            raise InputError(msg)
        old = []
    idle = [one.activated(active=False) for one in new]
    return info.with_projections(merged_projections(old, idle))


def without_projections(info: MeasurementInfo, idx: int | Sequence[int] | str) -> MeasurementInfo:
    """The info without some projections, which must not be applied."""
    n = len(info.projections)
    if isinstance(idx, str):
        one_of("idx", idx, ["all"])
        idx = range(n)
    given = {whole("idx", place, least=-n) for place in np.atleast_1d(idx).tolist()}
    if given and max(given) >= n:
        msg = f"idx must be below {n}, the number of projections, got {max(given)}"
        raise OutOfRangeError(msg)
    removed = {place % n for place in given}
    applied = [info.projections[i].description for i in removed if info.projections[i].active]
    if applied:
        msg = f"projections can only be removed before they are applied, {listed(applied)} were"
        raise InputError(msg)
    return info.with_projections(one for i, one in enumerate(info.projections) if i not in removed)
