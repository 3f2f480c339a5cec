"""Resolution matrix: what a map shows of each single source, as factors or multiplied out.

R = K G takes currents to the map that the inverse makes of them. Column j is the point-spread
function of source j, row i the cross-talk function of source i.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, InputError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.base.memory import check_memory
from leadfield.estimates.minimum_norm import make_imaging_kernel
from leadfield.forward.model import ForwardModel
from leadfield.forward.orient import convert_orientations, source_normals
from leadfield.inverse.kernel import InverseKernel
from leadfield.inverse.operator import InverseModel
from leadfield.numerics.threads import share

Function = Literal["psf", "ctf"]
BLOCK = 256  # sources at a time: their lines stay in the cache


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ResolutionFactors:
    """The resolution matrix as two factors that share the components of the data.

    ``kernel`` (p, n_sources, n_components) makes p numbers of a source, ``field``
    (q, n_sources, n_components) holds what q directions of a source's current give.
    Number c of source i for direction d of source j is ``kernel[c, i] @ field[d, j]``;
    lengths over c and d are what the metrics take.
    """

    kernel: Floats
    field: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    def of(self, function: Function) -> tuple[Floats, Floats]:
        """Whose functions are asked for, then what they range over."""
        return (self.field, self.kernel) if function == "psf" else (self.kernel, self.field)


def resolution_factors(
    kernel: InverseKernel, forward: ForwardModel, *, pick_ori: str | None = None
) -> ResolutionFactors:
    """Factors of the resolution of a kernel for the currents of a forward model.

    Currents are along the normals of a cortex; in volumes and mixed source spaces, which have
    none, along x, y and z alike. ``pick_ori`` is None for all components of the estimate, or
    ``"normal"``.
    """
    model = kernel.model
    check_same_sources(model, forward)
    if pick_ori is None and model.free:
        pick_ori = "vector"
    imaging = make_imaging_kernel(kernel, pick_ori)
    rows = imaging.linear_rows()
    if rows.ndim == 2:
        rows = rows[:, np.newaxis]
    names, inward = _good_channels(kernel)
    inward = imaging.apply_gains(inward)
    turns = None
    if forward.free and not model.free:
        # As the operator's own was turned, rounding and all.
        forward = convert_orientations(forward, surface_oriented=True, fixed=True, use_cps=True)
    elif forward.free and model.sources.kind == "surface":
        forward = forward.origin or forward
        normals = source_normals(forward.sources, use_cps=True)
        turns = normals[:, np.newaxis] @ forward.orientations.reshape(-1, 3, 3).swapaxes(1, 2)
    return ResolutionFactors(
        kernel=np.ascontiguousarray(rows.swapaxes(0, 1)),
        field=_mixed_field(forward, names, inward, turns),
    )


def resolution_matrix(kernel: InverseKernel, forward: ForwardModel) -> Floats:
    """The matrix (p n_sources, q n_sources) itself, p and q 3 for free orientations, else 1.

    Components of the estimate are along x, y and z, currents as the forward model has them.
    Where both are free, it is turned as the inverse operator is: to tangents and normals, or
    not.
    """
    model = kernel.model
    check_same_sources(model, forward)
    if model.free and forward.free:
        turned = not np.allclose(model.orientations.reshape(-1, 3, 3), np.eye(3), atol=1e-6)
        forward = convert_orientations(forward, surface_oriented=turned, fixed=False, use_cps=True)
    shape = len(model.leads), forward.leadfield.shape[1]
    check_memory(
        f"a resolution matrix of {shape[0]} x {shape[1]} values",
        8 * shape[0] * shape[1],
        "resolution() gives the same metrics without it",
    )
    imaging = make_imaging_kernel(kernel, "vector" if model.free else None)
    rows = imaging.linear_rows().reshape(shape[0], -1)
    names, inward = _good_channels(kernel)
    inward = imaging.apply_gains(inward)
    field = _mixed_field(forward, names, inward, None).swapaxes(0, 1).reshape(shape[1], -1)
    LOGGER.info("Resolution matrix of %d x %d values", *shape)
    matrix: Floats = rows @ field.T
    return matrix


def combine_components(matrix: Floats, n_sources: int) -> Floats:
    """Lengths (n_sources, n_sources) over the components of a resolution matrix."""
    counts = components_of(matrix, n_sources)
    if counts == (1, 1):
        return np.abs(matrix)
    p, q = counts
    blocks = matrix.reshape(n_sources, p, n_sources, q)
    lengths: Floats = np.sqrt(np.einsum("ipjq,ipjq->ij", blocks, blocks))
    return lengths


def components_of(matrix: Floats, n_sources: int) -> tuple[int, int]:
    """How many numbers a source has in the rows and in the columns: 1 or 3."""
    fits = matrix.ndim == 2 and all(size in {n_sources, 3 * n_sources} for size in matrix.shape)
    if not fits:
        msg = (
            f"a resolution matrix of {n_sources} sources must have {n_sources} or "
            f"{3 * n_sources} rows and columns, got shape {matrix.shape}: are these the source "
            "spaces that it was made for?"
        )
        raise MismatchError(msg)
    p, q = (size // n_sources for size in matrix.shape)
    return p, q


def check_same_sources(model: InverseModel, forward: ForwardModel) -> None:
    """Raise unless an inverse operator and a forward model have the same sources."""
    ours, theirs = model.sources.vertices, forward.sources.vertices
    if len(ours) != len(theirs) or not all(map(np.array_equal, ours, theirs)):
        msg = (
            "the inverse operator and the forward model must have the same sources, got "
            f"{model.sources.n_sources} and {forward.sources.n_sources}: pass the forward model "
            "that the operator was made with"
        )
        raise MismatchError(msg)


def _good_channels(kernel: InverseKernel) -> tuple[list[str], Floats]:
    """Names of the operator's good channels, and what makes components of them."""
    info = kernel.model.info
    good: Ints = np.array([i for i, name in enumerate(info.names) if name not in info.bads], int)
    if not len(good):
        msg = "an inverse operator must have good channels, all of its are marked as bad"
        raise ChannelError(msg)
    return [info.names[i] for i in good], kernel.model.fields @ kernel.whitening[:, good]


def _mixed_field(
    forward: ForwardModel, names: list[str], inward: Floats, turns: Floats | None
) -> Floats:
    """Components (q, n_sources, n_components) of each source's field, block by block."""
    missing = [name for name in names if name not in set(forward.channels.names)]
    if missing:
        msg = (
            "the forward model must have all good channels of the inverse operator, it lacks "
            f"{listed(missing)}"
        )
        raise ChannelError(msg)
    rows = forward.channels.indices(names, what="the forward model")
    n, p = forward.sources.n_sources, forward.per_source
    lines = forward.leadfield.T.reshape(n, p, -1)
    out = np.empty((p if turns is None else turns.shape[1], n, len(inward)))

    def work(starts: Iterator[int]) -> None:
        for a in starts:
            block = np.take(lines[a : a + BLOCK], rows, axis=2).astype(np.float64, copy=False)
            if turns is not None:
                block = turns[a : a + BLOCK] @ block
            out[:, a : a + BLOCK] = (block @ inward.T).swapaxes(0, 1)

    share(work, range(0, n, BLOCK), -(-n // BLOCK))
    if not np.isfinite(out).all():
        msg = "the lead field must be finite: compute the forward model again"
        raise InputError(msg)
    return out
