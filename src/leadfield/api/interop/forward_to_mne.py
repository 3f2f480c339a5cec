"""Forward solutions as MNE-Python's, and the measurement information inside operators."""

from dataclasses import replace
from typing import Any

from leadfield.api.interop.info_to_mne import info_to_mne
from leadfield.api.interop.mne_python import mne_python
from leadfield.api.interop.sources_to_mne import copied, sources_to_mne
from leadfield.api.interop.transforms_to_mne import transform_to_mne
from leadfield.base.arrays import Floats
from leadfield.forward.model import FIXED, FREE, ForwardModel
from leadfield.recording.frames import Transform
from leadfield.recording.info import MeasurementInfo


def forward_to_mne(model: ForwardModel) -> Any:
    """A ``Forward`` of MNE-Python's, with arrays of its own, that can be turned there."""
    made = model.origin or model
    sources = model.sources
    matrices = {
        "sol": _matrix(model, model.leadfield),
        "sol_grad": None if model.gradient is None else _matrix(model, _flat(model.gradient)),
        "_orig_sol": made.leadfield.copy(),
    }
    if made.gradient is not None:
        matrices["_orig_sol_grad"] = _flat(made.gradient).copy()
    return mne_python().Forward(
        source_ori=FREE if model.free else FIXED,
        surf_ori=model.surface_oriented,
        coord_frame=int(model.frame),
        nsource=sources.n_sources,
        nchan=len(model.channels),
        mri_head_t=transform_to_mne(model.mri_to_head),
        src=sources_to_mne(sources),
        info=operator_info_to_mne(model.info, model.mri_to_head),
        source_rr=sources.positions.copy(),
        source_nn=model.orientations.copy(),
        _orig_source_ori=FREE if made.free else FIXED,
        **matrices,
    )


def operator_info_to_mne(info: MeasurementInfo, mri_to_head: Transform) -> Any:
    """The ``Info`` of MNE-Python's that its operators hold, with the files they do not know."""
    found = info_to_mne(replace(info, opaque_blocks=()))
    with found._unlock():  # noqa: SLF001 - how MNE-Python lets fields be set
        found.update(
            mri_file="",
            mri_id=None,
            mri_head_t=transform_to_mne(mri_to_head),
            meas_file="",
            meas_id=None,
            working_dir="",
            command_line="",
        )
    return found


def named_matrix(data: Any, row_names: Any = (), column_names: Any = ()) -> dict[str, Any]:
    """A copy of a matrix with the keys that MNE-Python's have."""
    return {
        "data": copied(data),
        "row_names": list(row_names),
        "col_names": list(column_names),
        "nrow": data.shape[0],
        "ncol": data.shape[1],
    }


def _matrix(model: ForwardModel, data: Floats) -> dict[str, Any]:
    return named_matrix(data, model.channels.names)


def _flat(gradient: Floats) -> Floats:
    """A gradient with the three changes of each column side by side."""
    return gradient.reshape(len(gradient), -1)
