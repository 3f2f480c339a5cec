"""Source orientations of a lead field: free, surface-oriented or fixed to the normals."""

from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER
from leadfield.forward.model import ForwardModel
from leadfield.sources.patches import patch_normals
from leadfield.sources.space import Sources, SpaceKind

BLOCK = 256  # sources at a time: their lines stay in the cache


def convert_orientations(
    model: ForwardModel, *, surface_oriented: bool, fixed: bool, use_cps: bool
) -> ForwardModel:
    """The same model in other orientations, made from the one it was read as.

    ``fixed`` keeps the normal component, ``surface_oriented`` two tangents and the normal,
    neither x, y and z. ``use_cps`` takes the mean normal of each source's patch. What
    was computed for fixed orientations stays as it is.
    """
    start = model.origin or model
    if fixed:
        refuse_fixed_volumes(start.sources)
    if not start.free or not (fixed or surface_oriented):
        return start
    sources = start.sources
    if fixed:
        normals = source_normals(sources, use_cps=use_cps)
        turns, orientations = normals[:, None], normals
    else:
        turns = source_axes(sources, use_cps=use_cps)
        orientations = turns.reshape(-1, 3)
    LOGGER.info(
        "    lead field turned to %s of %s sources",
        "the normals" if fixed else "tangents and normals",
        sources.n_sources,
    )
    return replace(
        start,
        leadfield=_rotate(start.leadfield, turns),
        gradient=None if start.gradient is None else _rotate_gradient(start.gradient, turns),
        free=not fixed,
        surface_oriented=True,
        orientations=orientations,
        origin=start,
    )


def refuse_fixed_volumes(sources: Sources) -> None:
    """Raise if there is a volume: its points have no normals to be fixed to."""
    if any(space.kind is SpaceKind.VOLUME for space in sources.spaces):
        msg = (
            "fixed orientations need surfaces or discrete sources with normals, got a volume "
            "source space: use free orientations (loose=1)"
        )
        raise InputError(msg)


def source_normals(sources: Sources, *, use_cps: bool) -> Floats:
    """The normal (n_sources, 3) of each source, or of its patch."""
    patched = use_cps and any(space.nearest is not None for space in sources.spaces)
    LOGGER.info("    normals are %s", "averages over patches" if patched else "the sources' own")
    normals = [patch_normals(s) if patched else s.normals[s.vertices] for s in sources.spaces]
    return np.concatenate(normals)


def source_axes(sources: Sources, *, use_cps: bool) -> Floats:
    """Two tangents and the normal of each source as rows (n_sources, 3, 3).

    Points of volumes keep x, y and z.
    """
    axes = tangents_and_normals(source_normals(sources, use_cps=use_cps))
    first = 0
    for space in sources.spaces:
        if space.kind is SpaceKind.VOLUME:
            axes[first : first + space.n_sources] = np.eye(3)
        first += space.n_sources
    return axes


def tangents_and_normals(normals: Floats) -> Floats:
    """Orthonormal rows (n, 3, 3), the last along each of ``normals`` (n, 3)."""
    # The plane across n is the eigenspace of I - n nᵀ. Any basis of it would do; this one
    # is MNE-Python's, so that the columns of turned lead fields can be compared.
    _, vectors = np.linalg.eigh(np.eye(3) - normals[:, :, None] * normals[:, None, :])
    axes = vectors.transpose(0, 2, 1)[:, ::-1]
    along = np.einsum("ni,ni->n", axes[:, 2], normals)
    turned: Floats = axes * np.where(along < 0, -1.0, 1.0)[:, None, None]
    return turned


def _rotate_rows(lines: Floats, turns: Floats) -> Floats:
    """Columns of a lead field as lines (3 n, n_channels), turned (p n, n_channels).

    ``turns`` (n, p, 3) hold each source's new axes.
    """
    triples = np.asarray(lines, np.float64).reshape(len(turns), 3, -1)
    out: Floats = np.matmul(turns, triples).reshape(turns.shape[0] * turns.shape[1], -1)
    return out


def _rotate(leadfield: Floats, turns: Floats) -> Floats:
    n, p, _ = turns.shape
    out = np.empty((n * p, len(leadfield)))
    for a in range(0, n, BLOCK):
        b = min(a + BLOCK, n)
        out[p * a : p * b] = _rotate_rows(leadfield.T[3 * a : 3 * b], turns[a:b])
    return out.T


def _rotate_gradient(gradient: Floats, turns: Floats) -> Floats:
    n, p, _ = turns.shape
    triples = gradient.reshape(len(gradient), n, 3, 3)
    turned: Floats = np.einsum("npk,cnkd->cnpd", turns, triples).reshape(len(gradient), n * p, 3)
    return turned
