"""Measurement information of MNE-Python's."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from leadfield.api.interop.info_blocks import blocks_of
from leadfield.api.interop.origin import mne_bases
from leadfield.api.interop.projections import projection_from_mne
from leadfield.api.interop.transforms import transform_from_mne
from leadfield.recording.channels import Channels
from leadfield.recording.compensation import Compensation
from leadfield.recording.info import DigitisedPoint, MeasurementInfo, ProcessingStep
from leadfield.recording.projection import Projection


def info_from_mne(info: object) -> MeasurementInfo | None:
    """Value of an ``Info`` of MNE-Python's, None for anything else.

    What no number here depends on (subject, coils, details of processing) goes along as the
    blocks that files would have.
    """
    return measurement_info_of(info) if "Info" in mne_bases(info) else None


def measurement_info_of(info: Any) -> MeasurementInfo:
    """Value of the ``Info`` that something of MNE-Python's holds."""
    line, lowpass = info["line_freq"], info["lowpass"]
    return MeasurementInfo(
        channels=channels_of(info["chs"]),
        sampling_rate=float(info["sfreq"]),
        highpass=float(info["highpass"] or 0.0),
        lowpass=None if lowpass is None else float(lowpass),
        line_frequency=None if line is None else float(line),
        bads=tuple(info["bads"]),
        projections=projections_of(info["projs"]),
        compensations=tuple(map(_compensation, info["comps"] or ())),
        device_to_head=transform_from_mne(info["dev_head_t"]),
        ctf_to_head=transform_from_mne(info["ctf_head_t"]),
        device_to_ctf=transform_from_mne(info["dev_ctf_t"]),
        digitisation=tuple(map(point_from_mne, info["dig"] or ())),
        measured_at=info["meas_date"],
        custom_reference=int(info["custom_ref_applied"]),
        description=info["description"],
        experimenter=info["experimenter"],
        history=_history(info["proc_history"] or ()),
        opaque_blocks=blocks_of(info),
    )


def projections_of(projs: Iterable[object]) -> tuple[Projection, ...]:
    """Values of the projectors that something of MNE-Python's holds."""
    values = map(projection_from_mne, projs)
    return tuple(one for one in values if one is not None)


def channels_of(rows: Sequence[Mapping[str, Any]]) -> Channels:
    """Channels of the records that something of MNE-Python's holds."""

    def column(key: str) -> list[Any]:
        return [row[key] for row in rows]

    return Channels(
        names=tuple(column("ch_name")),
        kinds=np.array(column("kind"), np.int64),
        coil_types=np.array(column("coil_type"), np.int64),
        units=np.array(column("unit"), np.int64),
        unit_multipliers=np.array(column("unit_mul"), np.int64),
        cals=np.array(column("cal"), np.float64),
        ranges=np.array(column("range"), np.float64),
        locations=np.array(column("loc"), np.float64).reshape(len(rows), 12),
        frames=np.array(column("coord_frame"), np.int64),
        logical_numbers=np.array(column("logno"), np.int64),
    )


def _compensation(comp: Mapping[str, Any]) -> Compensation:
    matrix = comp["data"]
    return Compensation(
        kind=int(comp["ctfkind"]),
        grade=int(comp["kind"]),
        row_names=tuple(matrix["row_names"]),
        column_names=tuple(matrix["col_names"]),
        weights=matrix["data"],
    )


def point_from_mne(point: Mapping[str, Any]) -> DigitisedPoint:
    """Value of a digitised point of MNE-Python's."""
    return DigitisedPoint(
        kind=int(point["kind"]),
        ident=int(point["ident"]),
        position=point["r"],
        frame=int(point["coord_frame"]),
    )


def _history(records: Iterable[Mapping[str, Any]]) -> tuple[ProcessingStep, ...]:
    """The signal-space separations among what was done to a recording."""
    steps = []
    for record in records:
        maxwell = record.get("max_info") or {}
        separation = maxwell.get("sss_info") or {}
        order = int(separation.get("in_order", 0))
        if order < 1:
            continue
        inner = (order + 1) ** 2 - 1
        used = np.asarray(separation.get("components", ()))[:inner]
        temporal = maxwell.get("max_st") or {}
        steps.append(
            ProcessingStep(
                creator=record.get("creator") or "",
                degrees=inner - len(used) + int(used.sum()),
                spatiotemporal=bool(temporal.get("job", 0)),
            )
        )
    return tuple(steps)
