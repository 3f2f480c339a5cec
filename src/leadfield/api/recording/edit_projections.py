"""SSP projectors of an info: adding and removing them, and the average EEG reference as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.base.checks import listed, one_of, whole
from leadfield.base.errors import InputError, OutOfRangeError, StateError
from leadfield.base.log import LOGGER, warn
from leadfield.recording.create import average_reference
from leadfield.recording.eeg_reference import has_average_reference
from leadfield.recording.projection import Projection, merged_projections

if TYPE_CHECKING:
    from leadfield.recording.info import MeasurementInfo

ElectrodeType = Literal["eeg", "ecog", "seeg", "dbs"]
ELECTRODES = ("eeg", "ecog", "seeg", "dbs")


def with_new_projections(
    info: MeasurementInfo, new: Iterable[Projection], *, remove_existing: bool = False
) -> MeasurementInfo:
    """The info with more projections, not applied yet, or with these in place of all others."""
    old = list(info.projections)
    if remove_existing:
        if any(one.active for one in old):
            msg = "projections can only be removed before they are applied"
            raise StateError(msg)
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
        raise StateError(msg)
    return info.with_projections(one for i, one in enumerate(info.projections) if i not in removed)


def with_average_reference(
    info: MeasurementInfo, ref_channels: str, ch_type: str, *, projection: bool
) -> MeasurementInfo:
    """The info with the average reference as a projection that is not applied yet."""
    if ref_channels != "average" or projection is not True:
        msg = (
            "the reference must be the average, as a projection: "
            "set_eeg_reference('average', projection=True)"
        )
        raise InputError(msg)
    one_of("ch_type", ch_type, ["auto", *ELECTRODES])
    present = [kind for kind in ELECTRODES if kind in info.channels.types]
    kind = (present or ["eeg"])[0] if ch_type == "auto" else ch_type
    if kind == "eeg" and has_average_reference(info):
        warn("the data have an average reference projection already: nothing changed")
        return info
    LOGGER.info("Average reference added as SSP projector, apply it with apply_proj()")
    return with_new_projections(info, [average_reference(info, (kind,), active=False)])
