"""Forward solutions of MNE-Python's: dicts with the lead field as it is and as it was made."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from leadfield.api.interop.forward_info import forward_info_of_mne
from leadfield.api.interop.origin import mne_bases
from leadfield.api.interop.sources import sources_from_mne
from leadfield.api.interop.transforms import transform_from_mne
from leadfield.api.interop.values import as_int
from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, MismatchError
from leadfield.forward.model import FIXED, FREE, ForwardModel, cartesian_axes
from leadfield.recording.frames import Transform
from leadfield.sources.space import Sources


def forward_from_mne(forward: object) -> ForwardModel | None:
    """Value of a ``Forward`` of MNE-Python's, None for anything else; arrays are shared.

    It can be turned again: the orientations that it was made with come along.
    """
    if "Forward" not in mne_bases(forward):
        return None
    fwd: Any = forward
    orientation = as_int(fwd["source_ori"])
    one_of("forward['source_ori']", orientation, (FIXED, FREE))
    free, turned = orientation == FREE, bool(fwd["surf_ori"])
    sources = sources_in(fwd, "forward")
    info = forward_info_of_mne(fwd["info"])
    rows = info.channels.indices(fwd["sol"]["row_names"], what="forward['info']")
    model = ForwardModel(
        info=info.pick(rows),
        leadfield=fwd["sol"]["data"],
        gradient=_gradient(_data(fwd.get("sol_grad"))),
        sources=sources,
        free=free,
        surface_oriented=turned or not free,
        orientations=np.asarray(fwd["source_nn"], np.float64),
        frame=as_int(fwd["coord_frame"]),
        mri_to_head=mri_to_head_of(fwd, "forward"),
    )
    made_free = as_int(fwd.get("_orig_source_ori", orientation)) == FREE
    if not made_free or (free and not turned):
        return model
    return replace(model, origin=_origin(fwd, model))


def _origin(fwd: Mapping[str, Any], model: ForwardModel) -> ForwardModel:
    """The model of free orientations along x, y and z that this one was turned from."""
    made = fwd.get("_orig_sol")
    if made is None:
        msg = (
            "forward must keep the lead field that it was turned from ('_orig_sol'), this Forward "
            "of MNE-Python's has none: read or make it again"
        )
        raise MismatchError(msg)
    return replace(
        model,
        leadfield=made,
        gradient=_gradient(fwd.get("_orig_sol_grad")),
        free=True,
        surface_oriented=False,
        orientations=cartesian_axes(model.sources.n_sources),
    )


def sources_in(operator: Mapping[str, Any], name: str) -> Sources:
    """The source spaces that a forward solution or an inverse operator holds."""
    sources = sources_from_mne(operator.get("src"))
    if sources is None:
        msg = f"{name}['src'] must be SourceSpaces, got {type(operator.get('src')).__name__}"
        raise ArgumentTypeError(msg)
    return sources


def mri_to_head_of(operator: Mapping[str, Any], name: str) -> Transform:
    """The transform that a forward solution or an inverse operator holds."""
    transform = transform_from_mne(operator.get("mri_head_t"))
    if transform is None:
        msg = f"{name} must have the transform 'mri_head_t', this one of MNE-Python's has none"
        raise MismatchError(msg)
    return transform


def _data(matrix: Mapping[str, Any] | None) -> Floats | None:
    return None if matrix is None else matrix["data"]


def _gradient(flat: Floats | None) -> Floats | None:
    """A gradient (n_channels, n_columns, 3) of one with the three side by side."""
    return None if flat is None else np.asarray(flat).reshape(len(flat), -1, 3)
