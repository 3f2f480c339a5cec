"""Measurement information inside forward solutions and inverse operators of MNE-Python's."""

from collections.abc import Mapping
from typing import Any

from leadfield.api.interop.info import channels_of
from leadfield.api.interop.transforms import transform_from_mne
from leadfield.recording.info import MeasurementInfo

UNKNOWN_RATE = 1.0  # such information does not say how fast the recording was sampled


def forward_info_of_mne(info: Mapping[str, Any]) -> MeasurementInfo:
    """Channels, bads and sensor position."""
    return MeasurementInfo(
        channels=channels_of(info["chs"]),
        sampling_rate=UNKNOWN_RATE,
        bads=tuple(info.get("bads", ())),
        device_to_head=transform_from_mne(info.get("dev_head_t")),
        ctf_to_head=transform_from_mne(info.get("ctf_head_t")),
        custom_reference=int(info.get("custom_ref_applied", 0) or 0),
    )
