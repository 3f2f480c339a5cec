"""Head models as MNE-Python's."""

from typing import Any

import numpy as np

from leadfield.api.interop.mne_python import mne_python
from leadfield.base.errors import ArgumentTypeError
from leadfield.forward.bem import LINEAR_COLLOCATION, Shell
from leadfield.forward.head_model import HeadModel
from leadfield.forward.solved import SolvedModel
from leadfield.forward.sphere import SphericalHeadModel


def conductor_to_mne(model: HeadModel) -> Any:
    """A ``ConductorModel`` of MNE-Python's, with arrays of its own."""
    if isinstance(model, SphericalHeadModel):
        return mne_python().bem.ConductorModel(_sphere(model))
    if isinstance(model, SolvedModel):
        return mne_python().bem.ConductorModel(_boundary(model))
    msg = f"a head model must be a sphere or of boundary elements, got {type(model).__name__}"
    raise ArgumentTypeError(msg)


def _sphere(model: SphericalHeadModel) -> dict[str, Any]:
    sphere: dict[str, Any] = {
        "is_sphere": True,
        "r0": model.centre.copy(),
        "coord_frame": int(model.frame),
        "layers": [
            {"rad": float(radius), "rel_rad": float(radius / model.radii[-1]), "sigma": float(s)}
            for radius, s in zip(model.radii, model.conductivities, strict=True)
        ],
    }
    if model.dipoles is not None:
        sphere["mu"] = model.dipoles.scales.copy()
        sphere["lambda"] = model.dipoles.strengths / model.conductivities[-1]
        sphere["nfit"] = len(model.dipoles.scales)
    return sphere


def _boundary(model: SolvedModel) -> dict[str, Any]:
    sigma = np.array([shell.conductivity for shell in model.shells])
    outside = np.array([0.0, *sigma[:-1]])
    return {
        "is_sphere": False,
        "surfs": [surface_to_mne(shell) for shell in model.shells],
        "solution": np.array(model.solution),
        "nsol": model.n_unknowns,
        "bem_method": LINEAR_COLLOCATION,
        "solver": model.solver,
        "sigma": sigma,
        # What the potential is multiplied with at each surface, for the field and the sources.
        "field_mult": sigma - outside,
        "source_mult": 2 / (sigma + outside),
        "gamma": (sigma - outside)[None, :] / (sigma + outside)[:, None],
    }


def surface_to_mne(shell: Shell) -> dict[str, Any]:
    """A surface as MNE-Python holds it: a dict, with arrays of its own."""
    surface = {
        "id": int(shell.kind),
        "sigma": float(shell.conductivity),
        "np": len(shell.vertices),
        "ntri": len(shell.triangles),
        "coord_frame": int(shell.frame),
        "rr": shell.vertices.copy(),
        "tris": shell.triangles.astype(np.int32),
    }
    return dict(mne_python().surface.complete_surface_info(surface, copy=False, verbose="ERROR"))
