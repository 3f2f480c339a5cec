"""SSP projectors of an info: adding and removing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from leadfield.api.recording.projection_items import as_projections
from leadfield.base.checks import listed, one_of, whole
from leadfield.base.errors import InputError, OutOfRangeError
from leadfield.recording.projection import Projection, merged_projections

if TYPE_CHECKING:
    from leadfield.recording.info import MeasurementInfo

# A value with channels: a recording, epochs, an evoked response.
T = TypeVar("T", bound=Any)


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


def with_some_applied(value: T, projs: object, apply: Callable[[T], T]) -> T:
    """A value with the projections that are asked for applied, None for all there are."""
    if projs is None:
        return apply(value)
    info: MeasurementInfo = value.info
    wanted = {_place(info, one, i) for i, one in enumerate(as_projections(projs))}
    good = set(info.names) - set(info.bads)
    chosen = [i for i in wanted if not info.projections[i].active]
    chosen = [i for i in chosen if good.intersection(info.projections[i].channel_names)]
    if not chosen:
        return value
    keep = [one.active or i in chosen for i, one in enumerate(info.projections)]
    kept = [one for one, use in zip(info.projections, keep, strict=True) if use]
    done = apply(replace(value, info=info.with_projections(kept)))
    applied = iter(done.info.projections)
    merged = [
        next(applied) if use else one for one, use in zip(info.projections, keep, strict=True)
    ]
    return replace(done, info=done.info.with_projections(merged))


def _place(info: MeasurementInfo, wanted: Projection, number: int) -> int:
    """Where a projection is among those of the info, whether applied or not."""
    found = [i for i, one in enumerate(info.projections) if one.same_as(wanted, ignore_active=True)]
    if len(found) != 1:
        msg = (
            f"projs[{number}] must be one of the data's projections, {wanted.description!r} is "
            f"{len(found)} of them: add it first (add_proj)"
        )
        raise InputError(msg)
    return found[0]
