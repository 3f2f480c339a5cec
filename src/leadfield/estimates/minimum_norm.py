"""Minimum-norm estimates: the spatial filter of an inverse kernel, for chosen sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import one_of
from leadfield.base.errors import MismatchError
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.label_rows import sources_in_label
from leadfield.estimates.source_courses import Kind
from leadfield.estimates.spatial_filter import SpatialFilter
from leadfield.forward.orient import source_normals
from leadfield.inverse.kernel import InverseKernel
from leadfield.inverse.methods import METHODS
from leadfield.inverse.operator import InverseModel

if TYPE_CHECKING:
    from leadfield.labels.label import AnyLabel

KINDS: dict[str, Kind] = {
    "surface": "surface",
    "mixed": "mixed",
    "volume": "volume",
    "discrete": "volume",
}


def minimum_norm_filter(
    kernel: InverseKernel,
    *,
    pick_ori: str | None = None,
    label: AnyLabel | None = None,
    use_cps: bool = True,
) -> SpatialFilter:
    """The spatial filter of a kernel.

    ``pick_ori`` is None, ``"normal"`` or ``"vector"``; ``label`` restricts the sources.
    """
    sources = kernel.model.sources
    rows = None
    vertices = sources.vertices
    if label is not None:
        rows = sources_in_label(label, vertices, kind=sources.kind, subject=sources.subject)
        vertices = restrict_vertices(vertices, rows)
    return SpatialFilter(
        inward=(kernel.whitening, kernel.model.fields),
        kernel=make_imaging_kernel(kernel, pick_ori, rows=rows, use_cps=use_cps),
        info=kernel.model.info,
        kind=KINDS[sources.kind],
        vertices=vertices,
        subject=sources.subject,
        quantity=METHODS[kernel.method].quantity,
    )


def restrict_vertices(vertices: tuple[Ints, ...], rows: Ints) -> tuple[Ints, ...]:
    """Vertices of each space among the sources at ``rows`` of all."""
    starts = np.cumsum([0, *map(len, vertices)])
    places = np.searchsorted(starts, rows, side="right") - 1
    return tuple(v[rows[places == i] - starts[i]] for i, v in enumerate(vertices))


def make_imaging_kernel(
    kernel: InverseKernel,
    pick_ori: str | None,
    *,
    rows: Ints | None = None,
    use_cps: bool = True,
) -> ImagingKernel:
    """The imaging kernel of an inverse kernel for ``pick_ori`` None, ``"normal"`` or ``"vector"``.

    ``rows`` (growing) are the sources wanted; ``use_cps`` takes mean normals of patches
    where the kernel's columns are along x, y and z.
    """
    one_of("pick_ori", pick_ori, ORIENTATIONS)
    model, solution = kernel.model, kernel.solution
    n, c = model.sources.n_sources, model.per_source
    leads = solution.leads.reshape(n, c, -1)
    weights = solution.weights.reshape((n, c) if solution.weights.ndim == 1 else (n, c, c))
    if solution.noise_norm is not None:
        weights = weights * solution.noise_norm.reshape((n,) + (1,) * (weights.ndim - 1))
    turns = ORIENTATIONS[pick_ori](model, use_cps=use_cps)
    if rows is not None:
        leads, weights = leads[rows], weights[rows]
        turns = None if turns is None else turns[rows]
    mixing: Floats | None = weights
    if turns is not None:
        mixing = turns * weights[:, np.newaxis] if weights.ndim == 2 else turns @ weights
        if turns.shape[1] == 1:
            # One line a source instead of three: a third of the work for all data to come.
            leads, mixing = _single_lines(leads, mixing[:, 0]), None
    return ImagingKernel(
        leads=leads.reshape(-1, leads.shape[2]),
        gains=solution.gains,
        mixing=mixing,
        per_source=leads.shape[1],
        combined=pick_ori is None and model.free,
    )


def _single_lines(leads: Floats, weights: Floats) -> Floats:
    """Weighted sums (n, 1, n_components) of each source's leads (n, 3, n_components)."""
    if not weights[:, :2].any():
        return weights[:, 2:, np.newaxis] * leads[:, 2:]
    return weights[:, np.newaxis] @ leads


def _keep_axes(model: InverseModel, *, use_cps: bool) -> None:
    """Components along the columns' own directions."""


def _turn_to_normals(model: InverseModel, *, use_cps: bool) -> Floats:
    """The normal component: rows (n_sources, 1, 3) that pick it from the columns'."""
    kind = model.sources.kind
    if kind not in {"surface", "discrete"}:
        msg = f"pick_ori='normal' needs sources with normals, got a {kind} source space"
        raise MismatchError(msg)
    if not model.free:
        msg = (
            "pick_ori='normal' needs an operator of loose or free orientations, got a fixed one, "
            "which has no other component: use pick_ori=None"
        )
        raise MismatchError(msg)
    axes = model.orientations.reshape(-1, 3, 3)
    if np.allclose(axes, np.eye(3), atol=1e-6):
        return source_normals(model.sources, use_cps=use_cps)[:, np.newaxis]
    return np.broadcast_to([[0.0, 0.0, 1.0]], (len(axes), 1, 3))


def _turn_to_xyz(model: InverseModel, *, use_cps: bool) -> Floats:  # noqa: ARG001
    """Rows (n_sources, 3, c) that turn the columns' components to x, y and z."""
    return model.orientations.reshape(-1, model.per_source, 3).transpose(0, 2, 1)


ORIENTATIONS: Mapping[str | None, Callable[..., Floats | None]] = {
    None: _keep_axes,
    "normal": _turn_to_normals,
    "vector": _turn_to_xyz,
}
