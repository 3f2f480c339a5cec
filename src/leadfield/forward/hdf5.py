"""HDF5 files of solved boundary-element models (``-bem-sol.h5``), in double precision."""

from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing
from leadfield.fif.reader import MOST
from leadfield.forward.bem import LINEAR_COLLOCATION, BemModel, Shell, ShellKind
from leadfield.forward.openmeeg import OpenMeegModel
from leadfield.forward.solved import SolvedModel, solved_model
from leadfield.hdf5.read import as_number, as_text, read_tree
from leadfield.hdf5.write import write_tree
from leadfield.numerics.mesh import triangle_normals, vertex_normals

TITLE, WHAT = "h5io", "head model"


def write_bem_hdf5(path: str | Path, model: SolvedModel, *, overwrite: bool) -> None:
    """Write a boundary-element model with its solution, as MNE-Python reads it."""
    content = {
        "surfs": [_surface(shell) for shell in model.shells],
        "solution": model.solution,
        "bem_method": LINEAR_COLLOCATION,
        "solver": model.solver,
    }
    write_tree(path, TITLE, content, what=WHAT, overwrite=overwrite)


def _surface(shell: Shell) -> dict[str, Any]:
    normals, areas = triangle_normals(shell.vertices, shell.triangles)
    return {
        "id": int(shell.kind),
        "sigma": float(shell.conductivity),
        "np": len(shell.vertices),
        "ntri": len(shell.triangles),
        "coord_frame": int(shell.frame),
        "rr": shell.vertices,
        "nn": vertex_normals(shell.vertices, shell.triangles),
        "tris": shell.triangles,
        "tri_area": areas,
        "tri_cent": shell.vertices[shell.triangles].mean(axis=1),
        "tri_nn": normals,
    }


def read_bem_hdf5(path: str | Path) -> SolvedModel:
    """A boundary-element model with its solution."""
    file_path = existing(path, WHAT)
    content = read_tree(file_path, TITLE, WHAT)
    try:
        return _as_model(content)
    except (InputError, TypeError) as problem:
        raise FormatError(file_path, str(problem)[:300]) from problem


def _as_model(content: dict[str, Any]) -> SolvedModel:
    solution, surfaces = content.get("solution"), content.get("surfs")
    if not isinstance(solution, np.ndarray) or solution.dtype.kind != "f":
        msg = "a head model must hold a solution of real numbers: make it with make_bem_solution"
        raise InputError(msg)
    all_finite("the solution", solution, "make it with make_bem_solution")
    if not isinstance(surfaces, list) or not all(isinstance(one, dict) for one in surfaces):
        msg = "a head model must hold a list of surfaces"
        raise InputError(msg)
    one_of("bem_method", as_number(content.get("bem_method")), [LINEAR_COLLOCATION])
    # MNE-Python leaves the solver out: OpenMEEG's solution is half a matrix.
    guess = BemModel.solver if solution.ndim == 2 else OpenMeegModel.solver
    solver = as_text(content["solver"]) if "solver" in content else guess
    return solved_model(solver, [_shell(one) for one in surfaces], solution)


def _shell(surface: dict[str, Any]) -> Shell:
    vertices, triangles = surface.get("rr"), surface.get("tris")
    if not (
        isinstance(vertices, np.ndarray)
        and isinstance(triangles, np.ndarray)
        and (vertices.dtype.kind, triangles.dtype.kind) in {("f", "i"), ("f", "u")}
    ):
        msg = "a surface must hold vertices of real and triangles of whole numbers"
        raise InputError(msg)
    if not (abs(vertices) < MOST).all():
        msg = f"vertices of a surface must be below {MOST:g} m"
        raise InputError(msg)
    kind = as_number(surface.get("id"))
    one_of("id of a surface", kind, [int(one) for one in ShellKind])
    return Shell(
        kind=ShellKind(kind),
        conductivity=as_number(surface.get("sigma")),
        vertices=vertices,
        triangles=triangles,
        frame=as_number(surface.get("coord_frame")),
    )
