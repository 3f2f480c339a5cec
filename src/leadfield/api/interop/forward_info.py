"""Measurement information inside forward solutions and inverse operators of MNE-Python's."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from leadfield.api.interop.values import as_int, transform_of
from leadfield.covariance.noise import NoiseCovariance
from leadfield.recording.channels import Channels
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import Projection

UNKNOWN_RATE = 1.0  # such information does not say how fast the recording was sampled


def forward_info_of_mne(info: Mapping[str, Any]) -> MeasurementInfo:
    """Channels, bads and sensor position."""
    chs = info["chs"]
    channels = Channels(
        names=tuple(ch["ch_name"] for ch in chs),
        kinds=np.array([as_int(ch["kind"]) for ch in chs]),
        coil_types=np.array([as_int(ch["coil_type"]) for ch in chs]),
        units=np.array([as_int(ch["unit"]) for ch in chs]),
        unit_multipliers=np.array([as_int(ch["unit_mul"]) for ch in chs]),
        cals=np.array([float(ch["cal"]) for ch in chs]),
        ranges=np.array([float(ch["range"]) for ch in chs]),
        locations=np.array([ch["loc"][:12] for ch in chs], np.float64).reshape(-1, 12),
        frames=np.array([as_int(ch["coord_frame"]) for ch in chs]),
        logical_numbers=np.array([as_int(ch["logno"]) for ch in chs]),
    )
    return MeasurementInfo(
        channels=channels,
        sampling_rate=float(info.get("sfreq") or UNKNOWN_RATE),
        bads=tuple(info.get("bads", ())),
        projections=projections_of_mne(info.get("projs", ())),
        device_to_head=transform_of(info.get("dev_head_t")),
        ctf_to_head=transform_of(info.get("ctf_head_t")),
        custom_reference=int(info.get("custom_ref_applied", 0) or 0),
    )


def projections_of_mne(projs: Sequence[Mapping[str, Any]]) -> tuple[Projection, ...]:
    """The values of MNE-Python's projections."""
    return tuple(
        Projection(
            description=str(one["desc"]),
            kind=as_int(one["kind"]),
            active=bool(one["active"]),
            channel_names=tuple(one["data"]["col_names"]),
            vectors=one["data"]["data"],
            explained_variance=one.get("explained_var"),
        )
        for one in projs
    )


def noise_of_mne(cov: Mapping[str, Any]) -> NoiseCovariance:
    """The value of MNE-Python's Covariance."""
    return NoiseCovariance(
        names=tuple(cov["names"]),
        data=cov["data"],
        degrees=as_int(cov["nfree"]),
        bads=tuple(cov["bads"]),
        projections=projections_of_mne(cov["projs"]),
        kind=as_int(cov.get("kind", 1)),
        method=cov.get("method"),
        log_likelihood=cov.get("loglik"),
    )
