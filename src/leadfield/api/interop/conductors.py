"""Head models of MNE-Python's: dicts of a sphere or of a solved boundary-element model."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from leadfield.api.interop.origin import mne_bases
from leadfield.api.interop.values import as_int
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.forward.bem import LINEAR_COLLOCATION, BemModel, Shell, ShellKind
from leadfield.forward.head_model import HeadModel
from leadfield.forward.solved import MODELS, SolvedModel, solved_model
from leadfield.forward.sphere import EquivalentDipoles, SphericalHeadModel
from leadfield.recording.frames import Frame


def conductor_from_mne(bem: object) -> HeadModel | None:
    """Value of a ``ConductorModel`` of MNE-Python's, None for anything else."""
    if "ConductorModel" not in mne_bases(bem):
        return None
    found: Any = bem
    return _sphere(found) if found["is_sphere"] else _boundary(found)


def _sphere(bem: Mapping[str, Any]) -> SphericalHeadModel:
    """A sphere, with the dipoles that were fitted to its shells there."""
    layers = bem["layers"]
    conductivities = np.array([float(one["sigma"]) for one in layers])
    dipoles = None
    if layers:
        dipoles = EquivalentDipoles(
            scales=np.array(bem["mu"], np.float64),
            strengths=np.array(bem["lambda"], np.float64) * conductivities[-1],
            misfit=float("nan"),  # it is not kept there
        )
    return SphericalHeadModel(
        centre=np.array(bem["r0"], np.float64),
        radii=np.array([float(one["rad"]) for one in layers]),
        conductivities=conductivities,
        dipoles=dipoles,
        frame=as_int(bem["coord_frame"]),
    )


def _boundary(bem: Mapping[str, Any]) -> SolvedModel:
    solver = bem.get("solver", BemModel.solver)
    one_of("bem['solver']", solver, MODELS)
    if bem.get("solution") is None:
        msg = "bem must have a 'solution', this one of MNE-Python's has none: make_bem_solution"
        raise InputError(msg)
    one_of("bem['bem_method']", as_int(bem["bem_method"]), [LINEAR_COLLOCATION])
    shells = tuple(shell_of_mapping(one) for one in bem["surfs"])
    return solved_model(solver, shells, bem["solution"])


def shell_of_mapping(surf: Mapping[str, Any]) -> Shell:
    """A surface of a model, which MNE-Python holds as a plain dict.

    ``"sigma"`` may be missing, as it is where nothing is computed; so may
    ``"coord_frame"``, for the MRI's.
    """
    number = as_int(surf["id"])
    one_of("surf['id']", number, [int(kind) for kind in ShellKind])
    return Shell(
        kind=ShellKind(number),
        conductivity=float(surf.get("sigma", 1.0)),
        vertices=np.array(surf["rr"], np.float64),
        triangles=np.array(surf["tris"], np.int64),
        frame=as_int(surf.get("coord_frame", Frame.MRI)),
    )
