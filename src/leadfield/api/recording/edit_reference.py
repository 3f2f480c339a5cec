"""EEG reference of an info: what ``set_eeg_reference`` was asked for, checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from leadfield.base.checks import one_of
from leadfield.base.errors import ChannelError, InputError
from leadfield.base.log import LOGGER, warn
from leadfield.recording.eeg_reference import has_average_reference
from leadfield.recording.rereference import (
    Rereference,
    average_projection,
    by_average,
    by_channel,
    by_names,
    check_can_rereference,
)

if TYPE_CHECKING:
    from leadfield.recording.info import MeasurementInfo

ElectrodeType = Literal["eeg", "ecog", "seeg", "dbs"]
ELECTRODES = ("eeg", "ecog", "seeg", "dbs")
Reference = str | Sequence[str] | Mapping[str, str | Sequence[str]]


def with_average_projection(
    info: MeasurementInfo,
    ref_channels: Reference,
    ch_type: str | Sequence[str],
    forward: object,
    *,
    joint: bool,
) -> MeasurementInfo:
    """The info with the average reference as a projection that is not applied yet."""
    check_can_rereference(info)
    _refuse_rest(ref_channels, forward)
    if ref_channels != "average":
        msg = (
            "only the average reference can be a projection: ref_channels must be 'average' "
            f"for projection=True, got {ref_channels!r}"
        )
        raise InputError(msg)
    types = _electrode_types(info, ch_type)
    if has_average_reference(info, types):
        warn("the data have an average reference projection already: nothing changed")
        return info
    LOGGER.info("Average reference added as SSP projector, apply it with apply_proj()")
    return average_projection(info, types, joint=joint)


def plan_reference(
    info: MeasurementInfo,
    ref_channels: Reference,
    ch_type: str | Sequence[str],
    forward: object,
    *,
    joint: bool,
) -> Rereference:
    """What to subtract from which channels."""
    check_can_rereference(info)
    _refuse_rest(ref_channels, forward)
    if isinstance(ref_channels, Mapping):
        pairs = ref_channels.items()
        return by_channel(info, {k: [v] if isinstance(v, str) else list(v) for k, v in pairs})
    types = _electrode_types(info, ch_type)
    if ref_channels == "average":
        return by_average(info, types, joint=joint)
    names = [ref_channels] if isinstance(ref_channels, str) else list(ref_channels)
    return by_names(info, names, types)


def _refuse_rest(ref_channels: Reference, forward: object) -> None:
    if ref_channels == "REST" or forward is not None:
        msg = (
            "references from a forward solution ('REST', forward=...) are not supported: "
            "take 'average', which source estimation needs anyway"
        )
        raise InputError(msg)


def _electrode_types(info: MeasurementInfo, ch_type: str | Sequence[str]) -> list[str]:
    present = [kind for kind in ELECTRODES if kind in info.channels.types]
    if ch_type == "auto":
        if not present:
            msg = f"a reference needs {', '.join(ELECTRODES)} channels, the data have none"
            raise ChannelError(msg)
        return present[:1]
    types = [ch_type] if isinstance(ch_type, str) else list(ch_type)
    for kind in types:
        one_of("ch_type", kind, ["auto", *ELECTRODES] if isinstance(ch_type, str) else ELECTRODES)
    return types
