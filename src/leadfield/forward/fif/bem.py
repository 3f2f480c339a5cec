"""BEM surfaces and BEM solutions in FIF files."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from leadfield.base.bounded_text import parse_json
from leadfield.base.checks import listed
from leadfield.base.errors import FormatError, InputError
from leadfield.base.log import LOGGER
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer, writing
from leadfield.forward.bem import LINEAR_COLLOCATION, BemModel, Shell, ShellKind
from leadfield.forward.solved import MODELS, SolvedModel, solved_model
from leadfield.numerics.mesh import vertex_normals
from leadfield.recording.frames import Frame

DEFAULT_CONDUCTIVITY = 1.0


def read_bem_surfaces(path: str | Path) -> tuple[Shell, ...]:
    """All shells of a file, in its order."""
    with FifFile(path) as fif:
        return read_shells(fif)


def read_bem_solution(path: str | Path) -> SolvedModel:
    """A boundary-element model with its solution."""
    with FifFile(path) as fif:
        return read_solution(fif)


def read_solution(fif: FifFile) -> SolvedModel:
    """The boundary-element model and its solution in an open file."""
    shells = read_shells(fif)
    block = fif.block(Block.BEM)
    solver = _solver(fif, block)
    solution = fif.matrix(block, Kind.BEM_POT_SOLUTION)
    if solution.dtype.kind != "f" or not np.isfinite(solution).all():
        raise fif.lacks(block, "a solution of finite real numbers")
    try:
        return solved_model(solver, shells, solution)
    except InputError as error:
        raise fif.lacks(block, f"a solution that fits its shells ({error})") from error


def _solver(fif: FifFile, block: Node) -> str:
    """The name of the solver, which is one that is known."""
    if block.tag(Kind.BEM_POT_SOLUTION) is None:
        problem = (
            "the file must hold a boundary-element solution, it has only shells: make one "
            "with make_bem_solution"
        )
        raise FormatError(fif.path, problem)
    method = fif.integer(block, Kind.BEM_APPROX)
    if method != LINEAR_COLLOCATION:
        raise fif.lacks(block, f"linear collocation ({LINEAR_COLLOCATION}), it has method {method}")
    described = fif.text(block, Kind.DESCRIPTION, "{}")
    try:
        solver = dict(parse_json(described)).get("solver", BemModel.solver)
    except (ValueError, TypeError) as error:
        raise fif.lacks(block, f"JSON as description, it has {described[:80]!r}") from error
    if solver not in MODELS:
        raise fif.lacks(block, f"a solution by {listed(MODELS)}, it is by {solver!r}")
    return str(solver)


def read_shells(fif: FifFile) -> tuple[Shell, ...]:
    """All shells of an open file, in its order."""
    block = fif.block(Block.BEM)
    nodes = block.find(Block.BEM_SURF)
    if not nodes:
        fif.block(Block.BEM_SURF)  # raises: it names what the file has instead
    frame = fif.integer(block, Kind.BEM_COORD_FRAME, Frame.MRI)
    found = tuple(_shell(fif, node, frame) for node in nodes)
    LOGGER.info("Read %d surfaces: %s", len(found), ", ".join(s.kind.label for s in found))
    return found


def _shell(fif: FifFile, node: Node, frame: int) -> Shell:
    vertices = fif.matrix(node, Kind.BEM_SURF_NODES)
    triangles = fif.matrix(node, Kind.BEM_SURF_TRIANGLES)
    counts = [fif.integer(node, k) for k in (Kind.BEM_SURF_NNODE, Kind.BEM_SURF_NTRI)]
    if [vertices.shape, triangles.shape] != [(n, 3) for n in counts]:
        have = f"{vertices.shape} and {triangles.shape}"
        raise fif.lacks(node, f"{counts[0]} vertices and {counts[1]} triangles, it has {have}")
    if vertices.dtype.kind != "f" or triangles.dtype.kind not in "iu":
        raise fif.lacks(node, "vertices of real and triangles of whole numbers")
    number = fif.integer(node, Kind.BEM_SURF_ID, ShellKind.UNKNOWN)
    kinds = {k.value: k for k in ShellKind}
    own = fif.integer(node, Kind.BEM_COORD_FRAME, frame)
    try:
        return Shell(
            kind=kinds.get(number, ShellKind.UNKNOWN),
            conductivity=fif.real(node, Kind.BEM_SIGMA, DEFAULT_CONDUCTIVITY),
            vertices=vertices,
            triangles=triangles.astype(np.int64) - 1,  # the file counts from 1
            frame=fif.integer(node, Kind.COORD_FRAME, own),
        )
    except InputError as error:
        raise fif.lacks(node, f"a whole surface ({error})") from error


def write_bem_surfaces(path: str | Path, shells: Sequence[Shell], *, overwrite: bool) -> None:
    """Write shells alone."""
    with writing(path, overwrite=overwrite) as writer, writer.block(Block.BEM):
        _write_shells(writer, shells)


def write_bem_solution(path: str | Path, model: SolvedModel, *, overwrite: bool) -> None:
    """Write a boundary-element model with its solution, in float32."""
    with writing(path, overwrite=overwrite) as writer, writer.block(Block.BEM):
        if model.solver != BemModel.solver:
            writer.text(Kind.DESCRIPTION, json.dumps({"solver": model.solver}))
        _write_shells(writer, model.shells)
        writer.integers(Kind.BEM_APPROX, LINEAR_COLLOCATION)
        writer.matrix(Kind.BEM_POT_SOLUTION, model.solution)


def _write_shells(writer: Writer, shells: Sequence[Shell]) -> None:
    writer.integers(Kind.BEM_COORD_FRAME, shells[0].frame)
    for shell in shells:
        with writer.block(Block.BEM_SURF):
            writer.reals(Kind.BEM_SIGMA, shell.conductivity)
            writer.integers(Kind.BEM_SURF_ID, shell.kind)
            writer.integers(Kind.COORD_FRAME, shell.frame)
            writer.integers(Kind.BEM_SURF_NNODE, len(shell.vertices))
            writer.integers(Kind.BEM_SURF_NTRI, len(shell.triangles))
            writer.matrix(Kind.BEM_SURF_NODES, shell.vertices)
            writer.matrix(Kind.BEM_SURF_TRIANGLES, shell.triangles + 1, dtype=">i4")
            normals = vertex_normals(shell.vertices, shell.triangles)
            writer.matrix(Kind.BEM_SURF_NORMALS, normals)
